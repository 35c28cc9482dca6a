// Asks the portal's own search page by its form and waits until it says that its answer is complete. Sent, not typed: while
// somebody types the page waits for a pause, which is no part of an answer's time.
'use strict';

window.ask = async query => {
  const input = document.querySelector('main input[name=q]'), place = document.getElementById('ket-qua');
  const started = performance.now();
  const answered = new Promise((done, fail) => {
    const most = setTimeout(() => fail(new Error(`no answer to ${query}`)), 60000);
    const watch = new MutationObserver(() => {
      if (place.dataset.state !== 'xong') return;
      clearTimeout(most);
      watch.disconnect();
      done(performance.now() - started);
    });
    watch.observe(place, {attributes: true, attributeFilter: ['data-state']});
  });
  input.value = query;
  input.form.requestSubmit();
  const ms = await answered;
  return {urls: [...place.querySelectorAll('a[href]')].map(link => link.href), ms};
};
