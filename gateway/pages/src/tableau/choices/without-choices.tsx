import type { VNode } from 'preact';
import { Absence } from '../shown/absence.tsx';
import { NotRead } from '../shown/not-read.tsx';
import type { Offered } from './choices.ts';

/** In place of what would be chosen, why there is nothing to choose from; nothing where there is. */
export function WithoutChoices({ of, what }: { readonly of: Offered; readonly what: string }): VNode | null {
  if ('told' in of) return null;
  return 'silent' in of ? <NotRead what={what} level={of.silent} /> : <Absence absence={of.absence} />;
}
