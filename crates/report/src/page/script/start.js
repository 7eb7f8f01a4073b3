// Where everything starts (启动): language and view follow from the part of the address behind #. The language in which the
// page was published stands in no address.
const VIEWS = { figure: figureView, age: ageView, agecapital: ageCapitalView, bridge: bridgeView, light: lightView, findings: findingsView, unit: unitView, project: projectView };
const dialog = document.getElementById('view');
const readAddress = () => {
  const parts = location.hash.slice(1).split('/');
  const lang = parts[0] === 'en' || parts[0] === 'zh' ? parts.shift() : null;
  return { lang, parts: parts.map((part) => { try { return decodeURIComponent(part); } catch { return part; } }), rest: parts.join('/') };
};
const setLanguage = (lang) => {
  state.lang = lang;
  const root = document.documentElement;
  root.lang = lang === 'en' ? 'en' : 'zh-CN';
  document.title = lang === 'en' ? root.dataset.titleEn : root.dataset.titleZh;
};
const addressOf = (rest) => '#' + (state.lang === homeLanguage ? '' : state.lang + '/') + rest;
let lastFigure = null;
const show = () => {
  const { lang, parts, rest } = readAddress();
  if (lang) setLanguage(lang);
  else if (state.lang !== homeLanguage) history.replaceState(null, '', addressOf(rest));
  const view = Object.prototype.hasOwnProperty.call(VIEWS, parts[0]) ? VIEWS[parts[0]] : null;
  if (!view) {
    if (dialog.open) dialog.close();
    if (rest !== '') document.getElementById(parts[0])?.scrollIntoView();
    return;
  }
  const [title, ...content] = view(...parts.slice(1));
  const heading = document.getElementById('view-title');
  heading.replaceChildren(el('bdi', null, title));
  document.getElementById('view-body').replaceChildren(...content.filter(Boolean));
  if (!dialog.open) dialog.showModal();
  dialog.scrollTop = 0;
  heading.focus({ preventScroll: true });
};
document.getElementById('language').addEventListener('click', () => {
  const { rest } = readAddress();
  const lang = state.lang === 'zh' ? 'en' : 'zh';
  setLanguage(lang);
  history.replaceState(null, '', addressOf(rest || (lang === homeLanguage ? lang : '')));
});
document.addEventListener('click', (event) => {
  const figure = event.target.closest ? event.target.closest('main a[href]') : null;
  if (figure) lastFigure = { figure, top: window.scrollY };
});
document.getElementById('close').addEventListener('click', () => dialog.close());
dialog.addEventListener('click', (event) => { if (event.target === dialog) dialog.close(); });
dialog.addEventListener('close', () => {
  if (Object.prototype.hasOwnProperty.call(VIEWS, readAddress().parts[0])) history.replaceState(null, '', addressOf(state.lang === homeLanguage ? homeLanguage : ''));
  if (lastFigure) { window.scrollTo(0, lastFigure.top); lastFigure.figure.focus({ preventScroll: true }); }
});
window.addEventListener('hashchange', show);
document.documentElement.classList.add('scripted');
for (const table of document.querySelectorAll('main table.sortable')) makeSortable(table);
for (const input of document.querySelectorAll('input[data-table]')) {
  makeSearchable(input, document.getElementById(input.dataset.table), document.querySelector('output[data-count="' + CSS.escape(input.dataset.table) + '"]'));
}
show();
