import { directivesNamed, readText, type JoinNames } from './join-directives.ts';
import type { SupergraphTypes } from './supergraph-types.ts';

const PERCENT = /^percent\((\d+(?:\.\d+)?)\)$/;

/** Every label that an `@override(from:, label:)` of the supergraph waits for. */
export function readOverrideLabels(types: SupergraphTypes, join: JoinNames): ReadonlySet<string> {
  const labels = types.withFields.flatMap((type) =>
    (type.fields ?? []).flatMap((field) =>
      directivesNamed(field, join.field).flatMap((directive) => readText(directive, 'overrideLabel') ?? []),
    ),
  );
  return new Set(labels);
}

/**
 * The labels active for one request. `percent(N)` is active for N requests out of 100, by the given draw (0 to 1);
 * any other label is active when `isActive` says so.
 */
export function activeLabels(
  labels: ReadonlySet<string>,
  isActive: (label: string) => boolean,
  draw: () => number = Math.random,
): ReadonlySet<string> {
  if (labels.size === 0) return labels;
  return new Set([...labels].filter((label) => isPercentDrawn(label, draw) ?? isActive(label)));
}

function isPercentDrawn(label: string, draw: () => number): boolean | undefined {
  const percent = PERCENT.exec(label)?.[1];
  return percent === undefined ? undefined : draw() * 100 < Number(percent);
}
