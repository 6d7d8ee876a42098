import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const read = (file: string): string => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');

it('describes in docs/exploitation.md every variable of .env.example, and no other of ours', () => {
  const known = new Set([...read('.env.example').matchAll(/^([A-Z_]+)=/gm)].map(([, name = '']) => name));
  const rows = [...read('docs/exploitation.md').matchAll(/^\| (`[A-Z_]+`(?:, `[A-Z_]+`)*) +\|/gm)];
  const described = new Set(rows.flatMap(([, names = '']) => names.replaceAll('`', '').split(', ')));
  expect([...described].sort()).toEqual([...known].sort());
});
