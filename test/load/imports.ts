import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { msss } from '@palier/msss';
import { INSTALLATIONS } from '@palier/officiels/m02-columns';
import { DEGREES, LIMITES, writeDbf, writeShp } from '@palier/officiels/testing-shapes';
import { rowOf, writeWorkbook } from '@palier/officiels/testing-workbook';
import { openDatabase } from '@palier/runtime/database';
import { openKeyFolder } from '@palier/runtime/journal/journal-keys';
import { renderTable, writeBetweenMarks } from '../markdown.ts';
import { NO_SERVER, openOwnDatabase } from '../postgres.ts';
import { ROOT, startProgram } from '../program.ts';

/**
 * `npm run bench:imports`: imports official files of full size, made up, in a base of PostgreSQL made for them, and says what
 * each takes, or those that are named: 166 territories × 20 years × 3 sexes × 91 ages, 3 500 installations, 250 000 postal codes, and boundaries of
 * 600 000 points. `--write` puts the table in docs/fichiers-officiels.md.
 */
const { values, positionals } = parseArgs({
  options: { write: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const MOST_MEGABYTES = 256;
const YEARS = Array.from({ length: 20 }, (_, index) => 2002 + index);
const INSTALLATIONS_COUNT = 3_500;
const POSTAL_CODES_COUNT = 250_000;
const POINTS_A_SIDE = 1_000;

interface Territoire {
  readonly code: string;
  readonly rls_code: string;
  readonly rss_code: string;
}

const TERRITOIRES = JSON.parse(
  readFileSync(join(ROOT, 'subgraphs/msss/data/territoires-clsc.json'), 'utf8'),
) as readonly Territoire[];

function makePopulations(): Promise<Uint8Array> {
  const rows = TERRITOIRES.flatMap(({ code }, rank) =>
    YEARS.flatMap((annee) =>
      (['Total', 'Féminin', 'Masculin'] as const).map((sexe) => {
        const half = 100 + rank + (annee % 100);
        const keys = ['CLSC', code, `Territoire ${code}`, annee, 'Estimation', 'r', sexe];
        return rowOf(keys, sexe === 'Total' ? 2 * half : half);
      }),
    ),
  );
  return writeWorkbook(rows);
}

function makeInstallations(): string {
  const columns = Object.keys(INSTALLATIONS.kinds);
  const lines = Array.from({ length: INSTALLATIONS_COUNT }, (_, index) => {
    const { code, rls_code, rss_code } = TERRITOIRES[index % TERRITOIRES.length]!;
    const said: Readonly<Record<string, string>> = {
      INSTAL_COD: String(50_000_000 + index),
      INSTAL_NOM: `Installation inventée numéro ${index}`,
      ETAB_CODE: '11045119',
      ETAB_NOM: 'Établissement inventé',
      ADRESSE: `${index}, rue Inventée`,
      CLSC_CODE: code,
      RLS_CODE: rls_code,
      RSS_CODE: rss_code,
      STATUT_COD: '1',
      DATE_OUVER: '2015-04-01',
      LATITUDE: '46.8',
      LONGITUDE: '-71.2',
      CLSC: 'Oui',
      CHSLD: 'Non',
    };
    return columns.map((column) => `"${said[column] ?? ' '}"`).join(',');
  });
  return `\uFEFF${[columns.join(','), ...lines].join('\r\n')}\r\n`;
}

const LETTERS = 'ABCEGHJKLMNPRSTVWXYZ';

function makePostalCodes(): string {
  const lines = Array.from({ length: POSTAL_CODES_COUNT }, (_, index) => {
    const digit = (unit: number): number => Math.floor(index / unit) % 10;
    const letter = (unit: number): string => LETTERS[Math.floor(index / unit) % LETTERS.length]!;
    const code = `G${digit(1)}${letter(10)}${digit(200)}${letter(2_000)}${digit(40_000)}`;
    return `${code},${TERRITOIRES[index % TERRITOIRES.length]!.code}`;
  });
  return ['code_postal,clsc_code', ...lines].join('\n');
}

/** A grid of territories whose borders wind as rivers do. */
function makeBoundaries(): { dbf: Uint8Array; shp: Uint8Array } {
  const columns = 14;
  const records = TERRITOIRES.map(({ code }) => {
    const said: Readonly<Record<string, string>> = { CLSC_code: code, CLSC_nom: `T ${code}` };
    return LIMITES.map(([column]) => said[column] ?? '');
  });
  const wind = (at: number, along: number): number =>
    at + 0.05 * Math.sin(along * 40) + 0.01 * Math.sin(along * 900);
  const side = (from: number, to: number): number[] =>
    Array.from({ length: POINTS_A_SIDE }, (_, index) => from + ((to - from) * index) / POINTS_A_SIDE);
  const shapes = TERRITOIRES.map((_, rank) => {
    const [west, south] = [-78 + (rank % columns), 45 + Math.floor(rank / columns)];
    const ring = [
      ...side(south, south + 1).map((y) => [wind(west, y), y] as const),
      ...side(west, west + 1).map((x) => [x, wind(south + 1, x)] as const),
      ...side(south + 1, south).map((y) => [wind(west + 1, y), y] as const),
      ...side(west + 1, west).map((x) => [x, wind(south, x)] as const),
    ];
    return [[...ring, ring[0]!]];
  });
  return { dbf: writeDbf(LIMITES, records), shp: writeShp(shapes) };
}

interface Measure {
  readonly megabytes: number;
  readonly seconds: number;
}

/** Runs a program to its end. Linux alone says the most memory that it had. */
async function measure(args: readonly string[], env: Readonly<Record<string, string>>): Promise<Measure> {
  const startedAt = performance.now();
  const program = startProgram('gateway/start/import.ts', { args, env });
  let peak = 0;
  const watching = setInterval(() => (peak = Math.max(peak, peakOf(program.child.pid))), 20);
  const code = await program.ended;
  clearInterval(watching);
  if (code !== 0) throw new Error(`${args[0]}: ${String(code)}. ${program.wrote()} ${program.said()}`);
  return { megabytes: peak, seconds: (performance.now() - startedAt) / 1_000 };
}

function peakOf(pid: number | undefined): number {
  try {
    const [, kilobytes = '0'] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Math.round(Number(kilobytes) / 1024);
  } catch {
    return 0;
  }
}

const folder = mkdtempSync(join(tmpdir(), 'palier-imports-'));
const database = await openOwnDatabase();
if (database === undefined) throw new Error(NO_SERVER);
try {
  const born = await openDatabase({ kind: 'server', url: database.url });
  // What is imported is signed by the key that the level was born with.
  const env = { DATABASE_URL: database.url, PALIER_CLES: join(folder, 'cles') };
  await msss.open(born, { demonstration: 'ABSENTE' }, { keys: openKeyFolder(env.PALIER_CLES) });
  await born.close();
  // Built once, if it has to be: that is not what is measured.
  await startProgram('gateway/start/import.ts', { args: ['--aide'] }).ended;
  const boundaries = makeBoundaries();
  const files = [
    ['populations', 'populations.xlsx', await makePopulations()],
    ['installations', 'installations.csv', makeInstallations()],
    ['codes-postaux', 'codes-postaux.csv', makePostalCodes()],
    ['limites', 'limites.dbf', boundaries.dbf],
  ] as const;
  writeFileSync(join(folder, 'limites.shp'), boundaries.shp);
  writeFileSync(join(folder, 'limites.prj'), DEGREES);
  const rows = [];
  for (const [command, name, content] of files) {
    if (positionals.length > 0 && !positionals.includes(command)) continue;
    const path = join(folder, name);
    writeFileSync(path, content);
    const first = await measure([command, path, '--par', 'bench'], env);
    const again = await measure([command, path, '--par', 'bench'], env);
    rows.push([
      `\`${command}\``,
      `${(Buffer.byteLength(content) + (command === 'limites' ? boundaries.shp.byteLength : 0)) / 1_000_000}`.slice(
        0,
        4,
      ),
      `${first.megabytes}`,
      first.seconds.toFixed(1),
      `${again.megabytes}`,
    ]);
    console.log(rows.at(-1)!.join(' | '));
    if (first.megabytes > MOST_MEGABYTES) process.exitCode = 1;
  }
  const header = ['import', 'Mo lus', 'mémoire au plus, Mo', 'secondes', 'le même fichier encore, Mo'];
  const table = renderTable([header, ...rows], 1);
  if (values.write && positionals.length === 0)
    writeBetweenMarks(join(ROOT, 'docs/fichiers-officiels.md'), 'bench:imports', table);
} finally {
  rmSync(folder, { recursive: true });
  await database.close();
}
