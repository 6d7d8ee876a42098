/** One block of code of a recipe, and the file it is for. */
export interface Block {
  /** What its failure is named by: where it stands in the page, the recipe and the file. */
  readonly name: string;
  readonly language: string;
  /** From the root of the project. */
  readonly file: string;
  readonly lines: readonly string[];
}

/** Gives the content of a file of the project; undefined where there is none. */
export type ReadFile = (file: string) => string | undefined;

const FENCE = /^( *)```(\S+) (\S+)$/;
const BETWEEN = '…';

/** The blocks of the recipes that name a file, in the order in which they are followed. */
export function parseBlocks(page: string, text: string): Block[] {
  const lines = text.split('\n');
  const blocks: Block[] = [];
  let recipe = '';
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line.startsWith('## ')) recipe = line.slice(3);
    const [, indent = '', language = '', file = ''] = FENCE.exec(line) ?? [];
    if (file === '') continue;
    const end = lines.indexOf(`${indent}\`\`\``, at);
    const content = lines.slice(at + 1, end).map((one) => one.slice(indent.length));
    blocks.push({ name: `${page}:${at + 1} (${recipe}; ${file})`, language, file, lines: content });
    at = end;
  }
  return blocks;
}

/** What the files are once each block is followed. Raises the name of the first block that does not apply, and why. */
export function followBlocks(blocks: readonly Block[], read: ReadFile): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const block of blocks)
    files.set(block.file, followBlock(block, files.get(block.file) ?? read(block.file)));
  return files;
}

function followBlock({ name, language, lines }: Block, content: string | undefined): string {
  const written = `${lines.join('\n')}\n`;
  if (language !== 'diff') return content === undefined ? written : `${content}\n${written}`;
  if (content === undefined) throw new Error(`${name}: there is no such file to change`);
  return splitHunks(lines).reduce((text, hunk) => applyHunk(name, text, hunk), content);
}

function splitHunks(lines: readonly string[]): string[][] {
  const hunks: string[][] = [[]];
  for (const line of lines)
    if (line === BETWEEN) hunks.push([]);
    else hunks.at(-1)?.push(line);
  return hunks;
}

/** The lines that a hunk shows are found once; one that ends with « … » stands for a longer one, whose end is kept. */
function applyHunk(name: string, text: string, hunk: readonly string[]): string {
  const lines = text.split('\n');
  const shown = hunk.filter((line) => !line.startsWith('+')).map((line) => line.slice(1));
  const places = lines
    .map((_, index) => index)
    .filter((index) => shown.every((line, offset) => matches(lines[index + offset], line)));
  const [place] = places;
  if (place === undefined || places.length > 1)
    throw new Error(
      `${name}: these lines are ${place === undefined ? 'not there' : `there ${places.length} times`}:\n${shown.join('\n')}`,
    );
  let at = place;
  let rest = '';
  const replaced = hunk.flatMap((line) => {
    if (line.startsWith('+')) return [line.endsWith(BETWEEN) ? line.slice(1, -1) + rest : line.slice(1)];
    const found = lines[at] ?? '';
    at += 1;
    if (!line.startsWith('-')) return [found];
    rest = line.endsWith(BETWEEN) ? found.slice(line.length - 2) : '';
    return [];
  });
  return [...lines.slice(0, place), ...replaced, ...lines.slice(at)].join('\n');
}

function matches(found: string | undefined, shown: string): boolean {
  return shown.endsWith(BETWEEN) ? found?.startsWith(shown.slice(0, -1)) === true : found === shown;
}
