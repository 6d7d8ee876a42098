import type { StatutExigence } from '@palier/runtime/exigence-enums';
import type { SourceStatement } from '../verdict/judge.ts';

/** Any function that queries the composed graph: it gives `data`, and raises when the answer holds an error. */
export type QueryGraph = (query: string, variables: Readonly<Record<string, unknown>>) => Promise<unknown>;

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

export const MESURES_QUERY = `query MesuresDeLaCampagne($campagne: ID!, $first: Int!, $after: String) {
  mesures(campagne: $campagne, first: $first, after: $after) {
    nodes {
      id volet valeur unite statut version
      periode { code }
      territoire { code }
      exigence { code }
      provenance { origine }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;

const EXIGENCE_QUERY = `query SeuilsDeLExigence($code: ID!) {
  exigence(code: $code) {
    code
    statut
    assertions { source volet seuil { valeur comparateur unite part } }
  }
}`;

export const EMPREINTE_QUERY = `query EmpreinteDeLaCampagne($campagne: ID!) { empreinteMesures(campagne: $campagne) }`;

const PAGE_SIZE = 1_000;

interface MesuresPage {
  readonly mesures: {
    readonly nodes: readonly (PublishedMeasure | null)[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

/** What changes when a measure of the campagne does: reading it costs far less than reading them. */
export async function readEmpreinte(graph: QueryGraph, campagne: string): Promise<string | null> {
  const { empreinteMesures } = (await graph(EMPREINTE_QUERY, { campagne })) as {
    empreinteMesures: string | null;
  };
  return empreinteMesures;
}

/** All the measures of a campagne, page after page, in the order of their ids. */
export async function readMeasures(graph: QueryGraph, campagne: string): Promise<PublishedMeasure[]> {
  const measures: PublishedMeasure[] = [];
  let after: string | null = null;
  do {
    const page: MesuresPage['mesures'] = await readPage(graph, campagne, after);
    measures.push(...page.nodes.filter((node) => node !== null));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return measures;
}

async function readPage(
  graph: QueryGraph,
  campagne: string,
  after: string | null,
): Promise<MesuresPage['mesures']> {
  const { mesures } = (await graph(MESURES_QUERY, { campagne, first: PAGE_SIZE, after })) as MesuresPage;
  return mesures;
}

/** The exigences named, by code. Raises when the ministry does not answer for one: a bilan without it would be false. */
export async function readExigences(
  graph: QueryGraph,
  codes: readonly string[],
): Promise<Map<string, StatedExigence>> {
  const stated = await Promise.all(codes.map((code) => readExigence(graph, code)));
  return new Map(stated.map((exigence) => [exigence.code, exigence]));
}

async function readExigence(graph: QueryGraph, code: string): Promise<StatedExigence> {
  const { exigence } = (await graph(EXIGENCE_QUERY, { code })) as { exigence: StatedExigence | null };
  if (exigence === null) throw new Error(`Le ministère ne connaît pas l’exigence ${code}.`);
  return exigence;
}
