import 'reflect-metadata';
import { act } from '@palier/runtime/acts/act';
import type { ActeDefinition } from '@palier/runtime/journal/acte';
import { createEphemeralKeys } from '@palier/runtime/journal/journal-keys';
import type { Subgraph } from '@palier/runtime/subgraph';
import { openForTest, someoneOf, type SubgraphUnderTest } from '@palier/runtime/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { etablissements } from '../subgraph.ts';
import { retirerReddition, saisirMesures, soumettreReddition } from './reddition.actes.ts';

const SETTINGS = { demonstration: 'ABSENTE' } as const;
const ETABLISSEMENT = '11045119';
const luc = someoneOf('ETABLISSEMENT', { subject: 'luc', etablissement: ETABLISSEMENT });

/** What Santé Québec says, before a button is offered: nothing against it. */
const OPEN = { statut: 'OUVERTE', cloture: null, exceptions: [] };
const ANSWERS: Readonly<Record<string, object>> = {
  CampagneDemandee: {
    campagne: { ...OPEN, exercice: '2026-2027', periodes: [], canevas: null },
    etablissement: { territoires: [{ code: '01111' }] },
  },
  CellulesRetournees: { redditions: { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } } },
  VersionARetirer: { reddition: { examen: { statut: null } }, campagne: OPEN },
};
const graph = (query: string): Promise<unknown> =>
  Promise.resolve(ANSWERS[/query (\w+)/.exec(query)?.[1] ?? ''] ?? {});

let level: SubgraphUnderTest;
let program: Subgraph;
beforeAll(async () => {
  level = await openForTest(etablissements, SETTINGS, undefined, { graph });
  program = await etablissements.open(level.database, SETTINGS, { keys: createEphemeralKeys() });
});
afterAll(() => level.close());

let keys = 0;
function write(definition: ActeDefinition, contenu: object): Promise<unknown> {
  keys += 1;
  return act(program.createContext(luc), {
    definition,
    cle: String(keys),
    asked: contenu,
    prepare: () => contenu,
    versionAttendue: 0,
  });
}

const PERIODES = ['2026-2027-P01', '2026-2027-P02', '2026-2027-P03'];
const mesureOf = (periode: string): string => `${periode}:01111:A-P5:AAOR`;
const ligneOf = (periode: string, valeur: number) => ({
  mesure: mesureOf(periode),
  periode,
  territoire: '01111',
  exigence: 'A-P5:AAOR',
  volet: null,
  unite: 'h',
  valeur,
  numerateur: null,
  denominateur: null,
  statut: 'PROVISOIRE' as const,
});
const enter = (campagne: string, said: object) =>
  write(saisirMesures, {
    campagne,
    revision: null,
    lignes: PERIODES.map((periode) => ligneOf(periode, 2)),
    ...said,
  });
interface Submission {
  readonly answered?: number;
  readonly suit?: string | null;
  readonly ouvre?: true;
}
const submit = (
  campagne: string,
  version: number,
  revision: number,
  { answered = 0, ...said }: Submission = {},
) =>
  write(soumettreReddition, {
    campagne,
    version,
    revision,
    jusquAu: null,
    reponses: PERIODES.slice(0, answered).map((periode) => ({
      mesure: mesureOf(periode),
      reponse: 'MAINTENUE',
      justification: `Vérifié en ${periode}.`,
    })),
    ...said,
  });
const revisionsOf = async (campagne: string): Promise<number[]> =>
  (
    await level.rows<{ revision: number }>(
      `select revision from etablissements.reddition where campagne = '${campagne}' order by version`,
    )
  ).map(({ revision }) => revision);

describe('the revision of a draft', () => {
  it('goes on from that of the version before, withdrawn or not', async () => {
    await enter('A', { version: 1 });
    await enter('A', { version: 1 });
    await submit('A', 1, 2);
    await enter('A', { version: 2 });
    await submit('A', 2, 3);
    await write(retirerReddition, { reddition: `A:${ETABLISSEMENT}:V2`, raison: 'Erreur.' });
    await enter('A', { version: 3 });
    expect(await revisionsOf('A')).toEqual([2, 3, 4]);
  });

  it('began again with each version, of the acts that did not say theirs', async () => {
    await enter('B', {});
    await enter('B', {});
    await submit('B', 1, 2);
    await enter('B', {});
    expect(await revisionsOf('B')).toEqual([2, 1]);
  });

  it('is of the draft that was judged: measures prepared for another are not entered', async () => {
    await enter('C', { version: 1 });
    await submit('C', 1, 1);
    await expect(enter('C', { version: 1 })).rejects.toMatchObject({
      extensions: { code: 'ACTE_REFUSE', regle: 'SUIVRE_LA_DERNIERE' },
    });
  });
});

it('answers whatever was sent back in one statement, each answer with its measure', async () => {
  const statementsOf = async (campagne: string, answered: number): Promise<number> => {
    await enter(campagne, { version: 1 });
    return (await level.statementsOf(() => submit(campagne, 1, 1, { answered }))).length;
  };
  expect(await statementsOf('D', 1)).toBe(await statementsOf('E', 3));
  expect(
    await level.rows(`select periode, justification from etablissements.ligne_reddition
      where reddition_id = 'E:${ETABLISSEMENT}:V1' and reponse = 'MAINTENUE' order by periode`),
  ).toEqual(PERIODES.map((periode) => ({ periode, justification: `Vérifié en ${periode}.` })));
});

it('the last version that stands is withdrawn, though another followed and was withdrawn too', async () => {
  await enter('F', { version: 1 });
  await submit('F', 1, 1);
  await enter('F', { version: 2 });
  await submit('F', 2, 2);
  const withdraw = (version: number) =>
    write(retirerReddition, { reddition: `F:${ETABLISSEMENT}:V${version}`, raison: 'Erreur.' });
  await expect(withdraw(1)).rejects.toMatchObject({ extensions: { regle: 'RETIRER_LA_DERNIERE' } });
  await withdraw(2);
  await withdraw(1);
  expect(await level.rows(`select etat from etablissements.reddition where campagne = 'F'`)).toEqual([
    { etat: 'RETIREE' },
    { etat: 'RETIREE' },
  ]);
});

it('a version that was judged as what follows another than the one that stands is not submitted', async () => {
  await enter('G', { version: 1 });
  await submit('G', 1, 1, { suit: null });
  await enter('G', { version: 2 });
  await submit('G', 2, 2, { suit: `G:${ETABLISSEMENT}:V1` });
  await enter('G', { version: 3 });
  await write(retirerReddition, { reddition: `G:${ETABLISSEMENT}:V2`, raison: 'Erreur.' });
  for (const suit of [`G:${ETABLISSEMENT}:V2`, null])
    await expect(submit('G', 3, 3, { suit })).rejects.toMatchObject({
      extensions: { code: 'ACTE_REFUSE', regle: 'SUIVRE_LA_DERNIERE' },
    });
  await submit('G', 3, 3, { suit: `G:${ETABLISSEMENT}:V1` });
});

it('measures whose author read no version are entered after the one that stands, though another was withdrawn meanwhile', async () => {
  await enter('L', { version: 1 });
  await submit('L', 1, 1);
  await enter('L', { version: 2 });
  await submit('L', 2, 2);
  const [first, second] = [1, 2].map((version) => `L:${ETABLISSEMENT}:V${version}`);
  const standing = [second, first];
  await act(program.createContext(luc), {
    definition: saisirMesures,
    cle: 'crossed',
    asked: {},
    prepare: async () => {
      const suit = standing.shift()!;
      if (suit === second) await write(retirerReddition, { reddition: second, raison: 'Erreur.' });
      return { campagne: 'L', version: 3, revision: null, suit, lignes: [ligneOf(PERIODES[0]!, 4)] };
    },
  });
  expect(standing).toEqual([]);
  expect(await revisionsOf('L')).toEqual([1, 2, 3]);
});

describe('a draft', () => {
  const withdrawSecond = async (campagne: string): Promise<void> => {
    await enter(campagne, { version: 1 });
    await submit(campagne, 1, 1);
    await enter(campagne, { version: 2, lignes: [ligneOf(PERIODES[0]!, 99)] });
    await submit(campagne, 2, 2);
    await write(retirerReddition, { reddition: `${campagne}:${ETABLISSEMENT}:V2`, raison: 'Erreur.' });
  };
  const valeurOf = async (campagne: string, version: number): Promise<number | undefined> =>
    (
      await level.rows<{ valeur: number }>(
        `select valeur from etablissements.ligne_reddition where id = '${campagne}:${ETABLISSEMENT}:V${version}:${mesureOf(PERIODES[0]!)}'`,
      )
    )[0]?.valeur;
  const other = [ligneOf(PERIODES[1]!, 4)];

  it('begins as the version that stands, and the acts that did not say it as the last, withdrawn or not', async () => {
    await withdrawSecond('H');
    const suit = `H:${ETABLISSEMENT}:V1`;
    for (const wrong of [`H:${ETABLISSEMENT}:V2`, null])
      await expect(enter('H', { version: 3, suit: wrong, lignes: other })).rejects.toMatchObject({
        extensions: { regle: 'SUIVRE_LA_DERNIERE' },
      });
    await enter('H', { version: 3, suit, lignes: other });
    expect(await valeurOf('H', 3)).toBe(2);
    await withdrawSecond('I');
    await enter('I', { version: 3, lignes: other });
    expect(await valeurOf('I', 3)).toBe(99);
  });

  it('is opened by the submission that answers without one, unless somebody began it meanwhile', async () => {
    await enter('J', { version: 1 });
    await submit('J', 1, 1);
    const suit = `J:${ETABLISSEMENT}:V1`;
    await submit('J', 2, 2, { ouvre: true, suit, answered: 3 });
    expect(await revisionsOf('J')).toEqual([1, 2]);
    expect(
      await level.rows(`select valeur, reponse from etablissements.ligne_reddition
        where reddition_id = 'J:${ETABLISSEMENT}:V2'`),
    ).toEqual(PERIODES.map(() => ({ valeur: 2, reponse: 'MAINTENUE' })));
    await enter('J', { version: 3 });
    await expect(
      submit('J', 3, 3, { ouvre: true, suit: `J:${ETABLISSEMENT}:V2`, answered: 3 }),
    ).rejects.toMatchObject({ extensions: { code: 'VERSION_PERIMEE', versionCourante: 3 } });
  });
});

describe('a draft that is open when the version that stands is withdrawn', () => {
  const versionOf = (campagne: string, version: number): string => `${campagne}:${ETABLISSEMENT}:V${version}`;
  const withdraw = (campagne: string, version: number, said: object = {}) =>
    write(retirerReddition, { reddition: versionOf(campagne, version), raison: 'Erreur.', ...said });
  const saidBy = async (campagne: string, version: number) =>
    (
      await level.rows<{ periode: string; valeur: number }>(
        `select periode, valeur from etablissements.ligne_reddition
         where reddition_id = '${versionOf(campagne, version)}' order by periode`,
      )
    ).map(({ periode, valeur }) => [periode.slice(-3), valeur]);
  /** The second version says P01 otherwise, and P03 no more; the draft says P02 and P04 of its own, and takes P05 out. */
  const begin = async (campagne: string): Promise<void> => {
    const more = ['2026-2027-P05', '2026-2027-P06'].map((periode) => ligneOf(periode, 2));
    await enter(campagne, {
      version: 1,
      lignes: [...PERIODES.map((periode) => ligneOf(periode, 2)), ...more],
    });
    await submit(campagne, 1, 1);
    const lignes = [ligneOf(PERIODES[0]!, 99)];
    await enter(campagne, { version: 2, lignes, retraits: [mesureOf(PERIODES[2]!)] });
    await submit(campagne, 2, 2);
    await enter(campagne, {
      version: 3,
      lignes: [ligneOf(PERIODES[1]!, 4), ligneOf('2026-2027-P04', 5)],
      retraits: [mesureOf('2026-2027-P05')],
    });
  };
  const CARRIED = ['P01', 99];
  const ENTERED = [
    ['P02', 4],
    ['P04', 5],
  ];

  it('says what was entered in it, and for the rest what the version that stands now says', async () => {
    await begin('N');
    expect(await saidBy('N', 3)).toEqual([CARRIED, ...ENTERED, ['P06', 2]]);
    await withdraw('N', 2, { brouillon: versionOf('N', 3) });
    expect(await saidBy('N', 3)).toEqual([['P01', 2], ENTERED[0], ['P03', 2], ENTERED[1], ['P06', 2]]);
    await withdraw('N', 1, { brouillon: versionOf('N', 3) });
    expect(await saidBy('N', 3)).toEqual(ENTERED);
    // Who had read it is told that it is another; what is withdrawn is kept as it was.
    expect(await revisionsOf('N')).toEqual([1, 2, 5]);
    expect(await saidBy('N', 2)).toContainEqual(CARRIED);
  });

  it('is left as it was by the acts that did not say it, and is the one that was seen', async () => {
    await begin('O');
    await expect(withdraw('O', 2, { brouillon: null })).rejects.toMatchObject({
      extensions: { code: 'ACTE_REFUSE', regle: 'RETIRER_LA_DERNIERE' },
    });
    await withdraw('O', 2);
    expect(await saidBy('O', 3)).toContainEqual(CARRIED);
  });
});

it('a figure that is suppressed since is read at no past instant, in whatever order or list, but by its own', async () => {
  const campagne = '2026-2027-Q';
  const periode = '2026-2027-P12';
  const figure = ligneOf(periode, 151);
  await enter(campagne, { version: 1, lignes: [figure] });
  await submit(campagne, 1, 1);
  const [said] = await level.rows<{ au: Date | string }>(
    `select connu_depuis as au from etablissements.mesure where id = '${mesureOf(periode)}'`,
  );
  const au = new Date(said!.au).toISOString();
  const asked = `{ mesure(id: "${mesureOf(periode)}") { valeur statut version }
    mesures(territoire: "01111", periode: "${periode}", exigence: "A-P5:AAOR", tri: VALEUR) { nodes { valeur statut } }
    reddition(id: "${campagne}:${ETABLISSEMENT}:V1") { lignes { nodes { valeur } } } }`;
  const shown = (valeur: number | null, statut: string) => ({
    mesure: { valeur, statut, version: 1 },
    mesures: { nodes: [{ valeur, statut }] },
    reddition: { lignes: { nodes: [{ valeur }] } },
  });
  expect(await level.data(asked, {}, undefined, au)).toEqual(shown(151, 'PROVISOIRE'));
  await enter(campagne, { version: 2, lignes: [{ ...figure, valeur: null, statut: 'SUPPRIMEE' }] });
  await submit(campagne, 2, 2);
  expect(await level.data(asked, {}, undefined, au)).toEqual(shown(null, 'SUPPRIMEE'));
  expect(await level.data(asked, {}, luc, au)).toMatchObject({
    reddition: { lignes: { nodes: [{ valeur: 151 }] } },
  });
  expect(program.cacheControlOf({ ...program.createContext(), au })).toBe('no-store');
  await enter(campagne, { version: 3, lignes: [{ ...figure, valeur: 7 }] });
  await submit(campagne, 3, 3);
  // Said again, it is no more withheld.
  expect(await level.data(asked, {}, undefined, au)).toEqual(shown(151, 'PROVISOIRE'));
});

it('of a draft, the differences tell nothing to who may not read it, and its submission once it is', async () => {
  const campagne = '2026-2027-DIFFERENCES';
  const read = async (who?: typeof luc, more = '') => {
    const { page } = await level.data<{
      page: {
        totalCount: number;
        nodes: { nature: string; apres: string | null; acte: { natureActe: string } }[];
      };
    }>(
      `{ page: differencesEtablissements(first: 1000, type: "LigneReddition"${more}) {
        totalCount nodes { code nature apres acte { natureActe } } } }`,
      {},
      who,
    );
    return page;
  };
  const others = [
    undefined,
    someoneOf('MSSS'),
    someoneOf('ETABLISSEMENT', { subject: 'omar', etablissement: '11045127' }),
  ];
  const own = [luc, someoneOf('SANTE_QUEBEC')];
  const [before, ownBefore] = [await read(), await read(luc)];
  await enter(campagne, { version: 1 });
  for (const who of others) expect(await read(who)).toEqual(before);
  for (const who of own) expect((await read(who)).totalCount).toBeGreaterThan(ownBefore.totalCount);
  const drafted = new Date().toISOString();
  await new Promise((resolve) => setTimeout(resolve, 5));
  await submit(campagne, 1, 1);
  for (const who of others)
    for (const more of ['', `, de: "${drafted}"`]) {
      const { totalCount, nodes } = await read(who, `, etablissement: "${ETABLISSEMENT}"${more}`);
      expect(totalCount).toBe(nodes.length);
      const said = nodes.filter(({ apres }) => apres === '2');
      expect(said.length).toBeGreaterThanOrEqual(PERIODES.length);
      for (const { nature, acte } of said)
        expect([nature, acte.natureActe]).toEqual(['AJOUT', 'soumettreReddition']);
    }
  for (const who of own) expect((await read(who, `, de: "${drafted}"`)).nodes).toEqual([]);
});

describe('a figure that was suppressed, and is no more', () => {
  const clock = async (): Promise<string> => {
    const [row] = await level.rows<{ au: Date | string }>(
      `select date_trunc('milliseconds', clock_timestamp()) as au`,
    );
    return new Date(row!.au).toISOString();
  };
  const shownOf = (campagne: string, periode: string): string => `{
    V1: reddition(id: "${campagne}:${ETABLISSEMENT}:V1") { lignes { nodes { valeur statut versions { valeur } } } }
    V2: reddition(id: "${campagne}:${ETABLISSEMENT}:V2") { ecartsDepuis(version: 1) { valeurAvant valeurApres } }
    mesure(id: "${mesureOf(periode)}") { valeur versions { valeur } lignes { valeur } }
    mesures(territoire: "01111", periode: "${periode}", tri: VALEUR) { nodes { valeur } } }`;
  const between = (de: string, a: string): string =>
    `{ differencesEtablissements(first: 1000, etablissement: "${ETABLISSEMENT}", de: "${de}", a: "${a}") {
      nodes { type code champ avant apres } } }`;
  const says = async (asked: string, au?: string, who?: typeof luc): Promise<boolean> =>
    /[^\d.]151[^\d.]/.test(JSON.stringify(await level.data(asked, {}, who, au)));
  const next = () => new Promise((resolve) => setTimeout(resolve, 5));

  it.each([
    [
      'its line is taken out',
      '2026-2027-R',
      '2026-2027-P10',
      async (campagne: string, mesure: string) => {
        await enter(campagne, {
          version: 3,
          lignes: [ligneOf('2026-2027-P08', 3)],
          retraits: [mesure],
        });
        await submit(campagne, 3, 3);
      },
    ],
    [
      'its version is withdrawn',
      '2026-2027-S',
      '2026-2027-P11',
      (campagne: string) =>
        write(retirerReddition, { reddition: `${campagne}:${ETABLISSEMENT}:V2`, raison: 'Erreur.' }),
    ],
  ])('is told by its own alone once %s, now and at each instant', async (_how, campagne, periode, remove) => {
    const figure = ligneOf(periode, 151);
    const asked = shownOf(campagne, periode);
    const birth = await clock();
    await next();
    await enter(campagne, { version: 1, lignes: [figure] });
    await submit(campagne, 1, 1);
    const published = await clock();
    const instants = [published];
    await next();
    if (campagne.endsWith('S')) {
      await write(retirerReddition, { reddition: `${campagne}:${ETABLISSEMENT}:V1`, raison: 'Erreur.' });
      instants.push(await clock());
      await next();
    }
    // What it says holds for everybody until it is suppressed.
    expect(await says(asked, published)).toBe(true);
    expect(await says(between(birth, published))).toBe(true);
    await enter(campagne, { version: 2, lignes: [{ ...figure, valeur: null, statut: 'SUPPRIMEE' }] });
    await submit(campagne, 2, 2);
    instants.push(await clock());
    await next();
    // Of an instant at which it was withdrawn, and not yet suppressed, too.
    for (const au of [undefined, ...instants]) expect(await says(asked, au), au).toBe(false);
    await remove(campagne, mesureOf(periode));
    expect(
      await level.rows(`select id from etablissements.mesure where id = '${mesureOf(periode)}'`),
    ).toEqual([]);
    instants.push(await clock());
    for (const au of [undefined, ...instants]) {
      expect(await says(asked, au), au).toBe(false);
      expect(await says(asked, au, luc), au).toBe(true);
    }
    for (const a of instants) expect(await says(between(birth, a)), a).toBe(false);
    expect(await says(between(birth, published), undefined, luc)).toBe(true);
  });
});

it('what can be done of a version is judged by what is read once for all of its campagne', async () => {
  const asking = (campagne: string) =>
    level.statementsOf(() =>
      level.data(
        `{ redditions(campagne: "${campagne}") { nodes { id actionsPossibles { nom motifSiRefusee } } } }`,
        {},
        luc,
      ),
    );
  await enter('2026-2027-K', { version: 1 });
  const one = await asking('2026-2027-K');
  await submit('2026-2027-K', 1, 1);
  await enter('2026-2027-K', { version: 2 });
  await submit('2026-2027-K', 2, 2);
  await enter('2026-2027-K', { version: 3 });
  const three = await asking('2026-2027-K');
  const lasts = (texts: readonly string[]) =>
    texts.filter((text) => text.includes('order by "version" desc'));
  expect(lasts(one).length).toBeGreaterThan(0);
  // That which stands, of the two others.
  expect(lasts(three).length).toBe(lasts(one).length + 1);
});
