import { setTimeout as wait } from 'node:timers/promises';
import { writeXlsx } from 'hucre/xlsx';
import { renderTable } from '../../markdown.ts';
import { query } from '../../postgres.ts';
import { costOf } from '../processes.ts';
import { forgetPeak, type Palier, readMemory } from './palier.ts';
import { cpuOfServer, findServer } from './server-process.ts';

/** As many measures as the established year has. */
const MEASURES = 26_937;
const ETABLISSEMENT = '11045119';
// All of its periods have begun.
const EXERCICE = '2024-2025';
const HEADER = ['territoire', 'exigence', 'volet', 'periode', 'valeur'] as const;
const REST_MS = 3_000;

const FORMATS = {
  CSV: {
    type: 'text/csv',
    write: (rows: readonly Row[]) =>
      Promise.resolve(Buffer.from([HEADER, ...rows].map((row) => row.join(';')).join('\r\n'))),
  },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: async (rows: readonly Row[]) =>
      Buffer.from(
        await writeXlsx({
          sheets: [{ name: 'Mesures', rows: [[...HEADER], ...rows.map((row) => [...row])] }],
        }),
      ),
  },
};

type Row = readonly (string | number)[];

/** A whole year returned in one file by one établissement, to which all the territories were given. */
export async function measureDeposits(palier: Palier, databaseUrl: string): Promise<string> {
  const marie = { headers: await bearer(palier, { sub: 'marie', palier: 'SANTE_QUEBEC' }) };
  const luc = await bearer(palier, { sub: 'luc', palier: 'ETABLISSEMENT', etablissement: ETABLISSEMENT });
  await query(
    databaseUrl,
    `update sante_quebec.responsabilite_territoire set etablissement_code = '${ETABLISSEMENT}'`,
  );
  const { indicateurs } = await palier.ask<{ indicateurs: { code: string }[] }>('{ indicateurs { code } }');
  const { publierCanevas } = await palier.ask<{ publierCanevas: { canevas: Canevas } }>(
    `mutation ($indicateurs: [ID!]!) { publierCanevas(cle: "canevas", exercice: "${EXERCICE}", indicateurs: $indicateurs) {
      canevas { code cellules { exigenceCode volet frequence } } } }`,
    { ...marie, variables: { indicateurs: indicateurs.map(({ code }) => code) } },
  );
  const { territoiresClsc } = await palier.ask<{ territoiresClsc: { nodes: { code: string }[] } }>(
    '{ territoiresClsc(first: 166) { nodes { code } } }',
  );
  const rows = listRows(publierCanevas.canevas, territoiresClsc.nodes);
  const server = await findServer(databaseUrl);
  const lines: string[][] = [];
  for (const [name, { type, write }] of Object.entries(FORMATS)) {
    const campagne = `${EXERCICE}-${name}`.toUpperCase();
    await palier.ask(
      `mutation { ouvrirCampagne(cle: "${campagne}", code: "${campagne}", canevas: "${publierCanevas.canevas.code}") { acte { numero } } }`,
      marie,
    );
    const body = await write(rows);
    await wait(REST_MS);
    const rest = readMemory(palier.pid).now;
    forgetPeak(palier.pid);
    const [cpu, serverCpu] = [costOf(palier.pid).cpuMs, cpuOfServer(server)];
    const begun = performance.now();
    const response = await fetch(`${palier.url}/depots/mesures?campagne=${campagne}`, {
      method: 'POST',
      headers: { ...luc, 'content-type': type },
      body,
    });
    const text = await response.text();
    if (response.status !== 200) throw new Error(`${response.status} ${text.slice(0, 500)}`);
    const seconds = (performance.now() - begun) / 1_000;
    const { peak } = readMemory(palier.pid);
    lines.push([
      name,
      String(rows.length),
      (body.length / 1_048_576).toFixed(1),
      seconds.toFixed(1),
      (rows.length / seconds).toFixed(0),
      ((costOf(palier.pid).cpuMs - cpu) / 1_000).toFixed(1),
      ((cpuOfServer(server) - serverCpu) / 1_000).toFixed(1),
      rest.toFixed(0),
      (peak - rest).toFixed(0),
    ]);
  }
  return renderTable(
    [
      [
        'file',
        'rows',
        'MiB',
        'seconds',
        'rows/s',
        'CPU s: process',
        'PostgreSQL',
        'at rest MiB',
        'peak above rest MiB',
      ],
      ...lines,
    ],
    1,
  );
}

interface Canevas {
  readonly code: string;
  readonly cellules: readonly {
    readonly exigenceCode: string;
    readonly volet: string | null;
    readonly frequence: string;
  }[];
}

function listRows({ cellules }: Canevas, territoires: readonly { readonly code: string }[]): Row[] {
  const rows = territoires.flatMap(({ code }, rank) =>
    cellules
      .filter(({ frequence }) => frequence === 'PERIODE_FINANCIERE')
      .flatMap(({ exigenceCode, volet }) =>
        Array.from({ length: 13 }, (_, index): Row => {
          const periode = `${EXERCICE}-P${String(index + 1).padStart(2, '0')}`;
          return [code, exigenceCode, volet ?? '', periode, (rank + index) % 50];
        }),
      ),
  );
  if (rows.length < MEASURES) throw new Error(`The canevas asks for ${rows.length} measures alone`);
  return rows.slice(0, MEASURES);
}

async function bearer(
  palier: Palier,
  claims: Readonly<Record<string, string>>,
): Promise<{ authorization: string }> {
  return { authorization: `Bearer ${await palier.tokenOf(claims)}` };
}
