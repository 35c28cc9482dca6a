// Reads the title and the text of a page with the voices of the device. assets/reading.js fetches it once there is a voice
// for the language of the page.

const LONGEST = 180;  // letters, some ten seconds: Chromium falls silent after fifteen of one utterance
const BLOCKS = 'p, li, h1, h2, h3, h4, h5, h6, td, th, dt, dd, figcaption, blockquote, div';

const voiceOf = (speech, language) => {
  const wanted = language.split('-')[0].toLowerCase();
  return speech.getVoices().find(each => each.lang.split(/[-_]/)[0].toLowerCase() === wanted);
};

// A sentence ends where white space follows its mark (so not in 1.245); what is still too long, at a comma or a word.
function* cut(text) {
  for (let [piece] of text.matchAll(/\S.*?(?:[.;:!?…]+(?=\s)|$)/g)) {
    while (piece.length > LONGEST) {
      const comma = piece.lastIndexOf(', ', LONGEST), space = piece.lastIndexOf(' ', LONGEST);
      const end = comma > 0 ? comma + 1 : space > 0 ? space : LONGEST;
      yield piece.slice(0, end);
      piece = piece.slice(end).trim();
    }
    if (/[\p{L}\p{N}]/u.test(piece)) yield piece;
  }
}

// What is read, in order: a new utterance begins with every block and every change of language.
function utterances() {
  const runs = [];
  for (const part of document.querySelectorAll('main h1, .tt-summary, .tt-body')) {
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const {data, parentElement: inside} = walker.currentNode;
      if (!inside.getClientRects().length || inside.closest('.tt-hidden, [aria-hidden=true]')) continue;
      const block = inside.closest(BLOCKS), {lang} = inside.closest('[lang]'), last = runs[runs.length - 1];
      if (last?.block === block && last.lang === lang) last.text += data;
      else runs.push({block, lang, text: data});
    }
  }
  return runs.flatMap(({lang, text}) => [...cut(text.replace(/\s+/g, ' ').trim())].map(piece => ({lang, piece})));
}

export function connect(box, speech) {
  const [main, end] = box.querySelectorAll('button'), told = box.querySelector('[role=status]');
  const start = main.textContent;
  let pieces = [], at = 0, spoken = null;

  const show = (label, state, isOver) => {
    main.textContent = label;
    told.textContent = state;
    if (isOver && document.activeElement === end) main.focus();
    end.hidden = isOver;
  };
  // Forgotten first: what is cancelled still tells that it ended.
  const silence = () => { spoken = null; speech.cancel(); };
  const over = state => { silence(); at = 0; show(start, state, true); };

  function speak() {
    if (at >= pieces.length) return over(box.dataset.done);
    const {lang, piece} = pieces[at], next = new SpeechSynthesisUtterance(piece);
    next.voice = voiceOf(speech, lang) || voiceOf(speech, document.documentElement.lang);
    next.lang = next.voice?.lang || lang;
    next.onend = () => { if (spoken === next) { at += 1; speak(); } };
    next.onerror = () => { if (spoken === next) over(box.dataset.failed); };
    spoken = next;  // also keeps it: Chromium drops the events of one that nobody holds
    speech.speak(next);
  }

  main.addEventListener('click', () => {
    if (spoken) {
      // Not speech.pause(): on Android it ends the reading. The sentence that was begun is read again.
      silence();
      return show(main.dataset.resume, box.dataset.paused, false);
    }
    if (!at) pieces = utterances();
    silence();
    show(main.dataset.pause, box.dataset.on, false);
    speak();
  });
  end.addEventListener('click', () => over(box.dataset.off));
  addEventListener('pagehide', () => over(''));
}
