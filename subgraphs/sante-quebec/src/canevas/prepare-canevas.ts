import { askOrRefuse } from '@palier/runtime/acts/ask-or-refuse';
import type { Regle } from '@palier/runtime/acts/refus';
import type { LevelJournal } from '@palier/runtime/journal/level-journal';
import type { Context } from '../tables.ts';
import type { CanevasPublie } from './canevas.actes.ts';
import { findCoverage, findCurrentVersion, findRefusals } from './canevas.queries.ts';
import { refuseCanevas } from './refuse-canevas.ts';
import { isQualityRow } from '@palier/runtime/quality-row';
import { listIndicateursRefuses } from '../indicateur-refuse/indicateur-refuse.queries.ts';
import { refuseQualityRows, sayIndicateurs } from './refuse-quality-rows.ts';

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
 * Judges what a canevas asks for, by what the ministry says of each exigence. Raises CANEVAS_REFUSE with every reason of a kind at
 * once: quality rows, what the ministry does not have, says to be without object, or does not say, then those that no indicateur puts to work.
 */
export async function prepareCanevas(
  { database, journal }: Context,
  { exercice, indicateurs, exigences, versionAttendue }: CanevasAsked,
): Promise<CanevasPublie> {
  const coverage = await findCoverage(database, indicateurs);
  const known = new Set(coverage.map(({ indicateur }) => indicateur));
  const standards = indicateurs.filter((code) => !known.has(code)).map(standardOf);
  const unknown = await sayUnknown(
    database,
    standards.filter((code) => !isQualityRow(code)),
  );
  refuseQualityRows([...standards, ...(exigences ?? [])], unknown);
  refuseUnknown(unknown);
  const covered = new Set(coverage.map(({ exigence }) => exigence));
  const asked = [...new Set(exigences ?? covered)].sort();
  await refuseUnsaid(journal, asked);
  await refuseUncovered(
    database,
    asked.filter((code) => !covered.has(code)),
  );
  const current = await findCurrentVersion(database, exercice);
  return {
    exercice,
    version: (versionAttendue ?? current) + 1,
    indicateurs: [...new Set(indicateurs)].sort(),
    exigences: asked,
  };
}

/** The standard that an indicateur measures: « A-P5 » of « I-A-P5 ». */
const standardOf = (code: string): string => code.replace(/^I-/, '');

/** Why there is no indicateur of these standards, each in a sentence. */
async function sayUnknown(database: Context['database'], standards: readonly string[]): Promise<string[]> {
  if (standards.length === 0) return [];
  const reasons = new Map(
    (await listIndicateursRefuses(database, null)).map(({ standard_code, motif }) => [standard_code, motif]),
  );
  return standards.map((code) => `I-${code} : ${reasons.get(code) ?? 'aucun standard n’a ce code.'}`);
}

function refuseUnknown(unknown: readonly string[]): void {
  if (unknown.length > 0)
    throw refuseCanevas({
      regle: { code: 'INDICATEURS_CONNUS', origine: 'INFERENCE' },
      motif: sayIndicateurs(unknown),
      remede:
        '« indicateurs » énumère ceux qu’il y a, et « indicateursRefuses » ce qui n’en a pas, et pourquoi.',
    });
}

async function refuseUncovered(database: Context['database'], codes: readonly string[]): Promise<void> {
  if (codes.length === 0) return;
  const reasons = new Map(
    (await findRefusals(database, codes)).map(({ exigence, motif }) => [exigence, motif]),
  );
  throw refuseCanevas({
    regle: { code: 'EXIGENCES_MISES_EN_OEUVRE', origine: 'INFERENCE' },
    motif: codes
      .map((code) => `${code} : ${reasons.get(code) ?? 'aucun des indicateurs demandés ne la met en œuvre.'}`)
      .join(' '),
    remede: 'Retirez-les, ou demandez un indicateur qui les met en œuvre (« indicateurs »).',
  });
}

/** An exigence as the ministry states it, with the lines of the document that do; of a code that it does not have, the code alone. */
interface Stated {
  readonly code: string;
  readonly statut?: string;
  readonly provenance?: {
    readonly document: { readonly code: string } | null;
    readonly lignes: string | null;
  };
}

/** The ministry says which exigences have no object: nothing can be measured of them, whatever would measure it; nor of what it does not say. */
async function refuseUnsaid(journal: LevelJournal, codes: readonly string[]): Promise<void> {
  // A canevas that asks nothing is refused by its content.
  if (codes.length === 0) return;
  const fields = codes.map(
    (code, index) =>
      `e${index}: exigence(code: ${JSON.stringify(code)}) { statut provenance { document { code } lignes } }`,
  );
  const data = await askOrRefuse<Record<string, Omit<Stated, 'code'> | null>>(
    journal,
    `query StatutsDesExigences { ${fields.join(' ')} }`,
  );
  const stated = codes.map((code, index): Stated => ({ code, ...data[`e${index}`] }));
  const ofStatut = (statut: string | undefined) => stated.filter((one) => one.statut === statut);
  refuseStated(ofStatut(undefined), 'le ministère n’en a pas de ce code', {
    code: 'EXIGENCES_CONNUES',
    origine: 'INFERENCE',
  });
  const without = ofStatut('SANS_OBJET');
  refuseStated(without, 'sans objet pour ce service, dit le ministère', {
    code: 'EXIGENCES_AYANT_UN_OBJET',
    origine: 'TEXTE',
    citation: [...new Set(without.map(sayLines))].join(' ; '),
    modele: 'R5, V10',
  });
  refuseStated(ofStatut('NON_DIT'), 'aucun texte n’en dit rien pour ce service', {
    code: 'EXIGENCES_DITES',
    origine: 'INFERENCE',
    modele: 'R5',
  });
}

const sayLines = ({ provenance }: Stated): string =>
  [provenance?.document?.code, provenance?.lignes].filter(Boolean).join(', ');

function refuseStated(refused: readonly Stated[], why: string, regle: Regle): void {
  if (refused.length === 0) return;
  const isOfText = regle.origine === 'TEXTE';
  throw refuseCanevas({
    regle,
    motif: refused.map((one) => `${one.code} : ${why}${isOfText ? ` (${sayLines(one)})` : ''}.`).join(' '),
    remede: 'Retirez-les du canevas.',
  });
}
