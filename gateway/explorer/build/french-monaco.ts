import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { runInNewContext } from 'node:vm';
import type { Plugin } from 'vite';

const { resolve } = createRequire(import.meta.url);
const MODULE = /monaco-editor[\\/]esm[\\/]vs[\\/].*\.js$/;
// The modules name their English texts; only the minified build numbers them, in the order of the French file.
const NUMBERED = /localize2?\((\d+),("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')/g;
const NAMED = /(localize2?\(\s*(?:'[^']*'|"[^"]*"|\{[^}]*\}),\s*)("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')/g;

/** What the editor says amiss to those who do not see the page, and what it should say. */
const SAID_ASIDE: readonly (readonly [file: string, said: string, corrected: string])[] = [
  [
    'progressbar/progressbar.js',
    "this.element.setAttribute('role', 'progressbar');",
    "this.element.setAttribute('role', 'progressbar'); this.element.setAttribute('aria-label', 'Avancement');",
  ],
  [
    'list/listWidget.js',
    "typeof ariaLevel === 'number'",
    "typeof ariaLevel === 'number' && data.container.getAttribute('role') !== 'option'",
  ],
];

/** Gives the editor the French texts that its own package carries, at no weight: the English ones are replaced. */
export function frenchMonaco(): Plugin {
  const french = readTranslations();
  return {
    name: 'french-monaco',
    enforce: 'pre',
    transform(code, id) {
      const path = (id.split('?')[0] ?? id).replaceAll('\\', '/');
      if (!MODULE.test(path)) return null;
      return {
        code: correctSaidAside(path, code).replace(NAMED, (whole, call: string, text: string) => {
          const translated = french.get(readLiteral(text));
          return translated === undefined ? whole : call + JSON.stringify(translated);
        }),
        map: null,
      };
    },
  };
}

function correctSaidAside(path: string, code: string): string {
  const [file, said, corrected] = SAID_ASIDE.find(([end]) => path.endsWith(`/${end}`)) ?? [];
  if (said === undefined || corrected === undefined) return code;
  if (!code.includes(said)) throw new Error(`${file} of the editor no longer holds: ${said}`);
  return code.replace(said, corrected);
}

function readTranslations(): ReadonlyMap<string, string> {
  const minified = readFileSync(resolve('monaco-editor/min/vs/editor/editor.main.js'), 'utf8');
  const messages = readFrenchMessages();
  const translations = new Map<string, string>();
  for (const [, index, literal] of minified.matchAll(NUMBERED)) {
    const translated = messages[Number(index)];
    if (translated && literal) translations.set(readLiteral(literal), translated);
  }
  if (translations.size === 0)
    throw new Error('The French texts of the editor were not found in its package.');
  return translations;
}

/** The file is a script that leaves its list in a global variable. */
function readFrenchMessages(): readonly (string | null)[] {
  const script = readFileSync(resolve('monaco-editor/min/vs/nls.messages.fr.js'), 'utf8');
  const globals: { _VSCODE_NLS_MESSAGES?: (string | null)[] } = {};
  runInNewContext(script, Object.assign(globals, { define: (_names: unknown, run: () => void) => run() }));
  return globals._VSCODE_NLS_MESSAGES ?? [];
}

const readLiteral = (literal: string): string => runInNewContext(literal) as string;
