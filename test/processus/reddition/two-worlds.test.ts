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

/** The territory of which another campagne suppresses the figure, that this one carries over. */
const ELSEWHERE = '01161';
const OTHER = `${CAMPAGNE}-B`;

/** What was said of each territory, and is suppressed since; of the first, SAUT fires on the next figure after 1, and not after 2. */
type Figures = Readonly<Record<string, string>>;
const FIGURES: readonly [Figures, Figures] = [
  {
    '01111': 'valeur: 1',
    '01131': 'valeur: 1',
    '01141': 'valeur: 0',
    '01151': 'valeur: 2, numerateur: 10, denominateur: 5',
    [ELSEWHERE]: 'valeur: 1',
  },
  {
    '01111': 'valeur: 2',
    '01131': 'statut: AUCUN_CAS',
    '01141': 'statut: NON_DISPONIBLE',
    '01151': 'valeur: 2',
    [ELSEWHERE]: 'statut: AUCUN_CAS',
  },
];

/** The same acts, but for some figures, which are suppressed since. */
interface World {
  readonly people: HouseOfPeople;
  readonly luc: Person;
  readonly marie: Person;
  /** The instants before they were said, before they were suppressed, since, and once what tells no value was said of some. */
  readonly known: readonly [born: string, before: string, since: string, again: string];
}

async function play(figures: Figures): Promise<World> {
  const people = await openHouseOfPeople({
    mounts: listMounts({ mcp: true }),
    operationsFolder: OPERATIONS,
  });
  const marie = await people.person({ sub: 'marie', palier: 'SANTE_QUEBEC' });
  const luc = await people.person({ sub: 'luc', palier: 'ETABLISSEMENT', etablissement: ETABLISSEMENT });
  await openCampagne(marie, ['I-A-P5'], [P01, P02]);
  await marie.read(`mutation { ouvrirCampagne(cle: "b", code: "${OTHER}", canevas: "${CAMPAGNE}-V1", periodes: ["${P01}"]) {
    acte { numero } } }`);
  const enterIn = async (
    campagne: string,
    cle: string,
    said: readonly string[],
    reponses: readonly string[] = [],
  ): Promise<string> => {
    await luc.read(`mutation { saisirMesures(cle: "${cle}", campagne: "${campagne}", mesures: [
        ${said.map((one) => `{ exigence: "A-P5:AAOR", ${one} }`).join()}]) { acte { numero } }
      soumettreReddition(cle: "${cle}-v", campagne: "${campagne}", reponses: [${reponses.join()}]) { acte { numero } } }`);
    await wait(2);
    return new Date().toISOString();
  };
  const enter = (cle: string, ...said: readonly string[]): Promise<string> => enterIn(CAMPAGNE, cle, said);
  const of = (territoire: string, periode: string, said: string): string =>
    `territoire: "${territoire}", periode: "${periode}", ${said}`;
  const born = new Date().toISOString();
  const before = await enter(
    's1',
    ...Object.entries(figures).map(([territoire, said]) =>
      of(territoire, P01, `${said}, justification: "Compté : ${said}."`),
    ),
    of('01111', P02, 'valeur: 3'),
    of('01121', P01, 'valeur: 1'),
    of('01121', P02, 'valeur: 9'),
  );
  const [suppressed, elsewhere] = [
    Object.keys(figures).filter((code) => code !== ELSEWHERE),
    [ELSEWHERE],
  ].map((territoires) => territoires.map((territoire) => of(territoire, P01, 'statut: SUPPRIMEE'))) as [
    string[],
    string[],
  ];
  const ofP01 = (territoire: string): string => `mesure: "${P01}:${territoire}:A-P5:AAOR"`;
  const returned = Object.entries({ ...figures, '01121': '' }).map(
    ([territoire, said]) =>
      `{ ${ofP01(territoire)}, motif: "Surprend : ${said}.", attendu: "Confirmer : ${said}." }`,
  );
  await marie.read(`mutation { retournerReddition(cle: "r", motif: "Dit de toute la version.", reddition: "${version(1)}", cellules: [
    ${returned.join()}]) { acte { numero } } }`);
  await enterIn(CAMPAGNE, 's2', suppressed, [
    `{ ${ofP01('01121')}, justification: "Vérifié." }`,
    `{ ${ofP01(ELSEWHERE)}, justification: "Maintenu : ${figures[ELSEWHERE]}." }`,
  ]);
  const since = await enterIn(OTHER, 'b1', elsewhere);
  await enter('s3', of('01121', P01, 'valeur: 2'));
  // As was said before in one of the worlds, and not in the other.
  await enterIn(OTHER, 'b2', [of(ELSEWHERE, P01, 'statut: AUCUN_CAS')]);
  const again = await enter(
    's4',
    of('01131', P01, 'statut: AUCUN_CAS, justification: "Redit depuis."'),
    of('01141', P01, 'statut: NON_DISPONIBLE, justification: "Redit depuis."'),
  );
  return { people, luc, marie, known: [born, before, since, again] };
}

const CONSTATS = `constatsReserves tous: constatsValidation { totalCount origine absence { motif } pageInfo { hasNextPage }
    nodes { id mesureId severite message operandes justification regle { id } mesure { valeur } } }
  premier: constatsValidation(first: 1) { totalCount edges { cursor node { id } } pageInfo { hasNextPage endCursor } }
  informations: constatsValidation(severite: INFORMATION) { totalCount nodes { id } }`;
const ALL = `{
  ${[1, 2, 3, 4]
    .map(
      (
        number,
      ) => `v${number}: reddition(id: "${version(number)}") { etat revision soumiseLe cellulesPortees ${CONSTATS}
    reglesAppliquees { id } lignes { totalCount nodes { mesureId valeur statut contradiction reponse justification verdict { etat }
      versions { valeur statut reponse justification } } }
    examen { statut motifs cellules { mesureId motif attendu texteReserve } versions { statut motifs } } ${[
      1, 2, 3,
    ]
      .filter((since) => since < number)
      .map(
        (since) =>
          `depuis${since}: ecartsDepuis(version: ${since}) { mesureId nature valeurAvant statutAvant valeurApres statutApres }`,
      )
      .join('\n')}
    actionsPossibles { nom motifSiRefusee } }`,
    )
    .join('\n')}
  redditions(campagne: "${CAMPAGNE}") { totalCount nodes { id ${CONSTATS} } repartition(par: ETAT) { cle nombre } }
  mesures(campagne: "${CAMPAGNE}", tri: VALEUR) { totalCount nodes { id valeur statut versions { valeur statut } lignes { valeur statut reponse justification } } }
  journalSanteQuebec(nature: "retournerReddition") { nodes { natureActe motif contenu contenuReserve feuille } }
  journalEtablissements { totalCount nodes { natureActe contenu contenuReserve feuille recu { niveau numero temoins } } } }`;
const differences = (de: string, a: string): string =>
  `{ ${['Etablissements', 'SanteQuebec']
    .map(
      (level) =>
        `differences${level}(de: "${de}", a: "${a}", first: 1000) { totalCount nodes { type code champ nature avant apres } }`,
    )
    .join(' ')} }`;
const ADDRESSES = [
  `/q/retours-etablissement.csv?etablissement=${ETABLISSEMENT}&campagne=${CAMPAGNE}`,
  `/q/mesures-par-exigence.csv?exigence=A-P5:AAOR&campagne=${CAMPAGNE}`,
  `/q/suivi-etablissement.csv?code=${ETABLISSEMENT}&exigence=A-P5:AAOR&campagne=${CAMPAGNE}`,
  `/q/fait-reddition.json?code=${version(1)}`,
  `/fait/reddition/${version(1)}`,
  ...OF_THE_SERIES.map((one) => `/fait/mesure/${one}`),
  `/fait/mesure/${P01}:01131:A-P5:AAOR`,
  `/fait/regle-validation/SAUT`,
  `/tableau/etablissement/${ETABLISSEMENT}?campagne=${CAMPAGNE}`,
  `/tableau/territoire/01111?campagne=${CAMPAGNE}`,
];

interface Told {
  readonly elsewhere: { readonly lignes: readonly { readonly statut: string }[] };
  readonly said: {
    readonly statut: string;
    readonly versions: readonly { readonly statut: string }[];
    readonly lignes: readonly { readonly statut: string }[];
  };
  readonly v4: { readonly ecartsDepuis: readonly object[] };
}

/** Neither what is drawn nor the hour is of a world. */
const plain = (said: unknown): string =>
  (typeof said === 'string' ? said : JSON.stringify(said))
    .replace(/\d{4}-\d\d-\d\d(T|\s| à )([\d:h ]|%3A)+([\d:.]|%3A)*Z?/g, '#')
    .replace(/à\s\d{1,2}\sh\s\d\d/g, '#')
    .replace(/[0-9a-f]{64}/g, '#')
    // The version of a level is of its database.
    .replace(/[\w-]{16,}\.[\w-]{16,}\.\d{4}-\d\d-\d\d/g, '#')
    .replace(/<code>[0-9a-f]{8}<\/code>/g, '#')
    .replace(/[\w-]{40,}={0,2}/g, '#')
    .replace(/127\.0\.0\.1:\d+/g, '#');

/** Every public answer to somebody, by what was asked. */
async function readAll(
  { people, known: [born, before, since, again] }: World,
  person: Person,
  token?: string,
) {
  const said: Record<string, string> = { all: plain(await person.read(ALL)) };
  for (const [name, au] of Object.entries({ before, since, again }))
    said[name] = plain(await person.read(ALL, {}, { 'palier-au': au }));
  said['differences of what was said'] = plain(await person.read(differences(born, before)));
  said['differences'] = plain(await person.read(differences(before, since)));
  said['differences again'] = plain(await person.read(differences(since, again)));
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

  it('tell nobody why their figures were sent back, once Santé Québec has heard that they are suppressed', async () => {
    for (const { people } of [fired, silent]) {
      const nobody = await people.person();
      const read = () =>
        nobody.read(`{ reddition(id: "${version(1)}") { examen { cellules { mesureId texteReserve } } } }`);
      const reserved = expect.stringMatching(/^Texte retenu/) as unknown;
      const cellules = Object.keys({ ...FIGURES[0], '01121': '' })
        .sort()
        .map((territoire) => ({
          mesureId: `${P01}:${territoire}:A-P5:AAOR`,
          texteReserve: territoire === '01121' ? null : reserved,
        }));
      await expect.poll(read).toEqual({ reddition: { examen: { cellules } } });
    }
  });

  it('differ for whoever may read it', async () => {
    const elsewhere = `${P02}:01121:A-P5:AAOR`;
    for (const who of ['luc', 'marie'] as const) {
      expect(await countsOf(fired[who])).toEqual([true, [mesure(P02), elsewhere, elsewhere]]);
      expect(await countsOf(silent[who])).toEqual([true, [elsewhere, elsewhere]]);
      const [one, other] = [await fired[who].read(ALL), await silent[who].read(ALL)].map((said) =>
        JSON.stringify(said),
      );
      for (const written of ['Compté', 'Surprend', 'Confirmer', 'Maintenu']) {
        expect(one).toContain(`${written} : ${FIGURES[0][ELSEWHERE]}.`);
        expect(other).toContain(`${written} : ${FIGURES[1][ELSEWHERE]}.`);
      }
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
      expect(told, what).not.toMatch(/(Compté|Surprend|Confirmer|Maintenu)( |\\u202f)?: [vs]/);
      if (what !== 'all') continue;
      // What touches nothing that is suppressed stays told.
      expect(told).toContain(`${P02}:01121:A-P5:AAOR:SAUT:V1`);
      expect(told).toContain(constat);
      expect(told).toContain('Constats retenus, s’il y en a');
      for (const written of ['Vérifié.', 'Redit depuis.', 'Dit de toute la version.', 'Confirmer : .'])
        expect(told).toContain(written);
    }
    // Neither the version that said it, nor those that carry on, are told by their acts.
    expect(one['all']!.match(/"contenuReserve":"Soumission/g)).toHaveLength(6);
  });

  it.each(Object.entries(OTHERS))('tell %s what was published since', async (_who, claims) => {
    const person = await fired.people.person(claims);
    const { said, elsewhere, v4 } = await person.read<Told>(`{
      elsewhere: mesure(id: "${P01}:${ELSEWHERE}:A-P5:AAOR") { lignes { statut } }
      said: mesure(id: "${P01}:01131:A-P5:AAOR") { statut versions { statut } lignes { statut } }
      v4: reddition(id: "${version(4)}") { ecartsDepuis(version: 3) { mesureId statutAvant statutApres } } }`);
    const told = ['SUPPRIMEE', 'SUPPRIMEE', 'AUCUN_CAS'];
    expect(said.statut).toBe('AUCUN_CAS');
    expect(said.versions.map(({ statut }) => statut)).toEqual(told.toReversed());
    expect(said.lignes.map(({ statut }) => statut)).toEqual(['SUPPRIMEE', ...told]);
    // What a version carries over was said before, and stays withheld.
    expect(elsewhere.lignes.map(({ statut }) => statut)).toEqual([
      'SUPPRIMEE',
      'SUPPRIMEE',
      'SUPPRIMEE',
      'SUPPRIMEE',
      'AUCUN_CAS',
      'SUPPRIMEE',
    ]);
    expect(v4.ecartsDepuis).toContainEqual({
      mesureId: `${P01}:01131:A-P5:AAOR`,
      statutAvant: 'SUPPRIMEE',
      statutApres: 'AUCUN_CAS',
    });
  });
});
