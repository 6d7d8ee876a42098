import { GraphQLError, parse, type DocumentNode } from 'graphql';
import { createBoundedCache } from '@palier/federation/memory/bounded-cache';
import { sizeOfParsed } from '@palier/federation/memory/sizes';
import { Refusal } from '../errors/errors.ts';
import type { KnownOperation } from '../request/operation.ts';
import { LIMIT_LABELS, LIMIT_REMEDIES, type LimitName, type Limits } from './limits.ts';
import { measureCost, type CostGraph } from './measure-cost.ts';
import { measureDocument } from '@palier/federation/graphql/measure-document';

type WeighedOperation = Pick<KnownOperation, 'query' | 'operationName' | 'variables'>;

/**
 * Throws a `Refusal` when an operation weighs more than allowed; what is not GraphQL goes on, to be refused as such. Gives
 * the estimated cost, 0 when nobody needs it.
 */
export type GuardOperation = (operation: WeighedOperation, graph: CostGraph) => number;

const sizeOf = (query: string, verdict: Verdict): number =>
  'document' in verdict && verdict.document ? sizeOfParsed(query) : 1_000;
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

/** @param estimates whether the cost is needed, limited or not */
export function createGuard(limits: Limits, estimates = false): GuardOperation {
  if (Object.keys(limits).length === 0 && !estimates) return () => 0;
  // Nothing here depends on the schema but the cost: a verdict holds for a text whatever graph is served.
  const verdicts = createBoundedCache<Verdict>();
  return (operation, graph) => {
    const { query } = operation;
    let verdict = verdicts.get(query);
    if (!verdict) {
      verdict = judge(query, limits, estimates || limits.cost !== undefined);
      verdicts.set(query, verdict, sizeOf(query, verdict));
    }
    if ('refusal' in verdict) throw verdict.refusal;
    if (!verdict.document) return 0;
    const { operationName, variables = {} } = operation;
    const cost = measureCost(verdict.document, operationName, variables, graph);
    checkLimit('cost', cost, limits.cost);
    return cost;
  };
}

function judge(query: string, limits: Limits, estimates: boolean): Verdict {
  try {
    const document = parse(query, limits.tokens === undefined ? {} : { maxTokens: limits.tokens });
    const measures = measureDocument(document);
    for (const name of MEASURED) checkLimit(name, measures[name], limits[name]);
    return { document: estimates ? document : undefined };
  } catch (error) {
    return toVerdict(error, limits);
  }
}

function toVerdict(error: unknown, limits: Limits): Verdict {
  if (error instanceof Refusal) return { refusal: error };
  // Thousands of brackets in one another exhaust the stack of whoever reads them.
  if (error instanceof RangeError)
    return {
      refusal: new Refusal('LIMITE_DEPASSEE', {
        detail: 'Trop d’imbrications.',
        facts: { remede: LIMIT_REMEDIES.depth },
      }),
    };
  if (limits.tokens !== undefined && error instanceof GraphQLError && error.message.includes('tokens')) {
    return { refusal: refuse('tokens', limits.tokens, `plus de ${limits.tokens}`) };
  }
  return { document: undefined };
}

function checkLimit(name: LimitName, count: number, limit: number | undefined): void {
  if (limit !== undefined && count > limit) throw refuse(name, limit, String(count), count);
}

function refuse(name: LimitName, limit: number, said: string, count?: number): Refusal {
  return new Refusal('LIMITE_DEPASSEE', {
    detail: `Elle compte ${said} ${LIMIT_LABELS[name]} ; la limite est de ${limit}.`,
    facts: {
      mesure: name,
      limite: limit,
      ...(count !== undefined && { compte: count }),
      remede: LIMIT_REMEDIES[name],
    },
  });
}
