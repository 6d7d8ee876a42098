import { findOperation } from '@palier/federation/graphql/document';
import { field } from '@palier/adresses/with-sources';
import type { MountRequest } from '@palier/gateway/http/mount';
import { dataOf } from '@palier/gateway/request/answer-data';
import {
  getNamedType,
  isLeafType,
  isObjectType,
  Kind,
  parse,
  print,
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { readKeys } from './key-step.ts';
import { keyOf } from '../facts/fact-types.ts';
import type { KnownAddress } from './known-address.ts';
import { toMillisecond, type Acte, type Change, type Changes } from './list-changes.ts';

interface Version {
  readonly connuDepuis: string;
  readonly connuJusqua: string | null;
  readonly parActe: Acte | null;
  readonly finiParActe: Acte | null;
}

/** Versions that a thing tells at most. */
const MOST_VERSIONS = 100;

const ACTE = ['niveau', 'numero', 'natureActe'].map((name) => field(undefined, name));
const VERSIONS = field(undefined, 'versions', [
  field(undefined, 'connuDepuis'),
  field(undefined, 'connuJusqua'),
  field(undefined, 'parActe', ACTE),
  field(undefined, 'finiParActe', ACTE),
]);

/**
 * Where an address leads to a field that its level remembers of one thing, as `nom` of a territory, when that thing was known
 * otherwise: nothing else changes it, however much is written beside. So of an element of a list that its code names. Nothing of any other address, and where all is not told.
 */
export async function listOwnChanges(
  { asked, variables, steps }: KnownAddress,
  { graph, readAside }: MountRequest,
  until: string | undefined,
): Promise<Changes | undefined> {
  const operation = findOperation(parse(asked.text), asked.operationName);
  if (!operation || asked.reshape) return undefined;
  const { schema } = graph();
  const [, key, leaf, ...below] = steps;
  const query =
    key !== undefined && leaf !== undefined && below.length === 0
      ? askVersions(operation, key, leaf, schema)
      : askVersionsOfElement(operation, steps.slice(1), schema);
  if (query === undefined) return undefined;
  const isOfVariables = below.length === 0;
  const result = await readAside({ query, ...(isOfVariables && { variables }), au: until });
  const { thing } = (dataOf(result) ?? {}) as {
    readonly thing?: { readonly versions: readonly Version[] | null };
  };
  const versions = thing?.versions;
  if (result.errors || versions == null || versions.length === 0 || versions.length >= MOST_VERSIONS)
    return undefined;
  const list = versions
    .flatMap(({ connuDepuis, connuJusqua, parActe, finiParActe }) => [
      ...(connuJusqua === null ? [] : [toChange(connuJusqua, finiParActe)]),
      toChange(connuDepuis, parActe),
    ])
    .sort((one, other) => (one.instant < other.instant ? 1 : -1));
  return { list: withoutRepeats(list), isWhole: true, isDated: true };
}

const toChange = (instant: string, acte: Acte | null): Change => ({
  instant: toMillisecond(instant),
  acte: acte ?? undefined,
});

/** What ends a state begins another. */
const withoutRepeats = (list: readonly Change[]): readonly Change[] => {
  const known = new Map<string, Change>();
  for (const change of list) if (!known.get(change.instant)?.acte) known.set(change.instant, change);
  return [...known.values()];
};

/** The thing that a code alone names at the root, and its versions. */
function askVersions(
  operation: OperationDefinitionNode,
  key: string,
  leaf: string,
  schema: GraphQLSchema,
): string | undefined {
  const [root, ...others] = operation.selectionSet.selections.filter(
    (node) => node.kind !== Kind.FIELD || (node.alias ?? node.name).value === key,
  );
  if (root?.kind !== Kind.FIELD || others.length > 0 || root.arguments?.length !== 1) return undefined;
  const asked = schema.getQueryType()?.getFields()[root.name.value];
  const type = asked && getNamedType(asked.type);
  if (!isObjectType(type) || keyOf(asked!)?.name !== root.arguments[0]?.name.value) return undefined;
  const [named, ...again] = (root.selectionSet?.selections ?? []).filter(
    (node) => node.kind === Kind.FIELD && (node.alias ?? node.name).value === leaf,
  );
  if (named?.kind !== Kind.FIELD || again.length > 0) return undefined;
  if (!isRemembered(named.name.value, type.getFields())) return undefined;
  const thing: FieldNode = {
    ...root,
    alias: { kind: Kind.NAME, value: 'thing' },
    selectionSet: { kind: Kind.SELECTION_SET, selections: [VERSIONS] },
  };
  return print({ ...operation, selectionSet: { kind: Kind.SELECTION_SET, selections: [thing] } });
}

/** The element of a list that a key names by the code that a field at the root takes, and its versions. */
function askVersionsOfElement(
  operation: OperationDefinitionNode,
  steps: readonly string[],
  schema: GraphQLSchema,
): string | undefined {
  const [named, leaf] = steps.slice(-2);
  const [key, ...others] = (named === undefined ? undefined : readKeys(named)) ?? [];
  const query = schema.getQueryType();
  if (!query || key === undefined || others.length > 0 || leaf === undefined) return undefined;
  let here: Selected | undefined = { type: query, set: operation.selectionSet };
  for (const step of steps.slice(0, -2))
    if (!/^\d+$/.test(step) && readKeys(step) === undefined) here = here && select(here, step)?.below;
  if (here === undefined) return undefined;
  const [code, value] = [key.path.length === 1 ? select(here, key.path[0]!) : undefined, select(here, leaf)];
  const { type } = here;
  const root = Object.values(query.getFields()).find(
    (one) => getNamedType(one.type) === type && keyOf(one)?.name === code?.name,
  );
  if (!isObjectType(type) || root === undefined || value?.below !== undefined || value === undefined)
    return undefined;
  if (!isRemembered(value.name, type.getFields())) return undefined;
  return `{ thing: ${root.name}(${code!.name}: ${JSON.stringify(key.value)}) { ${print(VERSIONS)} } }`;
}

/** A type, and what is selected of it. */
interface Selected {
  readonly type: GraphQLNamedType;
  readonly set: SelectionSetNode;
}

/** A field that is selected once under a name, as the schema names it, and what is selected below it. */
function select(
  { type, set }: Selected,
  key: string,
): { readonly name: string; readonly below: Selected | undefined } | undefined {
  if (!isObjectType(type)) return undefined;
  const fields = set.selections.filter((node) => node.kind === Kind.FIELD);
  const [found] = fields.filter((node) => (node.alias ?? node.name).value === key);
  const inner = found && type.getFields()[found.name.value]?.type;
  if (found === undefined || inner === undefined) return undefined;
  const below = found.selectionSet && { type: getNamedType(inner), set: found.selectionSet };
  return { name: found.name.value, below };
}

/** Whether a value of a type is one that its versions hold; a contract may hide any of it. */
function isRemembered(
  name: string,
  fields: Readonly<Record<string, GraphQLField<unknown, unknown>>>,
): boolean {
  const versions = fields['versions'] && getNamedType(fields['versions'].type);
  const own = fields[name];
  if (!isObjectType(versions) || own === undefined || own.args.length > 0) return false;
  const held = versions.getFields();
  const acte = held['parActe'] && getNamedType(held['parActe'].type);
  const told = isObjectType(acte) && ACTE.every((leaf) => acte.getFields()[leaf.name.value]);
  const kept = held[name];
  return (
    told &&
    held['connuDepuis'] !== undefined &&
    held['connuJusqua'] !== undefined &&
    held['finiParActe'] !== undefined &&
    kept !== undefined &&
    isLeafType(getNamedType(own.type)) &&
    getNamedType(kept.type) === getNamedType(own.type)
  );
}
