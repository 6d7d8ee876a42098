import { describe } from 'vitest';
import type { AskedHouse } from './ask.ts';
import { holdDeclarations } from './hold-declarations.ts';
import { holdGestionnaire } from './hold-gestionnaire.ts';
import { holdProvenances } from './hold-provenances.ts';

/** What acts could break of the graph of a demonstration, held where some were done. */
export function holdInvariants(when: string, house: () => AskedHouse): void {
  const open = (): Promise<AskedHouse> => Promise.resolve(house());
  describe(`the invariants of the graph, ${when}`, () => {
    holdGestionnaire(open);
    holdDeclarations(open);
    holdProvenances(open);
  });
}
