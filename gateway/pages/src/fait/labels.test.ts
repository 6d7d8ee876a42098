import { readdirSync, readFileSync } from 'node:fs';
import { type FieldNode, type FragmentDefinitionNode, Kind, parse, type SelectionNode } from 'graphql';
import { expect, it } from 'vitest';
import { isSourceField } from './fact.ts';
import { LABELS } from './labels.ts';

const OPERATIONS = new URL('../../../../schema/operations/', import.meta.url);

/** What is shown without its name. */
const UNNAMED = new Set(['__typename', 'nodes', 'totalCount']);

/** What is shown by a part of the page of its own: anywhere, or of the fact itself alone. */
const BY_ITSELF = new Set(['parActe', 'finiParActe']);
const OF_THE_FACT = new Set(['code', 'cotes', 'ecarts']);

/** What heads a section or a column of the page, under a name written there. */
const HEADED = new Set(['versions', 'connuDepuis', 'connuJusqua']);

const nameOf = ({ name, alias }: FieldNode): string => (alias ?? name).value;

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

function listFields(selections: readonly SelectionNode[], fragments: Fragments): readonly FieldNode[] {
  return selections.flatMap((node) => {
    if (node.kind === Kind.FIELD) return [node];
    const held = node.kind === Kind.INLINE_FRAGMENT ? node : fragments.get(node.name.value);
    return listFields(held?.selectionSet.selections ?? [], fragments);
  });
}

/** The fields that are shown below one. Of another fact, its name and its code are, no field; of a source, its place. */
function listShown(field: FieldNode, fragments: Fragments, isOwn = false): readonly string[] {
  if (isSourceField(nameOf(field)) || BY_ITSELF.has(nameOf(field))) return [];
  const held = listFields(field.selectionSet?.selections ?? [], fragments);
  const names = new Set(held.map(nameOf));
  if (!isOwn && names.has('__typename') && names.has('code')) return [];
  return held.flatMap((inner) => {
    const name = nameOf(inner);
    if (BY_ITSELF.has(name) || (isOwn && OF_THE_FACT.has(name))) return [];
    return [...(UNNAMED.has(name) ? [] : [name]), ...listShown(inner, fragments)];
  });
}

/** The absences of lists that the contract does not know by that name in the type of the fact: an alias, or a list beside it. */
function listAbsences(field: FieldNode, fragments: Fragments, isKnown: boolean): readonly FieldNode[] {
  return listFields(field.selectionSet?.selections ?? [], fragments).flatMap((inner) => [
    ...(!isKnown && nameOf(inner) === 'absence' ? [inner] : []),
    ...listAbsences(inner, fragments, inner.alias === undefined),
  ]);
}

function listAsked(file: string): readonly string[] {
  const { fragments, asked } = readOperation(file);
  return asked.flatMap((field) =>
    nameOf(field) === 'fait'
      ? listShown(field, fragments, true)
      : [nameOf(field), ...listShown(field, fragments)],
  );
}

function readOperation(file: string): {
  readonly fragments: Fragments;
  readonly asked: readonly FieldNode[];
} {
  const { definitions } = parse(readFileSync(new URL(file, OPERATIONS), 'utf8'));
  const fragments = new Map(
    definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])),
  );
  const operation = definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  return { fragments, asked: listFields(operation?.selectionSet.selections ?? [], fragments) };
}

it('name in French every field that the page of a fact asks', () => {
  const files = readdirSync(OPERATIONS).filter((file) => file.startsWith('fait-'));
  const asked = new Set(files.flatMap(listAsked));
  expect(asked.size).toBeGreaterThan(100);
  expect([...asked].filter((field) => LABELS[field] === undefined && !HEADED.has(field))).toEqual([]);
  // And none that is asked no more.
  expect(Object.keys(LABELS).filter((field) => !asked.has(field))).toEqual([]);
});

it('are told what an absence is where the contract does not know the list by its name', () => {
  const absences = readdirSync(OPERATIONS)
    .filter((file) => file.startsWith('fait-'))
    .flatMap((file) => {
      const { fragments, asked } = readOperation(file);
      return asked
        .flatMap((field) => listAbsences(field, fragments, nameOf(field) === 'fait'))
        .map(
          (absence) => [file, listFields(absence.selectionSet!.selections, fragments).map(nameOf)] as const,
        );
    });
  expect(absences.length).toBeGreaterThan(1);
  expect(absences.filter(([, names]) => !names.includes('__typename'))).toEqual([]);
});
