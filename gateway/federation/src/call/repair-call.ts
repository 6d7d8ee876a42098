import { isAbstractType, isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql';
import type { FetchDataRewrite } from '@apollo/query-planner';
import { ExactNumber } from '@palier/calls/json/exact-number';
import { TYPE_CONDITION } from '../graphql/document.ts';
import type { HiddenField } from '../prepare/hiding.ts';
import type { CallRepair } from '../repair/rewrite-plan.ts';
import type { Data } from '../run/data/merge.ts';

/** The variables to send: representations under the names that the subgraph knows. */
export function repairVariables(
  repair: CallRepair,
  variables: Readonly<Data>,
  hidden: ReadonlyMap<string, HiddenField>,
): Readonly<Data> {
  if (!repair.renamesRepresentations) return variables;
  return { ...variables, representations: withRealNames(variables['representations'], hidden) };
}

/** Renames, in place, what the plan had to ask for under another name. */
export function repairData(
  repair: CallRepair,
  data: Data,
  variables: Readonly<Data>,
  schema: GraphQLSchema,
): void {
  for (const rewrite of repair.outputRewrites) {
    if (!repair.isEntityFetch) {
      rewriteAt(data, rewrite.path, rewrite, schema, undefined);
      continue;
    }
    const entities = data['_entities'];
    const representations = variables['representations'];
    if (!Array.isArray(entities)) continue;
    for (const [rank, entity] of entities.entries()) {
      rewriteAt(entity, rewrite.path, rewrite, schema, typenameAt(representations, rank));
    }
  }
}

function withRealNames(value: unknown, hidden: ReadonlyMap<string, HiddenField>): unknown {
  if (Array.isArray(value)) return value.map((item) => withRealNames(item, hidden));
  if (typeof value !== 'object' || value === null || value instanceof ExactNumber) return value;
  const renamed: Data = Object.create(null);
  for (const [name, inner] of Object.entries(value)) {
    renamed[hidden.get(name)?.field ?? name] = withRealNames(inner, hidden);
  }
  return renamed;
}

function typenameAt(representations: unknown, rank: number): string | undefined {
  const representation: unknown = Array.isArray(representations) ? representations[rank] : undefined;
  const typename = (representation as Data | undefined)?.['__typename'];
  return typeof typename === 'string' ? typename : undefined;
}

function rewriteAt(
  value: unknown,
  path: readonly string[],
  rewrite: FetchDataRewrite,
  schema: GraphQLSchema,
  knownType: string | undefined,
): void {
  if (Array.isArray(value)) {
    for (const item of value) rewriteAt(item, path, rewrite, schema, undefined);
    return;
  }
  const [step, ...rest] = path;
  if (typeof value !== 'object' || value === null || step === undefined) return;
  const object = value as Data;
  if (step.startsWith(TYPE_CONDITION)) {
    const typename = object['__typename'] ?? knownType;
    const matches = isOfType(schema, typename, step.slice(TYPE_CONDITION.length));
    if (matches) rewriteAt(value, rest, rewrite, schema, knownType);
    return;
  }
  if (rest.length > 0) {
    if (Object.hasOwn(object, step)) rewriteAt(object[step], rest, rewrite, schema, undefined);
    return;
  }
  applyRewrite(object, step, rewrite);
}

function applyRewrite(object: Data, name: string, rewrite: FetchDataRewrite): void {
  if (rewrite.kind === 'ValueSetter') {
    object[name] = rewrite.setValueTo;
    return;
  }
  if (!Object.hasOwn(object, name)) return;
  Object.defineProperty(object, rewrite.renameKeyTo, {
    value: object[name],
    enumerable: true,
    writable: true,
    configurable: true,
  });
  delete object[name];
}

/** A value of unknown type is taken to match: the planner asks for the type name wherever it could matter. */
function isOfType(schema: GraphQLSchema, typename: unknown, condition: string): boolean {
  if (typeof typename !== 'string' || typename === condition) return true;
  const type = schema.getType(typename);
  const expected = schema.getType(condition);
  if (!type || !expected || !isAbstractType(expected)) return false;
  return (isObjectType(type) || isInterfaceType(type)) && schema.isSubType(expected, type);
}
