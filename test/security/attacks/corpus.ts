import type { Attack } from './attack.ts';
import { INTROSPECTION_ATTACKS } from './introspection-attacks.ts';
import { SHAPE_ATTACKS } from './shape-attacks.ts';
import { TEXT_ATTACKS } from './text-attacks.ts';
import { VARIABLE_ATTACKS } from './variable-attacks.ts';

/** Attacks of one class, under the name tables give it. */
export interface AttackClass {
  readonly name: string;
  readonly attacks: readonly Attack[];
}

/** Every attack there is a generator for. */
export const CORPUS: readonly AttackClass[] = [
  { name: 'introspection', attacks: INTROSPECTION_ATTACKS },
  { name: 'depth, width, aliases, fragments, conflicts', attacks: SHAPE_ATTACKS },
  { name: 'directives, conditions, arguments, names, text', attacks: TEXT_ATTACKS },
  { name: 'variables', attacks: VARIABLE_ATTACKS },
];

/** The promise is on what is sent: an attack whose variables make the body larger is shown, and not held to it. */
export const isPromised = ({ name }: Attack): boolean => !name.endsWith('-1-mo');
