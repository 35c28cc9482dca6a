// Bundles the form so that a browser asks nobody but this site.
const NO_GRAMMAR = '\0no-grammar';
const FONTS = /@font-face \{[^}]*cdn\.jsdelivr\.net[^}]*\}/g;

// Colours for 250 programming languages, 10 MB of them: no text of a portal has any.
const grammars = {
  name: 'no-grammars',
  enforce: 'pre',
  resolveId: (id) => (id.startsWith('@shikijs/langs/') ? NO_GRAMMAR : null),
  load: (id) => (id === NO_GRAMMAR ? 'export default [];' : null),
};

// The package brings its fonts along and asks a public host for them all the same. A check counts on there being three.
const fonts = {
  name: 'own-fonts-only',
  enforce: 'pre',
  transform(code, id) {
    if (!id.includes('@sveltia/cms/npm/index.js')) return null;
    const found = code.match(FONTS) ?? [];
    if (found.length !== 3) this.error(`expected 3 fonts of another host, found ${found.length}`);
    return { code: code.replace(FONTS, ''), map: null };
  },
};

export default {
  base: './',
  plugins: [grammars, fonts],
  build: { target: 'esnext', chunkSizeWarningLimit: 4096, rolldownOptions: { output: { assetFileNames: 'assets/[name]-[hash][extname]' } } },
};
