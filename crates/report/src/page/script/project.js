// One project (项目视图): its facts, its months, and the cells of every return that speaks of it.
const FACTS = [
  ['项目编号', 'id', (p) => p.id], ['区县（单位）', 'unit', (p) => unitLink(p.unit)],
  ['签约活动、届次', 'event, edition', (p) => say(p.event) + ' ' + say(p.cohort)], ['签约时间', 'signed', (p) => p.signed ?? '—'],
  ['投资方', 'investor', (p) => el('bdi', null, p.investor ?? '—')], ['落地公司', 'local company', (p) => el('bdi', null, p.entity ?? '—')],
  ['产业', 'industry', (p) => industryName(p.industry)], ['阶段', 'stage', (p) => stageName(now(p).stage)],
  ['开工月份', 'started', startText], ['合同额', 'contract value', (p) => (p.contract === undefined ? '—' : moneyWords(p.contract))],
  ['累计到位资金', 'capital arrived', (p) => (p.capital === undefined ? '—' : moneyWords(p.capital))], ['灯', 'light', (p) => lightPiece(now(p).light)],
  ['触发规则', 'rules', (p) => ruleWords(p.rules) || '—'], ['曾用名', 'other names', (p) => el('bdi', null, (p.aliases ?? '—').replaceAll('|', pick('；', '; ')))],
  ['合并计入的项目', 'counted with it', (p) => (p.parts ?? []).join(pick('、', ', ')) || '—'],
];
const monthRows = (project) => {
  const rows = [];
  for (let place = lastPlace(project); place >= 0; place -= 1) {
    const month = monthAt(project, place);
    if (month.observed || place === lastPlace(project)) rows.push({ place, ...month });
  }
  return rows;
};
const monthTable = (project) => tablePiece(pick('各月情况', 'months'), [
  [pick('月份', 'month'), (m) => monthText(project.line.from + m.place), 'short'], [pick('阶段', 'stage'), (m) => stageName(m.stage)],
  [pick('状态', 'state'), (m) => className(monthClass(m))],
  [pick('合同额（' + moneyUnit() + '）', 'contract (' + moneyUnit() + ')'), (m) => money(amountAt(project.line.contract, m.place)), 'n'],
  [pick('累计到位（' + moneyUnit() + '）', 'capital (' + moneyUnit() + ')'), (m) => money(amountAt(project.line.capital, m.place)), 'n'],
  [pick('灯', 'light'), (m) => lightPiece(m.light)], [pick('当月报送', 'reported'), (m) => (m.reported ? pick('已报', 'yes') : pick('未报，沿用', 'no, carried on'))],
], monthRows(project));

const exactWords = (yuan) => {
  const [, sign, digits] = /^(-?)(\d+)$/.exec(yuan) ?? [];
  return digits === undefined ? yuan : sign + digits.replace(/\B(?=(\d{3})+$)/g, ',') + ' ' + pick(data.currency[0], data.currency[1]);
};
const PRECISIONS = { month: (day) => day.slice(0, 7), year: (day) => day.slice(0, 4), half: (day) => day.slice(0, 7) + pick('起半年', ', half a year'), quarter: (day) => day.slice(0, 7) + pick('起一季', ', a quarter') };
const READINGS = {
  date: (word) => { const [day, precision] = word.split('/'); return (PRECISIONS[precision] ?? String)(day); },
  amount: exactWords, unit: unitName, industry: industryName,
  stage: (word) => { const stage = data.stages.find((one) => one[0] === word); return stage ? stageName(stage) : word; },
  bool: (word) => (word === 'true' ? pick('是', 'yes') : word === 'false' ? pick('否', 'no') : word),
};
const readingText = (kind, reading) => (reading === '' ? '' : (READINGS[kind] ?? String)(reading));
const placeWords = (address) => (address === '(sheet)' ? pick('工作表名', 'name of the sheet') : address === '(file)' ? pick('文件名', 'name of the file') : address);
const methodWords = (method) => (method === 'new' ? pick('首次出现', 'first seen') : say(method));
const recordPiece = (row, isOpen) => {
  const { strings, fields } = records();
  const [, month, unit, file, sheet, first, last, method, cells] = row;
  const place = [strings[file], strings[sheet], first === last ? pick('第' + first + '行', 'row ' + first) : first + '–' + last].filter(Boolean).join(' › ');
  const shown = () => tablePiece(place, [
    [pick('字段', 'field'), (cell) => pick(fields[cell[0]][0], fields[cell[0]][1])],
    [pick('单元格', 'cell'), (cell) => el('code', null, placeWords(strings[cell[1]]))],
    [pick('原文', 'text as it stands'), (cell) => el('bdi', { class: 'raw' }, strings[cell[2]])],
    [pick('读作', 'read as'), (cell) => el('bdi', null, readingText(fields[cell[0]][2], strings[cell[3]]))],
    [pick('说明', 'remarks'), (cell) => sayAll(strings[cell[5]])],
  ], cells, false);
  const summary = el('summary', null, monthText(month) + '　', el('bdi', { class: 'place' }, place), method ? pick('　按', '  by ') + methodWords(strings[method]) + pick('归入', '') : '');
  const details = el('details', { class: 'record', open: isOpen }, summary);
  if (isOpen) details.append(shown());
  else details.addEventListener('toggle', () => { if (details.open && details.children.length === 1) details.append(shown()); });
  return details;
};
const recordPieces = (project) => {
  const number = records().strings.indexOf(project.id);
  const rows = number < 0 ? [] : records().records.filter((row) => row[0] === number);
  const note = records().left_out > 0 ? el('p', { class: 'note' }, pick('较早的项目行未列入本页。', 'Older records are not on this page.')) : null;
  if (rows.length === 0) return [el('p', null, pick('没有报表提到这个项目。', 'No return speaks of it.')), note];
  return [...rows.map((row, place) => recordPiece(row, place === 0)), note];
};
const projectView = (id) => {
  const project = byId.get(id);
  if (!project) return missingView();
  const facts = FACTS.map(([zh, en, fact]) => el('div', null, el('dt', null, pick(zh, en)), el('dd', null, fact(project))));
  const title = (zh, en) => el('h3', null, pick(zh, en));
  const found = findingRows((row) => data.findings.strings[row[11]] === id);
  const hasMonths = lastPlace(project) >= 0;
  const line = hasMonths ? [el('div', { class: 'long' }, linePiece(project, project.line.from, project.line.from + lastPlace(project))), lineLegend(project.line.from, project.line.from + lastPlace(project)), el('p', { class: 'note' }, lineWords(project))] : [];
  return [project.name, el('dl', { class: 'facts' }, ...facts), ...line,
    title('报表中的出处（文件 › 工作表 › 单元格）', 'Where it stands (file › sheet › cell)'), ...recordPieces(project),
    ...(hasMonths ? [title('各月情况', 'Months'), monthTable(project)] : []),
    title('数据问题', 'Findings'), found.length ? findingTable(found) : el('p', null, pick('没有数据问题。', 'None.'))];
};
