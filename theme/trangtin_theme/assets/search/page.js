// The search page: form and address on one side, answers on the other. Everything is built through the DOM.

import {answersOf, facetsOf, inOrder, narrowed} from './answers.js';
import {element, finder, item} from './drawing.js';
import {OtherFormat, Portal, Stale, buildsOf, steadily, within} from './portal.js';
import {MOST_WORDS, parse} from './query.js';

const STEP = 10, PAUSE = 200, LONG = 1000;
const form = document.getElementById('tim'), field = form.elements.q, list = document.getElementById('ket-qua');
const status = document.getElementById('tt-status'), help = document.getElementById('tt-help');
const more = document.getElementById('tt-more'), narrowBy = document.getElementById('tt-narrow');
const failed = document.getElementById('tt-failed');

const numberText = number => number.toLocaleString('vi-VN');

// --- portals --------------------------------------------------------------------------------------------------------

const load = base => async (name, build, again) => {
  const answer = await fetch(new URL(build ? `${name}?v=${build}` : name, base), {cache: again ? 'reload' : 'default'});
  // Of an index that was published anew with fewer files some are gone: such a file is of another build too.
  if (build && answer.status === 404) return {};
  if (!answer.ok) throw new Error(`${answer.status} ${name}`);
  return answer.json();
};

const places = [...document.querySelectorAll('[data-index]')].map(({dataset, textContent}) => ({
  base: new URL(dataset.index, document.baseURI), name: textContent.trim(), isOwn: dataset.own !== undefined,
}));

// A portal that cannot be read is asked anew for the next query; one of another format stays so.
async function opened(place) {
  try {
    const portal = await new Portal(place.name, load(place.base)).open();
    return Object.assign(portal, {root: new URL('../', place.base), isOwn: place.isOwn});
  } catch (error) {
    if (!(error instanceof OtherFormat)) place.portal = null;
    throw error;
  }
}

// Every portal that answers; what does not is told.
async function open() {
  const tried = await Promise.allSettled(places.map(place => place.portal ??= opened(place))), faults = [];
  tried.forEach(({reason}, index) => {
    const why = reason instanceof OtherFormat ? 'dùng phiên bản chỉ mục khác' : 'không đọc được chỉ mục';
    if (reason) faults.push(`${places[index].name} (${why})`);
  });
  failed.hidden = !faults.length;
  failed.textContent = faults.length ? `Không tìm được trong: ${faults.join('; ')}.` : '';
  return tried.flatMap(({value}) => value ?? []);
}

// --- the address ----------------------------------------------------------------------------------------------------

const asked = () => new URLSearchParams(location.search);

function write(parameters, isNew) {
  for (const [name, value] of [...parameters]) if (!value) parameters.delete(name);
  const address = location.pathname + (`${parameters}` && `?${parameters}`);
  if (address !== location.pathname + location.search) history[isNew ? 'pushState' : 'replaceState'](null, '', address);
}

// A space at the end stays: it says that the last word is whole.
function fromForm() {
  return new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value).trimStart()]));
}

// --- answers --------------------------------------------------------------------------------------------------------

let turn = 0, shown = null, sought = '', waiting = 0;

// Shows the first answers to what the address asks, `count` of them. True if they are shown, not overtaken or failed.
async function search(count = STEP) {
  const mine = ++turn;
  sought = location.search;
  list.dataset.state = 'dang';
  more.disabled = true;
  clearTimeout(waiting);
  waiting = setTimeout(() => { status.textContent = 'Đang tìm…'; }, LONG); // over a slow network
  try {
    const reply = await replyTo(asked(), count);
    if (mine !== turn) return false;
    clearTimeout(waiting);
    shown = reply;
    offer(reply.offered, reply.chosen);
    sayChosen(reply.chosen.size);
    list.replaceChildren();
    append(reply.items);
    tell(reply);
    list.dataset.state = 'xong';
    return true;
  } catch (error) {
    if (mine !== turn) return false;
    clearTimeout(waiting);
    console.error(error);
    list.replaceChildren();
    more.hidden = true;
    status.textContent = 'Chưa đọc được chỉ mục tìm kiếm. Hãy kiểm tra kết nối mạng rồi bấm “Tìm” lần nữa, '
      + 'hoặc dùng các danh sách bên dưới.';
    help.hidden = false;
    list.dataset.state = 'loi';
    return false;
  }
}

// Answers without a hint are better than none: what gives it may be the one file that the network lost.
const hint = found => found.catch(() => '');

// All that is to be shown, from the first word to the last excerpt out of one build of each portal. What few readers need is
// loaded for them alone: who quotes a phrase, types a number, or what may be words without spaces and is found nowhere.
async function replyTo(parameters, count) {
  const text = parameters.get('q') ?? '', query = parse(text);
  const others = [...parameters].filter(([name, value]) => !['q', 'sap-xep'].includes(name) && value);
  const isAsked = query.tokens.length > 0 || others.length > 0, portals = isAsked ? await open() : [];
  if (isAsked && !portals.length) throw new Error('no portal can be searched');
  return steadily(portals, async () => {
    const [all, ...each] = await Promise.all([found(query, portals), ...portals.map(portal => portal.narrowing())]);
    const narrowing = new Map(portals.map((portal, index) => [portal, each[index]])), facets = facetsOf(portals, narrowing);
    // An address may come with names that others gave it (`?fbclid=…`): they ask nothing.
    const chosen = new Map(others.filter(([name]) => facets.some(facet => facet.name === name)));
    const isEmpty = !query.tokens.length && !chosen.size;
    const {answers, offered} = narrowed(isEmpty ? [] : all, facets, chosen);
    const isByDay = parameters.get('sap-xep') === 'ngay';
    inOrder(answers, ({portal, page}) => narrowing.get(portal).dates[page], isByDay);
    const ordered = isByDay || !query.phrases.length ? answers
      : await import('./phrases.js').then(({wordForWord}) => wordForWord(query, answers));
    const reply = {query, isEmpty, answers: ordered, offered, chosen, portals, before: all.length, builds: buildsOf(portals),
      find: finder(query, portals)};
    const [items, unknown, meant] = await Promise.all([
      itemsOf(reply, 0, count),
      query.hasNumber ? hint(import('./numbers.js').then(({unknownNumber}) => unknownNumber(text, portals))) : '',
      query.hasLong && all.every(({missing}) => missing) ? hint(import('./spaces.js').then(({spaced}) => spaced(text, portals))) : '',
    ]);
    return {...reply, items, unknown, meant};
  });
}

async function found(query, portals) {
  if (!query.tokens.length)
    return portals.flatMap((portal, order) =>
      Array.from({length: portal.size}, (_, page) => ({portal, order, page, score: 0, missing: 0})));
  return answersOf(query, portals);
}

// On a telephone the choices lie folded, also those that came with the address: opened by themselves they would push the
// answers down under the reader's eyes.
function sayChosen(count) {
  document.querySelector('#tt-controls summary').textContent = `Lọc và sắp xếp${count ? ` (đã chọn ${count})` : ''}`;
}

function counted({query, isEmpty, answers, before}) {
  const whole = answers.filter(answer => !answer.missing).length, partly = answers.length - whole;
  const cut = query.isCut ? ` Chỉ dùng ${MOST_WORDS} từ đầu.` : '';
  if (isEmpty) return 'Gõ từ cần tìm: có dấu hay không dấu đều được.';
  if (!answers.length) return before ? 'Không có kết quả nào trong phần đã lọc.' : 'Không tìm thấy trang nào.';
  if (!partly) return `${numberText(whole)} kết quả.${cut}`;
  if (!whole) return `Không trang nào có đủ các từ; ${numberText(partly)} kết quả có một phần.${cut}`;
  return `${numberText(whole)} kết quả có đủ các từ, ${numberText(partly)} kết quả có một phần.${cut}`;
}

function tell(reply) {
  const {answers, unknown, meant} = reply, near = answers.length ? '; dưới đây chỉ là những trang gần giống' : '';
  const made = element('p', {}, unknown && element('strong', {}, `Ở đây không có văn bản nào mang số “${unknown}”${near}. `), counted(reply),
    ...meant ? [' Ý bạn là ', element('a', {href: `?${new URLSearchParams({q: meant})}`}, meant), '?'] : []);
  // What was said already is not read out again.
  if (status.textContent !== made.textContent) status.replaceChildren(...made.childNodes);
  help.hidden = answers.length > 0;
}

const itemsOf = ({query, answers, find}, start, end) =>
  Promise.all(answers.slice(start, end).map(answer => item(answer, find, query.tokens.length)));

function append(items) {
  list.append(...items);
  const left = shown.answers.length - list.children.length;
  more.hidden = left <= 0;
  more.disabled = false;
  more.textContent = `Xem thêm (còn ${numberText(left)})`;
}

// The next answers; all of them anew if a portal was published in between.
async function showMore() {
  const mine = turn, at = list.children.length;
  more.disabled = true;
  try {
    const items = await within(shown.portals, shown.builds, () => itemsOf(shown, at, at + STEP));
    if (mine !== turn) return;
    append(items);
    tell(shown);
  } catch (error) {
    if (mine !== turn) return;
    if (error instanceof Stale) {
      if (!await search(at + STEP)) return;
    } else {
      console.error(error);
      status.textContent = 'Chưa tải được thêm kết quả. Hãy kiểm tra kết nối mạng rồi bấm “Xem thêm” lần nữa.';
      more.disabled = false;
      more.focus();
      return;
    }
  }
  list.children[at]?.querySelector('a').focus();
}

// --- narrowing ------------------------------------------------------------------------------------------------------

function offer(offered, chosen) {
  const focused = document.activeElement?.id;
  narrowBy.replaceChildren(...offered.map(facet => choice(facet, chosen.get(facet.name) ?? '')));
  if (focused) document.getElementById(focused)?.focus();
}

function choice({name, label, values}, chosen) {
  const select = element('select', {className: 'tt-control', name, id: `tt-loc-${name}`}, element('option', {value: ''}, 'Tất cả'),
    ...values.map(([value, text, count]) => element('option', {value}, `${text} (${numberText(count)})`)));
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
addEventListener('popstate', () => {
  if (location.search === sought) return; // a way to a part of the page is no other question
  clearTimeout(pause);
  fillForm();
  search();
});
more.addEventListener('click', showMore);

field.addEventListener('focus', () => open(), {once: true});
document.querySelector('.tt-scriptless')?.remove(); // under Material nothing has hidden it
fillForm();
const controls = document.getElementById('tt-controls');
controls.open = matchMedia('(min-width: 60rem)').matches;
search();
