// Tables that are sorted and searched (表格排序与查找). Totals stay below.
const shownText = (cell) => {
  const chosen = cell.querySelector(state.lang === 'zh' ? '.zh' : '.en');
  return (chosen ?? cell).textContent.trim();
};
const sortKey = (cell) => {
  if (!cell) return null;
  if (cell.dataset.s !== undefined) return Number(cell.dataset.s);
  const text = shownText(cell);
  if (cell.classList.contains('n')) {
    const number = parseFloat(text.replaceAll(',', '').replace('−', '-'));
    return Number.isNaN(number) ? null : number;
  }
  return text === '' || text === '—' ? null : text;
};
const collator = new Intl.Collator('zh-CN', { numeric: true });
const compare = (left, right, direction) => {
  if (left === null || right === null) return (left === null) - (right === null);
  const order = typeof left === 'number' && typeof right === 'number' ? left - right : collator.compare(String(left), String(right));
  return direction * order;
};
const sortBy = (table, column, direction) => {
  const body = table.tBodies[0];
  const rows = [...body.rows].filter((row) => !row.classList.contains('total'));
  const totals = [...body.rows].filter((row) => row.classList.contains('total'));
  const keyed = rows.map((row, place) => ({ row, place, key: sortKey(row.cells[column]) }));
  keyed.sort((a, b) => compare(a.key, b.key, direction) || a.place - b.place);
  body.append(...keyed.map((one) => one.row), ...totals);
  [...table.tHead.rows[0].cells].forEach((head, place) => {
    if (place === column) head.setAttribute('aria-sort', direction > 0 ? 'ascending' : 'descending');
    else head.removeAttribute('aria-sort');
  });
};
const makeSortable = (table) => {
  [...table.tHead.rows[0].cells].forEach((head, column) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'sort';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => {
      const first = head.classList.contains('n') ? -1 : 1;
      const before = head.getAttribute('aria-sort');
      sortBy(table, column, before === null ? first : before === 'ascending' ? -1 : 1);
    });
  });
};
const makeSearchable = (input, table, output) => {
  input.addEventListener('input', () => {
    const wanted = input.value.trim().toLowerCase();
    const rows = [...table.tBodies[0].rows].filter((row) => !row.classList.contains('total'));
    let n = 0;
    for (const row of rows) {
      const found = wanted === '' || row.textContent.toLowerCase().includes(wanted);
      row.hidden = !found;
      n += found ? 1 : 0;
    }
    for (const row of table.tBodies[0].rows) { if (row.classList.contains('total')) row.hidden = wanted !== ''; }
    output.textContent = wanted === '' ? '' : n + ' / ' + rows.length;
  });
};
