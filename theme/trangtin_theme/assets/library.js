// Cuts the register of documents down by several choices at once. The choices live in the address (`?loai=ke-hoach&nam=2021`),
// so that it can be shared and "back" works. The register is fetched when first needed; without it, and without this
// script, the page's plain lists stand. File format: plugins/trangtin/views/register.py.
'use strict';

(() => {
  const box = document.getElementById('loc');
  const form = box.querySelector('form'), template = box.querySelector('template');
  const list = document.getElementById('danh-sach'), told = document.getElementById('da-dem');
  const printed = [...list.childNodes], printedCount = told.textContent;
  const collator = new Intl.Collator('vi', {numeric: true});
  const amount = new Intl.NumberFormat('vi-VN');

  const element = (name, attributes = {}, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  };

  // --- the register ---------------------------------------------------------------------------------------------------

  let loading;
  const load = () => loading ??= fetch(box.dataset.register).then(async answer => {
    if (!answer.ok) throw new Error(answer.status);
    const register = await answer.json();
    for (const facet of register.facets) facet.rows = facet.rows.map(value => [value].flat());
    return register;
  }).catch(error => {
    loading = undefined;  // the next choice tries again
    throw error;
  });

  const slug = text => text.replace(/[đĐ]/g, 'd').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
    .replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');

  const labelOf = (register, word, row) => {
    const facet = register.facets.find(each => each.word === word);
    return facet.values[facet.rows[row][0]];
  };

  // --- choosing -------------------------------------------------------------------------------------------------------

  // What is chosen, per facet: the place of its value, -1 for a value that is not in the register.
  const choicesOf = (register, query) => register.facets.flatMap((facet, place) => {
    const value = query.get(facet.word);
    return value ? [{facet, place, value, at: facet.values.findIndex(each => each[0] === value)}] : [];
  });

  // Rows that fit every choice; for each facet, how often each value occurs in rows that fit all other choices; for each
  // choice, how many rows there would be without it.
  const match = (register, choices) => {
    const rows = [], counts = register.facets.map(facet => new Array(facet.values.length).fill(0));
    const without = new Map(choices.map(choice => [choice, 0]));
    for (let row = 0; row < register.number.length; row++) {
      const misses = choices.filter(({facet, at}) => !facet.rows[row].includes(at));
      if (misses.length > 1) continue;
      if (misses.length === 0) rows.push(row);
      for (const choice of choices)
        if (misses.length === 0 || misses[0] === choice) without.set(choice, without.get(choice) + 1);
      register.facets.forEach((facet, place) => {
        if (misses.length === 0 || misses[0].place === place) for (const at of facet.rows[row]) counts[place][at]++;
      });
    }
    return {rows, counts, without};
  };

  const byDay = ['mới nhất trước', () => 0], orders = new Map(Object.entries({
    cu: ['cũ nhất trước', (a, b, {day}) => (!day[a] - !day[b]) || (day[a] < day[b] ? -1 : day[a] > day[b] ? 1 : 0)],
    so: ['theo số', (a, b, {number}) => (!number[a] - !number[b]) || collator.compare(number[a], number[b])],
    'trich-yeu': ['theo trích yếu', (a, b, {title}) => collator.compare(title[a], title[b])],
  }));

  // --- showing --------------------------------------------------------------------------------------------------------

  const address = query => location.pathname + (`${query}` && `?${query}`);
  const changed = (query, word, value) => {
    const next = new URLSearchParams(query);
    next.delete('trang');
    if (value === '') next.delete(word); else next.set(word, value);
    return next;
  };
  const link = (query, text, attributes) => element('a', {href: address(query), ...attributes}, text);

  const line = (register, row) => {
    const made = template.content.cloneNode(true), part = selector => made.querySelector(selector);
    const day = register.day[row], number = register.number[row];
    const [, type] = labelOf(register, 'loai', row), [year] = labelOf(register, 'nam', row);
    const time = part('time');
    time.textContent = day.split('-').reverse().join('/');
    time.dateTime = day;
    if (!day) time.replaceWith('Chưa có ngày');
    const name = part('.tt-document-name a');
    name.textContent = number ? `${type} số ${number}` : `${type} (chưa có số)`;
    name.href = `${form.action.split('?')[0]}${year}/${register.slug[row] || slug(number)}/`;
    const tag = part('.tt-tag'), mark = register.tags[register.tag[row]];
    if (mark) [tag.textContent, tag.className] = [mark[0], `tt-tag tt-tag-${mark[1]}`];
    else tag.remove();
    const [title, issuer] = made.querySelectorAll('p:not([class]), .tt-soft');
    title.textContent = register.title[row];
    const files = register.files[row];
    issuer.textContent = labelOf(register, 'co-quan', row)[1] + (files ? ` · ${files} tệp` : '');
    return element('li', {}, made);
  };

  const pager = (query, page, pages) => {
    const to = number => {
      const next = new URLSearchParams(query);
      if (number === 1) next.delete('trang'); else next.set('trang', number);
      return next;
    };
    const near = [...new Set([1, page - 2, page - 1, page, page + 1, page + 2, pages])].filter(n => n >= 1 && n <= pages);
    const items = near.map(number => number === page
      ? element('span', {'aria-current': 'page'}, String(number))
      : link(to(number), String(number), {'aria-label': `Trang ${number}`}));
    if (page > 1) items.unshift(link(to(page - 1), '← Trang trước', {rel: 'prev'}));
    if (page < pages) items.push(link(to(page + 1), 'Trang sau →', {rel: 'next'}));
    const made = element('nav', {class: 'tt-pager', 'aria-label': 'Các trang của danh sách'},
      element('ul', {}, ...items.map(item => element('li', {}, item))));
    return pages > 1 ? [made] : [];
  };

  const nothing = (query, choices, without) => {
    const names = choices.map(({facet, at, value}) => `${facet.label}: ${facet.values[at]?.[1] ?? value}`).join('; ');
    const ways = choices.filter(choice => without.get(choice)).map(choice => element('li', {},
      link(changed(query, choice.facet.word, ''), `Bỏ điều kiện “${choice.facet.label}”`),
      ` (còn ${amount.format(without.get(choice))} văn bản)`));
    return [
      element('p', {}, `Không văn bản nào có đủ các điều kiện: ${names}.`),
      element('ul', {class: 'tt-links'}, ...ways,
        element('li', {}, link(new URLSearchParams(), 'Bỏ hết điều kiện, xem tất cả văn bản'))),
    ];
  };

  // Counts beside the values that are still open; those that would leave nothing cannot be chosen.
  const fillForm = (register, query, counts) => {
    for (const select of form.elements) if (select.name) select.value = query.get(select.name) ?? '';
    register.facets.forEach((facet, place) => {
      const select = form.elements[facet.word];
      for (const option of select.options) {
        const at = facet.values.findIndex(each => each[0] === option.value);
        if (at < 0) continue;
        option.textContent = `${facet.values[at][1]} (${amount.format(counts[place][at])})`;
        option.disabled = counts[place][at] === 0 && !option.selected;
      }
    });
  };

  const draw = (register, query) => {
    const choices = choicesOf(register, query), {rows, counts, without} = match(register, choices);
    fillForm(register, query, counts);
    const [ordered, compare] = orders.get(query.get('xep')) ?? byDay;
    const page = Math.max(1, parseInt(query.get('trang')) || 1), {size} = register;
    if (!choices.length && page === 1 && compare === byDay[1]) return undo();
    rows.sort((a, b) => compare(a, b, register) || a - b);
    const pages = Math.max(1, Math.ceil(rows.length / size)), at = Math.min(page, pages), first = (at - 1) * size;
    const shown = rows.slice(first, first + size);
    const force = register.facets.find(facet => facet.word === 'hieu-luc');
    const split = force.values.map(([, label], value) =>
      [rows.filter(row => force.rows[row][0] === value).length, label.toLowerCase()]).filter(([count]) => count);
    const count = pages > 1
      ? `Văn bản ${amount.format(first + 1)} - ${amount.format(first + shown.length)} trong ${amount.format(rows.length)}`
      : `${amount.format(rows.length)} văn bản`;
    const forces = split.length > 1 ? ` (${split.map(([n, label]) => `${amount.format(n)} ${label}`).join(', ')})` : '';
    told.textContent = rows.length ? `${count}, ${ordered}${forces}` : 'Không có văn bản nào';
    list.replaceChildren(...(rows.length
      ? [element('ul', {class: 'tt-rows'}, ...shown.map(row => line(register, row))), ...pager(query, at, pages)]
      : nothing(query, choices, without)));
  };

  const undo = () => {
    told.textContent = printedCount;
    list.replaceChildren(...printed);
  };

  // `data-state` is "xong" when what is shown is what the address asks for.
  let turn = 0, asked = location.search;
  const show = async () => {
    asked = location.search;
    const query = new URLSearchParams(location.search), mine = ++turn;
    let register;
    box.dataset.state = 'dang-loc';
    try {
      register = await load();
      if (mine !== turn) return;  // a later choice came in between
      draw(register, query);
      box.dataset.state = 'xong';
    } catch (error) {
      console.error(error);
      if (mine !== turn) return;
      box.dataset.state = 'hong';
      if (register) undo();
      else told.textContent = 'Chưa tải được danh mục để lọc. Hãy thử lại, hoặc dùng các danh sách ở mục “Lọc văn bản”.';
    }
  };

  const go = query => {
    if (address(query) !== location.pathname + location.search) history.pushState(null, '', address(query));
    return show();
  };

  // --- events ---------------------------------------------------------------------------------------------------------

  const chosen = () => new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
  form.addEventListener('change', () => go(chosen()));
  form.addEventListener('submit', event => { event.preventDefault(); go(chosen()); });
  form.addEventListener('reset', event => { event.preventDefault(); go(new URLSearchParams()); });
  // Ready by the time a choice is made; if it fails, the choice tries again and says so.
  form.addEventListener('focusin', () => load().catch(() => {}), {once: true});
  list.addEventListener('click', event => {
    const to = event.target.closest('a');
    // Only links of this script's own making lead to this very page; a click with Ctrl opens them in a new tab.
    if (!to || to.pathname !== location.pathname || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(new URLSearchParams(to.search)).then(() => told.focus());
  });
  // A way to a part of the page (#muc-loc) is no other choice.
  addEventListener('popstate', () => location.search !== asked && show());

  document.querySelector('.tt-scriptless')?.remove(); // under Material nothing has hidden it
  box.open = location.search !== '' || matchMedia('(min-width: 60rem)').matches;
  if (location.search) show();
})();
