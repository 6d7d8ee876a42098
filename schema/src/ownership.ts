import {
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
  parse,
} from 'graphql';
import { OWNERS, SHARED_TYPES } from '../ownership.ts';
import type { SubgraphSdl } from './compose.ts';

/** A field that a level defines and does not own. */
export interface OwnershipFault {
  readonly level: string;
  readonly type: string;
  readonly field: string;
  readonly message: string;
}

type ObjectNode = ObjectTypeDefinitionNode | ObjectTypeExtensionNode;

interface DefinedField {
  readonly level: string;
  readonly type: string;
  readonly field: string;
  readonly line: number;
}

/**
 * Holds each level to the ownership rules: a type that several levels define is either shared by all, or belongs to
 * one, and the others add only the fields the rules grant them.
 */
export function findOwnershipFaults(subgraphs: readonly SubgraphSdl[]): OwnershipFault[] {
  const fields = subgraphs.flatMap(listDefinedFields);
  const levelsOf = new Map<string, Set<string>>();
  for (const { type, level } of fields) levelsOf.set(type, (levelsOf.get(type) ?? new Set()).add(level));
  return fields
    .filter(({ type }) => (levelsOf.get(type)?.size ?? 0) > 1 || type in OWNERS)
    .filter((field) => !isGranted(field))
    .map(toFault);
}

function isGranted({ level, type, field }: DefinedField): boolean {
  if (SHARED_TYPES.includes(type)) return true;
  const rule = OWNERS[type];
  return rule !== undefined && (rule.owner === level || (rule.grants[level]?.includes(field) ?? false));
}

function toFault({ level, type, field, line }: DefinedField): OwnershipFault {
  const owner = OWNERS[type]?.owner;
  const reason =
    owner === undefined ? 'que plusieurs paliers définissent sans règle' : `qui appartient à ${owner}`;
  const message =
    `schema/${level}.graphql, ligne ${line} : ${level} définit ${type}.${field} sur un type ${reason}. ` +
    `Retirez le champ, ou accordez-le dans schema/ownership.ts avec l’accord du propriétaire.`;
  return { level, type, field, message };
}

/** What a subgraph really defines: neither the keys it repeats to name an entity, nor what it marks @external. */
function listDefinedFields({ name, sdl }: SubgraphSdl): DefinedField[] {
  const document: DocumentNode = parse(sdl);
  return document.definitions.filter(isObject).flatMap((node) => {
    const type = node.name.value;
    if (type === 'Query' || type === 'Mutation') return [];
    const keys = keyFieldsOf(node);
    return (node.fields ?? [])
      .filter((field) => !keys.has(field.name.value) && !isExternal(field))
      .map((field) => ({
        level: name,
        type,
        field: field.name.value,
        line: field.loc?.startToken.line ?? 0,
      }));
  });
}

function isObject(node: { kind: Kind }): node is ObjectNode {
  return node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION;
}

function isExternal({ directives }: FieldDefinitionNode): boolean {
  return directives?.some(({ name }) => name.value === 'external') ?? false;
}

function keyFieldsOf({ directives }: ObjectNode): ReadonlySet<string> {
  const keys = (directives ?? []).filter(({ name }) => name.value === 'key');
  const texts = keys.map(({ arguments: given }) => given?.find(({ name }) => name.value === 'fields')?.value);
  return new Set(texts.flatMap((value) => (value?.kind === Kind.STRING ? value.value.split(/[\s{}]+/) : [])));
}
