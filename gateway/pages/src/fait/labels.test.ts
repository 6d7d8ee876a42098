import { readdirSync, readFileSync } from 'node:fs';
import { type FieldNode, Kind, parse, type SelectionNode } from 'graphql';
import { expect, it } from 'vitest';
import { LABELS } from './labels.ts';

const OPERATIONS = new URL('../../../../schema/operations/', import.meta.url);

/** What is shown without its name, or by a part of the page of its own. */
const UNNAMED = new Set(['__typename', 'nodes', 'cotes', 'ecarts', 'parActe', 'passage']);

/** What heads a section or a column of the page, under a name written there. */
const HEADED = new Set(['versions', 'connuDepuis', 'connuJusqua']);

const isField = (node: SelectionNode): node is FieldNode => node.kind === Kind.FIELD;
const nameOf = ({ name, alias }: FieldNode): string => (alias ?? name).value;

/** The fields that are shown below one. Of another fact, its name and its code are, no field. */
function listShown(field: FieldNode, isOwn = false): readonly string[] {
  const held = field.selectionSet?.selections.filter(isField) ?? [];
  const names = new Set(held.map(nameOf));
  if (!isOwn && names.has('__typename') && names.has('code')) return [];
  const shown = held.filter((inner) => !UNNAMED.has(nameOf(inner)) && !(isOwn && nameOf(inner) === 'code'));
  return shown.flatMap((inner) => [nameOf(inner), ...listShown(inner)]);
}

function listAsked(file: string): readonly string[] {
  const { definitions } = parse(readFileSync(new URL(file, OPERATIONS), 'utf8'));
  const operation = definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  return operation?.selectionSet.selections.filter(isField).flatMap((field) => listShown(field, true)) ?? [];
}

it('name in French every field that the page of a fact asks', () => {
  const files = readdirSync(OPERATIONS).filter((file) => file.startsWith('fait-'));
  const asked = new Set(files.flatMap(listAsked));
  expect(asked.size).toBeGreaterThan(100);
  expect([...asked].filter((field) => LABELS[field] === undefined && !HEADED.has(field))).toEqual([]);
  // And none that is asked no more.
  expect(Object.keys(LABELS).filter((field) => !asked.has(field))).toEqual([]);
});
