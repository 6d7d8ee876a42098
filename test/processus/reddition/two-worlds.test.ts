import { setTimeout as wait } from 'node:timers/promises';
import { OPERATIONS } from '@palier/start/environment';
import { listMounts } from '@palier/start/list-mounts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAssistant, REVISIONS } from '../../mcp/call-assistant.ts';
import { type HouseOfPeople, openCampagne, openHouseOfPeople, type Person } from '../people.ts';

const ETABLISSEMENT = '11045119';
const CAMPAGNE = '2026-2027';
const [P01, P02] = [`${CAMPAGNE}-P01`, `${CAMPAGNE}-P02`];
const version = (number: number): string => `${CAMPAGNE}:${ETABLISSEMENT}:V${number}`;
const mesure = (periode: string): string => `${periode}:01111:A-P5:AAOR`;
const OF_THE_SERIES = [mesure(P01), mesure(P02)];

/** What was said of each territory, and is suppressed since; of the first, SAUT fires on the next figure after 1, and not after 2. */
type Figures = Readonly<Record<string, string>>;
const FIGURES: readonly [Figures, Figures] = [
  {
    '01111': 'valeur: 1',
    '01131': 'valeur: 1',
    '01141': 'valeur: 0',
    '01151': 'valeur: 2, numerateur: 10, denominateur: 5',
  },
  {
    '01111': 'valeur: 2',
    '01131': 'statut: AUCUN_CAS',
    '01141': 'statut: NON_DISPONIBLE',
    '01151': 'valeur: 2',
  },
];

/** The same acts, but for some figures, which are suppressed since. */
interface World {
  readonly people: HouseOfPeople;
  readonly luc: Person;
  readonly marie: Person;
  /** The instants before they were said, before they were suppressed, and since. */
  readonly known: readonly [born: string, before: string, since: string];
}

async function play(figures: Figures): Promise<World> {
  const people = await openHouseOfPeople({
    mounts: listMounts({ mcp: true }),
    operationsFolder: OPERATIONS,
  });
  const marie = await people.person({ sub: 'marie', palier: 'SANTE_QUEBEC' });
  const luc = await people.person({ sub: 'luc', palier: 'ETABLISSEMENT', etablissement: ETABLISSEMENT });
  await openCampagne(marie, ['I-A-P5'], [P01, P02]);
  const enter = async (cle: string, ...said: readonly string[]): Promise<string> => {
    await luc.read(`mutation { saisirMesures(cle: "${cle}", campagne: "${CAMPAGNE}", mesures: [
        ${said.map((one) => `{ exigence: "A-P5:AAOR", ${one} }`).join()}]) { acte { numero } }
      soumettreReddition(cle: "${cle}-v", campagne: "${CAMPAGNE}") { acte { numero } } }`);
    await wait(2);
    return new Date().toISOString();
  };
  const of = (territoire: string, periode: string, said: string): string =>
    `territoire: "${territoire}", periode: "${periode}", ${said}`;
  const born = new Date().toISOString();
  const before = await enter(
    's1',
    ...Object.entries(figures).map(([territoire, said]) => of(territoire, P01, said)),
    of('01111', P02, 'valeur: 3'),
    of('01121', P01, 'valeur: 1'),
    of('01121', P02, 'valeur: 9'),
  );
  const since = await enter(
    's2',
    ...Object.keys(figures).map((territoire) => of(territoire, P01, 'statut: SUPPRIMEE')),
  );
  await enter('s3', of('01121', P01, 'valeur: 2'));
  return { people, luc, marie, known: [born, before, since] };
}

const CONSTATS = `constatsReserves tous: constatsValidation { totalCount origine absence { motif } pageInfo { hasNextPage }
    nodes { id mesureId severite message operandes justification regle { id } mesure { valeur } } }
  premier: constatsValidation(first: 1) { totalCount edges { cursor node { id } } pageInfo { hasNextPage endCursor } }
  informations: constatsValidation(severite: INFORMATION) { totalCount nodes { id } }`;
const ALL = `{
  ${[1, 2, 3]
    .map(
      (
        number,
      ) => `v${number}: reddition(id: "${version(number)}") { etat revision soumiseLe cellulesPortees ${CONSTATS}
    reglesAppliquees { id } lignes { totalCount nodes { mesureId valeur statut justification verdict { etat }
      versions { valeur statut } } } ${number > 1 ? `ecartsDepuis(version: ${number - 1}) { mesureId nature valeurAvant valeurApres }` : ''}
    actionsPossibles { nom motifSiRefusee } }`,
    )
    .join('\n')}
  redditions(campagne: "${CAMPAGNE}") { totalCount nodes { id ${CONSTATS} } repartition(par: ETAT) { cle nombre } }
  mesures(campagne: "${CAMPAGNE}", tri: VALEUR) { totalCount nodes { id valeur statut versions { valeur statut } lignes { valeur } } }
  journalEtablissements { totalCount nodes { natureActe contenu contenuReserve feuille recu { niveau numero temoins } } } }`;
const differences = (de: string, a: string): string =>
  `{ differencesEtablissements(de: "${de}", a: "${a}", first: 1000) { totalCount nodes { type code champ nature avant apres } } }`;
const ADDRESSES = [
  `/q/retours-etablissement.csv?etablissement=${ETABLISSEMENT}&campagne=${CAMPAGNE}`,
  `/q/mesures-par-exigence.csv?exigence=A-P5:AAOR&campagne=${CAMPAGNE}`,
  `/q/suivi-etablissement.csv?code=${ETABLISSEMENT}&exigence=A-P5:AAOR&campagne=${CAMPAGNE}`,
  `/q/fait-reddition.json?code=${version(1)}`,
  `/fait/reddition/${version(1)}`,
  ...OF_THE_SERIES.map((one) => `/fait/mesure/${one}`),
  `/fait/regle-validation/SAUT`,
  `/tableau/etablissement/${ETABLISSEMENT}?campagne=${CAMPAGNE}`,
  `/tableau/territoire/01111?campagne=${CAMPAGNE}`,
];

/** Neither what is drawn nor the hour is of a world. */
const plain = (said: unknown): string =>
  (typeof said === 'string' ? said : JSON.stringify(said))
    .replace(/\d{4}-\d\d-\d\d(T|\s| à )[\d:h ]+[\d:.]*Z?/g, '#')
    .replace(/à \d\d h \d\d/g, '#')
    .replace(/[0-9a-f]{64}/g, '#')
    // The version of a level is of its database.
    .replace(/[\w-]{16,}\.[\w-]{16,}\.\d{4}-\d\d-\d\d/g, '#')
    .replace(/<code>[0-9a-f]{8}<\/code>/g, '#')
    .replace(/[\w-]{40,}={0,2}/g, '#')
    .replace(/127\.0\.0\.1:\d+/g, '#');

/** Every public answer to somebody, by what was asked. */
async function readAll({ people, known: [born, before, since] }: World, person: Person, token?: string) {
  const said: Record<string, string> = { all: plain(await person.read(ALL)) };
  for (const [name, au] of Object.entries({ before, since }))
    said[name] = plain(await person.read(ALL, {}, { 'palier-au': au }));
  said['differences of what was said'] = plain(await person.read(differences(born, before)));
  said['differences'] = plain(await person.read(differences(before, since)));
  said['to the end'] = plain(await person.read(differences(before, new Date().toISOString())));
  for (const address of ADDRESSES) {
    const response = await person.request(address);
    expect(response.status, address).toBe(200);
    said[address] = plain(await response.text());
  }
  const sent = await person.request('/fichiers/constats.csv', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: `{ reddition(id: "${version(1)}") { constatsValidation { nodes { id severite message } } } }`,
    }),
  });
  expect(sent.status).toBe(200);
  said['sent'] = plain(await sent.text());
  const assistant = await openAssistant(
    people.url,
    REVISIONS[0].mode,
    token === undefined ? {} : { authorization: `Bearer ${token}` },
  );
  for (const [name, given] of [
    ['lire_fait', { type: 'Reddition', code: version(1) }],
    ['lire_fait', { type: 'Mesure', code: mesure(P02) }],
    ['suivi-etablissement', { code: ETABLISSEMENT, exigence: 'A-P5:AAOR', campagne: CAMPAGNE }],
  ] as const)
    said[`${name} ${JSON.stringify(given)}`] = plain(
      (await assistant.callTool({ name, arguments: given })).structuredContent,
    );
  await assistant.close();
  return said;
}

/** What rules said of a figure that is suppressed since, and that they said nothing, are told alike: by nothing. */
describe('two worlds that differ by figures, suppressed since, of which a rule said something in one alone', () => {
  let fired: World;
  let silent: World;
  beforeAll(async () => {
    fired = await play(FIGURES[0]);
    silent = await play(FIGURES[1]);
  });
  afterAll(() => Promise.all([fired.people.close(), silent.people.close()]));

  const OTHERS = {
    nobody: undefined,
    'another établissement': { sub: 'rose', palier: 'ETABLISSEMENT', etablissement: '11045127' },
    'the ministry': { sub: 'sophie', palier: 'MSSS' },
  } as const;
  const countsOf = async (person: Person) => {
    const { reddition } = await person.read<{
      reddition: {
        constatsReserves: string | null;
        constatsValidation: { nodes: { mesureId: string }[] };
      };
    }>(`{ reddition(id: "${version(1)}") { constatsReserves constatsValidation { nodes { mesureId } } } }`);
    const { constatsReserves, constatsValidation } = reddition;
    // Of the two territories that have a series.
    const told = constatsValidation.nodes
      .map(({ mesureId }) => mesureId)
      .filter((id) => /:011[12]1:/.test(id));
    return [constatsReserves === null, told.sort()];
  };

  it('differ for whoever may read it', async () => {
    const elsewhere = `${P02}:01121:A-P5:AAOR`;
    for (const who of ['luc', 'marie'] as const) {
      expect(await countsOf(fired[who])).toEqual([true, [mesure(P02), elsewhere, elsewhere]]);
      expect(await countsOf(silent[who])).toEqual([true, [elsewhere, elsewhere]]);
    }
  });

  it.each(Object.entries(OTHERS))('read the same for %s, by whatever is asked', async (_who, claims) => {
    const read = async (world: World) =>
      readAll(
        world,
        await world.people.person(claims),
        claims === undefined ? undefined : await world.people.token(claims),
      );
    const [one, other] = [await read(fired), await read(silent)];
    expect(Object.keys(one).filter((what) => one[what] !== other[what])).toEqual([]);
    const constat = `"mesureId":"${mesure(P02)}"`;
    for (const [what, told] of Object.entries(one)) {
      expect(told, what).not.toContain(`${mesure(P02)}:SAUT`);
      if (what !== 'all') continue;
      // What touches nothing that is suppressed stays told.
      expect(told).toContain(`${P02}:01121:A-P5:AAOR:SAUT:V1`);
      expect(told).toContain(constat);
      expect(told).toContain('Constats retenus, s’il y en a');
    }
    // Neither the version that said it, nor those that carry on, are told by their acts.
    expect(one['all']!.match(/"contenuReserve":"Soumission/g)).toHaveLength(3);
  });
});
