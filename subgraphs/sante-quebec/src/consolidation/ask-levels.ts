import type { AskGraph } from '@palier/runtime/ask-graph';
import { PalierError } from '@palier/runtime/errors';
import type { StatutExigence } from '@palier/runtime/exigence-enums';
import { contenuInvalide, type RefusActe } from '@palier/runtime/acts/refus';
import { groupedByKey } from '@palier/runtime/loader';
import type { SourceStatement } from '../verdict/judgement.ts';

/** A measure as the établissements publish it. */
export interface PublishedMeasure {
  readonly id: string;
  readonly volet: string | null;
  readonly valeur: number | null;
  readonly unite: string | null;
  readonly statut: string;
  readonly version: number;
  readonly periode: { readonly code: string };
  readonly territoire: { readonly code: string } | null;
  readonly exigence: { readonly code: string } | null;
  readonly provenance: { readonly origine: string };
}

/** An exigence as the ministry states it. */
export interface StatedExigence {
  readonly code: string;
  readonly statut: StatutExigence;
  readonly assertions: readonly SourceStatement[];
}

/** The units that a territory is part of, as the ministry draws them. */
export interface Composition {
  readonly code: string;
  readonly reseauLocal: { readonly code: string } | null;
  readonly reseauTerritorial: { readonly code: string } | null;
  readonly region: { readonly code: string } | null;
  readonly ruisss: { readonly code: string } | null;
}

/** A bilan that counts without what the ministry does not know would be false. */
export const notKnown = (motif: string): RefusActe =>
  contenuInvalide({
    regle: { code: 'COMPTER_CE_QUI_EST_CONNU', origine: 'INFERENCE' },
    motif,
    remede:
      'Accordez les deux paliers avant de consolider : ce qui est demandé, et ce que le ministère énonce.',
  });

const EXIGENCE_QUERY = `query SeuilsDeLExigence($code: ID!) {
  exigence(code: $code) {
    code
    statut
    assertions { source volet seuil { valeur comparateur unite part condition echeance } }
  }
}`;

const SUPPRIMEES = 'mesuresSupprimees(exercice: $exercice) { territoire exigence volet periode }';

export const EMPREINTE_QUERY = `query EmpreintesDeLExercice($exercice: ID!) {
  empreintesMesures(exercice: $exercice) { territoire empreinte nombre }
  ${SUPPRIMEES}
}`;

export const SUPPRIMEES_QUERY = `query SuppressionsDeLExercice($exercice: ID!) { ${SUPPRIMEES} }`;

export const COMPOSITION_QUERY = `query CompositionDesUnites($first: Int!) {
  territoiresClsc(first: $first) {
    totalCount
    nodes { code reseauLocal { code } reseauTerritorial { code } region { code } ruisss { code } }
  }
}`;

/** Territories that one text asks for: their pages together are no more than one large page. */
const TOGETHER = 4;
/** More than a territory has: thirteen periods of some fifteen cells. */
const PAGE_SIZE = 250;
const MOST_TERRITOIRES = 1_000;

const MESURES = `totalCount
    nodes { id volet valeur unite statut version periode { code } territoire { code } exigence { code } provenance { origine } }
    pageInfo { hasNextPage endCursor }`;

/** How the measures of some territories are asked, each under a name of its own: t0, t1… */
export const MESURES_QUERY = `query MesuresDesTerritoires($exercice: ID!, ${eachTerritoire((rank) => `$t${rank}: ID!, $a${rank}: String`, ', ')}) {
  ${eachTerritoire((rank) => `t${rank}: mesures(exercice: $exercice, territoire: $t${rank}, first: ${PAGE_SIZE}, after: $a${rank}) { ${MESURES} }`, '\n  ')}
}`;

function eachTerritoire(write: (rank: number) => string, between: string): string {
  return Array.from({ length: TOGETHER }, (_, rank) => write(rank)).join(between);
}

/** A figure that is suppressed: that of a measure that is no more as well, and of which no value was said since. */
export interface Suppressed {
  readonly territoire: string;
  readonly exigence: string;
  readonly volet: string | null;
  readonly periode: string;
}

/** What changes when a measure of a territory does, how many it has, and which of its figures are suppressed. */
export interface Empreinte {
  readonly empreinte: string;
  readonly nombre: number;
  readonly supprimees: readonly Suppressed[];
}

export const NO_MEASURE: Empreinte = { empreinte: '', nombre: 0, supprimees: [] };

/** By territory; one of which nothing was ever measured in the exercice is not there. */
export async function askEmpreintes(graph: AskGraph, exercice: string): Promise<Map<string, Empreinte>> {
  const { empreintesMesures, mesuresSupprimees } = (await graph(EMPREINTE_QUERY, { exercice })) as {
    empreintesMesures: readonly (Omit<Empreinte, 'supprimees'> & { readonly territoire: string })[];
    mesuresSupprimees: readonly Suppressed[];
  };
  const counted = new Map(empreintesMesures.map(({ territoire, ...one }) => [territoire, one]));
  const territoires = [...new Set([...counted.keys(), ...mesuresSupprimees.map((one) => one.territoire)])];
  const supprimees = groupedByKey(territoires, mesuresSupprimees, ({ territoire }) => territoire);
  return new Map(
    territoires.map((one, index) => [
      one,
      { ...NO_MEASURE, ...counted.get(one), supprimees: supprimees[index] ?? [] },
    ]),
  );
}

/** All the figures of an exercice that are suppressed. */
export async function askSuppressed(graph: AskGraph, exercice: string): Promise<readonly Suppressed[]> {
  const { mesuresSupprimees } = (await graph(SUPPRIMEES_QUERY, { exercice })) as {
    mesuresSupprimees: readonly Suppressed[];
  };
  return mesuresSupprimees;
}

/** What would be published of a measure without some versions; without a status, nothing. */
export interface MesureSans extends Suppressed, Pick<PublishedMeasure, 'id' | 'valeur' | 'unite'> {
  readonly statut: string | null;
  readonly origine: string;
}

const SANS_QUERY = `query MesuresSansVersions($versions: [ID!]!) {
  mesuresSans(versions: $versions) { id territoire exigence volet periode valeur unite statut origine }
}`;

/** What would be published, without these versions, of the measures that they touch. */
export async function askMesuresSans(
  graph: AskGraph,
  versions: readonly string[],
): Promise<readonly MesureSans[]> {
  if (versions.length === 0) return [];
  const { mesuresSans } = (await graph(SANS_QUERY, { versions })) as {
    mesuresSans: readonly MesureSans[];
  };
  return mesuresSans;
}

interface MesuresPage {
  readonly totalCount: number;
  readonly nodes: readonly (PublishedMeasure | null)[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/**
 * All the measures of some territories in an exercice, whatever the campagnes. Raises when fewer are read than the
 * établissements count: a bilan made of less than all would be false.
 */
export async function askMeasures(
  graph: AskGraph,
  exercice: string,
  territoires: readonly string[],
): Promise<PublishedMeasure[]> {
  const measures: PublishedMeasure[] = [];
  for (let start = 0; start < territoires.length; start += TOGETHER)
    measures.push(...(await askTogether(graph, exercice, territoires.slice(start, start + TOGETHER))));
  return measures;
}

async function askTogether(
  graph: AskGraph,
  exercice: string,
  territoires: readonly string[],
): Promise<PublishedMeasure[]> {
  const read = territoires.map((): PublishedMeasure[] => []);
  const after = territoires.map((): string | null => null);
  let going = territoires.map((_, index) => index);
  while (going.length > 0) {
    // One text for all, so that it is planned once: a name that is not needed asks for the same as the first.
    const asked = Array.from({ length: TOGETHER }, (_, rank) => going[rank] ?? going[0]!);
    const variables = Object.fromEntries(
      asked.flatMap((index, rank) => [
        [`t${rank}`, territoires[index]],
        [`a${rank}`, after[index]],
      ]),
    );
    const pages = (await graph(MESURES_QUERY, { exercice, ...variables })) as Record<string, MesuresPage>;
    going = going.filter((index, rank) => {
      const { nodes, pageInfo, totalCount } = pages[`t${rank}`]!;
      const known = read[index]!;
      known.push(...nodes.filter((node) => node !== null));
      after[index] = pageInfo.endCursor;
      if (!pageInfo.hasNextPage) refuseFewer(territoires[index]!, known.length, totalCount);
      return pageInfo.hasNextPage;
    });
  }
  return read.flat();
}

export function refuseFewer(territoire: string, read: number, counted: number): void {
  if (read !== counted)
    throw new PalierError(
      'GRAPHE_INDISPONIBLE',
      `Le territoire ${territoire} a ${counted} mesures, et ${read} ont été lues : rien n’est consolidé de moins que toutes. Recommencez.`,
    );
}

/** The units of every territory. Raises when some are not told. */
export async function askComposition(graph: AskGraph): Promise<Map<string, Composition>> {
  const { territoiresClsc } = (await graph(COMPOSITION_QUERY, { first: MOST_TERRITOIRES })) as {
    territoiresClsc: { readonly totalCount: number; readonly nodes: readonly (Composition | null)[] };
  };
  const told = territoiresClsc.nodes.filter((node) => node !== null);
  if (told.length !== territoiresClsc.totalCount)
    throw new PalierError(
      'GRAPHE_INDISPONIBLE',
      `Le ministère compte ${territoiresClsc.totalCount} territoires, et ${told.length} ont été lus : rien n’est consolidé de moins que tous.`,
    );
  return new Map(told.map((one) => [one.code, one]));
}

/** The exigences named, by code. Raises when the ministry does not answer for one: a bilan without it would be false. */
export async function askExigences(
  graph: AskGraph,
  codes: readonly string[],
): Promise<Map<string, StatedExigence>> {
  const stated = await Promise.all(codes.map((code) => askExigence(graph, code)));
  return new Map(stated.map((exigence) => [exigence.code, exigence]));
}

async function askExigence(graph: AskGraph, code: string): Promise<StatedExigence> {
  const { exigence } = (await graph(EXIGENCE_QUERY, { code })) as { exigence: StatedExigence | null };
  if (exigence === null) throw notKnown(`Le ministère ne connaît pas l’exigence ${code}.`);
  return exigence;
}
