import type { QueryPlan } from '@apollo/query-planner';
import type { EndedCall, EndedPlanning } from '../observer.ts';
import type { Weight } from '../../request/client-request.ts';
import type { SeenRequest } from '../seen-requests.ts';
import { readSteps } from '@palier/federation/plan/steps';
import { printPlan } from './print-plan.ts';

/** How an answer was made. Times in milliseconds. */
export interface Explanation {
  /** From the operation's beginning to now. */
  readonly dureeMs: number;
  /** The estimated cost of the operation, and the most it may have; null where that is not limited. */
  readonly cout?: { readonly estime: number; readonly limite: number | null };
  readonly planification: { readonly debutMs: number; readonly dureeMs: number; readonly connu: boolean };
  readonly appels: readonly ExplainedCall[];
  /** The plan, for people. */
  readonly texte: string;
}

interface ExplainedCall {
  readonly sousGraphe: string;
  /** Where in the answer its result goes; nothing for the root. */
  readonly chemin?: string;
  /** When it began, from the operation's beginning. */
  readonly debutMs: number;
  readonly dureeMs: number;
  /** Rows that its SQL statements gave, and how many these were; what several calls under way together share is told once. */
  readonly lignes?: number;
  readonly sql?: number;
  /** Size of its answer, when it came as text. */
  readonly octets?: number;
  /** How many errors its answer holds. */
  readonly erreurs?: number;
  /** Why it gave no answer. */
  readonly code?: string;
}

/** Nothing when the operation was refused before it had a plan. */
export function explainAnswer(
  { planning, calls }: SeenRequest,
  startedAt: number,
  weight?: Weight,
): Explanation | undefined {
  if (!planning?.plan) return undefined;
  const paths = readPaths(planning.plan, planning);
  return {
    dureeMs: round(performance.now() - startedAt),
    ...(weight && { cout: { estime: weight.cost, limite: weight.limit ?? null } }),
    planification: {
      debutMs: round(planning.startedAt - startedAt),
      dureeMs: round(planning.durationMs),
      connu: planning.origin === 'KNOWN',
    },
    appels: calls
      .toSorted((one, other) => one.startedAt - other.startedAt)
      .map((call) => explainCall(call, paths.get(call.request.query), startedAt)),
    texte: printPlan(planning.plan),
  };
}

function explainCall(call: EndedCall, chemin: string | undefined, startedAt: number): ExplainedCall {
  const { request, outcome, errors, facts } = call;
  return {
    sousGraphe: request.subgraph,
    ...(chemin && { chemin }),
    debutMs: round(call.startedAt - startedAt),
    dureeMs: round(call.durationMs),
    ...(facts?.rows !== undefined && { lignes: facts.rows }),
    ...(facts?.statements !== undefined && { sql: facts.statements }),
    ...(facts?.bytes !== undefined && { octets: facts.bytes }),
    ...(errors > 0 && { erreurs: errors }),
    ...(outcome !== 'ok' && { code: outcome }),
  };
}

/** Where the result of each text goes. One text may serve several places, by one call. */
function readPaths(plan: QueryPlan, { toClientPath }: EndedPlanning): ReadonlyMap<string, string> {
  const paths = new Map<string, Set<string>>();
  if (plan.node && plan.node.kind !== 'Subscription') {
    for (const { fetch, path } of readSteps(plan.node)) {
      const places = paths.get(fetch.operation) ?? new Set();
      paths.set(fetch.operation, places.add(toClientPath(path.map(toResponseStep)).filter(isName).join('.')));
    }
  }
  return new Map(
    [...paths].map(([text, places]) => [text, [...places].filter((it) => it !== '').join(', ')]),
  );
}

/** A list is an index of no matter which element; what an element's type must be is left out. */
const toResponseStep = (step: string): string | number => (step === '@' ? 0 : step.replace(/\|.*$/, ''));

const isName = (step: string | number): step is string => typeof step === 'string' && step !== '';

/** To a hundredth: the clock is no finer. */
const round = (ms: number): number => Math.round(ms * 100) / 100;
