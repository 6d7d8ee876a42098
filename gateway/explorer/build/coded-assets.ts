import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** As the gateway looks for them: `<name>.br`, `<name>.gzip`. */
const CODERS = {
  br: (content: Buffer) => brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: (content: Buffer) => gzipSync(content, { level: 9 }),
};
const SHORTEST = 1_024;

/** Puts beside each long text that the page asks for its shorter forms, once, rather than at each request. */
export function codedAssets(): Plugin {
  return {
    name: 'coded-assets',
    apply: 'build',
    writeBundle({ dir = '' }) {
      const files = readdirSync(dir, { recursive: true }).map(String);
      for (const name of files.filter((file) => /\.(?:js|css|json|svg|txt)$/.test(file))) {
        const content = readFileSync(join(dir, name));
        if (content.length < SHORTEST) continue;
        for (const [coding, code] of Object.entries(CODERS))
          writeFileSync(join(dir, `${name}.${coding}`), code(content));
      }
    },
  };
}
