import type { Attack } from './attack.ts';
import { INTROSPECTION_ATTACKS } from './introspection-attacks.ts';
import { SHAPE_ATTACKS } from './shape-attacks.ts';
import { TEXT_ATTACKS } from './text-attacks.ts';
import { VARIABLE_ATTACKS } from './variable-attacks.ts';

/** Every attack there is a generator for. */
export const CORPUS: readonly Attack[] = [
  ...INTROSPECTION_ATTACKS,
  ...SHAPE_ATTACKS,
  ...TEXT_ATTACKS,
  ...VARIABLE_ATTACKS,
];
