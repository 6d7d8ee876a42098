/** How an answer was made, when the gateway says it in `extensions.palier.plan`. Times in milliseconds. */
export interface QueryPlan {
  /** Whole time. */
  readonly dureeMs?: number;
  /** The estimated cost of the operation. */
  readonly cout?: Cost;
  readonly planification?: Planning;
  readonly appels: readonly SubgraphCall[];
  /** The plan, for people. */
  readonly texte?: string;
}

interface Cost {
  readonly estime?: number;
  /** The most it may have; nothing where it is not limited. */
  readonly limite?: number;
}

interface Planning {
  readonly debutMs?: number;
  readonly dureeMs?: number;
  /** Whether the plan was known from before. */
  readonly connu?: boolean;
}

/** One call of the gateway to a subgraph. */
export interface SubgraphCall {
  readonly sousGraphe: string;
  /** Where in the answer its result goes: `territoireClsc.mesures.nodes`. */
  readonly chemin?: string;
  /** When it began, from the beginning of the operation. */
  readonly debutMs?: number;
  readonly dureeMs?: number;
  /** Entities or rows received. */
  readonly lignes?: number;
  /** SQL statements run by the subgraph. */
  readonly sql?: number;
  /** Errors in its answer. */
  readonly erreurs?: number;
  /** Why there was no answer. */
  readonly code?: string;
}

/** Nothing when the answer tells no plan, or one of another shape. */
export function readPlan(extensions: unknown): QueryPlan | undefined {
  const plan = read(read(extensions, 'palier'), 'plan');
  const appels = read(plan, 'appels');
  if (!Array.isArray(appels)) return undefined;
  const calls = appels.map(readCall).filter((call) => call !== undefined);
  if (calls.length === 0) return undefined;
  const cout = numbers(read(plan, 'cout'), ['estime', 'limite']);
  const planification = readPlanning(read(plan, 'planification'));
  return {
    ...numbers(plan, ['dureeMs']),
    ...(cout.estime !== undefined && { cout }),
    ...(planification && { planification }),
    appels: calls,
    ...texts(plan, ['texte']),
  };
}

/** Why there is no plan, when the gateway says so. */
export function readRefusal(extensions: unknown): string | undefined {
  return texts(read(read(extensions, 'palier'), 'plan'), ['refus']).refus;
}

function readPlanning(value: unknown): Planning | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const connu = read(value, 'connu');
  return { ...numbers(value, ['debutMs', 'dureeMs']), ...(typeof connu === 'boolean' && { connu }) };
}

function readCall(value: unknown): SubgraphCall | undefined {
  const sousGraphe = read(value, 'sousGraphe');
  if (typeof sousGraphe !== 'string') return undefined;
  return {
    sousGraphe,
    ...texts(value, ['chemin', 'code']),
    ...numbers(value, ['debutMs', 'dureeMs', 'lignes', 'sql', 'erreurs']),
  };
}

const numbers = <Name extends string>(value: unknown, names: readonly Name[]) =>
  pick(value, names, (field): field is number => typeof field === 'number');

const texts = <Name extends string>(value: unknown, names: readonly Name[]) =>
  pick(value, names, (field): field is string => typeof field === 'string' && field !== '');

function pick<Name extends string, Field extends string | number>(
  value: unknown,
  names: readonly Name[],
  isWanted: (field: unknown) => field is Field,
): { [name in Name]?: Field } {
  const found: { [name in Name]?: Field } = {};
  for (const name of names) {
    const field = read(value, name);
    if (isWanted(field)) found[name] = field;
  }
  return found;
}

const read = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
