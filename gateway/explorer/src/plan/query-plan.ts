/** How an answer was made, when the gateway says it in `extensions.palier.plan`. */
export interface QueryPlan {
  /** Whole time, in milliseconds. */
  readonly dureeMs?: number;
  readonly appels: readonly SubgraphCall[];
}

/** One call of the gateway to a subgraph. */
interface SubgraphCall {
  readonly sousGraphe: string;
  /** Where in the answer its result goes: `territoireClsc.mesures.nodes`. */
  readonly chemin?: string;
  /** In milliseconds. */
  readonly dureeMs?: number;
  /** Entities or rows received. */
  readonly lignes?: number;
  /** SQL statements run by the subgraph. */
  readonly sql?: number;
}

/** Nothing when the answer tells no plan, or one of another shape. */
export function readPlan(extensions: unknown): QueryPlan | undefined {
  const plan = read(read(extensions, 'palier'), 'plan');
  const appels = read(plan, 'appels');
  if (!Array.isArray(appels)) return undefined;
  const calls = appels.map(readCall).filter((call) => call !== undefined);
  return calls.length === 0 ? undefined : { ...numbers(plan, ['dureeMs']), appels: calls };
}

function readCall(value: unknown): SubgraphCall | undefined {
  const sousGraphe = read(value, 'sousGraphe');
  if (typeof sousGraphe !== 'string') return undefined;
  const chemin = read(value, 'chemin');
  return {
    sousGraphe,
    ...(typeof chemin === 'string' && chemin !== '' && { chemin }),
    ...numbers(value, ['dureeMs', 'lignes', 'sql']),
  };
}

function numbers<Name extends string>(value: unknown, names: readonly Name[]): { [name in Name]?: number } {
  const found: { [name in Name]?: number } = {};
  for (const name of names) {
    const field = read(value, name);
    if (typeof field === 'number') found[name] = field;
  }
  return found;
}

const read = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
