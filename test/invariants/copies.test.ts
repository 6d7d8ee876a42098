import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SourceStatement } from '@palier/sante-quebec/verdict/judgement';
import { judge } from '@palier/sante-quebec/verdict/judge';
import { mostOf } from '@palier/sante-quebec/verdict/threshold';
import { type TestHouse, openTestHouse } from '../house.ts';
import { ask } from './ask.ts';

// What the établissements keep of what the other levels publish, to narrow and count their own measures, is what these
// levels say: `npx vitest run test/invariants/copies.test.ts -u` writes the bounds again when a threshold changes.

const DATA = new URL('../../subgraphs/etablissements/data/', import.meta.url);
const read = <Content>(file: string): Content =>
  JSON.parse(readFileSync(new URL(file, DATA), 'utf8')) as Content;

interface Measured {
  readonly code: string;
  readonly indicateur_code: string;
  readonly unite: string;
  readonly volets: readonly string[];
}

interface Stated {
  readonly code: string;
  readonly statut: 'FIXE';
  readonly assertions: readonly SourceStatement[];
}

const measured = read<Measured[]>('exigences-mesurees.json');
let house: TestHouse;

beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

describe('what the ministry keeps of Santé Québec', () => {
  const kept = (file: string, column: string): string[] =>
    (
      JSON.parse(
        readFileSync(new URL(`../../subgraphs/msss/data/${file}`, import.meta.url), 'utf8'),
      ) as Record<string, string | string[]>[]
    ).map((row) => `${row['code'] as string} ${(row[column] as string[]).join(' ')}`);
  const said = (code: string, codes: readonly { readonly code: string }[]): string =>
    `${code} ${codes
      .map((one) => one.code)
      .sort()
      .join(' ')}`;

  it('puts each territory under the établissement that Santé Québec says, and knows all of these', async () => {
    const { etablissements } = await ask<{
      etablissements: { code: string; territoires: { code: string }[] }[];
    }>(house, '{ etablissements { code territoires { code } } }');
    expect(kept('etablissements-servants.json', 'territoire_codes')).toEqual(
      etablissements.map(({ code, territoires }) => said(code, territoires)).sort(),
    );
    for (const { code, territoires } of etablissements) {
      const { territoiresClsc } = await ask<{ territoiresClsc: { nodes: { code: string }[] } }>(
        house,
        `{ territoiresClsc(filtre: { etablissement: "${code}" }) { nodes { code } } }`,
      );
      expect(said(code, territoiresClsc.nodes)).toBe(said(code, territoires));
    }
  });

  it('counts each exigence in the indicateurs that Santé Québec says', async () => {
    const { indicateurs } = await ask<{ indicateurs: { code: string; exigences: { code: string }[] }[] }>(
      house,
      '{ indicateurs { code exigences { code } } }',
    );
    expect(kept('indicateurs-comptants.json', 'exigence_codes')).toEqual(
      indicateurs.map(({ code, exigences }) => said(code, exigences)).sort(),
    );
    for (const { code, exigences } of indicateurs) {
      const answer = await ask<{ exigences: { nodes: { code: string }[] } }>(
        house,
        `{ exigences(filtre: { indicateur: "${code}" }) { nodes { code } } }`,
      );
      expect(said(code, answer.exigences.nodes)).toBe(said(code, exigences));
    }
  });
});

describe('what the établissements keep of the other levels', () => {
  it('places each territory where the ministry does, under whom Santé Québec says', async () => {
    const { territoiresClsc } = await ask<{ territoiresClsc: { nodes: Record<string, { code: string }>[] } }>(
      house,
      `{ territoiresClsc(first: 1000) { nodes {
        code reseauLocal { code } reseauTerritorial { code } region { code } ruisss { code } etablissement { code }
      } } }`,
    );
    const said = territoiresClsc.nodes.map(({ code, ...units }) => [
      code,
      ...['reseauLocal', 'reseauTerritorial', 'region', 'ruisss', 'etablissement'].map(
        (unit) => units[unit]?.code,
      ),
    ]);
    const kept = read<Record<string, string>[]>('territoires.json').map((row) =>
      ['code', 'rls_code', 'rts_code', 'rss_code', 'ruisss_code', 'etablissement_code'].map(
        (column) => row[column],
      ),
    );
    expect(kept).toEqual(said);
  });

  it('counts each exigence under the indicateurs of Santé Québec', async () => {
    for (const { code, indicateur_code } of measured) {
      const { exigence } = await ask<{ exigence: { indicateur: { code: string } } }>(
        house,
        'query ($code: ID!) { exigence(code: $code) { indicateur { code } } }',
        { code },
      );
      expect(exigence.indicateur.code, code).toBe(indicateur_code);
    }
  });

  it('bounds each verdict where the rule of Santé Québec does, by the thresholds of the ministry', async () => {
    const rows = [];
    for (const exigence of measured) rows.push(...boundsOf(exigence, await state(exigence.code)));
    const text = `[\n${rows.map((row) => `  ${JSON.stringify(row)}`).join(',\n')}\n]\n`;
    await expect(text).toMatchFileSnapshot(fileURLToPath(new URL('bornes-verdict.json', DATA)));
  });
});

async function state(code: string): Promise<Stated> {
  const { exigence } = await ask<{ exigence: Stated }>(
    house,
    `query ($code: ID!) { exigence(code: $code) { code statut assertions {
      source volet seuil { valeur comparateur unite part condition echeance }
    } } }`,
    { code },
  );
  return exigence;
}

interface Interval {
  readonly de: number;
  readonly de_inclus: boolean;
  readonly a: number | null;
  readonly a_inclus: boolean;
  readonly etat: string;
}

const PROVENANCE = {
  origine: 'INFERENCE',
  confiance: 'inféré',
  note: 'bornes que la règle de verdict de Santé Québec donne aux seuils du document 003 ; le verdict lui-même reste le sien (`verdict`)',
};

/** The intervals of each volet, in each span of exercices that the years aimed at leave. */
function boundsOf({ code, unite, volets }: Measured, stated: Stated) {
  return (volets.length === 0 ? [null] : volets).flatMap((volet) => {
    const seuils = stated.assertions.flatMap((one) => (one.volet === volet && one.seuil ? [one.seuil] : []));
    const years = [...new Set(seuils.flatMap(({ echeance }) => echeance ?? []))].sort();
    const limits = seuils.flatMap(({ valeur }) => valeur ?? []);
    const points = [...new Set([0, ...limits, mostOf(unite) ?? 0])].sort((a, b) => a - b);
    const spans = [...years, null].map((a, rank) => ({ de: years[rank - 1] ?? null, a }));
    return spans
      .flatMap(({ de, a }) => {
        const exercice = a ?? String(Number(de ?? '2000') + 1);
        const stateOf = (valeur: number) =>
          judge({ valeur, unite, volet, exercice }, { ...stated, ecarts: [] }).etat;
        return merge(points, stateOf).map((interval) => ({
          unite,
          annee_de: de === null ? null : String(Number(de) + 1),
          annee_a: a,
          ...interval,
        }));
      })
      .map((row, rank) => ({
        exigence_code: code,
        volet: volet ?? '',
        rang: rank + 1,
        ...row,
        provenance: PROVENANCE,
      }));
  });
}

/** Each point and what stands between two of them, joined to the next while the rule judges them alike. */
function merge(points: readonly number[], stateOf: (valeur: number) => string): Interval[] {
  const pieces = points.flatMap((point, rank) => {
    const next = points[rank + 1];
    return [
      { de: point, de_inclus: true, a: point, a_inclus: true, etat: stateOf(point) },
      {
        de: point,
        de_inclus: false,
        a: next ?? null,
        a_inclus: false,
        etat: stateOf(next === undefined ? point + 1 : (point + next) / 2),
      },
    ];
  });
  const joined: Interval[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last?.etat === piece.etat)
      joined[joined.length - 1] = { ...last, a: piece.a, a_inclus: piece.a_inclus };
    else joined.push(piece);
  }
  return joined.filter(({ etat }) => etat !== 'SANS_VERDICT');
}
