// The views (下钻视图): what stands behind a figure, a light, a step, a unit, a finding.
const MEMBERS = {
  n_started: (p) => now(p).started, n_production: (p) => now(p).production, n_suspended: (p) => now(p).suspended,
  n_terminated: (p) => now(p).terminated, n_unreported: (p) => !now(p).reported, new_started: (p) => p.newly === true,
  contract_started_yuan: (p) => now(p).started, capital_month_yuan: (p) => p.month !== undefined && p.month !== 0,
  capital_yuan: (p) => p.capital !== undefined && p.capital !== 0,
};
const inCut = ([event, cohort, dimension, value]) => data.projects.filter((project) => project.counted === true && project.event === event
  && (cohort === 'all' || project.cohort === cohort)
  && (dimension === 'all' || project[dimension] === value));
const cutName = ([event, cohort, dimension, value]) => {
  const edition = cohort === 'all' ? pick('全部届次', 'all editions') : cohort + pick('年', '');
  const named = dimension === 'unit' ? unitName(value) : dimension === 'industry' ? industryName(value) : say(value);
  const parts = [data.events.length > 1 ? say(event) : null, edition, dimension === 'all' ? null : named];
  return parts.filter(Boolean).join(pick(' · ', ' · '));
};
const span = (projects) => {
  const from = Math.min(...projects.filter((p) => lastPlace(p) >= 0).map((p) => p.line.from), data.month);
  return [from, data.month];
};
const startText = (project) => (project.start_age === undefined || project.age === undefined ? '—' : monthText(data.month - project.age + project.start_age));
const projectTable = (projects, caption, extra) => {
  const [from, to] = span(projects);
  const columns = [
    [pick('项目', 'project'), projectLink], [pick('区县（单位）', 'unit'), (p) => unitLink(p.unit)], [pick('届次', 'edition'), (p) => say(p.cohort), 'short'],
    [pick('产业', 'industry'), (p) => industryName(p.industry)], [pick('阶段', 'stage'), (p) => stageName(now(p).stage)],
    [pick('开工月份', 'started'), startText, 'short'], [pick('合同额（' + moneyUnit() + '）', 'contract (' + moneyUnit() + ')'), (p) => money(p.contract), 'n', (p) => p.contract],
    [pick('累计到位（' + moneyUnit() + '）', 'capital (' + moneyUnit() + ')'), (p) => money(p.capital), 'n', (p) => p.capital],
    ...(extra ?? []),
    [pick('灯', 'light'), (p) => lightPiece(now(p).light), null, (p) => 'rygn-'.indexOf(p.line.lights.slice(-1))],
    [pick('各月进展', 'months'), (p) => linePiece(p, from, to), null, (p) => p.start_age ?? 999],
  ];
  return el('div', null, tablePiece(caption, columns, projects), lineLegend(from, to));
};

// What the figure says, and that the projects below make it.
const sumLine = (measure, cut, projects) => {
  const members = inCut(cut);
  const [nProjects, nStarted, , , nTerminated] = cut[4];
  const [contract, contractStarted, capital] = cut[4].slice(7).map(BigInt);
  const ratio = (top, bottom, rate) => top + ' ÷ ' + bottom + ' = ' + rate;
  const texts = {
    start_rate: () => ratio(nStarted, nProjects, percent(nStarted, nProjects)),
    start_rate_by_value: () => ratio(money(contractStarted), money(contract), percent(contractStarted, contract)),
    fulfilment_rate: () => ratio(nProjects - nTerminated, nProjects, percent(nProjects - nTerminated, nProjects)),
    median_months_to_start: () => (typeof cut[5] === 'number' ? cut[5] + pick('个月', ' months') : '—'),
    capital_rate: () => ratio(money(capital), money(contract), percent(capital, contract)),
    contract_yuan: () => moneyWords(sum(projects, (p) => p.contract)), contract_started_yuan: () => moneyWords(sum(projects, (p) => p.contract)),
    capital_yuan: () => moneyWords(sum(projects, (p) => p.capital)), capital_month_yuan: () => moneyWords(sum(projects, (p) => p.month)),
  };
  const text = texts[measure] ? texts[measure]() + pick('，', ', ') : '';
  return el('p', { class: 'sum', 'data-equal': isEqual(measure, cut, projects, members) ? 'yes' : 'no' }, say(measure) + pick('：', ': ') + text + countWords(projects.length));
};
const FIGURES = ['n_projects', 'n_started', 'n_production', 'n_suspended', 'n_terminated', 'n_unreported', 'new_started',
  'contract_yuan', 'contract_started_yuan', 'capital_yuan', 'capital_month_yuan'];
const AMOUNTS = { contract_yuan: (p) => p.contract, contract_started_yuan: (p) => p.contract, capital_yuan: (p) => p.capital, capital_month_yuan: (p) => p.month };
const isEqual = (measure, cut, projects, members) => {
  const said = cut[4][FIGURES.indexOf(measure)];
  if (said === undefined) return members.length === Number(cut[4][0]);
  return BigInt(said) === (AMOUNTS[measure] ? sum(projects, AMOUNTS[measure]) : BigInt(projects.length));
};
const figureView = (place, measure) => {
  const cut = data.cuts[Number(place)];
  if (!cut) return missingView();
  const projects = inCut(cut).filter(MEMBERS[measure] ?? (() => true));
  const extra = measure === 'capital_month_yuan' ? [[pick('本月到位（' + moneyUnit() + '）', 'of the month'), (p) => money(p.month), 'n', (p) => p.month]] : [];
  return [cutName(cut) + pick('：', ': ') + say(measure), sumLine(measure, cut, projects), projectTable(projects, say(measure), extra)];
};
const ageView = (place, age) => {
  const cut = data.cuts[Number(place)];
  if (!cut) return missingView();
  const projects = inCut(cut).filter((p) => p.age !== undefined);
  const started = projects.filter((p) => p.start_age !== undefined && p.start_age <= Number(age));
  const title = cutName(cut) + pick('：签约满' + age + '个月时', ': ' + age + ' months after signing');
  const line = say('start_rate') + pick('：', ': ') + started.length + ' ÷ ' + projects.length + ' = ' + percent(started.length, projects.length);
  return [title, el('p', { class: 'sum', 'data-n': started.length, 'data-of': projects.length }, line), projectTable(started, say('n_started'))];
};
const capitalAt = (project, age) => amountAt(project.line.capital, lastPlace(project) - Math.max(0, project.age - age));
const ageCapitalView = (place, age) => {
  const cut = data.cuts[Number(place)];
  if (!cut) return missingView();
  const projects = inCut(cut).filter((p) => p.age !== undefined);
  const [capital, contract] = [sum(projects, (p) => capitalAt(p, Number(age))), sum(projects, (p) => p.contract)];
  const title = cutName(cut) + pick('：签约满' + age + '个月时', ': ' + age + ' months after signing');
  const line = say('capital_rate') + pick('：', ': ') + money(capital) + ' ÷ ' + money(contract) + ' = ' + percent(capital, contract);
  const known = projects.filter((p) => capitalAt(p, Number(age)) !== null);
  const extra = [[pick('该龄到位（' + moneyUnit() + '）', 'capital at that age'), (p) => money(capitalAt(p, Number(age))), 'n', (p) => capitalAt(p, Number(age))]];
  return [title, el('p', { class: 'sum', 'data-capital': String(capital), 'data-of': String(contract) }, line), projectTable(known, say('capital_yuan'), extra)];
};
const bridgeView = (place, measure, step) => {
  const event = data.events[Number(place)];
  const rows = data.changes.filter((row) => row[0] === event && row[1] === measure && row[2] === step);
  const isMoney = measure.endsWith('_yuan');
  const amount = (row) => (isMoney ? money(row[4]) : String(row[4]));
  const total = sum(rows, (row) => row[4]);
  const title = say(measure) + pick('：', ': ') + say(step);
  const columns = [
    [pick('项目', 'project'), (row) => (byId.has(row[3]) ? projectLink(byId.get(row[3])) : row[3])],
    [pick('区县（单位）', 'unit'), (row) => (byId.has(row[3]) ? unitLink(byId.get(row[3]).unit) : '—')],
    [pick('变动', 'change') + (isMoney ? pick('（' + moneyUnit() + '）', ' (' + moneyUnit() + ')') : ''), amount, 'n', (row) => row[4]],
  ];
  const line = (isMoney ? moneyWords(total) : String(total)) + pick('，', ', ') + countWords(rows.length);
  return [title, el('p', { class: 'sum', 'data-total': String(total) }, line), tablePiece(title, columns, rows)];
};
const lightView = (light) => {
  const projects = data.projects.filter((project) => now(project).light === light);
  const rules = [[pick('触发规则', 'rules'), (p) => ruleWords(p.rules)]];
  return [say(light), el('p', { class: 'sum' }, countWords(projects.length)), projectTable(projects, say(light), light === 'red' || light === 'yellow' ? rules : [])];
};
const missingView = () => [pick('没有此项', 'Not found'), el('p', null, pick('本页没有这一项。', 'This page does not have it.'))];

const findingRows = (isShown) => data.findings.rows.filter(isShown).map((row) => row.map((number) => data.findings.strings[number]));
const findingTable = (rows) => tablePiece(pick('数据问题', 'findings'), [
  [pick('级别', 'severity'), (row) => say(row[0]), 'short'], [pick('代码', 'code'), (row) => row[1], 'short'],
  [pick('区县（单位）', 'unit'), (row) => unitLink(row[2])], [pick('报告期', 'month'), (row) => row[3], 'short'],
  [pick('文件 › 工作表 › 单元格', 'file › sheet › cell'), (row) => el('bdi', { class: 'place' }, row.slice(4, 7).filter(Boolean).join(' › '))],
  [pick('相关单元格', 'other cell'), (row) => el('bdi', { class: 'place' }, row[12])],
  [pick('原文', 'text'), (row) => el('bdi', null, row[7])], [pick('应为', 'expected'), (row) => el('bdi', null, row[8])],
  [pick('说明', 'message'), (row) => el('bdi', null, pick(row[9], row[10]))],
  [pick('项目', 'project'), (row) => (byId.has(row[11]) ? projectLink(byId.get(row[11])) : row[11])],
], rows);
const findingsView = (unit, kind) => {
  const text = (number) => data.findings.strings[number];
  const rows = findingRows((row) => (unit === 'all' || text(row[2]) === unit) && text(row[0]) === kind);
  const cut = data.findings.left_out > 0 ? el('p', { class: 'note' }, pick('另有' + data.findings.left_out + '条较轻的问题未列入本页。', data.findings.left_out + ' lighter findings are not on this page.')) : null;
  return [unitName(unit) + pick('：', ': ') + say(kind), el('p', { class: 'sum' }, rows.length + pick('条', '')), findingTable(rows), cut];
};
const unitView = (unit) => {
  const projects = data.projects.filter((project) => project.unit === unit && project.counted === true);
  const cuts = data.cuts.map((cut, place) => ({ cut, place })).filter(({ cut }) => cut[1] === 'all' && cut[2] === 'unit' && cut[3] === unit);
  const facts = cuts.flatMap(({ cut, place }) => ['n_projects', 'contract_yuan', 'n_started', 'capital_yuan'].map((measure) => {
    const said = cut[4][FIGURES.indexOf(measure)];
    return el('div', null, el('dt', null, say(measure)), el('dd', null, link('figure/' + place + '/' + measure, AMOUNTS[measure] ? moneyWords(said) : String(said))));
  }));
  const found = findingRows((row) => data.findings.strings[row[2]] === unit);
  const title = (text) => el('h3', null, text);
  return [unitName(unit), el('dl', { class: 'facts' }, ...facts), title(pick('项目', 'Projects')),
    projects.length ? projectTable(projects, pick('项目', 'projects')) : el('p', null, pick('没有计入的项目。', 'No project is counted.')),
    title(pick('数据问题', 'Findings')), found.length ? findingTable(found) : el('p', null, pick('没有数据问题。', 'None.'))];
};
