import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestHouse, openTestHouse } from '../house.ts';
import { ask } from './ask.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

interface Point {
  readonly periode: { readonly code: string };
  readonly mesure: { readonly id: string } | null;
  readonly absence: { readonly motif: string } | null;
}

const series = async (args: string): Promise<Point[]> => {
  const { territoireClsc } = await ask<{ territoireClsc: { serie: Point[] } }>(
    house,
    `{ territoireClsc(code: "06112") { serie(${args}) { periode { code } mesure { id } absence { motif } } } }`,
  );
  return territoireClsc.serie;
};

const PERIODES = Array.from({ length: 13 }, (_, place) => `2025-2026-P${String(place + 1).padStart(2, '0')}`);

describe('a series', () => {
  it('has a measure or an absence at each of the thirteen periods, in their order', async () => {
    for (const args of [
      'exigence: "A-P11:INFO_SOCIAL", exercice: "2025-2026"',
      'exigence: "A-G7:AAOR", exercice: "2025-2026", volet: "par téléphone"',
    ]) {
      const points = await series(args);
      expect(points.map(({ periode }) => periode.code)).toEqual(PERIODES);
      for (const { mesure, absence } of points) expect(mesure === null).toBe(absence !== null);
      expect(points.filter(({ mesure }) => mesure !== null).length).toBeGreaterThan(5);
    }
  });

  it('says that nobody owes what is measured once a year, but at its period', async () => {
    const points = await series('exigence: "F-A1:CRISE", exercice: "2025-2026"');
    for (const { absence } of points.slice(0, 12)) expect(absence?.motif).toContain('une fois par exercice');
  });

  it('of an exercice without measures, or of what is not measured, is all absence', async () => {
    for (const args of [
      'exigence: "A-P11:INFO_SOCIAL", exercice: "1999-2000"',
      'exigence: "Q-P4:CONSULT_PSY", exercice: "2025-2026"',
    ])
      expect((await series(args)).every(({ mesure, absence }) => mesure === null && absence !== null)).toBe(
        true,
      );
  });

  it('does not mix the volets of an exigence', async () => {
    await expect(series('exigence: "A-G7:AAOR", exercice: "2025-2026"')).rejects.toThrow('par volet');
    await expect(
      series('exigence: "A-P11:INFO_SOCIAL", exercice: "2025-2026", volet: "en personne"'),
    ).rejects.toThrow('pas de volet');
  });
});

interface Classement {
  readonly territoires: number;
  readonly ranges: number;
  readonly exAequoAuSeuil: number;
  readonly origine: string | null;
  readonly absence: { readonly motif: string } | null;
  readonly rangs: readonly {
    readonly rang: number;
    readonly exAequo: number;
    readonly mesure: { readonly valeur: number; readonly unite: string; readonly campagne: string };
  }[];
  readonly exclus: readonly { readonly cle: string; readonly nombre: number }[];
}

const rank = async (args: string): Promise<Classement> => {
  const { classementTerritoires } = await ask<{ classementTerritoires: Classement }>(
    house,
    `{ classementTerritoires(${args}) { territoires ranges exAequoAuSeuil origine absence { motif } exclus { cle nombre }
      rangs { rang exAequo mesure { valeur unite campagne } } } }`,
  );
  return classementTerritoires;
};

const INFO = 'exigence: "A-P11:INFO_SOCIAL", periode: "2025-2026-P13"';

describe('a ranking of the territories', () => {
  it.each(['CROISSANT', 'DECROISSANT'])('leaves nobody out without a word: %s', async (sens) => {
    const whole = await rank(`${INFO}, sens: ${sens}, n: 170`);
    expect(whole.territoires).toBe(166);
    expect(whole.ranges + whole.exclus.reduce((sum, { nombre }) => sum + nombre, 0)).toBe(166);
    expect(whole.rangs).toHaveLength(whole.ranges);
    expect(whole.origine).toBe('DEMONSTRATION');
    expect(new Set(whole.rangs.map(({ mesure }) => `${mesure.unite} ${mesure.campagne}`)).size).toBe(1);
    const cut = await rank(`${INFO}, sens: ${sens}, n: 3`);
    expect(cut.rangs).toEqual(whole.rangs.slice(0, 3));
    const last = cut.rangs[2]!.mesure.valeur;
    expect(cut.exAequoAuSeuil).toBe(
      whole.rangs.slice(3).filter(({ mesure }) => mesure.valeur === last).length,
    );
  });

  it('says why when nobody can be ranked, or nobody was asked of', async () => {
    expect(await rank('exigence: "A-P11:INFO_SOCIAL", periode: "1999-2000-P01"')).toMatchObject({
      ranges: 0,
      rangs: [],
      origine: null,
      exclus: [{ cle: 'SANS_MESURE', nombre: 166 }],
    });
    expect((await rank('exigence: "Q-P4:CONSULT_PSY", periode: "2025-2026-P01"')).absence?.motif).toContain(
      'Rien ne se mesure sous ce code',
    );
    expect(await rank(`${INFO}, region: "99"`)).toBeNull();
    await expect(rank(`${INFO}, n: 0`)).rejects.toThrow('n va de 1');
  });
});

describe('several codes in one question', () => {
  it('are answered in their order, each once, and the unknown one is named', async () => {
    const { territoiresClsc } = await ask<{
      territoiresClsc: { totalCount: number; nodes: { code: string }[] };
    }>(house, '{ territoiresClsc(codes: ["06112", "01111", "06112"]) { totalCount nodes { code } } }');
    expect(territoiresClsc).toEqual({ totalCount: 2, nodes: [{ code: '06112' }, { code: '01111' }] });
    await expect(ask(house, '{ territoiresClsc(codes: ["06112", "99999"]) { totalCount } }')).rejects.toThrow(
      '« 99999 » est inconnu',
    );
  });

  it('narrow measures, bilans and ranks to their territories together, and the unknown one is named', async () => {
    interface Counted {
      readonly mesures: {
        totalCount: number;
        repartition: { nombre: number }[];
        absence: { motif: string } | null;
      };
      readonly bilans: {
        nodes: { territoire: { code: string } }[];
        absence: { motif: string } | null;
      };
      readonly classementTerritoires: { territoires: number };
    }
    const count = (...codes: string[]) =>
      ask<Counted>(
        house,
        `query ($codes: [ID!]) {
          mesures(exigence: "A-P11:INFO_SOCIAL", exercice: "2025-2026", territoires: $codes) {
            totalCount repartition(par: VERDICT) { nombre } absence { motif } }
          bilans(campagne: "2025-2026", territoires: $codes) { nodes { territoire { code } } absence { motif } }
          classementTerritoires(${INFO}, territoires: $codes) { territoires }
        }`,
        { codes },
      );
    const both = await count('06112', '01111', '06112');
    const [one, other] = await Promise.all([count('06112'), count('01111')]);
    expect(both.mesures.totalCount).toBe(one.mesures.totalCount + other.mesures.totalCount);
    expect(one.mesures.totalCount).toBeGreaterThan(0);
    expect(both.mesures.repartition.reduce((sum, { nombre }) => sum + nombre, 0)).toBe(
      both.mesures.totalCount,
    );
    expect(both.bilans.nodes.map(({ territoire }) => territoire.code)).toEqual(['01111', '06112']);
    expect(both.classementTerritoires.territoires).toBe(2);
    const none = await count();
    expect([none.mesures.totalCount, none.bilans.nodes, none.classementTerritoires]).toEqual([0, [], null]);
    for (const { absence } of [none.mesures, none.bilans])
      expect(absence!.motif).toContain('`territoires` est une liste vide : aucun territoire n’est demandé.');
    const elsewhere = await ask<Pick<Counted, 'mesures' | 'bilans'>>(
      house,
      `{ mesures(territoires: ["06112", "06113"], region: "01") { absence { motif } }
         bilans(campagne: "2025-2026", territoires: ["06112", "06113"], region: "01") { absence { motif } } }`,
    );
    expect(elsewhere.mesures.absence!.motif).toContain('Demandé : region 01, territoires 06112 06113.');
    expect(elsewhere.bilans.absence!.motif).toMatch(
      /à tout ce qui est demandé : territoires 06112 06113, region 01\.$/,
    );
    for (const list of [
      'mesures(territoires: ["06112", "99999"]) { totalCount }',
      'bilans(territoires: ["06112", "99999"]) { totalCount }',
      `classementTerritoires(${INFO}, territoires: ["06112", "99999"]) { territoires }`,
    ])
      await expect(ask(house, `{ ${list} }`), list).rejects.toThrow(
        '« territoires » : « 99999 » est inconnu',
      );
  });

  it('say together what a bracket of population has, as each of its territories says it', async () => {
    const { territoiresClsc } = await ask<{
      territoiresClsc: { nodes: { code: string; mesures: { totalCount: number } }[] };
    }>(
      house,
      `{ territoiresClsc(filtre: { populationDe: 25000, populationA: 50000 }) { nodes {
        code mesures(exercice: "2025-2026", verdict: NON_CONFORME) { totalCount } } } }`,
    );
    const { nodes } = territoiresClsc;
    const { mesures } = await ask<{ mesures: { totalCount: number } }>(
      house,
      'query ($codes: [ID!]) { mesures(territoires: $codes, exercice: "2025-2026", verdict: NON_CONFORME) { totalCount } }',
      { codes: nodes.map(({ code }) => code) },
    );
    expect(nodes.length).toBeGreaterThan(1);
    expect(mesures.totalCount).toBe(nodes.reduce((sum, one) => sum + one.mesures.totalCount, 0));
  });

  it('go on page after page in their order', async () => {
    const read = async (after: string | null) => {
      const { territoiresClsc } = await ask<{
        territoiresClsc: { nodes: { code: string }[]; pageInfo: { endCursor: string | null } };
      }>(
        house,
        'query ($after: String) { territoiresClsc(codes: ["06112", "01111", "02111"], first: 1, after: $after) { nodes { code } pageInfo { endCursor } } }',
        { after },
      );
      return territoiresClsc;
    };
    const first = await read(null);
    const second = await read(first.pageInfo.endCursor);
    const third = await read(second.pageInfo.endCursor);
    expect([first, second, third].map(({ nodes }) => nodes[0]?.code)).toEqual(['06112', '01111', '02111']);
  });

  it('give the chains of accountability of a territory as each is given alone', async () => {
    const { territoireClsc } = await ask<{ territoireClsc: Record<string, unknown> }>(
      house,
      `{ territoireClsc(code: "06112") {
        several: imputabilites(exigences: ["A-P5:AAOR", "A-G7:AAOR", "A-P5:AAOR"]) { ...chaine }
        one: imputabilite(exigence: "A-P5:AAOR") { ...chaine }
        two: imputabilite(exigence: "A-G7:AAOR") { ...chaine }
      } }
      fragment chaine on Imputabilite { exigence fixePar { mandat { code } } coordonnePar { mandat { code } } renduPar { mandat { code } } }`,
    );
    expect(territoireClsc['several']).toEqual([territoireClsc['one'], territoireClsc['two']]);
    const many = Array.from({ length: 21 }, (_, index) => `"A-P${index + 1}:AAOR"`).join(', ');
    await expect(
      ask(house, `{ territoireClsc(code: "06112") { imputabilites(exigences: [${many}]) { exigence } } }`),
    ).rejects.toThrow('20 valeurs au plus');
  });

  it('judge several figures as each is judged alone, in the order that they are given', async () => {
    const given = [
      { valeur: 71, volet: 'par téléphone' },
      { valeur: 2, volet: null },
      { valeur: 71, volet: 'par téléphone' },
      { valeur: 69.5, volet: 'en personne' },
    ];
    const alone = given
      .map(
        (one, rank) =>
          `v${rank}: verdict(valeur: ${one.valeur}, volet: ${JSON.stringify(one.volet)}) { ...v }`,
      )
      .join(' ');
    const judge = (valeurs: readonly object[], fields = '') =>
      ask<{ exigence: Record<string, unknown> }>(
        house,
        `query ($valeurs: [ValeurAJuger!]!) { exigence(code: "A-G7:AAOR") { several: verdicts(valeurs: $valeurs) { valeur volet verdict { ...v } } ${fields} } }
        fragment v on Verdict { etat motif parSource { source etat note seuil { texte } provenance { origine lignes document { code } } } ecarts { code } provenance { origine note } }`,
        { valeurs },
      );
    const { exigence } = await judge(given, alone);
    expect(exigence['several']).toEqual(
      given.map((one, rank) => ({ ...one, verdict: exigence[`v${rank}`] })),
    );
    expect((await judge([])).exigence['several']).toEqual([]);
    const many = (most: number) => Array.from({ length: most }, () => ({ valeur: 70 }));
    expect((await judge(many(50))).exigence['several']).toHaveLength(50);
    await expect(judge(many(51))).rejects.toThrow('50 valeurs au plus');
    await expect(judge([{ valeur: 70, volet: 'x'.repeat(1_000) }])).rejects.toThrow('volet');
  });
});
