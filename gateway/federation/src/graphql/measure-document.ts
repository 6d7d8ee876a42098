import { Kind, type DocumentNode, type SelectionNode, type SelectionSetNode } from 'graphql';
import { readFragments, type Fragments } from './document.ts';

export interface DocumentMeasures {
  readonly aliases: number;
  readonly directives: number;
  readonly depth: number;
  readonly rootFields: number;
  readonly selections: number;
  readonly introspections: number;
}

/** What a selection set comes to once its fragments are developed. */
interface Shape {
  readonly depth: number;
  readonly ownFields: number;
  readonly selections: number;
  readonly aliases: number;
  readonly introspections: number;
}

const NOTHING: Shape = { depth: 0, ownFields: 0, selections: 0, aliases: 0, introspections: 0 };
const INTROSPECTION = new Set(['__schema', '__type']);

interface Walk {
  readonly fragments: Fragments;
  readonly shapes: Map<string, Shape>;
  aliases: number;
  directives: number;
}

/**
 * Measures a document in time linear in its text, before anything else walks it: a fragment is measured once, however
 * often it is spread, so that counting 10^9 developed fields costs what reading them costs. The heaviest operation counts.
 */
export function measureDocument(document: DocumentNode): DocumentMeasures {
  const walk: Walk = { fragments: readFragments(document), shapes: new Map(), aliases: 0, directives: 0 };
  let heaviest = NOTHING;
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) {
      walk.directives += definition.directives?.length ?? 0;
      heaviest = largest(heaviest, measureSet(definition.selectionSet, walk));
    }
  }
  // Fragments that nothing spreads are still text that validation will walk.
  for (const name of walk.fragments.keys()) measureFragment(name, walk);
  const { depth, ownFields, selections, introspections } = heaviest;
  const { aliases, directives } = walk;
  return { depth, rootFields: ownFields, selections, introspections, aliases, directives };
}

function measureSet(set: SelectionSetNode, walk: Walk): Shape {
  return set.selections.reduce((sum, selection) => add(sum, measureSelection(selection, walk)), NOTHING);
}

function measureSelection(selection: SelectionNode, walk: Walk): Shape {
  walk.directives += selection.directives?.length ?? 0;
  if (selection.kind === Kind.FRAGMENT_SPREAD) return measureFragment(selection.name.value, walk);
  if (selection.kind === Kind.INLINE_FRAGMENT) return measureSet(selection.selectionSet, walk);
  if (selection.alias) walk.aliases += 1;
  const inside = selection.selectionSet ? measureSet(selection.selectionSet, walk) : NOTHING;
  return {
    depth: inside.depth + 1,
    ownFields: 1,
    selections: inside.selections + 1,
    aliases: inside.aliases + (selection.alias ? 1 : 0),
    // An alias under one makes the gateway walk its whole schema once more, as another one would.
    introspections: INTROSPECTION.has(selection.name.value) ? 1 + inside.aliases : inside.introspections,
  };
}

function measureFragment(name: string, walk: Walk): Shape {
  const known = walk.shapes.get(name);
  if (known) return known;
  const fragment = walk.fragments.get(name);
  if (!fragment) return NOTHING;
  // Met again while it is being measured, it contains itself: validation says so, here it must only end.
  walk.shapes.set(name, NOTHING);
  walk.directives += fragment.directives?.length ?? 0;
  const shape = measureSet(fragment.selectionSet, walk);
  walk.shapes.set(name, shape);
  return shape;
}

const add = (a: Shape, b: Shape): Shape => ({
  depth: Math.max(a.depth, b.depth),
  ownFields: a.ownFields + b.ownFields,
  selections: a.selections + b.selections,
  aliases: a.aliases + b.aliases,
  introspections: a.introspections + b.introspections,
});

const largest = (a: Shape, b: Shape): Shape => ({
  depth: Math.max(a.depth, b.depth),
  ownFields: Math.max(a.ownFields, b.ownFields),
  selections: Math.max(a.selections, b.selections),
  aliases: Math.max(a.aliases, b.aliases),
  introspections: Math.max(a.introspections, b.introspections),
});
