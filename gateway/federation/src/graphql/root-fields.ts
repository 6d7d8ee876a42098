import { Kind, type FieldNode } from 'graphql';
import { readOperation } from './document.ts';

/** Where the answer would have put its root fields. A call for entities has none of its own: its path is the entities'. */
export function rootFieldsOf(query: string): readonly string[] {
  const fields = readOperation(query).selectionSet.selections.filter(
    (node): node is FieldNode => node.kind === Kind.FIELD,
  );
  return fields
    .filter(({ name }) => name.value !== '_entities')
    .map(({ alias, name }) => (alias ?? name).value);
}

/** An error of a whole call: once a root field, with its path; once for entities, whose places the gateway knows. */
export function atRootFields<Fault extends object>(
  query: string,
  fault: Fault,
): readonly (Fault & { readonly path?: readonly string[] })[] {
  const fields = rootFieldsOf(query);
  return fields.length === 0 ? [fault] : fields.map((field) => ({ ...fault, path: [field] }));
}
