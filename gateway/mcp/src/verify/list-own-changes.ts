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
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
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
 * otherwise: nothing else changes it, however much is written beside. Nothing of any other address, and where all is not told.
 */
export async function listOwnChanges(
  { asked, variables, steps }: KnownAddress,
  { graph, readAside }: MountRequest,
  until: string | undefined,
): Promise<Changes | undefined> {
  const [, key, leaf, ...below] = steps;
  const operation = findOperation(parse(asked.text), asked.operationName);
  if (!operation || key === undefined || leaf === undefined || below.length > 0 || asked.reshape)
    return undefined;
  const query = askVersions(operation, key, leaf, graph().schema);
  if (query === undefined) return undefined;
  const result = await readAside({ query, variables, au: until });
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
