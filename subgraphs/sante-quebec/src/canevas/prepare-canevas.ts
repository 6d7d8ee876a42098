import { PalierError } from '@palier/runtime/errors';
import { askOrRefuse } from '@palier/runtime/journal/ask-or-refuse';
import type { LevelJournal } from '@palier/runtime/journal/level-journal';
import type { Context } from '../tables.ts';
import type { CanevasPublie } from './canevas.actes.ts';
import { findCoverage, findCurrentVersion, findRefusals } from './canevas.queries.ts';
import { refuseQualityRows } from './refuse-quality-rows.ts';

/** What a canevas is asked to hold. */
export interface CanevasAsked {
  readonly exercice: string;
  readonly indicateurs: readonly string[];
  /** Among those that the indicateurs put to work; null for all of them. */
  readonly exigences: readonly string[] | null;
  /** The version that its author read; null for whatever is current. */
  readonly versionAttendue: number | null;
}

/**
 * Judges what a canevas asks for, by what the ministry says of each exigence. Raises CANEVAS_REFUSE with every reason at once:
 * a quality row, an exigence without object, or one that no indicateur puts to work.
 */
export async function prepareCanevas(
  { database, journal }: Context,
  { exercice, indicateurs, exigences, versionAttendue }: CanevasAsked,
): Promise<CanevasPublie> {
  refuseQualityRows([...indicateurs.map((code) => code.replace(/^I-/, '')), ...(exigences ?? [])]);
  const coverage = await findCoverage(database, indicateurs);
  refuseUnknown(indicateurs, new Set(coverage.map(({ indicateur }) => indicateur)));
  const covered = new Set(coverage.map(({ exigence }) => exigence));
  const asked = [...new Set(exigences ?? covered)].sort();
  await refuseUncovered(
    database,
    asked.filter((code) => !covered.has(code)),
  );
  await refuseWithoutObject(journal, asked);
  const current = await findCurrentVersion(database, exercice);
  return {
    exercice,
    version: (versionAttendue ?? current) + 1,
    indicateurs: [...new Set(indicateurs)].sort(),
    exigences: asked,
  };
}

function refuseUnknown(asked: readonly string[], known: ReadonlySet<string>): void {
  const unknown = asked.filter((code) => !known.has(code));
  if (unknown.length > 0)
    throw new PalierError(
      'CANEVAS_REFUSE',
      `Indicateurs inconnus : ${unknown.join(', ')}. « indicateurs » les énumère.`,
    );
}

async function refuseUncovered(database: Context['database'], codes: readonly string[]): Promise<void> {
  if (codes.length === 0) return;
  const reasons = new Map(
    (await findRefusals(database, codes)).map(({ exigence, motif }) => [exigence, motif]),
  );
  throw new PalierError(
    'CANEVAS_REFUSE',
    codes
      .map((code) => `${code} : ${reasons.get(code) ?? 'aucun des indicateurs demandés ne la met en œuvre.'}`)
      .join(' '),
  );
}

/** The ministry says which exigences have no object (003, Annexe II): nothing can be measured of them. */
async function refuseWithoutObject(journal: LevelJournal, codes: readonly string[]): Promise<void> {
  // A canevas that asks nothing is refused by its content.
  if (codes.length === 0) return;
  const fields = codes.map((code, index) => `e${index}: exigence(code: ${JSON.stringify(code)}) { statut }`);
  const data = await askOrRefuse<Record<string, { readonly statut: string } | null>>(
    journal,
    `query StatutsDesExigences { ${fields.join(' ')} }`,
  );
  const refused = codes.filter(
    (_, index) => data[`e${index}`]?.statut !== 'FIXE' && data[`e${index}`]?.statut !== 'REALITES_REGIONALES',
  );
  if (refused.length > 0)
    throw new PalierError(
      'CANEVAS_REFUSE',
      `Sans objet, ou non dit par le ministère (003, Annexe II) : ${refused.join(', ')}.`,
    );
}
