import { type Awaitable, chain } from '../base/awaitable.ts';
import type { ActeDefinition } from '../journal/acte.ts';
import { readContenu } from '../journal/acte-digest.ts';
import type { SubgraphContext } from '../request/context.ts';
import { defineLoader } from '../request/loader.ts';
import { mayReadReserved } from '../request/may-read.ts';
import { type ActeValue, contenuLoader } from './journal.loader.ts';

type FindReserved = NonNullable<ActeDefinition['findReserved']>;

/** Why who asks does not read what an act of one of these kinds holds; null for whoever does. */
export function defineReserves(actes: readonly ActeDefinition[]) {
  const some = new Map(
    actes.flatMap(({ nature, findReserved }) =>
      findReserved === undefined ? [] : [[nature, defineReserved(findReserved)]],
    ),
  );
  return (
    context: SubgraphContext,
    { natureActe, etablissement, numero }: ActeValue,
  ): Awaitable<string | null> => {
    const reserve = actes.find(({ nature }) => nature === natureActe)?.reserve ?? null;
    if (reserve === null || mayReadReserved(context.identity, etablissement)) return null;
    const isReserved = some.get(natureActe)?.load(context, { numero, etablissement }) ?? true;
    return chain(isReserved, (reserved) => (reserved ? reserve : null));
  };
}

/** Whether acts of one kind are reserved. */
const defineReserved = (findReserved: FindReserved) =>
  defineLoader<Pick<ActeValue, 'numero' | 'etablissement'>, boolean>(async (context, actes) => {
    const contenus = await contenuLoader.loadMany(
      context,
      actes.map(({ numero }) => numero),
    );
    return findReserved(
      context.history,
      actes.map(({ etablissement }, rank) => ({
        etablissement,
        contenu: readContenu(contenus[rank]!).contenu,
      })),
    );
  });
