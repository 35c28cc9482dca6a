// Types into a page's search field as a reader does, and waits until its list of results has stood still.
'use strict';

window.askByTyping = ({field, list, links, shadow}) => async query => {
  const root = shadow ? [...document.querySelectorAll('*')].find(each => each.shadowRoot).shadowRoot : document;
  const input = root.querySelector(field);
  const set = value => {
    input.value = value;
    for (const name of ['input', 'keyup', 'change']) input.dispatchEvent(new Event(name, {bubbles: true}));
  };
  const settled = (quiet, most) => new Promise(done => {
    const started = performance.now();
    let last;
    const watch = new MutationObserver(() => { last = performance.now(); });
    watch.observe(root.querySelector(list), {childList: true, subtree: true, characterData: true, attributes: true});
    const look = setInterval(() => {
      const now = performance.now();
      if (last ? now - last > quiet : now - started > most) {
        clearInterval(look);
        watch.disconnect();
        done((last ?? now) - started);
      }
    }, 10);
  });
  const emptied = settled(100, 400);
  set('');
  await emptied;
  const answered = settled(300, 30000);
  set(query);
  const ms = await answered;
  return {urls: [...root.querySelectorAll(links)].map(link => link.href), ms};
};
