// Figures as they are printed (印数): exact whole numbers, rounded as the page says.
const data = JSON.parse(document.getElementById('page-data').textContent);
let recordData = null;
const records = () => (recordData ??= JSON.parse(document.getElementById('record-data').textContent));
const big = (value) => (value === undefined || value === null ? null : BigInt(value));
const quotient = (numerator, denominator, decimals) => {
  if (denominator === 0n) return null;
  const scaled = numerator * 10n ** BigInt(decimals);
  const negative = (scaled < 0n) !== (denominator < 0n);
  const [top, bottom] = [scaled < 0n ? -scaled : scaled, denominator < 0n ? -denominator : denominator];
  let digits = top / bottom;
  if (!data.truncates && (top % bottom) * 2n >= bottom) digits += 1n;
  const text = digits.toString().padStart(decimals + 1, '0');
  const whole = text.slice(0, text.length - decimals);
  return (negative && digits > 0n ? '-' : '') + whole + (decimals > 0 ? '.' + text.slice(text.length - decimals) : '');
};
const moneyUnit = () => pick(data.money_units[0], data.money_units[1]);
const money = (yuan) => {
  if (yuan === null || yuan === undefined) return '—';
  return pick(quotient(BigInt(yuan), 100000000n, data.money_decimals), quotient(BigInt(yuan), 1000000000n, data.money_decimals + 1));
};
const moneyWords = (yuan) => money(yuan) + pick('', ' ') + moneyUnit();
const percent = (numerator, denominator) => {
  const text = quotient(BigInt(numerator) * 100n, BigInt(denominator), data.rate_decimals);
  return text === null ? '—' : text + '%';
};
const countWords = (n) => (state.lang === 'zh' ? n + '个项目' : n + (n === 1 ? ' project' : ' projects'));
const monthText = (index) => String(Math.floor(index / 12)).padStart(4, '0') + '-' + String((index % 12) + 1).padStart(2, '0');
const sum = (list, value) => list.reduce((total, one) => total + (big(value(one)) ?? 0n), 0n);

const byId = new Map(data.projects.map((project) => [project.id, project]));
const unitNames = new Map(data.units.map(([code, name]) => [code, name]));
const industryNames = new Map(data.industries);
const unitName = (code) => unitNames.get(code) ?? say(code);
const industryName = (code) => industryNames.get(code) ?? say(code);
const ruleWords = (rules) => (rules ?? '').split(',').filter(Boolean).map((id) => {
  const rule = data.rules.find((one) => one[0] === id);
  return rule ? pick(rule[1], rule[2]) : id;
}).join(pick('；', '; '));

const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const LIGHTS = { r: 'red', y: 'yellow', g: 'green', n: 'none' };
const monthAt = (project, place) => {
  const flags = SIGNS.indexOf(project.line.flags[place] ?? 'A');
  const stage = SIGNS.indexOf(project.line.stages[place] ?? 'A');
  const has = (bit) => (flags & bit) > 0;
  return {
    stage: stage > 0 ? data.stages[stage - 1] : null, started: has(1), production: has(2), suspended: has(4),
    terminated: has(8), reported: has(16), observed: has(32), light: LIGHTS[project.line.lights[place]] ?? null,
  };
};
const amountAt = (changes, place) => {
  let amount = null;
  for (const [from, value] of changes) { if (from > place) break; amount = value; }
  return amount;
};
const lastPlace = (project) => project.line.stages.length - 1;
const now = (project) => monthAt(project, lastPlace(project));
const stageName = (stage) => (stage ? pick(stage[1], stage[0].replaceAll('_', ' ')) : '—');
