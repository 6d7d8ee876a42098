import { type ConstDirectiveNode, Kind, type TypeNode } from 'graphql';
import type { SubgraphSdl } from './compose.ts';
import { type DefinedField, has, listDefinedFields, listRootFields } from './defined-fields.ts';

/**
 * Every list says how long it may be, one French line a fault: what is asked is weighed before it is run, and a list
 * that says nothing would weigh next to nothing. A list inside a page is as long as the field that gives the page says.
 */
export function findListSizeFaults(subgraphs: readonly SubgraphSdl[]): string[] {
  return subgraphs.flatMap((subgraph) => {
    const fields = [...listRootFields(subgraph), ...listDefinedFields(subgraph)].filter(
      ({ node }) => !has(node.directives, 'external'),
    );
    return fields.filter((field) => isList(field.node.type) && !isSized(field, fields)).map(sayFault);
  });
}

/** By itself, or by each of the fields that give the type it is in. */
function isSized({ type, field, node }: DefinedField, all: readonly DefinedField[]): boolean {
  if (readSize(node.directives)) return true;
  const giving = all.filter((other) => namedType(other.node.type) === type);
  return giving.length > 0 && giving.every((other) => readSize(other.node.directives)?.includes(field));
}

/** The fields that a size is given to, none for the list itself; undefined where no size is said. */
function readSize(directives: readonly ConstDirectiveNode[] | undefined): readonly string[] | undefined {
  const size = directives?.find(({ name }) => name.value === 'listSize');
  const valueOf = (wanted: string) => size?.arguments?.find(({ name }) => name.value === wanted)?.value;
  if (valueOf('assumedSize')?.kind !== Kind.INT) return undefined;
  const sized = valueOf('sizedFields');
  return sized?.kind === Kind.LIST
    ? sized.values.flatMap((value) => (value.kind === Kind.STRING ? [value.value] : []))
    : [];
}

function sayFault({ level, type, field, line }: DefinedField): string {
  return (
    `schema/${level}.graphql, ligne ${line} : ${type}.${field} est une liste sans taille, que rien ne limiterait. ` +
    `Écrivez au-dessus du champ « @ListSize(n) » (@palier/runtime/demand), n étant ce qu’elle donne au plus.`
  );
}

function isList(type: TypeNode): boolean {
  return type.kind === Kind.LIST_TYPE || (type.kind === Kind.NON_NULL_TYPE && isList(type.type));
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}
