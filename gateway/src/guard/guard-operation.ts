import { GraphQLError, parse, type DocumentNode } from 'graphql';
import { createBoundedCache } from '../bounded-cache.ts';
import { Refusal } from '../errors.ts';
import type { KnownOperation } from '../operation/operation.ts';
import { LIMIT_LABELS, type LimitName, type Limits } from './limits.ts';
import { measureCost, type CostGraph } from './measure-cost.ts';
import { measureDocument } from './measure-document.ts';

type WeighedOperation = Pick<KnownOperation, 'query' | 'operationName' | 'variables'>;

/** Throws a `Refusal` when an operation weighs more than allowed; what is not GraphQL goes on, to be refused as such. */
export type GuardOperation = (operation: WeighedOperation, graph: CostGraph) => void;

/** Memory that the remembered verdicts may take, in bytes, by rough count: a parsed text weighs some sixty times its length. */
const CAPACITY = 32_000_000;
const weigh = (query: string, verdict: Verdict): number =>
  query.length * ('document' in verdict && verdict.document ? 60 : 2);
const MEASURED: readonly (LimitName & keyof ReturnType<typeof measureDocument>)[] = [
  'aliases',
  'directives',
  'depth',
  'rootFields',
  'selections',
  'introspections',
];

/** A document is kept only when its cost, which depends on the variables, must be estimated each time. */
type Verdict = { readonly refusal: Refusal } | { readonly document: DocumentNode | undefined };

/** Nothing here depends on the schema but the cost, so a verdict holds for a text whatever graph is served. */
export function createGuard(limits: Limits): GuardOperation {
  if (Object.keys(limits).length === 0) return () => undefined;
  const verdicts = createBoundedCache<Verdict>(CAPACITY);
  return (operation, graph) => {
    const { query } = operation;
    let verdict = verdicts.get(query);
    if (!verdict) {
      verdict = judge(query, limits);
      verdicts.set(query, verdict, weigh(query, verdict));
    }
    if ('refusal' in verdict) throw verdict.refusal;
    if (verdict.document && limits.cost !== undefined)
      guardCost(verdict.document, operation, graph, limits.cost);
  };
}

function judge(query: string, limits: Limits): Verdict {
  try {
    const document = parse(query, limits.tokens === undefined ? {} : { maxTokens: limits.tokens });
    const measures = measureDocument(document);
    for (const name of MEASURED) checkLimit(name, measures[name], limits[name]);
    return { document: limits.cost === undefined ? undefined : document };
  } catch (error) {
    return toVerdict(error, limits);
  }
}

function toVerdict(error: unknown, limits: Limits): Verdict {
  if (error instanceof Refusal) return { refusal: error };
  // Thousands of brackets in one another exhaust the stack of whoever reads them.
  if (error instanceof RangeError)
    return { refusal: new Refusal('LIMITE_DEPASSEE', { detail: 'Trop d’imbrications.' }) };
  if (limits.tokens !== undefined && error instanceof GraphQLError && error.message.includes('tokens')) {
    return { refusal: refuse('tokens', limits.tokens, `plus de ${limits.tokens}`) };
  }
  return { document: undefined };
}

function guardCost(
  document: DocumentNode,
  operation: WeighedOperation,
  graph: CostGraph,
  limit: number,
): void {
  checkLimit('cost', measureCost(document, operation.operationName, operation.variables ?? {}, graph), limit);
}

function checkLimit(name: LimitName, count: number, limit: number | undefined): void {
  if (limit !== undefined && count > limit) throw refuse(name, limit, String(count), count);
}

function refuse(name: LimitName, limit: number, said: string, count?: number): Refusal {
  return new Refusal('LIMITE_DEPASSEE', {
    detail: `Elle compte ${said} ${LIMIT_LABELS[name]} ; la limite est de ${limit}.`,
    facts: { mesure: name, limite: limit, ...(count !== undefined && { compte: count }) },
  });
}
