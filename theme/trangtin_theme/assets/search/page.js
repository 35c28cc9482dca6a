// The search page: form and address on one side, answers on the other. Everything is built through the DOM.

import {answersOf, inOrder} from './answers.js';
import {bestPiece, finder, marked} from './excerpt.js';
import {OtherFormat, Portal, steadily} from './portal.js';
import {MOST_WORDS, parse} from './query.js';

const STEP = 10, PAUSE = 200;
const form = document.getElementById('tim'), field = form.elements.q, list = document.getElementById('ket-qua');
const status = document.getElementById('tt-status'), help = document.getElementById('tt-help');
const more = document.getElementById('tt-more'), narrowBy = document.getElementById('tt-narrow');
const failed = document.getElementById('tt-failed');

const element = (name, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};
const numberText = number => number.toLocaleString('vi-VN');

// --- portals --------------------------------------------------------------------------------------------------------

const load = base => async (name, build, again) => {
  const answer = await fetch(new URL(build ? `${name}?v=${build}` : name, base), {cache: again ? 'reload' : 'default'});
  if (!answer.ok) throw new Error(`${answer.status} ${name}`);
  return answer.json();
};

const places = [...document.querySelectorAll('[data-index]')].map(({dataset, textContent}) => ({
  base: new URL(dataset.index, document.baseURI), name: textContent.trim(), isOwn: dataset.own !== undefined,
}));
let opened;

// Every portal that answers; what does not is told.
function open() {
  opened ??= (async () => {
    const faults = [];
    const portals = await Promise.all(places.map(async ({base, name, isOwn}) => {
      try {
        const portal = await new Portal(name, load(base)).open();
        return Object.assign(portal, {root: new URL('../', base), isOwn});
      } catch (error) {
        faults.push(`${name} (${error instanceof OtherFormat ? 'dùng phiên bản chỉ mục khác' : 'không đọc được chỉ mục'})`);
        return null;
      }
    }));
    failed.hidden = !faults.length;
    failed.textContent = faults.length ? `Không tìm được trong: ${faults.join('; ')}.` : '';
    return portals.filter(Boolean);
  })();
  return opened;
}

// --- the address ----------------------------------------------------------------------------------------------------

const asked = () => new URLSearchParams(location.search);

function write(parameters, isNew) {
  for (const [name, value] of [...parameters]) if (!value) parameters.delete(name);
  const address = `${location.pathname}${parameters.size || [...parameters].length ? `?${parameters}` : ''}`;
  if (address !== location.pathname + location.search) history[isNew ? 'pushState' : 'replaceState'](null, '', address);
}

function fromForm() {
  return new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value).trim()]));
}

// --- answers --------------------------------------------------------------------------------------------------------

let turn = 0, shown = 0, answers = [], find = null, words = 0;

async function search() {
  const mine = ++turn, parameters = asked(), text = parameters.get('q') ?? '';
  const query = parse(text), wanted = [...parameters].filter(([name, value]) => !['q', 'sap-xep'].includes(name) && value);
  const isEmpty = !query.tokens.length && !wanted.length;
  list.dataset.state = 'dang';
  try {
    const portals = isEmpty ? [] : await open(), narrowing = new Map();
    const all = await steadily(portals, async () => {
      const asked = Promise.all(portals.map(async portal => narrowing.set(portal, await portal.narrowing())));
      return (await Promise.all([found(query, portals), asked]))[0];
    });
    if (mine !== turn) return;
    answers = narrowed(all, portals, narrowing, wanted);
    inOrder(answers, ({portal, page}) => narrowing.get(portal).dates[page], parameters.get('sap-xep') === 'ngay');
    find = finder(query, portals);
    words = query.tokens.length;
    list.replaceChildren();
    shown = 0;
    await showMore(mine);
    if (mine !== turn) return;
    tell(query, isEmpty, isEmpty || portals.length > 0, all.length);
    list.dataset.state = 'xong';
  } catch (error) {
    if (mine !== turn) return;
    console.error(error);
    list.replaceChildren();
    status.textContent = 'Không đọc được chỉ mục tìm kiếm. Xin thử tải lại trang, hoặc dùng các danh sách bên dưới.';
    help.hidden = false;
    list.dataset.state = 'loi';
  }
}

async function found(query, portals) {
  if (!query.tokens.length)
    return portals.flatMap((portal, order) =>
      Array.from({length: portal.size}, (_, page) => ({portal, order, page, score: 0, isExact: true, missing: 0})));
  return answersOf(query, portals);
}

function tell(query, isEmpty, isOpen, before) {
  const whole = answers.filter(answer => !answer.missing).length, partly = answers.length - whole;
  const cut = query.isCut ? ` Chỉ dùng ${MOST_WORDS} từ đầu.` : '';
  if (!isOpen) status.textContent = '';
  else if (isEmpty) status.textContent = 'Gõ từ cần tìm: có dấu hay không dấu đều được.';
  else if (!answers.length) status.textContent = before ? 'Không có kết quả nào trong phần đã lọc.' : 'Không tìm thấy trang nào.';
  else if (!partly) status.textContent = `${numberText(whole)} kết quả.${cut}`;
  else if (!whole) status.textContent = `Không trang nào có đủ các từ; ${numberText(partly)} kết quả có một phần.${cut}`;
  else status.textContent = `${numberText(whole)} kết quả có đủ các từ, ${numberText(partly)} kết quả có một phần.${cut}`;
  help.hidden = isOpen && answers.length > 0;
}

async function showMore(mine) {
  const next = answers.slice(shown, shown + STEP);
  const items = await Promise.all(next.map(item));
  if (mine !== turn) return;
  list.append(...items);
  shown += next.length;
  more.hidden = shown >= answers.length;
  if (!more.hidden) more.textContent = `Xem thêm (còn ${numberText(answers.length - shown)})`;
}

async function item({portal, page}) {
  const first = await portal.excerpt(page, 0);
  const title = find(first.title);
  let piece = bestPiece(first.text, find);
  // Further parts of a long text only where neither this one nor the title shows what was asked.
  const isSaid = new Set(title.map(each => each.token)).size >= words;
  for (let part = 1; part < first.parts && !isSaid && !piece.count; part++) {
    const other = bestPiece((await portal.excerpt(page, part)).text, find);
    if (other.count > piece.count) piece = other;
  }
  const address = new URL(first.address, portal.root);
  const link = element('a', {href: address.origin === portal.root.origin ? address.href : portal.root.href}, marked(first.title, title));
  const made = element('li', {}, element('p', {className: 'tt-document-name'}, link),
    element('p', {className: 'tt-soft'}, portal.isOwn ? first.line : `${first.line} · ${portal.name}`));
  if (piece.text)
    made.append(element('p', {className: 'tt-excerpt'}, piece.start ? '… ' : '',
      marked(piece.text, piece.found, piece.start, piece.end), piece.end < piece.text.length ? ' …' : ''));
  return made;
}

// --- narrowing ------------------------------------------------------------------------------------------------------

// Facets of all portals as one, by name and value; which portal an answer is of is one more.
function facetsOf(portals, narrowing) {
  const facets = new Map();
  for (const portal of portals)
    for (const facet of narrowing.get(portal).facets) {
      const known = facets.get(facet.name) ?? {name: facet.name, label: facet.label, values: new Map(), of: new Map()};
      for (const [value, label] of facet.values) if (!known.values.has(value)) known.values.set(value, label);
      known.of.set(portal, page => facet.values[facet.of(page) - 1]?.[0] ?? '');
      facets.set(facet.name, known);
    }
  if (portals.length > 1) {
    const values = new Map(portals.map((portal, index) => [String(index + 1), portal.name]));
    facets.set('trang', {name: 'trang', label: 'Trang', values, of: new Map(portals.map((portal, index) => [portal, () => String(index + 1)]))});
  }
  return [...facets.values()];
}

function narrowed(all, portals, narrowing, wanted) {
  const facets = facetsOf(portals, narrowing), chosen = new Map(wanted);
  const fits = ({portal, page}, but) => facets.every(({name, of}) =>
    name === but || !chosen.has(name) || of.get(portal)?.(page) === chosen.get(name));
  const rows = [];
  for (const {name, label, values, of} of facets) {
    const counts = new Map();
    for (const answer of all)
      if (fits(answer, name)) {
        const value = of.get(answer.portal)?.(answer.page);
        if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
      }
    const offered = [...values].filter(([value]) => counts.has(value) || chosen.get(name) === value);
    if (offered.length > 1 || chosen.has(name)) rows.push(choice(name, label, offered, counts, chosen.get(name) ?? ''));
  }
  const focused = document.activeElement?.id;
  narrowBy.replaceChildren(...rows);
  if (focused) document.getElementById(focused)?.focus();
  return all.filter(answer => fits(answer));
}

function choice(name, label, values, counts, chosen) {
  const select = element('select', {className: 'tt-control', name, id: `tt-loc-${name}`}, element('option', {value: ''}, 'Tất cả'),
    ...values.map(([value, text]) => element('option', {value}, `${text} (${numberText(counts.get(value) ?? 0)})`)));
  select.value = chosen;
  select.setAttribute('form', form.id);
  return element('p', {}, element('label', {htmlFor: select.id}, label), select);
}

// --- events ---------------------------------------------------------------------------------------------------------

function fillForm() {
  const parameters = asked();
  field.value = parameters.get('q') ?? '';
  form.elements['sap-xep'].value = parameters.get('sap-xep') ?? '';
}

let pause = 0;
function soon(isNew, wait = 0) {
  clearTimeout(pause);
  pause = setTimeout(() => {
    write(fromForm(), isNew);
    search();
  }, wait);
}

form.addEventListener('submit', event => { event.preventDefault(); soon(true); });
form.addEventListener('input', event => { if (event.target === field && !event.isComposing) soon(false, PAUSE); });
form.addEventListener('compositionend', () => soon(false, PAUSE));
document.addEventListener('change', event => { if (event.target.form === form && event.target !== field) soon(true); });
addEventListener('popstate', () => { clearTimeout(pause); fillForm(); search(); });
more.addEventListener('click', async () => {
  const at = list.children.length;
  await showMore(turn);
  list.children[at]?.querySelector('a').focus();
});

field.addEventListener('focus', open, {once: true});
fillForm();
const controls = document.getElementById('tt-controls');
controls.hidden = false;
controls.open = matchMedia('(min-width: 60rem)').matches || [...asked().keys()].some(name => name !== 'q');
search();
