// How a reader likes to read: size of text, contrast, read aloud. Runs before the page is drawn, so that nothing jumps;
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
    readAloud(tools.querySelector('[data-speak]'), press);
  });

  // Only where the device has a voice for the page's language: a button that reads with another is worse than none.
  function readAloud(button, press) {
    const speech = window.speechSynthesis;
    if (!speech || !window.SpeechSynthesisUtterance) return;
    const language = document.documentElement.lang.split('-')[0], start = button.textContent;
    const voice = () => speech.getVoices().find(each => each.lang.split(/[-_]/)[0].toLowerCase() === language);
    const offer = () => { button.hidden = !voice() || !words().length; };
    const stop = () => { speech.cancel(); press(button, false); button.textContent = start; };
    button.addEventListener('click', () => {
      if (button.getAttribute('aria-pressed') === 'true') return stop();
      speech.cancel();
      press(button, true);
      button.textContent = button.dataset.stop;
      const sentences = words(), speak = at => {
        if (at >= sentences.length) return stop();
        const next = new SpeechSynthesisUtterance(sentences[at]);
        next.voice = voice();
        next.lang = next.voice.lang;
        next.onend = () => button.getAttribute('aria-pressed') === 'true' && speak(at + 1);
        next.onerror = stop;
        speech.speak(next);
      };
      speak(0);
    });
    addEventListener('pagehide', () => speech.cancel());
    if (speech.addEventListener) speech.addEventListener('voiceschanged', offer);
    offer();
  }

  // The title and the text itself, cut into sentences: some browsers fall silent in the middle of long ones.
  function words() {
    const parts = document.querySelectorAll('main h1, .tt-summary, .tt-body > :not(.tt-scroll), .tt-body td, .tt-body th');
    return [...parts].flatMap(part => part.innerText.match(/[^.;!?\n]+[.;!?]*/g) || []).map(each => each.trim()).filter(Boolean);
  }
})();
