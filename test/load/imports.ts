import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { INSTALLATIONS } from '@palier/officiels/m02/columns';
import { rowOf, writeWorkbook } from '@palier/officiels/testing-workbook';
import { ROOT } from '../program.ts';

/**
 * `npm run bench:imports`: imports official files of full size, made up, in the base of the environment, and says what each takes:
 * 166 territories × 20 years × 3 sexes × 91 ages, 3 500 installations, 220 000 postal codes.
 */
const YEARS = Array.from({ length: 20 }, (_, index) => 2002 + index);
const INSTALLATIONS_COUNT = 3_500;
const POSTAL_CODES_COUNT = 220_000;

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

/** Runs a program to its end, and says the most memory it had, in MB, and how long it took, in seconds. */
async function measure(args: readonly string[]): Promise<string> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, ['gateway/start/start.mjs', 'gateway/start/import.ts', ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (bytes: Buffer) => (said += bytes.toString()));
  let peak = 0;
  const watching = setInterval(() => (peak = Math.max(peak, peakOf(child.pid))), 20);
  const code = await new Promise((resolve) => child.on('close', resolve));
  clearInterval(watching);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  return `${args[0]} : ${peak} Mo au plus, ${seconds} s, code ${String(code)}\n${said}`;
}

/** Linux alone says it. */
function peakOf(pid: number | undefined): number {
  try {
    const [, kilobytes = '0'] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Math.round(Number(kilobytes) / 1024);
  } catch {
    return 0;
  }
}

const folder = mkdtempSync(join(tmpdir(), 'palier-imports-'));
try {
  const files = [
    ['populations', 'populations.xlsx', await makePopulations()],
    ['installations', 'installations.csv', makeInstallations()],
    ['codes-postaux', 'codes-postaux.csv', makePostalCodes()],
  ] as const;
  for (const [command, name, content] of files) {
    writeFileSync(join(folder, name), content);
    console.log(await measure([command, join(folder, name), '--par', 'bench']));
  }
} finally {
  rmSync(folder, { recursive: true });
}
