import { OWNERS, SHARED_TYPES } from '../ownership.ts';
import { type DefinedField, listDefinedFields } from './defined-fields.ts';
import type { LevelSdl } from './level-sdl.ts';
import { findMutationFaults } from './mutations.ts';

/**
 * Holds each level to the ownership rules: a type that several levels define is either shared by all, or belongs to
 * one, and the others add only the fields the rules grant them; a mutation is a declared act of one level, on what is
 * its own. One French line a fault.
 */
export function findOwnershipFaults(subgraphs: readonly LevelSdl[]): string[] {
  return [...findFieldFaults(subgraphs), ...findMutationFaults(subgraphs)];
}

function findFieldFaults(subgraphs: readonly LevelSdl[]): string[] {
  const fields = subgraphs.flatMap(listDefinedFields);
  const levelsOf = new Map<string, Set<string>>();
  for (const { type, level } of fields) levelsOf.set(type, (levelsOf.get(type) ?? new Set()).add(level));
  return fields
    .filter(({ type }) => (levelsOf.get(type)?.size ?? 0) > 1 || type in OWNERS)
    .filter((field) => !isGranted(field))
    .map(sayFault);
}

function isGranted({ level, type, field }: DefinedField): boolean {
  if (SHARED_TYPES.includes(type)) return true;
  const rule = OWNERS[type];
  return rule !== undefined && (rule.owner === level || (rule.grants[level]?.includes(field) ?? false));
}

function sayFault({ level, type, field, line }: DefinedField): string {
  const owner = OWNERS[type]?.owner;
  const reason =
    owner === undefined ? 'que plusieurs paliers définissent sans règle' : `qui appartient à ${owner}`;
  return (
    `schema/${level}.graphql, ligne ${line} : ${level} définit ${type}.${field} sur un type ${reason}. ` +
    `Retirez le champ, ou accordez-le dans schema/ownership.ts avec l’accord du propriétaire.`
  );
}
