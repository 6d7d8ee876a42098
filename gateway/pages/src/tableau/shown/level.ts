import { LEVEL_NAMES } from '@palier/calls/level-names';
import type { Asked } from '../../shell/page.ts';

/** A level, as an answer names it when it fails, and as people do. */
export interface Level {
  readonly service: string;
  readonly nom: string;
}

export const MSSS: Level = LEVEL_NAMES.MSSS;
export const SANTE_QUEBEC: Level = LEVEL_NAMES.SANTE_QUEBEC;
export const ETABLISSEMENTS: Level = LEVEL_NAMES.ETABLISSEMENT;

/** What was told; or the level that did not answer. */
export type Told<Value> = { readonly told: Value } | { readonly silent: Level };

/**
 * Whether a level failed to tell what is null in what was asked: it is not absent then.
 * @param field of the answer, from its root, items of lists left out: `['etablissement', 'territoires', 'bilan']`
 */
export const isSilent = (
  { fault }: Pick<Asked<unknown>, 'fault'>,
  { service }: Level,
  field: readonly string[],
): boolean =>
  fault?.errors.some(
    ({ extensions, path = [] }) =>
      (extensions?.['service'] ?? service) === service && isOnTheWay(path, field),
  ) ?? false;

/** An error is told of what was being read, which may hold the field, or be held by it. */
function isOnTheWay(path: readonly (string | number)[], field: readonly string[]): boolean {
  const names = path.filter((part) => typeof part === 'string');
  return field.every((name, depth) => depth >= names.length || names[depth] === name);
}
