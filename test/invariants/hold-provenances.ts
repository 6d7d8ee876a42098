import { beforeAll, expect, it } from 'vitest';
import { type AskedHouse, ask } from './ask.ts';
import { readPublicApi } from './public-api.ts';
import { askEveryProvenance, findProvenances } from './walk-provenances.ts';

/** One query a root field: it asks every citation of what is listed. */
export const QUERIES = askEveryProvenance(readPublicApi());

/** Every fact has its citation, whatever was done. @param refuseNone raises where a list that must give some gives none */
export function holdProvenances(
  open: () => Promise<AskedHouse>,
  refuseNone: (name: string, count: number) => void = () => undefined,
): void {
  let house: AskedHouse;
  beforeAll(async () => {
    house = await open();
  });

  it.each(QUERIES)(
    'in %s has its document and lines, or says that it is not of a text',
    async (name, query) => {
      const provenances = findProvenances(await ask(house, query), name);
      refuseNone(name, provenances.length);
      const faulty = provenances.filter(({ origine, lignes, document, note }) => {
        if (origine === 'TEXTE')
          return document === null || !/^L\d+(-\d+)?(, L\d+(-\d+)?)*$/.test(lignes ?? '');
        if (origine === 'TABLE_OFFICIELLE') return note === null;
        return !['INFERENCE', 'SAISIE', 'DEMONSTRATION'].includes(origine);
      });
      expect(faulty.slice(0, 5)).toEqual([]);
    },
  );

  it('is never said to have been entered: nothing but made-up years was', async () => {
    for (const [name, query] of QUERIES) {
      const entered = findProvenances(await ask(house, query), name).filter(
        ({ origine }) => origine === 'SAISIE',
      );
      expect(entered.slice(0, 5)).toEqual([]);
    }
  });
}
