import { type SubgraphUnderTest, openForTest } from '@palier/runtime/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { etablissements } from './subgraph.ts';

interface AbsenceShown {
  readonly motif: string;
  readonly doitRepondre: { readonly code: string } | null;
  readonly mandat: { readonly code: string } | null;
}

const ABSENCE = 'absence { motif doitRepondre { code } mandat { code } }';
const LIST = `{ totalCount nodes { __typename } ${ABSENCE} }`;
const SAISIE = `'{"origine":"SAISIE"}'`;

let level: SubgraphUnderTest;

beforeAll(async () => {
  level = await openForTest(etablissements);
});
afterAll(() => level.close());

const entity = (typename: string, key: string, fields: string) =>
  `{ _entities(representations: [{ __typename: "${typename}", ${key} }]) { ... on ${typename} { ${fields} } } }`;

const readTerritoire = async <Data>(fields: string): Promise<Data> => {
  const answer = await level.data<{ _entities: [Data] }>(entity('TerritoireClsc', 'code: "01111"', fields));
  return answer._entities[0];
};

describe('a level to which no document gives a content', () => {
  it.each([
    ['mesures', 'E11'],
    ['redditions', 'E11'],
    ['ententes', 'E9'],
    ['constats', 'E12'],
  ])('says of the list %s what is missing and who owes it', async (field, mandat) => {
    const answer = await level.data<Record<string, { absence: AbsenceShown; totalCount: number }>>(
      `{ ${field} ${LIST} }`,
    );
    expectOwed(answer[field], mandat);
  });

  it('says of a request that nobody files why nobody owes it', async () => {
    const { demandesModification } = await level.data<{
      demandesModification: { absence: AbsenceShown };
    }>(`{ demandesModification ${LIST} }`);
    expect(demandesModification.absence).toEqual({
      motif: expect.stringContaining('L692-695'),
      doitRepondre: null,
      mandat: null,
    });
  });

  it.each([
    ['mesures', 'E11'],
    ['designations', 'E1'],
    ['exerciceRoles', 'E12'],
    ['installations', 'E4'],
    ['offre', 'E4'],
    ['partenaires', 'E9'],
    ['ententes', 'E9'],
    ['constats', 'E12'],
  ])('says the same of the list %s of a territory', async (field, mandat) => {
    const territoire = await readTerritoire<Record<string, { absence: AbsenceShown; totalCount: number }>>(
      `${field} ${LIST}`,
    );
    expectOwed(territoire[field], mandat);
  });

  it('says who owes a gestionnaire, and leaves the rest of it null', async () => {
    const { gestionnaire } = await readTerritoire<{ gestionnaire: Record<string, unknown> }>(
      `gestionnaire { fonction designation { id } etablissement { code } enFonctionDepuis delegation { consentieLe } provenance { origine } ${ABSENCE} }`,
    );
    const { absence, ...content } = gestionnaire;
    expect(Object.values(content)).toEqual([null, null, null, null, null, null]);
    expect(absence).toMatchObject({ doitRepondre: { code: 'ETABLISSEMENT' }, mandat: { code: 'E1' } });
  });

  it('says the same of an établissement', async () => {
    const answer = await level.data<{ _entities: [Record<string, { absence: AbsenceShown }>] }>(
      entity(
        'Etablissement',
        'code: "11045119", categorie: ETABLISSEMENT_TERRITORIAL',
        `pdg { depuis ${ABSENCE} } responsableAutochtone { depuis ${ABSENCE} } redditions ${LIST}`,
      ),
    );
    const { pdg, responsableAutochtone, redditions } = answer._entities[0];
    expect(pdg?.absence.motif).toContain('L885-888');
    expect(responsableAutochtone?.absence.motif).toContain('000');
    expect(redditions?.absence.mandat).toEqual({ code: 'E11' });
  });

  it('says the same of the regional values of an exigence', async () => {
    const answer = await level.data<{ _entities: [{ valeursRegionales: { absence: AbsenceShown } }] }>(
      entity(
        'Exigence',
        'code: "A-G7:CRISE", statut: REALITES_REGIONALES',
        `valeursRegionales(territoire: "01111") ${LIST}`,
      ),
    );
    expectOwed(answer._entities[0].valeursRegionales, 'E7');
  });

  it('gives the text of the account even where nobody is in function', async () => {
    const answer = await level.data<{ _entities: [{ renduPar: unknown }] }>(
      entity(
        'Imputabilite',
        'territoire: "01111", exigence: "A-P5:AAOR", motifSansCompte: null',
        'renduPar { palier { code } mandat { code } referenceLegale { code } delegation { consentieLe } provenance { origine document { code } lignes } absence { mandat { code } } }',
      ),
    );
    expect(answer._entities[0].renduPar).toEqual({
      palier: { code: 'ETABLISSEMENT' },
      mandat: { code: 'E11' },
      referenceLegale: { code: 'RL5' },
      delegation: null,
      provenance: { origine: 'INFERENCE', document: { code: '004' }, lignes: 'L1864-1866' },
      absence: { mandat: { code: 'E1' } },
    });
  });

  it.each(['reddition', 'mesure', 'entente', 'constat', 'demandeModification'])(
    'knows no %s of a well-formed identifier',
    async (field) => {
      const id = field === 'mesure' ? '2025-2026-P01:01111:A-P5:AAOR' : 'INCONNU-1';
      expect(await level.data(`{ ${field}(id: "${id}") { id } }`)).toEqual({ [field]: null });
    },
  );
});

describe('malformed arguments', () => {
  it.each([
    ['mesures(campagne: "2025") { totalCount }', 'CODE_INVALIDE', 'une campagne telle que 2025-2026'],
    ['mesures(exigence: "A-P5") { totalCount }', 'CODE_INVALIDE', 'par exemple A-P5:AAOR'],
    ['mesures(periode: "2025-2026-P14") { totalCount }', 'CODE_INVALIDE', 'P01 à P13'],
    ['mesures(territoire: "1111") { totalCount }', 'CODE_INVALIDE', 'cinq chiffres'],
    ['mesures(first: 0) { totalCount }', 'PAGE_INVALIDE', 'first va de 1'],
    ['mesures(after: "x") { totalCount }', 'PAGE_INVALIDE', 'curseur'],
    ['mesure(id: "abc") { id }', 'CODE_INVALIDE', 'une période (2025-2026-P01)'],
    ['reddition(id: "été !") { id }', 'CODE_INVALIDE', 'identifiant'],
    ['redditions(campagne: "x") { totalCount }', 'CODE_INVALIDE', 'campagne'],
    ['redditions(etablissement: "123") { totalCount }', 'CODE_INVALIDE', 'huit chiffres'],
    ['ententes(territoire: "x") { totalCount }', 'CODE_INVALIDE', 'cinq chiffres'],
  ])('%s is refused in French', async (field, code, text) => {
    const { errors } = await level.execute(`{ ${field} }`);
    expect(errors?.[0]?.extensions['code']).toBe(code);
    expect(errors?.[0]?.message).toContain(text);
  });
});

describe('what people enter', () => {
  it('takes no measure of a cell that is sans objet', async () => {
    await expect(insertMesure('2025-2026-P01:01111:A-P5:CRISE', 'A-P5:CRISE')).rejects.toThrow(
      'mesure_exigence_mesuree',
    );
  });

  it('takes no gestionnaire in function without the delegation of the same établissement', async () => {
    const refused = 'designation_fonction_exige_delegation';
    await expect(insertDesignation('d1', null, null)).rejects.toThrow(refused);
    await expect(insertDesignation('d1', '2025-03-01', '11045127')).rejects.toThrow(refused);
    await expect(insertDesignation('d1', '2025-05-01', '11045119')).rejects.toThrow(refused);
    await insertDesignation('d1', '2025-03-01', '11045119');
  });

  it('takes one gestionnaire in function a territory at most', async () => {
    await expect(insertDesignation('d2', '2025-03-01', '11045119')).rejects.toThrow(
      'designation_en_fonction',
    );
    const { gestionnaire } = await readTerritoire<{ gestionnaire: unknown }>(
      'gestionnaire { fonction delegation { consentieLe etablissement { code } } absence { motif } }',
    );
    expect(gestionnaire).toEqual({
      fonction: 'Gestionnaire de CLSC',
      delegation: { consentieLe: '2025-03-01', etablissement: { code: '11045119' } },
      absence: null,
    });
  });

  it('is read back with its parts: ententes, requests, redditions, functions', async () => {
    await insertParts();
    const answer = await level.data<Record<string, { nodes: unknown[] }>>(`{
      ententes(territoire: "01121", type: COLLABORATION) { nodes { id parties { designation } services { code } aJour avertissements } }
      demandesModification(territoire: "01121") { nodes { id impacts { nature } manque } }
      redditions(campagne: "2025-2026", etablissement: "11045119") { nodes { id etat soumiseLe lignes { totalCount nodes { versionMesure valeur mesure { id } } } } } }`);
    expect(answer['ententes']?.nodes).toEqual([
      {
        id: 'e1',
        parties: [{ designation: 'Organisme du milieu' }],
        services: [{ code: 'AAOR' }],
        aJour: true,
        avertissements: [expect.stringContaining('L354-355')],
      },
    ]);
    expect(answer['demandesModification']?.nodes).toEqual([
      {
        id: 'm1',
        impacts: [{ nature: 'HUMAIN' }],
        manque: expect.arrayContaining(['impact juridique (004, L732-733)']),
      },
    ]);
    expect(answer['redditions']?.nodes).toEqual([
      {
        id: 'r1',
        etat: 'SOUMISE',
        soumiseLe: '2025-06-01T12:00:00.000Z',
        lignes: { totalCount: 1, nodes: [{ versionMesure: 1, valeur: 2, mesure: { id: mesureId } }] },
      },
    ]);
  });

  it('is narrowed by its second argument', async () => {
    const count = async (territoire: string) => {
      const answer = await level.data<{ _entities: [{ valeursRegionales: unknown }] }>(
        entity(
          'Exigence',
          'code: "A-G7:CRISE"',
          `valeursRegionales(territoire: "${territoire}") { totalCount nodes { texte } }`,
        ),
      );
      return answer._entities[0].valeursRegionales;
    };
    expect(await count('01121')).toEqual({ totalCount: 1, nodes: [{ texte: 'Selon entente' }] });
    expect(await count('01131')).toEqual({ totalCount: 0, nodes: [] });
  });

  it('keeps the demonstration away, and stays', async () => {
    await expect(etablissements.open(level.database, { demonstration: 'CHARGEE' })).rejects.toThrow(
      /données réelles.*PALIER_DEMO=0/,
    );
    const { redditions } = await level.data<{ redditions: { totalCount: number } }>(
      '{ redditions { totalCount } }',
    );
    expect(redditions.totalCount).toBe(1);
  });
});

const mesureId = '2025-2026-P01:01121:A-P5:AAOR';

function expectOwed(
  list: { readonly absence: AbsenceShown; readonly totalCount?: number } | undefined,
  mandat: string | null,
): void {
  expect(list?.totalCount).toBe(0);
  expect(list?.absence.motif).toMatch(/^Aucun|^L’établissement n’a pas/);
  expect(list?.absence.doitRepondre).toEqual({ code: 'ETABLISSEMENT' });
  expect(list?.absence.mandat).toEqual(mandat === null ? null : { code: mandat });
}

function insert(table: string, values: string): Promise<unknown> {
  return level.rows(`insert into etablissements.${table} values (${values}, ${SAISIE})`);
}

function insertMesure(id: string, exigence: string): Promise<unknown> {
  const [periode, territoire] = id.split(':');
  return insert(
    'mesure',
    `'${id}', '2025-2026', '${periode}', '${territoire}', '${exigence}', null, 2, 'h', 'FINALE', 1, '2025-05-09T14:00:00Z'`,
  );
}

function insertDesignation(
  id: string,
  delegationLe: string | null,
  delegationBy: string | null,
): Promise<unknown> {
  const [day, by] = [delegationLe, delegationBy].map((text) => (text === null ? 'null' : `'${text}'`));
  return insert(
    'designation',
    `'${id}', '01111', '11045119', '2025-02-01', ${day}, ${by}, '2025-04-01', null`,
  );
}

async function insertParts(): Promise<void> {
  await insertMesure(mesureId, 'A-P5:AAOR');
  await insert('partenaire', `'p1', '01121', 'ORGANISME_COMMUNAUTAIRE', 'Organisme du milieu'`);
  await insert(
    'entente',
    `'e1', 'COLLABORATION', '11045119', '{01111,01121}', '{p1}', '{AAOR}', 'EN_VIGUEUR', true, '10 par mois', null, '2025-04-01', null, null`,
  );
  await insert(
    'demande_modification',
    `'m1', '11045119', '{01121}', 'BESOIN', 'Rue', '{motif}', null, null, null, null`,
  );
  await insert('impact_modification', `'i1', 'm1', 'HUMAIN', 'Faible'`);
  await insert(
    'reddition',
    `'r1', '11045119', '2025-2026', 1, 'SOUMISE', '2025-05-30T12:00:00Z', '2025-06-01T12:00:00Z'`,
  );
  await level.rows(`insert into etablissements.ligne_reddition
    (id, reddition_id, etablissement_code, mesure_id, mesure_version, periode, territoire_code, exigence_code, unite, valeur, statut, provenance)
    values ('l1', 'r1', '11045119', '${mesureId}', 1, '2025-2026-P01', '01121', 'A-P5:AAOR', 'h', 2, 'FINALE', '{"origine":"SAISIE"}')`);
  await insert(
    'valeur_regionale',
    `'v1', 'A-G7:CRISE', '01121', null, null, 'Selon entente', 1, '2025-04-01'`,
  );
}
