import type { FetchNode } from '@apollo/query-planner';
import { getNamedType, GraphQLID, typeFromAST, type GraphQLSchema, type NamedTypeNode } from 'graphql';
import { readOperation, TYPE_CONDITION } from '../../graphql/document.ts';
import { toIds } from './ids.ts';
import { isData, type Data } from './merge.ts';
import { satisfies } from './object-types.ts';
import type { PlanPath } from './response-path.ts';

/** The contextual arguments of a fetch, as variables of its operation. */
export interface ContextValues {
  /**
   * The values for the last of `lineage`, those that hold it being before it, the root of the answer first. `absent`
   * stands for what was not given; where it is undefined, or nothing above the object sets the context, there are none.
   */
  read(lineage: readonly Data[], absent: null | undefined): Readonly<Record<string, unknown>> | undefined;
}

/** One place where a value may be: so many objects up, of this type, then down these names. */
interface Source {
  readonly levels: number;
  readonly typeConditions: readonly string[];
  readonly names: readonly string[];
}

type ContextRewrite = NonNullable<FetchNode['contextRewrites']>[number];

const PARENT = '..';

/** Undefined when some rewrite is not understood at `path`. */
export function compileContextValues(
  schema: GraphQLSchema,
  fetch: FetchNode,
  path: PlanPath,
): ContextValues | undefined {
  const byVariable = new Map<string, Source[]>();
  const depth = path.filter((step) => step !== '@').length;
  for (const rewrite of fetch.contextRewrites ?? []) {
    const source = readSource(rewrite, depth);
    if (!source) return undefined;
    byVariable.set(rewrite.renameKeyTo, [...(byVariable.get(rewrite.renameKeyTo) ?? []), source]);
  }
  // The same argument may be given by several ancestors: the nearest counts.
  const ids = new Set(idVariables(schema, fetch.operation));
  const variables = [...byVariable].map(([name, sources]) => ({
    name,
    isId: ids.has(name),
    sources: sources.toSorted((first, second) => first.levels - second.levels),
  }));
  return {
    read(lineage, absent) {
      const values: Record<string, unknown> = {};
      for (const { name, isId, sources } of variables) {
        const value = readNearest(schema, sources, lineage, absent);
        if (value === undefined) return undefined;
        values[name] = isId ? toIds(value) : value;
      }
      return values;
    },
  };
}

function idVariables(schema: GraphQLSchema, operation: string): readonly string[] {
  return (readOperation(operation).variableDefinitions ?? [])
    .filter(({ type }) => getNamedType(typeFromAST(schema, type as NamedTypeNode)) === GraphQLID)
    .map(({ variable }) => variable.name.value);
}

function readSource({ kind, path }: ContextRewrite, depth: number): Source | undefined {
  const levels = path.findIndex((step) => step !== PARENT);
  if (kind !== 'KeyRenamer' || levels < 0 || levels > depth) return undefined;
  const conditions = path.slice(levels).filter((step) => step.startsWith(TYPE_CONDITION));
  const names = path.slice(levels + conditions.length);
  const understood =
    names.length > 0 && names.every((step) => step !== PARENT && !step.startsWith(TYPE_CONDITION));
  const safe = names.every((name) => !(name in Object.prototype));
  if (!understood || !safe) return undefined;
  return { levels, typeConditions: conditions.map((step) => step.slice(TYPE_CONDITION.length)), names };
}

function readNearest(
  schema: GraphQLSchema,
  sources: readonly Source[],
  lineage: readonly Data[],
  absent: null | undefined,
): unknown {
  const isSureOf = (holder: Data, condition: string): boolean => {
    const typename = holder['__typename'];
    // Where one source only is possible, an object that does not say its type is taken to be of that one.
    return typename ? satisfies(schema, typename, condition) : sources.length === 1;
  };
  for (const { levels, typeConditions, names } of sources) {
    const holder = lineage[lineage.length - 1 - levels];
    if (holder && typeConditions.every((condition) => isSureOf(holder, condition))) {
      return readPath(holder, names, 0, absent);
    }
  }
  return undefined;
}

/** Null below a null, `absent` where nothing was given, a list where a list is crossed. */
function readPath(
  value: unknown,
  names: readonly string[],
  depth: number,
  absent: null | undefined,
): unknown {
  const name = names[depth];
  if (value === undefined) return absent;
  if (name === undefined || value === null) return value;
  if (Array.isArray(value)) {
    const items = value.map((item) => readPath(item, names, depth, absent));
    return items.includes(undefined) ? undefined : items;
  }
  return isData(value) ? readPath(value[name], names, depth + 1, absent) : absent;
}
