import { Kind, type NamedTypeNode, type TypeNode } from 'graphql';
import { OWNERS, SHARED_TYPES } from '../ownership.ts';
import type { SubgraphSdl } from './compose.ts';
import {
  type DefinedField,
  has,
  listDefinedFields,
  listRootFields,
  listToldTypes,
} from './defined-fields.ts';

/**
 * House rule 9, one French line a fault: a level that is down never takes the answer of another with it. So what waits
 * for another level than the object around it may be null, and so may every root field.
 */
export function findNullabilityFaults(subgraphs: readonly SubgraphSdl[]): string[] {
  const ownerOf = readOwners(subgraphs);
  return subgraphs.flatMap((subgraph) => [
    ...listRootFields(subgraph)
      .filter(({ node }) => node.type.kind === Kind.NON_NULL_TYPE)
      .map((field) => sayFault(field, 'est un champ racine')),
    ...listDefinedFields(subgraph).flatMap((field) => faultsOf(field, ownerOf)),
  ]);
}

type OwnerOf = (type: string) => string | undefined;

/** The level that owns each type: by a rule, or because it alone says something of it. */
function readOwners(subgraphs: readonly SubgraphSdl[]): OwnerOf {
  const levels = new Map<string, string>();
  for (const subgraph of subgraphs)
    for (const type of listToldTypes(subgraph)) levels.set(type, subgraph.name);
  return (type) => (SHARED_TYPES.includes(type) ? undefined : (OWNERS[type]?.owner ?? levels.get(type)));
}

function faultsOf(field: DefinedField, ownerOf: OwnerOf): string[] {
  const { level, type, node } = field;
  const isForeign = (name: string): boolean => (ownerOf(name) ?? level) !== level;
  const given = namedTypeOf(node.type).name.value;
  if (isForeign(given))
    return mayBeNullThroughout(node.type)
      ? []
      : [sayFault(field, `donne ${given}, qui appartient à ${ownerOf(given)}`)];
  if (node.type.kind !== Kind.NON_NULL_TYPE) return [];
  if (isForeign(type)) return [sayFault(field, `s’ajoute à un type qui appartient à ${ownerOf(type)}`)];
  if (has(node.directives, 'requires'))
    return [sayFault(field, 'attend d’un autre palier ce que @requires nomme')];
  return [];
}

function sayFault({ level, type, field, line }: DefinedField, reason: string): string {
  return (
    `schema/${level}.graphql, ligne ${line} : ${type}.${field} ${reason}, et n’admet pas partout null : un palier en ` +
    `panne emporterait la réponse des autres. Écrivez « nullable: true », ou « nullable: 'itemsAndList' » pour une liste.`
  );
}

/** Whether null may stand for the value, for each list, and for each item. */
function mayBeNullThroughout(type: TypeNode): boolean {
  if (type.kind === Kind.NON_NULL_TYPE) return false;
  return type.kind === Kind.LIST_TYPE ? mayBeNullThroughout(type.type) : true;
}

function namedTypeOf(type: TypeNode): NamedTypeNode {
  return type.kind === Kind.NAMED_TYPE ? type : namedTypeOf(type.type);
}
