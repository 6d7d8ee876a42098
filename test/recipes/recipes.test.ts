import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { followBlocks, parseBlocks } from './recipes.ts';

const ROOT = new URL('../../', import.meta.url);
const read = (file: string): string | undefined =>
  existsSync(new URL(file, ROOT)) ? readFileSync(new URL(file, ROOT), 'utf8') : undefined;

describe('the recipes of CONTRIBUTING.md', () => {
  const page = read('CONTRIBUTING.md') ?? '';
  const blocks = parseBlocks('CONTRIBUTING.md', page);

  it('name the file of every block of code but commands and questions', () => {
    const recipes = page.slice(page.indexOf('## Recipe 1'));
    const nameless = [...recipes.matchAll(/^ *```(\w+)$/gm)].map(([, language]) => language);
    expect(nameless.filter((language) => language !== 'sh' && language !== 'graphql')).toEqual([]);
    expect(blocks.length).toBeGreaterThan(40);
  });

  it('apply to the files as they are, one after the other', () => {
    const files = followBlocks(blocks, read);
    expect(files.get('gateway/start/house/levels.ts')).toContain('etablissements, santePublique]');
    for (const [file, content] of files) expect(content, file).not.toBe(read(file));
  });

  it('number a migration after those that a database may have made', () => {
    const namesOf = (list: string): string[] =>
      [...list.matchAll(/ as '([^']+)'/g)].map(([, name = '']) => name);
    const lists = [...followBlocks(blocks, read)].filter(([file]) => file.endsWith('/src/migrations.ts'));
    expect(lists.length).toBeGreaterThan(2);
    for (const [file, list] of lists) {
      const names = namesOf(list);
      expect(names, file).toEqual(names.toSorted());
      const before = namesOf(read(file) ?? '');
      expect(names.slice(0, before.length), file).toEqual(before);
    }
  });
});

describe('a block', () => {
  const follow = (block: string, content?: string) =>
    followBlocks(parseBlocks('page', `## R\n\n   \`\`\`${block}\n   \`\`\`\n`), () => content).get('a.ts');

  it('is a new file, or the end of one', () => {
    expect(follow('ts a.ts\n   one();')).toBe('one();\n');
    expect(follow('ts a.ts\n   two();', 'one();\n')).toBe('one();\n\ntwo();\n');
  });

  it('changes the lines it shows, at each place, and keeps the rest', () => {
    expect(follow('diff a.ts\n    a\n   +b\n   …\n   -d\n   +e', 'a\nc\nd\n')).toBe('a\nb\nc\ne\n');
    expect(follow('diff a.ts\n   -{"x": 1, …\n   +{"x": 1, "y": 2, …', '{"x": 1, "z": 3}\n')).toBe(
      '{"x": 1, "y": 2, "z": 3}\n',
    );
  });

  it.each([
    [
      'shows lines that are not there',
      'diff a.ts\n    z\n   +b',
      'a\n',
      /^page:3 \(R; a\.ts\).* not there:\nz/,
    ],
    ['shows lines that are there twice', 'diff a.ts\n    a\n   +b', 'a\na\n', /^page:3 .*there 2 times/],
    ['changes a file that is not there', 'diff a.ts\n    a\n   +b', undefined, /^page:3 .*no such file/],
  ])('that %s fails by its name', (_, block, content, message) => {
    expect(() => follow(block, content)).toThrow(message);
  });
});
