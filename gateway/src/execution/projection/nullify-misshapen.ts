import { isData, type Data } from '../merge.ts';
import { MisshapenData } from './anomaly.ts';
import type { IsValidLeaf } from './leaf-validity.ts';
import type { FieldShape, ValueShape } from './selection.ts';

export type FaultPath = readonly (string | number)[];

/**
 * Makes null, in place, every value that does not have the shape the schema gives it (a text where a list must be), and
 * tells where they stood, by the client's names. One subgraph's nonsense costs its own fields, not the whole answer.
 */
export function nullifyMisshapen(fields: readonly FieldShape[], root: Data): readonly FaultPath[] {
  const faults: FaultPath[] = [];
  visitFields(fields, root, [], faults);
  return faults;
}

function visitFields(
  fields: readonly FieldShape[],
  object: Data,
  path: FaultPath,
  faults: FaultPath[],
): void {
  for (const field of fields) {
    if (field.kind === 'typename' || object[field.name] === undefined) continue;
    object[field.name] = visitValue(field.value, object[field.name], [...path, field.output], faults);
  }
}

function visitValue(shape: ValueShape, value: unknown, path: FaultPath, faults: FaultPath[]): unknown {
  if (value === null) return value;
  if (shape.kind === 'leaf' && isTellable(shape.isValid, value)) return value;
  if (shape.kind === 'list' && Array.isArray(value)) {
    return value.map((item, index) => visitValue(shape.item, item, [...path, index], faults));
  }
  if (shape.kind === 'object' && isData(value) && isTypename(value['__typename'])) {
    visitFields(shape.selection.fieldsFor(value['__typename'] ?? '') ?? [], value, path, faults);
    return value;
  }
  faults.push(path);
  return null;
}

function isTellable(isValid: IsValidLeaf, value: unknown): boolean {
  try {
    isValid(value);
    return true;
  } catch (error) {
    if (error instanceof MisshapenData) return false;
    throw error;
  }
}

const isTypename = (value: unknown): value is string | null | undefined =>
  typeof value === 'string' || value === null || value === undefined;
