import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sayMotif } from '@palier/pages/shell/say-motif';
import { openOwnHouse, type TestHouse } from '../house.ts';
import { ask } from './ask.ts';
import { fieldsOf, listObjectTypes, objectTypeOf, readPublicApi } from './public-api.ts';
import { type Found, askEvery, findEvery } from './walk-api.ts';

// A debt is only where a text or a marked inference founds it: elsewhere the graph says why nobody owes anything.

interface Code {
  readonly code: string;
}

interface Absence {
  readonly motif: string;
  readonly origine: string | null;
  readonly doitRepondre: Code | null;
  readonly mandat: (Code & { readonly palier: Code }) | null;
}

const ABSENCE = '__typename motif origine doitRepondre { code } mandat { code palier { code } }';
const LIST = `{ absence { ${ABSENCE} } }`;
const QUALITE = 'QUALITE';
const BATCH = 67;
const NORDIQUES = ['17011', '17012', '18011'];
/** Submitted by the CLSC Naskapi, whom no text asks for it. */
const NORDIQUE_RENDUE = '2025-2026:11043866:V1';

const api = readPublicApi();
const ABSENCES = askEvery(api, { type: 'Absence', fields: ABSENCE });

/** Met in a house where nothing was done yet, then after one act of each sort. */
const absences: Found<Absence>[] = [];

let house: TestHouse;
let exigences: readonly {
  readonly code: string;
  readonly statut: string;
  readonly standard: { readonly attribut: string };
  readonly valeursRegionales: { readonly absence: Absence };
}[];

beforeAll(async () => {
  house = await openOwnHouse({ data: { demonstration: 'ABSENTE' } });
  await meetAbsences();
  await insertActs();
  await meetAbsences();
  const answer = await ask<{ exigences: { nodes: typeof exigences } }>(
    house,
    `{ exigences(first: 1000) { nodes { code statut standard { attribut } valeursRegionales ${LIST} } } }`,
  );
  exigences = answer.exigences.nodes;
});

afterAll(() => house.close());

describe('every absence that the graph can give', () => {
  it('is met, whatever the type that holds it', () => {
    const able = listObjectTypes(api)
      .filter((type) => fieldsOf(type).some((field) => objectTypeOf(field)?.name === 'Absence'))
      .map(({ name }) => name);
    const met = new Set(absences.flatMap(({ holder }) => holder ?? []));
    expect([...met].sort()).toEqual(able.sort());
  });

  it('names a mandate of the level that owes, or none; and none where nobody owes', () => {
    const faulty = absences.filter(({ doitRepondre, mandat }) =>
      doitRepondre === null ? mandat !== null : mandat !== null && mandat.palier.code !== doitRepondre.code,
    );
    expect(faulty).toEqual([]);
  });

  it('cites what founds the debt: the lines of a text, or an inference that is said', () => {
    const unfounded = absences.filter(
      ({ doitRepondre, motif }) => doitRepondre !== null && !/L\d+|inférence|déduction/.test(motif),
    );
    expect(unfounded).toEqual([]);
  });

  it('tells what is deduced from what a text says, as its sentence does', () => {
    const origineOf = ({ doitRepondre, motif }: Absence): string | null => {
      if (doitRepondre === null) return null;
      return /inférence|déduction/.test(motif) ? 'INFERENCE' : 'TEXTE';
    };
    expect(absences.filter((absence) => absence.origine !== origineOf(absence))).toEqual([]);
    expect(new Set(absences.map(({ origine }) => origine))).toEqual(new Set([null, 'TEXTE', 'INFERENCE']));
  });

  it('says of a passage always the same: the very thing is in it, or is deduced from it', () => {
    const told = new Map<string, Set<string | null>>();
    for (const { doitRepondre, motif, origine } of absences)
      for (const passage of doitRepondre === null ? [] : (motif.match(/L\d+(-\d+)?/g) ?? []))
        told.set(passage, (told.get(passage) ?? new Set()).add(origine));
    const byText = [...told].filter(([, origines]) => origines.has('TEXTE'));
    expect(byText.map(([passage, origines]) => [passage, [...origines].sort().join(' ')]).sort()).toEqual([
      // A mechanism of belonging is asked of Santé Québec; someone answerable, of each établissement.
      ['L1055-1057', 'TEXTE'],
      // Canevas are Santé Québec's to make.
      ['L1804-1805', 'TEXTE'],
      ['L57-64', 'TEXTE'],
    ]);
  });

  it('names to a reader of pages no field of the graph', () => {
    expect(absences.map(({ motif }) => sayMotif(motif)).filter((said) => /`\w+`/.test(said))).toEqual([]);
  });

  it('says in a French sentence why something is owed, or why nothing is', () => {
    for (const { motif, path } of absences) expect(motif, path).toMatch(/^[A-ZÀ-Ý].{20,}\.$/s);
  });
});

describe('a regional value', () => {
  it('is owed by the établissement on the 60 cells that defer to the regions, and on no other of the 402', () => {
    expect(exigences).toHaveLength(402);
    const owed = exigences.filter(({ valeursRegionales }) => isOwed(valeursRegionales.absence));
    expect(owed.map(({ code }) => code)).toEqual(
      exigences.filter(({ statut }) => statut === 'REALITES_REGIONALES').map(({ code }) => code),
    );
    expect(owed).toHaveLength(60);
    for (const { valeursRegionales } of owed) expect(valeursRegionales.absence.mandat?.code).toBe('E7');
  });

  it.each([
    ['SANS_OBJET', 65, /^Sans objet/],
    ['NON_DIT', 43, /^Aucune source/],
    ['FIXE', 234, /^Le ministère fixe/],
  ])('is not to be declared where the status is %s, and the motif says so', (statut, count, motif) => {
    const cells = exigences.filter((exigence) => exigence.statut === statut);
    expect(cells).toHaveLength(count);
    for (const { code, valeursRegionales } of cells)
      expect(valeursRegionales.absence.motif, code).toMatch(motif);
  });

  it('is said the same from a measure, whose exigence another level completes', async () => {
    await insertMesure();
    const { mesures } = await ask<{
      mesures: { nodes: { exigence: { valeursRegionales: { absence: Absence } } }[] };
    }>(house, `{ mesures { nodes { exigence { valeursRegionales ${LIST} } } } }`);
    expect(mesures.nodes.map(({ exigence }) => exigence.valeursRegionales.absence)).toMatchObject([
      { motif: expect.stringMatching(/^Le ministère fixe/), doitRepondre: null, mandat: null },
    ]);
  });
});

interface Link {
  readonly palier: Code | null;
  readonly mandat: Code | null;
  readonly absence: Absence;
}

interface Chain {
  readonly motifSansCompte: string | null;
  readonly fixePar: { readonly lecture: string };
  readonly coordonnePar: Link & { readonly outil: Code | null };
  readonly renduPar: Link & { readonly gestionnaire: { readonly absence: Absence } };
}

const CHAIN = `{
  motifSansCompte fixePar { lecture }
  coordonnePar { palier { code } mandat { code } outil { code } absence { ${ABSENCE} } }
  renduPar { palier { code } mandat { code } absence { ${ABSENCE} } gestionnaire { absence { ${ABSENCE} } } }
}`;

describe('the chain of accountability', () => {
  it.each(['06112', '09171', '17011', '18011'])(
    'in %s holds for what applies and is not of quality, on each of the 402 exigences',
    async (territoire) => {
      let owed = 0;
      const chains = await readOfEach<Chain>(territoire, 'imputabilite', CHAIN);
      for (const { code, statut, standard } of exigences) {
        const chain = chains.get(code) as Chain;
        const isDue =
          ['FIXE', 'REALITES_REGIONALES'].includes(statut) &&
          standard.attribut !== QUALITE &&
          !NORDIQUES.includes(territoire);
        owed += isDue ? 1 : 0;
        expectChain(chain, isDue, `${territoire} ${code}`);
      }
      expect(owed).toBe(NORDIQUES.includes(territoire) ? 0 : countDue());
    },
  );

  it.each(['A-P5:AAOR', 'A-G3:AAOR', 'Q-P1:AAOR', 'A-P5:CRISE'])(
    'of %s is the same in every territory that an établissement territorial leads, and in no other',
    async (exigence) => {
      const { territoiresClsc } = await ask<{
        territoiresClsc: { nodes: { code: string; etablissement: { categorie: string } }[] };
      }>(house, '{ territoiresClsc(first: 200) { nodes { code etablissement { categorie } } } }');
      expect(territoiresClsc.nodes).toHaveLength(166);
      const isDue = ['A-P5:AAOR', 'A-G3:AAOR'].includes(exigence);
      for (const { code, etablissement } of territoiresClsc.nodes) {
        const isLed = etablissement.categorie === 'ETABLISSEMENT_TERRITORIAL';
        expect(isLed, code).toBe(!NORDIQUES.includes(code));
        expectChain(await readChain(code, exigence), isDue && isLed, `${code} ${exigence}`);
      }
    },
  );

  it('counts the 126 quality cells among those of which nobody owes an account, and cites I-07', async () => {
    const cells = exigences.filter(({ standard }) => standard.attribut === QUALITE);
    expect(cells).toHaveLength(126);
    const chains = await readOfEach<Chain>('06112', 'imputabilite', CHAIN);
    for (const { code } of cells) expect(chains.get(code)?.renduPar.mandat, code).toBeNull();
    for (const code of ['Q-P1:AAOR', 'Q-E3:CRISE', 'F-Q2:AAOR']) {
      const { motifSansCompte, fixePar } = await readChain('06112', code);
      expect(motifSansCompte).toContain('I-07');
      expect(fixePar.lecture).toContain('I-07');
    }
  });

  it('shows the other side where the fiche makes a standard of what Annexe II says sans objet', async () => {
    const { motifSansCompte } = await readChain('06112', 'A-G3:CRISE');
    expect(motifSansCompte).toMatch(/^Sans objet .*la fiche ne disent pas la même chose/);
  });

  it('gives its links mandates of their own level, and none to the document that numbers none', async () => {
    const { chainesReddition } = await ask<{
      chainesReddition: {
        code: string;
        maillons: { acteur: string; mandats: (Code & { palier: { code: string; nom: string } })[] }[];
      }[];
    }>(house, '{ chainesReddition { code maillons { acteur mandats { code palier { code nom } } } } }');
    const paliers = chainesReddition.map(({ code, maillons }) => [
      code,
      maillons.map(({ mandats }) => [...new Set(mandats.map(({ palier }) => palier.code))]),
    ]);
    expect(paliers).toEqual([
      ['REDD-000', [[], []]],
      ['REDD-004', [['ETABLISSEMENT'], ['SANTE_QUEBEC'], ['MSSS']]],
    ]);
  });

  async function readChain(territoire: string, exigence: string): Promise<Chain> {
    const { territoireClsc } = await ask<{ territoireClsc: { imputabilite: Chain } }>(
      house,
      `query ($territoire: ID!, $exigence: ID!) { territoireClsc(code: $territoire) { imputabilite(exigence: $exigence) ${CHAIN} } }`,
      { territoire, exigence },
    );
    return territoireClsc.imputabilite;
  }

  function countDue(): number {
    return exigences.filter(
      ({ statut, standard }) =>
        ['FIXE', 'REALITES_REGIONALES'].includes(statut) && standard.attribut !== QUALITE,
    ).length;
  }

  function expectChain({ coordonnePar, renduPar }: Chain, isDue: boolean, of: string): void {
    if (isDue) {
      expect([coordonnePar.palier?.code, coordonnePar.mandat?.code, coordonnePar.outil?.code], of).toEqual([
        'SANTE_QUEBEC',
        'S4',
        'S1',
      ]);
      expect([renduPar.palier?.code, renduPar.mandat?.code], of).toEqual(['ETABLISSEMENT', 'E11']);
      return;
    }
    expect([coordonnePar.palier, coordonnePar.mandat, coordonnePar.outil], of).toEqual([null, null, null]);
    expect([renduPar.palier, renduPar.mandat], of).toEqual([null, null]);
    for (const absence of [coordonnePar.absence, renduPar.absence, renduPar.gestionnaire.absence])
      expect(isOwed(absence), of).toBe(false);
  }
});

describe('a measure', () => {
  // Given in one territory: a campagne asked it, of all.
  beforeAll(async () => {
    const { rows } = await sql<Code>`select code from etablissements.exigence_mesuree`.execute(
      house.database.kysely,
    );
    await insertMesures([
      ['2025-2026-P03', '01121', 'A-P5:AAOR'],
      ...rows.map(({ code }) => ['2025-2026-P13', '01121', code] as const),
    ]);
  });

  it('is owed of the 14 exigences that are measured, and of no other of the 402', async () => {
    const lists = await readOfEach<{ absence: Absence }>('01111', 'mesures', LIST);
    const owed = [...lists].filter(([, { absence }]) => isOwed(absence)).map(([code]) => code);
    expect(owed).toHaveLength(14);
    expect(owed).toContain('A-P11:INFO_SOCIAL');
    for (const [code, { absence }] of lists)
      if (!owed.includes(code)) expect(absence.motif, code).toContain('Rien ne se mesure sous ce code');
  });

  it.each([
    ['A-P5:CRISE', false],
    ['Q-P4:INFO_SOCIAL', false],
    ['A-G1:AAOR', false],
    ['A-P99:AAOR', false],
    ['A-P9:CONSULT_PSY', true],
  ])('of %s is owed in the list of the root as in that of a territory: %s', async (exigence, expected) => {
    const { mesures, territoireClsc } = await ask<{
      mesures: { absence: Absence };
      territoireClsc: { mesures: { absence: Absence } };
    }>(
      house,
      `{ mesures(exigence: "${exigence}", territoire: "01131") ${LIST}
        territoireClsc(code: "01131") { mesures(exigence: "${exigence}") ${LIST} } }`,
    );
    expect(isOwed(mesures.absence)).toBe(expected);
    expect(isOwed(territoireClsc.mesures.absence)).toBe(expected);
  });

  it.each([
    ['F-A1:CRISE', '2025-2026-P03', false],
    ['F-A1:CRISE', '2025-2026-P13', true],
    ['A-P5:AAOR', '2025-2026-P03', true],
  ])('of %s for the period %s is owed: %s', async (exigence, periode, expected) => {
    const { mesures } = await ask<{ mesures: { absence: Absence } }>(
      house,
      `{ mesures(exigence: "${exigence}", periode: "${periode}", territoire: "01111") ${LIST} }`,
    );
    expect(isOwed(mesures.absence)).toBe(expected);
  });

  it.each([
    ['2025-2026-P02', '2025-2026-P12', false],
    ['2025-2026-P02', '2025-2026-P13', true],
    ['2025-2026-P12', '2026-2027-P01', true],
    // Nobody gave any in that exercice: nothing says that it was asked.
    ['2024-2025-P02', '2024-2025-P13', false],
  ])('of a yearly exigence is owed from %s to %s: %s', async (from, to, expected) => {
    const { mesures } = await ask<{ mesures: { absence: Absence } }>(
      house,
      `{ mesures(exigence: "F-A1:CRISE", periodeDe: "${from}", periodeA: "${to}", territoire: "01111") ${LIST} }`,
    );
    expect(isOwed(mesures.absence)).toBe(expected);
  });
});

describe('what an établissement owes', () => {
  it('is owed in no territory that none of them leads', async () => {
    const lists = ['designations', 'exerciceRoles', 'installations', 'offre', 'partenaires', 'ententes'];
    const fields = [...lists, 'mesures', 'constats', 'gestionnaire'];
    const { territoiresClsc } = await ask<{
      territoiresClsc: { nodes: ({ code: string } & Record<string, { absence: Absence }>)[] };
    }>(
      house,
      `{ territoiresClsc(first: 200) { nodes { code ${fields.map((field) => `${field} ${LIST}`).join(' ')} } } }`,
    );
    for (const territoire of territoiresClsc.nodes)
      for (const field of fields) {
        const absence = territoire[field]?.absence;
        if (absence == null) continue;
        expect(isOwed(absence), `${territoire.code} ${field}`).toBe(!NORDIQUES.includes(territoire.code));
      }
  });

  it('is an account only from the 23 that are territorial', async () => {
    const { etablissements } = await ask<{
      etablissements: {
        code: string;
        categorie: string;
        redditions: { absence: Absence | null };
        pdg: { absence: Absence };
        responsableAutochtone: { absence: Absence };
      }[];
    }>(
      house,
      `{ etablissements { code categorie redditions ${LIST} pdg ${LIST} responsableAutochtone ${LIST} } }`,
    );
    expect(etablissements).toHaveLength(52);
    for (const { code, categorie, redditions, pdg, responsableAutochtone } of etablissements) {
      if (redditions.absence !== null)
        expect(isOwed(redditions.absence), code).toBe(categorie === 'ETABLISSEMENT_TERRITORIAL');
      expect(isOwed(pdg.absence), code).toBe(false);
      expect(responsableAutochtone.absence, code).toMatchObject({
        doitRepondre: { code: 'ETABLISSEMENT' },
        mandat: null,
      });
    }
  });

  it.each([
    ['redditions(etablissement: "11042918")'],
    ['ententes(etablissement: "11042918")'],
    ['ententes(territoire: "17011")'],
    ['constats(territoire: "18011")'],
    ['mesures(territoire: "17012")'],
    ['mesures(region: "17")'],
    ['mesures(reseauLocal: "1801")'],
    ['mesures(etablissement: "16258899")'],
    ['redditions(region: "17")'],
    ['redditions(reseauTerritorial: "180")'],
    ['mesures(verdict: NON_CONFORME)'],
    ['mesures(statut: SUPPRIMEE, territoire: "06112")'],
    ['redditions(etat: RETIREE)'],
    ['redditions(soumiseDe: "2019-04-01", soumiseA: "2019-05-01")'],
  ])('is not supposed of whom, or of what state, a list is narrowed to: %s', async (field) => {
    const answer = await ask<{ list: { absence: Absence } }>(house, `{ list: ${field} ${LIST} }`);
    expect(isOwed(answer.list.absence)).toBe(false);
  });
});

describe('what Santé Québec owes', () => {
  it('begins when the act reaches it: a reddition submitted, a constat transmitted', async () => {
    const { redditions, constats } = await ask<{
      redditions: { nodes: { id: string; examen: { absence: Absence } }[] };
      constats: { nodes: { id: string; suite: { absence: Absence } }[] };
    }>(house, `{ redditions { nodes { id examen ${LIST} } } constats { nodes { id suite ${LIST} } } }`);
    expect(redditions.nodes.map(({ id, examen }) => [id, examen.absence.mandat?.code])).toEqual([
      [NORDIQUE_RENDUE, undefined],
      ['r1', undefined],
      ['r2', 'S4'],
    ]);
    expect(constats.nodes.map(({ id, suite }) => [id, suite.absence.mandat?.code])).toEqual([
      ['c1', undefined],
      ['c2', undefined],
      ['c3', 'S5'],
      ['c4', undefined],
    ]);
  });

  it('does not reach whom its mandates do not, of whom it may all the same be given something', async () => {
    const answer = await ask<{
      reddition: { examen: { absence: Absence }; lignes: { absence: Absence } };
      constats: { nodes: { suite: { absence: Absence } }[] };
    }>(
      house,
      `{ reddition(id: "${NORDIQUE_RENDUE}") { examen ${LIST} lignes ${LIST} }
         constats(territoire: "17012") { nodes { suite ${LIST} } } }`,
    );
    const { examen, lignes } = answer.reddition;
    for (const { absence } of [examen, lignes, ...answer.constats.nodes.map(({ suite }) => suite)])
      expect(absence).toMatchObject({ doitRepondre: null, mandat: null });
    expect(examen.absence.motif).toMatch(/établissements territoriaux .* n’en est pas un/);
    expect(answer.constats.nodes[0]?.suite.absence.motif).toMatch(/S5 .* établissements territoriaux/);
  });

  it('does not include the analysis of a request, which the text gives to nobody yet', async () => {
    const { demandesModification } = await ask<{
      demandesModification: { nodes: { analyse: { absence: Absence; obligation: Code } }[] };
    }>(
      house,
      `{ demandesModification { nodes { analyse { absence { ${ABSENCE} } obligation { code } } } } }`,
    );
    expect(demandesModification.nodes).toMatchObject([
      { analyse: { absence: { doitRepondre: null, mandat: null }, obligation: { code: 'X-CO1' } } },
    ]);
  });
});

async function meetAbsences(): Promise<void> {
  for (const [name, query] of ABSENCES)
    absences.push(...findEvery<Absence>('Absence', await ask(house, query), name));
}

/** What a field of a territory gives for each of the 402 exigences: six questions of one text. */
async function readOfEach<Value>(
  territoire: string,
  field: string,
  selection: string,
): Promise<Map<string, Value>> {
  const ranks = Array.from({ length: BATCH }, (_, rank) => rank);
  const query = `query ($territoire: ID!, ${ranks.map((rank) => `$e${rank}: ID!`).join(', ')}) {
    territoireClsc(code: $territoire) { ${ranks.map((rank) => `e${rank}: ${field}(exigence: $e${rank}) ${selection}`).join(' ')} } }`;
  const read = new Map<string, Value>();
  for (let start = 0; start < exigences.length; start += BATCH) {
    const codes = exigences.slice(start, start + BATCH).map(({ code }) => code);
    const variables = Object.fromEntries(codes.map((code, rank) => [`e${rank}`, code]));
    const { territoireClsc } = await ask<{ territoireClsc: Record<string, Value> }>(house, query, {
      territoire,
      ...variables,
    });
    codes.forEach((code, rank) => read.set(code, territoireClsc[`e${rank}`] as Value));
  }
  expect(read.size).toBe(402);
  return read;
}

function isOwed({ doitRepondre, mandat }: Absence): boolean {
  if (doitRepondre === null) expect(mandat).toBeNull();
  return doitRepondre !== null;
}

async function insertActs(): Promise<void> {
  const SAISIE = `'{"origine":"SAISIE"}'`;
  for (const opened of [
    // Imported without its shapes.
    `msss.limite_publiee values ('01111', 'Kamouraska', '{}', null, 0, null, '{"origine":"TABLE_OFFICIELLE"}')`,
    `sante_quebec.canevas values ('2025-2026-V1', 1, '2025-2026', 'OFFICIEL', ${SAISIE})`,
    `sante_quebec.campagne values ('2025-2026', 'Campagne', '2025-2026', '2025-2026-V1', '2025-04-01', null, ${SAISIE})`,
  ])
    await sql.raw(`insert into ${opened}`).execute(house.database.kysely);
  await insert('reddition', [
    `'r1', '11045119', '2025-2026', 1, 'SAISIE', '2025-05-30T12:00:00Z', null, ${SAISIE}`,
    `'r2', '11045127', '2025-2026', 1, 'SOUMISE', '2025-05-30T12:00:00Z', '2025-06-01T12:00:00Z', ${SAISIE}`,
    `'${NORDIQUE_RENDUE}', '11043866', '2025-2026', 1, 'SOUMISE', '2025-05-30T12:00:00Z', '2025-06-01T12:00:00Z', ${SAISIE}`,
  ]);
  await insert(
    'constat',
    [
      ['c1', 'OBSERVE'],
      ['c2', 'TRANSMIS_ETABLISSEMENT'],
      ['c3', 'TRANSMIS_SANTE_QUEBEC'],
      ['c4', 'TRANSMIS_SANTE_QUEBEC', '17012'],
    ].map(
      ([id, etat, territoire = '01111']) =>
        `'${id}', '${territoire}', '${etat}', 'Besoin', null, '2025-05-01', null, ${SAISIE}`,
    ),
  );
  await insert('demande_modification', [
    `'m1', '11045119', '{01121}', 'BESOIN', 'Rue', '{motif}', null, null, null, null, ${SAISIE}`,
  ]);
}

const insertMesure = (): Promise<void> => insertMesures([['2025-2026-P01', '01121', 'A-P5:AAOR']]);

function insertMesures(keys: readonly (readonly [string, string, string])[]): Promise<void> {
  return insert(
    'mesure',
    keys.map(
      ([periode, territoire, exigence]) =>
        `'${periode}:${territoire}:${exigence}', '2025-2026', '${periode}', '${territoire}', '${exigence}', null, 2, 'h', 'FINALE', 1, '2025-05-09T14:00:00Z', '{"origine":"SAISIE"}'`,
    ),
  );
}

async function insert(table: string, rows: readonly string[]): Promise<void> {
  const values = rows.map((row) => `(${row})`).join(', ');
  await sql.raw(`insert into etablissements.${table} values ${values}`).execute(house.database.kysely);
}
