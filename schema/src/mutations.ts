import { type DefinitionNode, type FieldDefinitionNode, Kind, type TypeNode, parse } from 'graphql';
import { OWNERS, SHARED_TYPES } from '../ownership.ts';
import { type DefinedField, has, listRootFields, listToldTypes } from './defined-fields.ts';
import type { LevelSdl } from './level-sdl.ts';

/**
 * A mutation is an act that its level declares, that no other level has, and that shows and changes only what is its own, or
 * what its owner lets it act on. One French line a fault.
 */
export function findMutationFaults(subgraphs: readonly LevelSdl[]): string[] {
  const fields = subgraphs.flatMap(listRootFields).filter(({ type }) => type === 'Mutation');
  const tellers = new Map<string, string[]>();
  for (const subgraph of subgraphs)
    for (const type of new Set(listToldTypes(subgraph)))
      tellers.set(type, [...(tellers.get(type) ?? []), subgraph.name]);
  return subgraphs.flatMap((subgraph) =>
    fields
      .filter(({ level }) => level === subgraph.name)
      .flatMap((mutation) => [
        ...findStrangeness(mutation, fields, subgraph.mutations ?? []),
        ...listShownTypes(subgraph, mutation.node).flatMap((type) =>
          findTrespass(mutation, type, tellers.get(type) ?? []),
        ),
      ]),
  );
}

function findStrangeness(
  mutation: DefinedField,
  all: readonly DefinedField[],
  declared: readonly string[],
): string[] {
  const faults = all
    .filter(({ field, level }) => field === mutation.field && level !== mutation.level)
    .map(
      ({ level }) =>
        `${place(mutation)}, qui est déjà une mutation du palier ${level}. Donnez-lui un autre nom.`,
    );
  if (!declared.includes(mutation.field))
    faults.push(
      `${place(mutation)}, qui n’est pas un acte de ce palier. Déclarez-le parmi les « actes » de son subgraph.ts, sous ce nom.`,
    );
  return faults;
}

/** Names the owner, when it is another level that did not let this one act on the type. */
function findTrespass(mutation: DefinedField, type: string, tellers: readonly string[]): string[] {
  const { level, field } = mutation;
  if (SHARED_TYPES.includes(type)) return [];
  const rule = OWNERS[type];
  const owner = rule?.owner ?? (tellers.includes(level) ? level : tellers[0]);
  if (owner === undefined || owner === level || rule?.acts[level]?.includes(field)) return [];
  return [
    `${place(mutation)}, un acte sur ${type}, qui appartient à ${owner}. ` +
      `Retirez-le, ou accordez-le dans schema/ownership.ts avec l’accord du propriétaire.`,
  ];
}

const place = ({ level, field, line }: DefinedField): string =>
  `schema/${level}.graphql, ligne ${line} : ${level} définit Mutation.${field}`;

/** The entities that a mutation answers: by itself, or inside what it wraps them in. */
function listShownTypes({ sdl }: LevelSdl, { type }: FieldDefinitionNode): string[] {
  const { definitions } = parse(sdl);
  const shown = new Set<string>();
  const seen = new Set<string>();
  const visit = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    const nodes = definitions.filter((node) => nameOf(node) === name);
    if (nodes.some(isEntity) || name in OWNERS) shown.add(name);
    else nodes.flatMap((node) => listInside(node, definitions)).forEach(visit);
  };
  visit(toName(type));
  return [...shown];
}

const nameOf = (node: DefinitionNode): string | undefined =>
  'name' in node && node.kind !== Kind.DIRECTIVE_DEFINITION ? node.name?.value : undefined;

const isEntity = (node: DefinitionNode): boolean => 'directives' in node && has(node.directives as [], 'key');

/** What a type leads to: its fields, the members of a union, what implements an interface. */
function listInside(node: DefinitionNode, definitions: readonly DefinitionNode[]): string[] {
  switch (node.kind) {
    case Kind.UNION_TYPE_DEFINITION:
    case Kind.UNION_TYPE_EXTENSION:
      return (node.types ?? []).map(({ name }) => name.value);
    case Kind.INTERFACE_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_EXTENSION:
      return definitions.flatMap((other) =>
        'interfaces' in other && other.interfaces?.some(({ name }) => name.value === node.name.value)
          ? (nameOf(other) ?? [])
          : [],
      );
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.OBJECT_TYPE_EXTENSION:
      return (node.fields ?? []).map((field) => toName(field.type));
    default:
      return [];
  }
}

function toName(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : toName(type.type);
}
