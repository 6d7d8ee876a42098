import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openDepots } from '@palier/depots/depots';
import { openXlsx, saveXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HouseOfPeople, openHouseOfPeople } from '../people.ts';
import { ROOT, startProgram } from '../../program.ts';
import { openShell, type Shell } from './shell.ts';
import { readShown, toExpected } from './shown-answer.ts';

/**
 * `docs/actes.md`, `docs/verification.md` and `docs/regles.md`, as they are written: each command is run in one shell, after all those before it, and answers
 * what the page shows of it. What the page says of the command, up to the next, is its `said`.
 */
interface Step {
  readonly commands: string;
  readonly said: string;
}

const readPage = (name: string): string => readFileSync(join(ROOT, `docs/${name}.md`), 'utf8');
const PAGE = readPage('actes');
const toSteps = (page: string): readonly Step[] =>
  page
    .split('```sh\n')
    .slice(1)
    .map((part) => {
      const [commands = '', ...said] = part.split('\n```\n');
      return { commands, said: said.join('\n```\n') };
    })
    // The server is the one of the test.
    .filter(({ commands }) => commands !== 'npm start');
const STEPS = toSteps(PAGE);
const RULES = toSteps(readPage('regles'));
const TOKEN = /npm (run -s jeton -- ([^|]*[^|\s]))/g;
const FILLED = '# Filled in a spreadsheet, then tried: nothing is written.';

interface Answer {
  readonly data?: object | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
  readonly essai?: boolean;
}

/** Somebody who follows the pages, in a house of their own. */
interface Reader {
  readonly folder: string;
  readonly people: HouseOfPeople;
  readonly shell: Shell;
  close(): Promise<void>;
}

async function openReader(): Promise<Reader> {
  const folder = mkdtempSync(join(tmpdir(), 'palier-page-'));
  const people = await openHouseOfPeople({ mounts: openDepots() });
  const tokens = join(folder, 'jetons');
  mkdirSync(tokens);
  for (const [, words = '', args = ''] of PAGE.matchAll(TOKEN)) {
    const { sujet, scopes, ...claims } = readOptions(args);
    writeFileSync(join(tokens, words), await people.token({ ...claims, sub: sujet, scope: scopes }));
  }
  const shell = openShell(folder, {});
  await shell.run('npm() { cat "jetons/$*"; }');
  return {
    folder,
    people,
    shell,
    close: async () => {
      shell.close();
      await people.close();
      rmSync(folder, { recursive: true });
    },
  };
}

let reader: Reader;
/** What each command of the pages was refused by, when they are read in this order. */
const refused = new Map<Step, readonly string[]>();

beforeAll(async () => {
  reader = await openReader();
});
afterAll(() => reader.close());

const readOptions = (args: string) =>
  parseArgs({
    args: args.split(' '),
    options: Object.fromEntries(
      ['palier', 'sujet', 'etablissement', 'scopes'].map((name) => [name, { type: 'string' as const }]),
    ),
  }).values;

/** A fence that opens is followed by one that closes, which opens nothing. */
const FENCED = /(?:^|\n)```(\w*)\n([\s\S]*?)\n```(?=\n|$)/g;

function listBlocks(said: string, language: string): string[] {
  return [...said.matchAll(FENCED)].flatMap(([, of, block = '']) => (of === language ? [block] : []));
}

describe('docs/actes.md', () => {
  it('has commands', () => {
    expect(STEPS.length).toBeGreaterThan(15);
  });

  it.each(named(STEPS))('%s', async (_name, step) => {
    const answers = await follow(reader, step);
    refused.set(step, codesOf(answers));
    expectShown(step, answers);
    // Others countersign when they can: what is read back says so in the end.
    if (isReadBack(step))
      await expect
        .poll(async () => toAnswers(await run(reader, step.commands)), { timeout: 60_000 })
        .toEqual(answers.map((answer) => toExpected(shownOf(step, answer) ?? answer)));
  });
});

describe('docs/verification.md', () => {
  const page = readPage('verification');
  const [query = ''] = listBlocks(page, 'graphql');
  const [shown] = listBlocks(page, 'json').flatMap(readShown) as Receipted[];

  it('asks for a receipt that its own command holds', async () => {
    const luc = await reader.people.person({
      sub: 'luc',
      palier: 'ETABLISSEMENT',
      etablissement: '11045119',
    });
    const { journalEtablissements } = await luc.read<{ journalEtablissements: { nodes: Receipted[] } }>(
      query,
    );
    const [acte] = journalEtablissements.nodes;
    const { recu, ...said } = shown!;
    // Its checkpoint is that of whoever signed first.
    expect(acte).toMatchObject({ ...(toExpected(said) as object), recu: { numero: recu['numero'] } });
    expect(Object.keys(acte!.recu)).toEqual(Object.keys(recu));

    const keys = join(reader.folder, '.palier/cles');
    mkdirSync(keys, { recursive: true });
    for (const niveau of ['MSSS', 'SANTE_QUEBEC', 'ETABLISSEMENT'] as const)
      writeFileSync(join(keys, `${niveau}.pub`), reader.people.house.journalKeys.signerOf(niveau).publicKey);
    writeFileSync(join(reader.folder, 'recu.json'), JSON.stringify(acte));
    const [, words = ''] = /npm run verifier -- (.+)/.exec(page) ?? [];
    const args = words
      .split(' ')
      .map((word) => (/^(recu|\.palier)/.test(word) ? join(reader.folder, word) : word));
    const program = startProgram('gateway/start/verifier.ts', { args });
    expect(await program.ended).toBe(0);
    expect(program.wrote()).toContain('Acte 2 du palier ETABLISSEMENT : le reçu tient.');
  });
});

describe('docs/regles.md, after the others', () => {
  it.each(named(RULES))('%s', async (_name, step) => {
    const answers = await follow(reader, step);
    refused.set(step, codesOf(answers));
    expectShown(step, answers);
  });
});

describe('docs/regles.md, before docs/actes.md', () => {
  let other: Reader;
  beforeAll(async () => {
    other = await openReader();
  });
  afterAll(() => other.close());

  // Whose tokens they are is said once, by the other page.
  const [before, ...after] = STEPS;
  it.each(named([before!, ...RULES, ...after]))('is refused nothing more: %s', async (_name, step) => {
    expect(codesOf(await follow(other, step))).toEqual(refused.get(step));
  });
});

interface Receipted {
  readonly feuille: string;
  readonly contenu: string;
  readonly recu: Readonly<Record<string, unknown>>;
}

const firstWords = (commands: string): string =>
  /\w+\(cle: "[^"]*"/.exec(commands)?.[0] ?? commands.split('\n')[0] ?? '';

const named = (steps: readonly Step[]) => steps.map((step) => [firstWords(step.commands), step] as const);

const run = ({ shell, people }: Reader, commands: string): Promise<string> =>
  shell.run(commands.replaceAll('http://127.0.0.1:4000', people.url));

async function follow(who: Reader, { commands }: Step): Promise<readonly Answer[]> {
  const [before = '', after] = commands.split(FILLED);
  const wrote = await run(who, before);
  if (after === undefined) return toAnswers(wrote);
  await fill(join(who.folder, 'mesures.xlsx'));
  return toAnswers(wrote + (await run(who, after)));
}

const codesOf = (answers: readonly Answer[]): readonly string[] =>
  answers.flatMap(({ errors = [] }) => errors.map(({ extensions }) => extensions.code));

const isReadBack = ({ commands }: Step): boolean => /temoins/.test(commands) && !/mutation/.test(commands);

const toAnswers = (wrote: string): Answer[] =>
  wrote.split('\n').flatMap((line) => (line.startsWith('{') ? (readShown(line) as Answer[]) : []));

const keyOf = ({ data, essai }: Answer): string =>
  data == null ? `essai ${String(essai)}` : Object.keys(data).join();

const shownOf = ({ said }: Step, answer: Answer): Answer | undefined =>
  listBlocks(said, 'json')
    .flatMap((block) => readShown(block) as Answer[])
    .find((shown) => keyOf(shown) === keyOf(answer));

function expectShown(step: Step, answers: readonly Answer[]): void {
  const keys = answers.map(keyOf);
  for (const shown of listBlocks(step.said, 'json').flatMap((block) => readShown(block) as Answer[]))
    expect(keys).toContain(keyOf(shown));
  const words = step.said.replace(/\s+/g, ' ');
  for (const answer of answers) {
    const shown = shownOf(step, answer);
    if (shown !== undefined && !isReadBack(step)) expect(answer).toEqual(toExpected(shown));
    else
      for (const { message, extensions } of answer.errors ?? [])
        expect(words.includes(`\`${extensions.code}\``) || words.includes(message), message).toBe(true);
  }
  const errors = answers.flatMap(({ errors = [] }) => errors);
  const [first = ''] = step.said.trim().split('\n\n');
  for (const [, code] of first.matchAll(/(?:^|the second, )`([A-Z]+_[A-Z_]+)`/g))
    expect(errors.map(({ extensions }) => extensions.code)).toContain(code);
  for (const block of listBlocks(step.said, ''))
    expect(errors.map(({ message }) => message)).toContainEqual(toExpected(block.replace(/\s+/g, ' ')));
}

/** What somebody types in two rows that nothing was said of. */
async function fill(path: string): Promise<void> {
  const workbook = await openXlsx(readFileSync(path), { readStyles: true });
  const [sheet] = workbook.sheets;
  const column = sheet?.rows?.[0]?.indexOf('valeur');
  for (const row of [3, 4]) {
    const cell = sheet?.cells?.get(`${row},${column}`);
    sheet?.cells?.set(`${row},${column}`, { ...cell, value: row, type: 'number' });
  }
  writeFileSync(path, await saveXlsx(workbook));
}
