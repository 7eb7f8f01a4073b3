// Pieces of the views (视图部件). Texts go in as text, never as markup.
const el = (tag, attributes, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
};
const lights = { red: '■', yellow: '▲', green: '●', none: '○' };
const lightPiece = (light) => (light ? el('span', { class: 'light ' + light }, el('span', { 'aria-hidden': 'true' }, lights[light]), say(light)) : '—');
const link = (address, text) => el('a', { href: '#' + address }, el('bdi', null, text));
const projectLink = (project) => link('project/' + encodeURIComponent(project.id), project.name);
const unitLink = (code) => (code === 'unknown' ? say(code) : link('unit/' + encodeURIComponent(code), unitName(code)));

// Columns: [header, what the cell holds, class of the cell (n: a number; short: on one line), what it is sorted by].
const MOST_ROWS = 2000;
const tablePiece = (caption, columns, rows, isSearched = rows.length > 10) => {
  const table = el('table', { class: 'sortable' });
  table.append(el('caption', null, caption));
  const head = el('tr');
  for (const [header, , kind] of columns) head.append(el('th', { scope: 'col', class: kind }, header));
  table.append(el('thead', null, head));
  const body = el('tbody');
  for (const row of rows.slice(0, MOST_ROWS)) {
    const line = el('tr');
    columns.forEach(([, cell, kind, key], place) => {
      const sortedBy = key ? key(row) : undefined;
      line.append(el(place === 0 ? 'th' : 'td', { scope: place === 0 ? 'row' : null, class: kind, 'data-s': sortedBy }, cell(row)));
    });
    body.append(line);
  }
  table.append(body);
  makeSortable(table);
  const region = el('div', { class: 'scroll', role: 'region', tabindex: '0', 'aria-label': caption }, table);
  const cut = rows.length > MOST_ROWS ? el('p', { class: 'note' }, pick('共' + rows.length + '行，仅列前' + MOST_ROWS + '行。', rows.length + ' rows, of which the first ' + MOST_ROWS + ' are shown.')) : null;
  if (!isSearched) return region;
  const input = el('input', { type: 'search', autocomplete: 'off' });
  const output = el('output');
  makeSearchable(input, table, output);
  return el('div', null, el('label', { class: 'search' }, pick('查找 ', 'Search '), input, output), region, cut);
};

const CLASSES = [['terminated', '终止', 'terminated'], ['suspended', '停工', 'suspended'], ['production', '投产', 'in production'],
  ['started', '开工', 'started'], ['waiting', '未开工', 'not started'], ['unobserved', '尚无报送', 'not reported yet']];
const monthClass = (month) => {
  if (month.terminated) return 'terminated';
  if (month.suspended) return 'suspended';
  if (month.production) return 'production';
  if (month.started) return 'started';
  return month.observed ? 'waiting' : 'unobserved';
};
// The months of a project as runs of one colour; the words of the last month stand beside it in every table.
const linePiece = (project, from, to) => {
  const width = Math.max(1, to - from + 1);
  const bar = el('span', { class: 'line', role: 'img', 'aria-label': lineWords(project) });
  let run = null;
  for (let month = from; month <= to; month += 1) {
    const place = month - project.line.from;
    const kind = place < 0 || place > lastPlace(project) ? 'before' : monthClass(monthAt(project, place));
    if (run && run.kind === kind) run.length += 1;
    else { run = { kind, length: 1, piece: el('span', { class: kind }) }; bar.append(run.piece); }
    run.piece.style.width = (run.length * 100 / width).toFixed(2) + '%';
  }
  return bar;
};
const lineRuns = (project) => {
  const runs = [];
  for (let place = 0; place <= lastPlace(project); place += 1) {
    const kind = monthClass(monthAt(project, place));
    if (runs.length === 0 || runs[runs.length - 1].kind !== kind) runs.push({ kind, place });
  }
  return runs;
};
const className = (kind) => { const found = CLASSES.find((one) => one[0] === kind); return found ? pick(found[1], found[2]) : kind; };
const lineWords = (project) => lineRuns(project).map(({ kind, place }) => monthText(project.line.from + place) + ' ' + className(kind)).join(pick('，', ', '));
const lineLegend = (from, to) => el('p', { class: 'note' }, monthText(from) + ' – ' + monthText(to) + '　',
  ...CLASSES.flatMap(([kind, zh, en]) => [el('span', { class: 'line key' }, el('span', { class: kind })), ' ' + pick(zh, en) + '　']));
