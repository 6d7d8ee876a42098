import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HouseOfPeople, openHouseOfPeople, type Person } from '../people.ts';

/** What was known of each figure, by which act, and what differs between two instants: told, and held against Palier-Au. */
const BAS_SAINT_LAURENT = '11045119';
const CAMPAGNE = '2026-2027';
const P01 = '2026-2027-P01';
const MESURE = `${P01}:01111:A-P5:AAOR`;
const AUTRE = `${P01}:01121:A-P5:AAOR`;

let people: HouseOfPeople;
let marie: Person;
let luc: Person;
let anyone: Person;

interface Acte {
  readonly numero: number;
  readonly natureActe: string;
  readonly inscritLe: string;
}
const ACTE = 'acte { numero natureActe inscritLe }';

async function act(who: Person, mutation: string): Promise<Acte> {
  const [{ acte }] = Object.values(
    await who.read<Record<string, { acte: Acte }>>(`mutation { ${mutation} }`),
  ) as [{ acte: Acte }];
  moments.push(acte.inscritLe);
  return acte;
}

/** An instant before anything was done, then that of each act. */
const moments: string[] = [];
const enter = (cle: string, valeurs: Readonly<Record<string, number>>): Promise<Acte> => {
  const mesures = Object.entries(valeurs).map(
    ([territoire, valeur]) =>
      `{ territoire: "${territoire}", exigence: "A-P5:AAOR", periode: "${P01}", valeur: ${valeur} }`,
  );
  return act(
    luc,
    `saisirMesures(cle: "${cle}", campagne: "${CAMPAGNE}", mesures: [${mesures.join(', ')}]) { ${ACTE} }`,
  );
};
const submit = (cle: string, reponses = ''): Promise<Acte> =>
  act(luc, `soumettreReddition(cle: "${cle}", campagne: "${CAMPAGNE}"${reponses}) { ${ACTE} }`);

let first: Acte;
let second: Acte;

beforeAll(async () => {
  people = await openHouseOfPeople();
  marie = await people.person({ sub: 'marie', palier: 'SANTE_QUEBEC' });
  luc = await people.person({ sub: 'luc', palier: 'ETABLISSEMENT', etablissement: BAS_SAINT_LAURENT });
  anyone = await people.person();
  moments.push(new Date().toISOString());
  await act(marie, `publierCanevas(cle: "1", exercice: "${CAMPAGNE}", indicateurs: ["I-A-P5"]) { ${ACTE} }`);
  await act(
    marie,
    `ouvrirCampagne(cle: "2", code: "${CAMPAGNE}", canevas: "${CAMPAGNE}-V1", periodes: ["${P01}"]) { ${ACTE} }`,
  );
  await enter('3', { '01111': 30, '01121': 40 });
  first = await submit('4');
  await act(
    marie,
    `retournerReddition(cle: "5", reddition: "${CAMPAGNE}:${BAS_SAINT_LAURENT}:V1", cellules: [{ mesure: "${MESURE}", motif: "Trop haut", attendu: "Vérifiez" }]) { ${ACTE} }`,
  );
  await enter('6', { '01111': 20 });
  second = await submit('7', `, reponses: [{ mesure: "${MESURE}", justification: "Relue" }]`);
  await act(marie, `fermerCampagne(cle: "8", campagne: "${CAMPAGNE}") { ${ACTE} }`);
});
afterAll(() => people.close());

interface Version {
  readonly valeur: number | null;
  readonly connuDepuis: string;
  readonly connuJusqua: string | null;
  readonly parActe: Acte | null;
  readonly finiParActe: Acte | null;
}

const VERSIONS = `versions { valeur statut connuDepuis connuJusqua parActe { numero natureActe inscritLe } finiParActe { numero } provenance { origine } }`;
const readMesures = async (au?: string) => {
  const { territoireClsc } = await anyone.read<{
    territoireClsc: { mesures: { nodes: { id: string; valeur: number | null; versions: Version[] }[] } };
  }>(
    `{ territoireClsc(code: "01111") { mesures(campagne: "${CAMPAGNE}") { nodes { id valeur ${VERSIONS} } } } }`,
    {},
    au === undefined ? {} : { 'palier-au': au },
  );
  return territoireClsc.mesures.nodes;
};

describe('the versions of a figure', () => {
  it('say what was known, since when, until when, and by which act', async () => {
    const [mesure] = await readMesures();
    expect(mesure?.versions).toEqual([
      {
        valeur: 20,
        statut: 'REVISEE',
        connuDepuis: second.inscritLe,
        connuJusqua: null,
        parActe: second,
        finiParActe: null,
        provenance: { origine: 'DEMONSTRATION' },
      },
      {
        valeur: 30,
        statut: 'PROVISOIRE',
        connuDepuis: first.inscritLe,
        connuJusqua: second.inscritLe,
        parActe: first,
        finiParActe: { numero: second.numero },
        provenance: { origine: 'DEMONSTRATION' },
      },
    ]);
  });

  it('are those of then, at a past instant', async () => {
    const [mesure] = await readMesures(first.inscritLe);
    expect(mesure?.versions).toMatchObject([
      { valeur: 30, connuDepuis: first.inscritLe, connuJusqua: null, finiParActe: null },
    ]);
  });

  it('are each what was read between its instants', async () => {
    const [mesure] = await readMesures();
    for (const { valeur, connuDepuis } of mesure?.versions ?? [])
      expect(await readMesures(connuDepuis)).toMatchObject([{ id: MESURE, valeur }]);
  });

  it('begin at birth for what no act wrote, on each level', async () => {
    const one = 'versions { connuDepuis connuJusqua parActe { numero } provenance { origine } }';
    const found = await anyone.read<object>(`{
      territoireClsc(code: "01111") {
        versions { nom reseauLocal connuDepuis parActe { numero } }
        population { nombre versions { nombre nature connuDepuis } }
        bilan(campagne: "2025-2026") { parIndicateur { parExigence { conformes versions { conformes connuDepuis } } } }
      }
      exigence(code: "A-P5:AAOR") { ${one} versionsSeuils { valeur comparateur connuDepuis } }
      etablissement(code: "${BAS_SAINT_LAURENT}") { ${one} }
    }`);
    expect(found).toMatchObject({
      territoireClsc: {
        versions: [{ reseauLocal: '0111', parActe: null }],
        population: { versions: [{ nature: 'ESTIMATION' }] },
      },
      exigence: {
        versions: [{ connuJusqua: null, parActe: null }],
        versionsSeuils: [{ valeur: expect.any(Number) }],
      },
      etablissement: { versions: [{ parActe: null }] },
    });
  });
});

interface Difference {
  readonly niveau: string;
  readonly type: string;
  readonly code: string;
  readonly champ: string;
  readonly nature: string;
  readonly avant: string | null;
  readonly apres: string | null;
  readonly acte: { readonly numero: number; readonly natureActe: string } | null;
}
interface Page {
  readonly totalCount: number;
  readonly nodes: readonly Difference[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const FIELDS =
  'totalCount pageInfo { hasNextPage endCursor } nodes { niveau type code champ nature avant apres acte { numero natureActe } }';
const readDifferences = async (args: string, level = 'Etablissements'): Promise<Page> =>
  (await anyone.read<{ page: Page }>(`{ page: differences${level}(${args}) { ${FIELDS} } }`)).page;

describe('what differs between two instants', () => {
  it('names the field, both values, and the act that changed it', async () => {
    const { nodes } = await readDifferences(
      `de: "${first.inscritLe}", a: "${second.inscritLe}", type: "Mesure"`,
    );
    expect(nodes.filter(({ champ }) => champ === 'valeur')).toEqual([
      {
        niveau: 'ETABLISSEMENT',
        type: 'Mesure',
        code: MESURE,
        champ: 'valeur',
        nature: 'CHANGEMENT',
        avant: '30',
        apres: '20',
        acte: { numero: second.numero, natureActe: 'soumettreReddition' },
      },
    ]);
  });

  it('is what Palier-Au reads otherwise at the two, whichever they are', async () => {
    const read = async (au: string) => {
      const { mesures, redditions } = await anyone.read<
        Record<'mesures' | 'redditions', { nodes: Record<string, unknown>[] }>
      >(
        `{ mesures(campagne: "${CAMPAGNE}") { nodes { id valeur numerateur denominateur unite statut version saisieLe } }
           redditions { nodes { id campagne version etat revision saisieLe soumiseLe retireeLe } } }`,
        {},
        { 'palier-au': au },
      );
      return new Map(
        [mesures, redditions].flatMap(({ nodes }) =>
          nodes.flatMap(({ id, ...fields }) =>
            Object.entries(fields)
              .filter(([champ]) => !champ.endsWith('Le'))
              .map(([champ, value]) => [`${String(id)} ${champ}`, value] as const),
          ),
        ),
      );
    };
    const states = await Promise.all(moments.map(read));
    for (const [from, de] of moments.entries())
      for (const [to, a] of moments.entries()) {
        if (to < from) continue;
        const [before, after] = [states[from]!, states[to]!];
        const expected = [...new Set([...before.keys(), ...after.keys()])]
          .filter((key) => (before.get(key) ?? null) !== (after.get(key) ?? null))
          .map((key) => [key, before.get(key) ?? null, after.get(key) ?? null]);
        const { nodes } = await readDifferences(`de: "${de}", a: "${a}", first: 1000`);
        const told = nodes
          .filter(({ type, champ }) => ['Mesure', 'Reddition'].includes(type) && !champ.endsWith('Le'))
          .map(({ code, champ, avant, apres }) => [
            `${code} ${champ}`,
            JSON.parse(avant ?? 'null') as unknown,
            JSON.parse(apres ?? 'null') as unknown,
          ]);
        expect(told.sort(), `${de} ${a}`).toEqual(expected.sort());
      }
  });

  it('is read on the three levels at once, in one order, page by page', async () => {
    const args = `de: "${moments[0]}"`;
    const all = await anyone.read<Record<string, Page>>(
      `{ msss: differencesMsss(${args}) { ${FIELDS} } sq: differencesSanteQuebec(${args}) { ${FIELDS} } et: differencesEtablissements(${args}, first: 1000) { ${FIELDS} } }`,
    );
    expect(all['msss']?.totalCount).toBe(0);
    expect(new Set(all['sq']?.nodes.map(({ type }) => type))).toEqual(
      new Set([
        'Campagne',
        'Canevas',
        'CelluleCanevas',
        'CelluleRetournee',
        'Examen',
        'IndicateurCanevas',
        'VersionRetenue',
      ]),
    );
    const { nodes, totalCount } = all['et']!;
    expect(nodes).toHaveLength(totalCount);
    const keys = nodes.map(({ type, code, champ }) => JSON.stringify([type, code, champ]));
    expect(keys).toEqual([...new Set(keys)].sort());
    const found: Difference[] = [];
    for (let after = ''; ;) {
      const page = await readDifferences(`${args}, first: 7${after && `, after: "${after}"`}`);
      found.push(...page.nodes);
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor ?? '';
    }
    expect(found).toEqual(nodes);
  });

  it('is narrowed by type, territory and établissement', async () => {
    const de = `de: "${moments[0]}"`;
    const other = await readDifferences(`${de}, territoire: "01121", type: "Mesure"`);
    expect(new Set(other.nodes.map(({ code }) => code))).toEqual(new Set([AUTRE]));
    expect((await readDifferences(`${de}, etablissement: "11045127"`)).totalCount).toBe(0);
    expect((await readDifferences(`${de}, etablissement: "${BAS_SAINT_LAURENT}"`)).totalCount).toBe(
      (await readDifferences(de)).totalCount,
    );
    expect(
      (await readDifferences(`${de}, territoire: "01121", type: "Canevas"`, 'SanteQuebec')).totalCount,
    ).toBe(0);
  });

  it.each([
    ['de: "hier"', 'FILTRE_INVALIDE'],
    ['de: "2026-02-31"', 'FILTRE_INVALIDE'],
    ['de: "2026-05-01T14:00:00"', 'FILTRE_INVALIDE'],
    ['de: "2020-01-01"', 'INSTANT_HORS_MEMOIRE'],
    ['de: "2201-01-01"', 'INSTANT_HORS_MEMOIRE'],
    ['de: "2201-01-02", a: "2201-01-01"', 'FILTRE_INVALIDE'],
  ])('refuses in French what is no instant, or none that it remembers: %s', async (args, code) => {
    const { data, errors } = await anyone.ask(`{ page: differencesMsss(${args}) { totalCount } }`);
    expect(data).toEqual({ page: null });
    expect(errors).toMatchObject([
      { extensions: { code }, message: expect.stringMatching(/instant|vient après/i) as string },
    ]);
  });

  it('refuses a type that nothing has, and names those there are', async () => {
    const { errors } = await anyone.ask(
      `{ page: differencesMsss(de: "${moments[0]}", type: "Mesure") { totalCount } }`,
    );
    expect(errors).toMatchObject([
      {
        extensions: { code: 'FILTRE_INVALIDE' },
        message: expect.stringMatching(/Possibles : (\w+, ){20,}\w+\.$/) as string,
      },
    ]);
  });

  it('goes up to the instant of the question, and not further', async () => {
    const au = { 'palier-au': first.inscritLe };
    const count = async (a: string) =>
      await anyone.ask<{ page: { totalCount: number } }>(
        `{ page: differencesEtablissements(de: "${moments[0]}"${a}) { totalCount } }`,
        {},
        au,
      );
    const { totalCount } = await readDifferences(`de: "${moments[0]}", a: "${first.inscritLe}"`);
    expect((await count('')).data).toEqual({ page: { totalCount } });
    expect((await count(`, a: "${second.inscritLe}"`)).errors).toMatchObject([
      { extensions: { code: 'FILTRE_INVALIDE' } },
    ]);
  });
});

type Lists = Readonly<Record<'msss' | 'santeQuebec' | 'etablissements', Page | null>>;
const ROOTS = {
  msss: 'differencesMsss',
  santeQuebec: 'differencesSanteQuebec',
  etablissements: 'differencesEtablissements',
} as const;
const everyList = (page = 'first: 1000'): string =>
  Object.keys(ROOTS)
    .map((list) => `${list}(${page}) { ${FIELDS} }`)
    .join(' ');

describe('what differs on every level, asked by one name', () => {
  it('is what each level gives by its own', async () => {
    const de = `de: "${moments[0]}"`;
    for (const args of [
      de,
      `${de}, a: "${first.inscritLe}"`,
      `${de}, territoire: "01121"`,
      `${de}, etablissement: "${BAS_SAINT_LAURENT}"`,
    ]) {
      const roots = Object.entries(ROOTS).map(
        ([list, root]) => `${list}: ${root}(${args}, first: 1000) { ${FIELDS} }`,
      );
      const { differences } = await anyone.read<{ differences: Lists }>(
        `{ differences(${args}) { ${everyList()} } }`,
      );
      expect(differences, args).toEqual(await anyone.read<Lists>(`{ ${roots.join(' ')} }`));
      expect(differences.etablissements?.totalCount, args).toBeGreaterThan(0);
    }
  });

  it('says the instants that it compares, and that it was given none', async () => {
    const read = (args: string, headers = {}) =>
      anyone.read(`{ differences${args} { de a msss { totalCount } } }`, {}, headers);
    const msss = expect.anything() as object;
    expect(await read('')).toEqual({ differences: { de: null, a: null, msss } });
    const zoned = moments[0]!.replace('Z', '+00:00');
    expect(await read(`(de: "${zoned}", a: "${second.inscritLe}")`)).toEqual({
      differences: { de: moments[0], a: second.inscritLe, msss },
    });
    expect(await read('', { 'palier-au': first.inscritLe })).toEqual({
      differences: { de: null, a: first.inscritLe, msss },
    });
  });

  it('comes in pages, each list by its own cursor, which is that of the root of its level', async () => {
    const de = `de: "${moments[0]}"`;
    const { nodes } = await readDifferences(`${de}, first: 1000`);
    const found: Difference[] = [];
    for (let after = ''; ;) {
      const { differences } = await anyone.read<{ differences: { etablissements: Page; msss: Page } }>(
        `{ differences(${de}) { etablissements(first: 7${after && `, after: "${after}"`}) { ${FIELDS} } msss { ${FIELDS} } } }`,
      );
      found.push(...differences.etablissements.nodes);
      expect(differences.msss.totalCount).toBe(0);
      if (!differences.etablissements.pageInfo.hasNextPage) break;
      after = differences.etablissements.pageInfo.endCursor ?? '';
    }
    expect(found).toEqual(nodes);
    const { pageInfo } = await readDifferences(`${de}, first: 1`);
    const { errors } = await anyone.ask(
      `{ differences(${de}) { etablissements(after: "${pageInfo.endCursor}") { totalCount } santeQuebec(after: "${pageInfo.endCursor}") { totalCount } } }`,
    );
    expect(errors).toMatchObject([
      { path: ['differences', 'santeQuebec'], extensions: { code: 'PAGE_INVALIDE' } },
    ]);
  });

  it.each([
    ['de: "hier"'],
    ['de: "2026-02-31"'],
    ['a: "2026-05-01T14:00:00"'],
    ['de: "2201-01-02", a: "2201-01-01"'],
    ['territoire: "nulle part"'],
  ])('is refused whole, in French, for what no level could compare: %s', async (args) => {
    const { data, errors = [] } = await anyone.ask(`{ differences(${args}) { ${everyList()} } }`);
    expect(data).toEqual({ differences: null });
    expect(errors).toHaveLength(3);
    for (const error of errors)
      expect(error).toMatchObject({
        path: ['differences'],
        extensions: { code: expect.stringMatching(/^(FILTRE|CODE)_INVALIDE$/) as string },
        message: expect.stringMatching(/attendu|vient après/) as string,
      });
  });

  it.each([['de: "2020-01-01"'], ['a: "2020-01-01"'], ['a: "2201-01-01"']])(
    'is refused by each level for an instant that it does not remember: %s',
    async (args) => {
      const { data, errors = [] } = await anyone.ask(`{ differences(${args}) { ${everyList()} } }`);
      expect(data).toEqual({ differences: { msss: null, santeQuebec: null, etablissements: null } });
      expect(errors.map(({ path }) => path?.join('.')).sort()).toEqual(
        Object.keys(ROOTS)
          .map((list) => `differences.${list}`)
          .sort(),
      );
      for (const error of errors) expect(error.extensions['code']).toBe('INSTANT_HORS_MEMOIRE');
    },
  );

  it('a level that follows nothing of a type says so in the place of its list alone', async () => {
    const { data, errors } = await anyone.ask<{ differences: Lists }>(
      `{ differences(de: "${moments[0]}", type: "Mesure") { ${everyList()} } }`,
    );
    expect(data?.differences).toMatchObject({ msss: null, santeQuebec: null });
    expect(data?.differences.etablissements?.totalCount).toBeGreaterThan(0);
    expect(errors).toMatchObject([
      { extensions: { code: 'FILTRE_INVALIDE' } },
      { extensions: { code: 'FILTRE_INVALIDE' } },
    ]);
  });
});
