import {
  Kind,
  parse,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
} from 'graphql';

export const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/** How the step of a path begins that only objects of the type it then names take. */
export const TYPE_CONDITION = '... on ';

/** The operation of that name, the first one without a name; nothing when it is not there. */
export function findOperation(
  document: DocumentNode,
  name: string | undefined,
): OperationDefinitionNode | undefined {
  return document.definitions.find(
    (definition): definition is OperationDefinitionNode =>
      definition.kind === Kind.OPERATION_DEFINITION && (!name || definition.name?.value === name),
  );
}

/** The one operation that a name may mean; nothing when there are several, or none. */
export function onlyOperation(
  document: DocumentNode,
  name: string | undefined,
): OperationDefinitionNode | undefined {
  const operations = document.definitions.filter(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION,
  );
  const found = name ? operations.filter((operation) => operation.name?.value === name) : operations;
  return found.length === 1 ? found[0] : undefined;
}

/** The operation to run. The document was validated: one of that name is there. */
export function operationOf(document: DocumentNode, name?: string): OperationDefinitionNode {
  const operation = findOperation(document, name);
  if (!operation) throw new Error(`No operation ${name ?? '(anonymous)'} in a validated document`);
  return operation;
}

/** The operation of the text of a call, which holds one. */
export const readOperation = (text: string): OperationDefinitionNode =>
  operationOf(parse(text, { noLocation: true }));

export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

export function readFragments(document: DocumentNode): Fragments {
  return new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
    ),
  );
}
