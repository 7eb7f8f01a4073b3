// Words of the views (视图用语), Chinese and English. `say` picks the language that is switched on.
const homeLanguage = document.documentElement.lang === 'en' ? 'en' : 'zh';
const state = { lang: homeLanguage };
const pick = (zh, en) => (state.lang === 'zh' ? zh : en);
const WORDS = {
  n_projects: ['签约项目', 'signed projects'], contract_yuan: ['正式合同额', 'contract value'],
  n_started: ['已开工或投产', 'started or in production'], start_rate: ['开工率', 'start rate'],
  start_rate_by_value: ['开工率（按金额）', 'start rate by value'], n_production: ['投产', 'in production'],
  n_suspended: ['停工', 'suspended'], n_terminated: ['终止', 'terminated'], fulfilment_rate: ['履约率', 'fulfilment rate'],
  capital_yuan: ['累计到位资金', 'capital arrived'], capital_rate: ['资金到位率', 'capital rate'],
  capital_month_yuan: ['本月到位资金', 'capital of the month'], new_started: ['本月新开工', 'newly started'],
  n_unreported: ['当月未报', 'unreported'], median_months_to_start: ['签约到开工中位月数', 'median months to start'],
  contract_started_yuan: ['已开工项目合同额', 'contract value of started projects'],
  new: ['新签约', 'newly signed'], listed_late: ['补录、调入', 'listed late, moved in'], removed: ['清退、调出', 'removed, moved out'],
  terminated: ['终止', 'terminated'], suspended: ['停工', 'suspended'], reinstated: ['恢复', 'reinstated'],
  re_signed: ['重新签约', 'signed again'], reclassified: ['调整活动或届次', 'reclassified'], revised: ['合同额调整', 'contract value revised'],
  started: ['新开工', 'newly started'], produced: ['新投产', 'newly in production'], retracted: ['撤回', 'retracted'],
  arrived: ['新到位', 'newly arrived'], corrected: ['核减', 'corrected downwards'],
  red: ['红灯', 'red'], yellow: ['黄灯', 'yellow'], green: ['绿灯', 'green'], none: ['不亮灯', 'no light'],
  error: ['错误', 'error'], warning: ['警告', 'warning'], info: ['提示', 'info'], settled: ['已改正或认可', 'fixed or accepted'],
  all: ['合计', 'total'], unknown: ['不明', 'unknown'],
  withheld: ['不采用', 'withheld'], approx: ['约数', 'approximate'], range: ['区间', 'range'], foreign: ['外币', 'foreign currency'],
  estimated: ['预计', 'estimated'], merged: ['合并单元格', 'merged cell'], uncached: ['公式无缓存值', 'formula without value'],
  negative: ['负数', 'negative'], planned: ['计划', 'planned'], year_assumed: ['年份推定', 'year assumed'], several: ['多个数值', 'several values'],
  several_in_time: ['不同时点的多个数值', 'several values in time'], own_unit: ['自带单位', 'own unit'], not_valid_then: ['当时尚无此单位', 'no such unit then'],
  ledger_no: ['台账编号', 'ledger number'], project_code: ['项目代码', 'project code'], credit_code: ['统一社会信用代码', 'credit code'],
  exact_name: ['名称一致', 'equal name'], fuzzy: ['名称相近', 'similar name'], decision: ['人工认定', 'decision'],
};
const say = (key) => {
  const found = Object.prototype.hasOwnProperty.call(WORDS, key) ? WORDS[key] : null;
  return found ? pick(found[0], found[1]) : key;
};
const sayAll = (keys) => keys.split(',').filter(Boolean).map(say).join(pick('、', ', '));
