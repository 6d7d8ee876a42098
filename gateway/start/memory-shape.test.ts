import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Plugin, build } from 'esbuild';
import { expect, it } from 'vitest';

const KEEP_MEMORY = fileURLToPath(
  new URL('../../subgraphs/runtime/src/memory/keep-memory.ts', import.meta.url),
);
// Where what npm brings is found.
const DIST = fileURLToPath(new URL('dist/', import.meta.url));

/** What is of Palier is bundled, as in a program. */
const leavePackages: Plugin = {
  name: 'leave-packages',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^[^./]/ }, ({ path }) =>
      path.startsWith('@palier/') ? undefined : { path, external: true },
    ),
};

it('is the same in all the programs of one build, whatever names their bundles give', async () => {
  mkdirSync(DIST, { recursive: true });
  const folder = mkdtempSync(join(DIST, 'forme-'));
  const shapeIn = async (name: string, minify: boolean, kept: object): Promise<string> => {
    const { outputFiles } = await build({
      entryPoints: [KEEP_MEMORY],
      bundle: true,
      minify,
      format: 'esm',
      platform: 'node',
      plugins: [leavePackages],
      write: false,
      logLevel: 'error',
    });
    const path = join(folder, `${name}.mjs`);
    writeFileSync(path, outputFiles[0]!.contents);
    const asked = `import { shapeOf } from ${JSON.stringify(pathToFileURL(path).href)}; process.stdout.write(shapeOf(${JSON.stringify(kept)}));`;
    return execFileSync(process.execPath, ['--input-type=module', '-e', asked], { encoding: 'utf8' });
  };
  const kept = { migrations: ['001-un', '002-deux'], forgotten: ['compte'] };
  try {
    const shape = await shapeIn('entier', false, kept);
    expect(shape).toMatch(/^[0-9a-f]{64}$/);
    expect(await shapeIn('reduit', true, kept)).toBe(shape);
    expect(await shapeIn('migre', false, { ...kept, migrations: ['001-un'] })).not.toBe(shape);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
