// How a reader likes to read: size of text, contrast, whether to listen. Runs before the page is drawn, so that nothing jumps;
// without it the page has no such buttons (components/reading-tools).
(() => {
  'use strict';
  const root = document.documentElement, own = document.currentScript.src;
  const kept = {
    get: name => { try { return localStorage.getItem(`tt-${name}`) || ''; } catch { return ''; } },
    set: (name, value) => { try { localStorage.setItem(`tt-${name}`, value); } catch { /* a browser that keeps nothing */ } },
  };
  let sheet = null;
  const contrast = on => {
    if (on && !sheet) {
      sheet = document.createElement('link');
      sheet.rel = 'stylesheet';
      sheet.href = own.replace(/[^/]*$/, 'contrast.css');
      document.head.append(sheet);
    }
    if (sheet) sheet.disabled = !on;
  };
  const text = size => { root.dataset.text = size; };
  root.dataset.tools = '';
  text(kept.get('text') || '0');
  const asked = matchMedia('(prefers-contrast: more)').matches ? 'cao' : '';
  const wants = () => (kept.get('contrast') || asked) === 'cao';
  contrast(wants());

  document.addEventListener('DOMContentLoaded', () => {
    const tools = document.querySelector('.tt-tools');
    if (!tools) return;
    const press = (button, on) => button.setAttribute('aria-pressed', String(on));
    const sizes = [...tools.querySelectorAll('[data-text]')];
    const showSize = () => sizes.forEach(each => press(each, each.dataset.text === root.dataset.text));
    for (const each of sizes) each.addEventListener('click', () => {
      text(each.dataset.text);
      kept.set('text', each.dataset.text);
      showSize();
    });
    showSize();
    const more = tools.querySelector('[data-contrast]');
    press(more, wants());
    more.addEventListener('click', () => {
      const on = more.getAttribute('aria-pressed') !== 'true';
      contrast(on);
      kept.set('contrast', on ? 'cao' : 'thuong');
      press(more, on);
    });
    document.addEventListener('keydown', event => {
      if (event.key === 'Escape' && tools.open) {
        tools.open = false;
        tools.querySelector('summary').focus();
      }
    });
    document.addEventListener('click', event => { if (!tools.contains(event.target)) tools.open = false; });
    offerSpeech(tools.querySelector('[data-speech]'));
  });

  // Only where there is a text, and a voice for its language: a button that reads with another is worse than none. Some
  // browsers tell their voices only later.
  function offerSpeech(box) {
    const speech = window.speechSynthesis, text = document.querySelector('main .tt-body');
    if (!box || !speech || !window.SpeechSynthesisUtterance || !text?.textContent.trim()) return;
    const language = root.lang.split('-')[0];
    let ready;
    const offer = async () => {
      const found = speech.getVoices().some(each => each.lang.split(/[-_]/)[0].toLowerCase() === language);
      if (found) await (ready ??= import('./read-aloud.js').then(({connect}) => connect(box, speech)));
      box.hidden = !found;
    };
    speech.addEventListener?.('voiceschanged', offer);
    offer();
  }
})();
