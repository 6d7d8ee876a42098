import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { codedAssets } from './build/coded-assets.ts';
import { frenchGraphiql } from './build/french-graphiql.ts';
import { frenchMonaco } from './build/french-monaco.ts';
import { frenchSpaces } from './build/french-spaces.ts';
import { BUILT_FROM, digestSources } from './build/keep-fresh.mjs';
import { TAGGED_CHUNK, questions } from './build/questions.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Says in a file beside the page what it was built from. */
function builtFrom(): Plugin {
  return {
    name: 'built-from',
    apply: 'build',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: BUILT_FROM, source: digestSources() });
    },
  };
}

export default defineConfig({
  root: here('.'),
  plugins: [frenchGraphiql(), frenchMonaco(), frenchSpaces(), questions(), codedAssets(), builtFrom()],
  worker: { format: 'es', plugins: () => [frenchMonaco()] },
  build: {
    target: 'es2022',
    // The editor is large, and served from the same machine.
    chunkSizeWarningLimit: 4_000,
    // The policy of the page refuses fonts and images written in the style sheets.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // What the other pages do more where a script runs is a file of its own.
      input: { index: here('index.html'), pages: here('../pages/script/pages.ts') },
      output: {
        // The gateway tells it by this folder.
        chunkFileNames: ({ name }) => `assets/${name === TAGGED_CHUNK ? 'etiquete/' : ''}[name]-[hash].js`,
      },
      // Directives for another kind of React server, without meaning here.
      onLog: (level, log, handle) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
      },
    },
  },
});
