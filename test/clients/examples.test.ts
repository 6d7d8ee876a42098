import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as Kit from '@palier/client';
import { type House, openHouse } from '@palier/start/open-house';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCsv } from '../adresses/read-files.ts';
import { snapshotLocation } from '../house.ts';
import { PLANNING } from '../planning.ts';
import { ROOT, startCommand } from '../program.ts';

const TSC = createRequire(import.meta.url).resolve('typescript/lib/tsc.js');
const EXAMPLES = join(ROOT, 'clients/examples');

let house: House;
let url = '';
/** The folder of a program that knows nothing of this project but the package that it installed. */
let folder = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'palier-client-'));
  cpSync(EXAMPLES, folder, { recursive: true });
  const installed = join(folder, 'node_modules/@palier/client');
  mkdirSync(installed, { recursive: true });
  cpSync(join(ROOT, 'clients/typescript/package.json'), join(installed, 'package.json'));
  execFileSync(process.execPath, [
    TSC,
    '-p',
    join(ROOT, 'clients/typescript'),
    '--outDir',
    join(installed, 'dist'),
  ]);
  house = await openHouse({
    location: snapshotLocation(),
    data: { demonstration: 'CHARGEE' },
    planning: PLANNING,
    logLevel: 'error',
    operationsFolder: join(ROOT, 'schema/operations'),
  });
  ({ url } = await house.gateway.listen(0, '127.0.0.1'));
});
afterAll(async () => {
  await house.close();
  rmSync(folder, { recursive: true });
});

async function run(...command: string[]): Promise<{ exit: unknown; wrote: string; said: string }> {
  const program = startCommand(command, { cwd: folder });
  return { exit: await program.ended, wrote: program.wrote(), said: program.said() };
}

const has = (tool: string): boolean => {
  try {
    execFileSync(tool, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

const FICTITIOUS = 'Données fictives, de démonstration.\n';

describe.skipIf(!has('curl'))('the example for curl', () => {
  it('keeps the file, and asks for it again only if it changed', async () => {
    const ask = () => run('sh', 'verdicts.sh', url, 'verdicts.csv');
    const first = await ask();
    const rows = readCsv(readFileSync(join(folder, 'verdicts.csv'), 'utf8')).rows.length;
    expect(first).toMatchObject({
      exit: 0,
      wrote: `Nouveau : ${rows} lignes dans verdicts.csv\n${FICTITIOUS}`,
    });
    expect(await ask()).toMatchObject({ exit: 0, wrote: `Inchangé : verdicts.csv\n${FICTITIOUS}` });
  });

  it('asks for the whole when the file is gone', async () => {
    rmSync(join(folder, 'verdicts.csv'));
    expect(await run('sh', 'verdicts.sh', url, 'verdicts.csv')).toMatchObject({
      exit: 0,
      wrote: expect.stringMatching(/^Nouveau/) as string,
    });
  });

  it('shows a refusal, and replaces nothing by it', async () => {
    const before = readFileSync(join(folder, 'verdicts.csv'), 'utf8');
    const refused = await run('sh', 'verdicts.sh', `${url}/ailleurs`, 'verdicts.csv');
    expect(refused).toMatchObject({ exit: 1, said: expect.stringContaining('ADRESSE_INCONNUE') as string });
    expect(readFileSync(join(folder, 'verdicts.csv'), 'utf8')).toBe(before);
  });
});

describe('the example for Node', () => {
  it('says the measures, the absent one too, that they are fictitious, and who answers', async () => {
    const { exit, wrote, said } = await run(process.execPath, 'imputabilite.mjs', url, '06112');
    expect({ exit, said }).toEqual({ exit: 0, said: '' });
    expect(wrote).toContain('2025-2026-P02  4 min  INDETERMINE [donnée fictive]\n');
    expect(wrote).toContain('2025-2026-P09  sans valeur (NON_DISPONIBLE)  SANS_VERDICT [donnée fictive]\n');
    expect(wrote).toContain('Fixe : M6 (document 003, L2382-2391)\nCoordonne : S4\nRend compte : E11');
  });

  it('says what is wrong with a code, and with an address', async () => {
    const { wrote } = await run(process.execPath, 'imputabilite.mjs', url, '6112');
    expect(wrote).toMatch(/Manque territoireClsc : .*cinq chiffres.*\nAucun territoire 6112\./);
    expect(await run(process.execPath, 'imputabilite.mjs', `${url}/ailleurs`, '06112')).toMatchObject({
      exit: 1,
      said: expect.stringContaining('ADRESSE_INCONNUE') as string,
    });
  });
});

describe.skipIf(!has('python3'))('the example for Python', () => {
  it('counts what the graph counts, what is not judged apart', async () => {
    const { exit, wrote, said } = await run('python3', 'verdicts.py', url);
    expect({ exit, said }).toEqual({ exit: 0, said: '' });
    expect(wrote).toContain('Bas-Saint-Laurent : 299 non conformes sur 1300, 310 sans réponse sûre\n');
    expect(wrote).toContain('Données fictives, de démonstration.\n');
  });

  it('ends on a refusal, said in French', async () => {
    const { exit, said } = await run('python3', 'verdicts.py', `${url}/ailleurs`);
    expect({ exit, said }).toMatchObject({ exit: 1, said: expect.stringContaining('ADRESSE_INCONNUE : ') });
  });
});

describe.skipIf(!has('Rscript'))('the example for R', () => {
  it('adds up by region what is known', async () => {
    const { exit, wrote } = await run('Rscript', 'territoires.R', url);
    expect(exit).toBe(0);
    expect(wrote).toMatch(/^ *01 +199097 +299$/m);
    expect(wrote).toContain('Données fictives, de démonstration.');
  });
});

describe('every example', () => {
  it.each(readdirSync(EXAMPLES).filter((file) => /\.(R|pq|py|sh)$/.test(file)))(
    '%s names an address that answers, and columns that it has',
    async (file) => {
      const text = readFileSync(join(EXAMPLES, file), 'utf8');
      const path = /q\/[a-z-]+\.csv/.exec(text)?.[0];
      const response = await fetch(`${url}/${path}`);
      expect(response.status).toBe(200);
      const columns = (await response.text()).split(/\r?\n/)[0]!.split(',');
      const named = listColumns(text);
      expect(named.length > 0).toBe(!file.endsWith('.sh'));
      expect(named.filter((name) => !columns.includes(name))).toEqual([]);
    },
  );
});

describe('the page that tells how to draw a chart of one’s own', () => {
  const page = readFileSync(join(ROOT, 'docs/tableau-de-bord.md'), 'utf8');
  const blocks = [...page.matchAll(/^```(sh|python|r|js)\n(.*?)^```$/gms)].map(([, language, text]) => ({
    language: language!,
    text: text!,
  }));
  /** With the address that listens here, which is not known before. */
  const blockOf = (language: string, holds = '/q/'): string =>
    blocks
      .find((block) => block.language === language && block.text.includes(holds))!
      .text.replaceAll('http://127.0.0.1:4000', url);
  const columnsOf = async (path: string): Promise<readonly string[]> => {
    const response = await fetch(`${url}${path}`);
    expect([path, response.status]).toEqual([path, 200]);
    return (await response.text()).split(/\r?\n/)[0]!.split(',');
  };

  it.skipIf(!has('curl'))('keeps by curl the file that it says', async () => {
    const { exit, wrote } = await run('sh', '-c', blockOf('sh'));
    expect(exit).toBe(0);
    expect(wrote.split('\n')).toHaveLength(3);
    expect(wrote).toMatch(/^mesures\..*palier\.sources/);
  });

  it.skipIf(!has('python3'))('counts in Python each measure that the graph has, once', async () => {
    const { exit, wrote, said } = await run('python3', '-c', blockOf('python'));
    expect({ exit, said }).toEqual({ exit: 0, said: '' });
    const counts = [...wrote.matchAll(/^2025-2026-P\d{2} {2}[A-Z_]+ +█* (\d+)$/gm)].map(([, count]) =>
      Number(count),
    );
    expect(counts).toHaveLength(wrote.trimEnd().split('\n').length);
    const { data } = await house.gateway.execute({
      query: '{ mesures(exigence: "A-P11:INFO_SOCIAL", exercice: "2025-2026", first: 1) { totalCount } }',
      asker: 'PROGRAM',
    });
    const { totalCount } = (data as { mesures: { totalCount: number } }).mesures;
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(totalCount);
  });

  it.skipIf(!has('Rscript'))('draws in R', async () => {
    expect(await run('Rscript', '-e', blockOf('r'))).toMatchObject({ exit: 0 });
  });

  it('names addresses that answer', async () => {
    const paths = [...new Set(page.match(/\/q\/[a-z-]+\.(?:csv|xlsx)(?:\?[^\s'"`)]*)?/g))];
    expect(paths.length).toBeGreaterThan(4);
    for (const path of paths.filter((one) => !one.includes('tableau-ma-figure')))
      await expect.poll(async () => [path, (await fetch(`${url}${path}`)).status]).toEqual([path, 200]);
  });

  it.each(['python', 'r', 'js'])('names in %s columns that its file has', async (language) => {
    const text = blocks.find((block) => block.language === language)!.text;
    // What was saved by curl, where a block reads that.
    const [path] = /\/q\/[^\s'"]+/.exec(text) ?? /\/q\/[^\s'"]+/.exec(blockOf('sh'))!;
    const columns = await columnsOf(path);
    const named = [...text.matchAll(/["'](mesures\.nodes[a-zA-Z.]+)["']/g)].map(([, name]) => name!);
    expect(named.length).toBeGreaterThan(1);
    expect(named.filter((name) => !columns.includes(name))).toEqual([]);
  });
});

describe('the client kit', () => {
  it('types what goes in and what comes out, for whoever installed it', () => {
    writeFileSync(
      join(folder, 'types.mts'),
      `import { connect, quatreMinutes, verdictDeValeur } from '@palier/client';
const palier = connect('${url}/graphql');
const { data } = await palier.read(quatreMinutes);
const valeurs: (number | null)[] = (data.territoireClsc?.mesures?.nodes ?? []).map((each) => each?.valeur ?? null);
const etat: 'CONFORME' | 'NON_CONFORME' | 'INDETERMINE' | 'SANS_VERDICT' | undefined =
  (await palier.read(verdictDeValeur, { exigence: 'A-P5:AAOR', valeur: 4 })).data.exigence?.verdict?.etat;
// @ts-expect-error: no such field was asked
data.territoireClsc.population;
// @ts-expect-error: a level may be down
data.territoireClsc.nom;
// @ts-expect-error: what is required is missing
await palier.read(verdictDeValeur);
// @ts-expect-error: no such variable
await palier.read(quatreMinutes, { territoir: '06112' });
export { etat, valeurs };
`,
    );
    const options = [
      '--noEmit',
      '--strict',
      '--module',
      'nodenext',
      '--target',
      'es2023',
      '--lib',
      'es2023,dom',
    ];
    execFileSync(process.execPath, [TSC, ...options, 'types.mts'], { cwd: folder, stdio: 'inherit' });
  });

  it('gives the answer again when the gateway says that it holds', async () => {
    const { connect, quatreMinutes } = await importKit();
    const statuses: number[] = [];
    const watched: typeof fetch = async (...request) => {
      const response = await fetch(...request);
      statuses.push(response.status);
      return response;
    };
    const palier = connect(`${url}/graphql`, { fetch: watched });
    const first = await palier.read(quatreMinutes, { territoire: '06112' });
    expect(await palier.read(quatreMinutes, { territoire: '06112' })).toBe(first);
    expect(await palier.read(quatreMinutes, { territoire: '01111' })).not.toEqual(first);
    expect(statuses).toEqual([200, 304, 200]);
  });

  it('reads as of an instant, and raises what is refused', async () => {
    const { connect, Refusal, quatreMinutes } = await importKit();
    const palier = connect(new URL(`${url}/graphql`));
    await expect(palier.read(quatreMinutes, {}, { au: 'hier' })).rejects.toMatchObject({
      status: 400,
      message: expect.stringContaining('instant') as string,
    });
    await expect(palier.read({ documentId: 'inconnue' })).rejects.toBeInstanceOf(Refusal);
    await expect(palier.read({ documentId: 'inconnue' })).rejects.toMatchObject({
      status: 404,
      code: 'OPERATION_INCONNUE',
    });
  });

  it('asks for a token before each request, and acts once, in a body', async () => {
    const { connect, Refusal } = await importKit();
    const sent: [string | undefined, unknown][] = [];
    const down: typeof fetch = (_, init) => {
      sent.push([init?.method, new Headers(init?.headers).get('authorization')]);
      return Promise.resolve(new Response('arrêté', { status: 503, headers: { 'retry-after': '7' } }));
    };
    let turn = 0;
    const palier = connect(`${url}/graphql`, { jeton: () => `jeton-${(turn += 1)}`, fetch: down });
    const act = { query: 'mutation { fermerCampagne(cle: "a", campagne: "b") { acte { numero } } }' };
    await expect(palier.act(act)).rejects.toBeInstanceOf(Refusal);
    await expect(palier.act(act)).rejects.toMatchObject({
      status: 503,
      code: 'REPONSE_ILLISIBLE',
      retryAfter: 7,
    });
    expect(sent).toEqual([
      ['POST', 'Bearer jeton-1'],
      ['POST', 'Bearer jeton-2'],
    ]);
  });

  it('sends what is too long for an address in a body, and what cannot be answered beside the rest', async () => {
    const { connect } = await importKit();
    const codes = Array.from({ length: 900 }, (_, index) => String(10_000 + index));
    const { data, errors } = await connect(`${url}/graphql`).read<
      { territoireClsc: { nom: string } | null; autre: null },
      { codes: string[] }
    >(
      {
        query:
          'query Long($codes: [ID!]) { territoireClsc(code: "06112") { nom } autre: territoireClsc(code: "x") { nom } territoiresClsc(codes: $codes, first: 1) { totalCount } }',
      },
      { codes },
    );
    expect(data).toMatchObject({ territoireClsc: { nom: 'Pierrefonds' }, autre: null });
    expect(errors).toContainEqual(expect.objectContaining({ path: ['autre'] }));
  });

  it.each([
    [undefined, null],
    ['12', 12],
    ['Wed, 21 Oct 2015 07:28:00 GMT', 0],
    ['later', null],
  ])('asks again what was refused saying to wait « %s » in %s s', async (header, seconds) => {
    expect(await waitSaidBy(header)).toBe(seconds);
  });

  it('asks again what was refused until an instant then', async () => {
    const seconds = await waitSaidBy(new Date(Date.now() + 3_600_000).toUTCString());
    expect(seconds).toBeGreaterThan(3_000);
    expect(seconds).toBeLessThanOrEqual(3_600);
  });

  it('never acts by a read, however long its text', async () => {
    const { connect, Refusal } = await importKit();
    const query = `mutation { fermerCampagne(cle: "a", campagne: "b") { acte { numero } } } #${'x'.repeat(5_000)}`;
    for (const text of [query, query.slice(0, 1_000)])
      await expect(connect(`${url}/graphql`).read({ query: text })).rejects.toBeInstanceOf(Refusal);
  });
});

/** The columns that an example names: whole, or after a prefix of its own (`PREFIXE + "…"`, `nombre("…")`). */
function listColumns(text: string): string[] {
  const [, prefix = ''] = /(?:PREFIXE = |paste0\()"([a-zA-Z.]+\.)"/.exec(text) ?? [];
  const after = [...text.matchAll(/(?:PREFIXE \+ |nombre\()"([a-zA-Z.]+)"/g)].map(
    ([, name]) => prefix + name!,
  );
  const whole = [...text.matchAll(/["']([a-zA-Z]+(?:\.[a-zA-Z]+)+)["']/g)].map(([, name]) => name!);
  return [...after, ...whole.filter((name) => !name.endsWith('.csv') && !after.includes(prefix + name))];
}

/** As it was built for the stranger. */
const importKit = (): Promise<typeof Kit> =>
  import(join(folder, 'node_modules/@palier/client/dist/index.js')) as Promise<typeof Kit>;

async function waitSaidBy(header: string | undefined): Promise<unknown> {
  const { connect } = await importKit();
  const headers = header === undefined ? {} : { 'retry-after': header };
  const palier = connect('http://palier.test', {
    fetch: () => Promise.resolve(new Response('{}', { status: 503, headers })),
  });
  const refused: unknown = await palier.read({ documentId: 'essai' }).catch((error: unknown) => error);
  return (refused as { retryAfter: unknown }).retryAfter;
}
