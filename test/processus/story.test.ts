import { etablissements } from '@palier/etablissements';
import { msss } from '@palier/msss';
import { openDatabase } from '@palier/runtime/database';
import { replayInto } from '@palier/runtime/level/replay-journal';
import { verifyLevelJournal } from '@palier/runtime/level/verify-level-journal';
import { santeQuebec } from '@palier/sante-quebec';
import type { House } from '@palier/start/open-house';
import { beginStory, playStory } from '@palier/start/story';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openOwnHouse, snapshotLocation } from '../house.ts';
import { holdInvariants } from '../invariants/hold-all.ts';
import { holdRepartitions } from '../invariants/hold-repartitions.ts';
import {
  fieldsOf,
  needsNoArgument,
  type ObjectField,
  objectTypeOf,
  readPublicApi,
  rootFields,
} from '../invariants/public-api.ts';
import { askEvery, findEvery } from '../invariants/walk-api.ts';

/** What a newcomer finds: acts of people who never were, made and marked as such. */
const LEVELS = [
  [msss, 1],
  [santeQuebec, 5],
  [etablissements, 6],
] as const;

const api = readPublicApi();

let house: House;
beforeAll(async () => {
  house = await openOwnHouse();
});
afterAll(() => house.close());

async function read<Data>(query: string): Promise<Data> {
  const { data, errors } = await house.gateway.execute({ query });
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data as Data;
}

it('is played to its end when it was cut off, and then once', async () => {
  let left = 9;
  const cutOff = {
    execute: (request: Parameters<typeof house.gateway.execute>[0]) => {
      left -= 1;
      if (left < 0) throw new Error('cut off');
      return house.gateway.execute(request);
    },
  };
  await expect(playStory(cutOff)).rejects.toThrow('cut off');
  expect(await playStory(house.gateway)).toBe('PLAYED');
  expect(await playStory(house.gateway)).toBe('TOLD');
});

it('shows one campagne under way, three returns, one sent back by cells, one consolidated, and bilans appreciated', async () => {
  const { campagne, redditions } = await read<{
    campagne: object;
    redditions: { nodes: { etat: string; examen: { statut: string | null; cellules: object[] } }[] };
  }>(`{
    campagne(code: "2024-2025") { statut courante transmissions { version } appreciation { version texte provenance { origine } } provenance { origine } }
    redditions(campagne: "2024-2025") { nodes { etat examen { statut cellules { motif attendu } } provenance { origine } } }
  }`);
  expect(campagne).toMatchObject({
    statut: 'OUVERTE',
    courante: false,
    transmissions: [{}],
    appreciation: { version: 1, provenance: { origine: 'DEMONSTRATION' } },
    provenance: { origine: 'DEMONSTRATION' },
  });
  expect(redditions.nodes.map(({ examen }) => [examen.statut, examen.cellules.length])).toEqual([
    ['CONSOLIDEE', 0],
    ['RETOURNEE', 1],
    [null, 0],
  ]);
  const states = await read<Record<string, { obligations: { totalCount: number } }>>(
    `{ ${[
      ['11045119', 'CONSOLIDEE'],
      ['11045127', 'RETOURNEE'],
      ['11045127', 'A_TEMPS'],
      ['11045267', 'A_TEMPS'],
      ['11045135', 'ATTENDUE'],
    ]
      .map(
        ([code, etat], rank) =>
          `e${rank}: etablissement(code: "${code}") { obligations(campagne: "2024-2025", etat: ${etat}) { totalCount } }`,
      )
      .join(' ')} }`,
  );
  expect(Object.values(states).map(({ obligations }) => obligations.totalCount)).toEqual([16, 1, 11, 8, 26]);
  const { bilanQuebec } = await read<{ bilanQuebec: object }>(
    '{ bilanQuebec(campagne: "2024-2025") { conformes territoires territoiresSansMesure provenance { origine } } }',
  );
  expect(bilanQuebec).toMatchObject({
    territoires: 166,
    territoiresSansMesure: 148,
    provenance: { origine: 'DEMONSTRATION' },
  });
});

it('offers each act that people do on something that it is done on', async () => {
  const offered = new Set<string>();
  for (const [name, query] of askEvery(api, { type: 'ActionPossible', fields: '__typename nom' }))
    for (const { nom, holder } of findEvery<{ nom: string }>('ActionPossible', await read(query), name))
      if (holder !== null) offered.add(nom);
  // Those of an imported file are done by a command, on nothing that is there.
  const mutations = api.getMutationType()!.getFields();
  const acts = LEVELS.flatMap(([{ actes }]) => actes.map(({ nature }) => nature)).filter(
    (nature) => nature in mutations,
  );
  expect(acts).toContain('consoliderReddition');
  for (const nature of acts.filter((one) => !offered.has(one)))
    expect(await isOfNothingYet(mutations[nature]!), nature).toBe(true);
});

/** Whether there is nothing yet of what an act answers. */
async function isOfNothingYet(act: ObjectField): Promise<boolean> {
  const answered = fieldsOf(objectTypeOf(act)!).flatMap((field) => objectTypeOf(field)?.name ?? []);
  const lists = rootFields(api).filter(
    (field) => needsNoArgument(field) && answered.includes(listedBy(field) ?? ''),
  );
  const counts = await Promise.all(
    lists.map(
      async ({ name }) => (await read<{ list: List }>(`{ list: ${name} { totalCount } }`)).list.totalCount,
    ),
  );
  return counts.includes(0);
}

interface List {
  readonly totalCount: number;
}

const listedBy = (field: ObjectField) => /^(\w+)Connection$/.exec(objectTypeOf(field)?.name ?? '')?.[1];

it('leaves the year that is shown when no campagne is named as it was', async () => {
  const { mesures, territoireClsc } = await read<{
    mesures: { nodes: { campagne: string }[] };
    territoireClsc: { bilan: object };
  }>(
    '{ mesures(first: 1) { nodes { campagne } } territoireClsc(code: "01111") { bilan { campagne { code } } } }',
  );
  expect(mesures.nodes).toEqual([{ campagne: '2025-2026' }]);
  expect(territoireClsc.bilan).toEqual({ campagne: { code: '2025-2026' } });
});

it('is in the journals, which say what their acts say and give the same tables again', async () => {
  const { kysely } = house.database;
  const replica = await openDatabase(snapshotLocation());
  try {
    for (const [definition, actes] of LEVELS) {
      expect(await verifyLevelJournal(kysely, definition, house.journalKeys.publics())).toMatchObject({
        actes,
        fautes: [],
      });
      expect(await replayInto(replica.kysely, { source: kysely, definition })).toMatchObject({
        actes,
        fautes: [],
      });
    }
  } finally {
    await replica.close();
  }
});

holdInvariants('once the story is told', () => house);
holdRepartitions(() => Promise.resolve(house), ['ConstatConnection', 'EntenteConnection']);

it('goes with the demonstration; once it has begun, it is told to its end whatever others do', async () => {
  const { kysely } = house.database;
  for (const [definition] of LEVELS) await definition.open(house.database, { demonstration: 'ABSENTE' });
  for (const table of [
    'msss.journal',
    'msss.appreciation',
    'sante_quebec.journal',
    'sante_quebec.campagne',
    'sante_quebec.transmission',
    'sante_quebec.releve_territoire',
    'etablissements.journal',
    'etablissements.mesure',
    'etablissements.ligne_reddition',
  ]) {
    const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(
      kysely,
    );
    expect([table, Number(rows[0]?.count)]).toEqual([table, 0]);
  }
  for (const [definition] of LEVELS) await definition.open(house.database, { demonstration: 'CHARGEE' });
  await beginStory(house.gateway);
  await actAs('SANTE_QUEBEC', 'publierCanevas(cle: "c", exercice: "2026-2027", indicateurs: ["I-A-P5"])');
  const entered = `territoire: "01111", exigence: "A-P5:AAOR", periode: "2024-2025-P13", valeur: 9`;
  await actAs('ETABLISSEMENT', `saisirMesures(cle: "c", campagne: "2024-2025", mesures: [{ ${entered} }])`);
  await actAs('ETABLISSEMENT', 'soumettreReddition(cle: "d", campagne: "2024-2025")');
  const alone = `territoire: "02111", exigence: "A-P5:AAOR", periode: "2024-2025-P13", valeur: 1`;
  await actAs(
    'ETABLISSEMENT',
    `saisirMesures(cle: "f", campagne: "2024-2025", mesures: [{ ${alone} }])`,
    RETURNED,
  );
  await actAs('ETABLISSEMENT', 'soumettreReddition(cle: "g", campagne: "2024-2025")', RETURNED);
  // The first version of that établissement is not the story's: it is examined by somebody else.
  await actAs('SANTE_QUEBEC', 'consoliderReddition(cle: "d", reddition: "2024-2025:11045119:V1")');
  const refused: string[] = [];
  expect(await playStory(house.gateway, (why) => refused.push(why))).toBe('PLAYED_IN_PART');
  // What the story examines is no longer the last version: its own followed it.
  expect(refused).toEqual(
    [1, 2].map(() => expect.stringContaining('La version 2 a suivi celle-ci') as unknown),
  );
  expect(await playStory(house.gateway)).toBe('TOLD');
  const { redditions, campagne } = await read<{
    redditions: { nodes: { id: string; examen: { statut: string | null } }[] };
    campagne: object;
  }>(`{ redditions(campagne: "2024-2025") { nodes { id examen { statut } } }
    campagne(code: "2024-2025") { transmissions { version } appreciation { version } } }`);
  expect(redditions.nodes.map(({ id, examen }) => [id, examen.statut])).toEqual([
    ['2024-2025:11045119:V1', 'CONSOLIDEE'],
    ['2024-2025:11045119:V2', null],
    ['2024-2025:11045127:V1', null],
    ['2024-2025:11045127:V2', null],
    ['2024-2025:11045267:V1', null],
  ]);
  expect(campagne).toMatchObject({ transmissions: [{}], appreciation: { version: 1 } });
});

it('is taken away no more once somebody acted, and is not played where somebody acted before', async () => {
  for (const [definition] of LEVELS.slice(1))
    await expect(definition.open(house.database, { demonstration: 'ABSENTE' })).rejects.toThrow(
      'que des gens ont faits sur la démonstration',
    );
  await house.close();
  house = await openOwnHouse();
  await actAs('SANTE_QUEBEC', 'publierCanevas(cle: "e", exercice: "2026-2027", indicateurs: ["I-A-P5"])');
  await beginStory(house.gateway);
  expect(await playStory(house.gateway)).toBe('OTHERS_ACTED');
});

const RETURNED = '11045127';

async function actAs(
  palier: 'SANTE_QUEBEC' | 'ETABLISSEMENT',
  what: string,
  etablissement = '11045119',
): Promise<void> {
  const { errors } = await house.gateway.execute({
    query: `mutation { ${what} { acte { numero } } }`,
    identity: {
      subject: 'marie',
      palier,
      etablissement: palier === 'ETABLISSEMENT' ? etablissement : undefined,
      scopes: new Set(),
      policies: new Set(),
      key: `marie ${palier} ${etablissement}`,
    },
  });
  expect(errors).toBeUndefined();
}
