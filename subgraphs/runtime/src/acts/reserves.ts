import { type Awaitable, chain } from '../base/awaitable.ts';
import type { ActeDefinition } from '../journal/acte.ts';
import { readContenu } from '../journal/acte-digest.ts';
import type { SubgraphContext } from '../request/context.ts';
import { defineLoader } from '../request/loader.ts';
import { mayReadReserved } from '../request/may-read.ts';
import { type ActeValue, contenuLoader } from './journal.loader.ts';

type Reserving = Pick<ActeDefinition, 'findReserved' | 'isOf'>;

/** Why who asks does not read what an act of one of these kinds holds; null for whoever does. */
export function defineReserves(actes: readonly ActeDefinition[]) {
  const some = new Map(
    actes.flatMap((definition) =>
      definition.findReserved === undefined && definition.isOf === undefined
        ? []
        : [[definition.nature, defineReserved(definition)]],
    ),
  );
  return (
    context: SubgraphContext,
    { natureActe, etablissement, numero }: ActeValue,
  ): Awaitable<string | null> => {
    const reserve = actes.find(({ nature }) => nature === natureActe)?.reserve ?? null;
    if (reserve === null || mayReadReserved(context.identity, etablissement)) return null;
    const loader = some.get(natureActe);
    if (loader === undefined) return reserve;
    return chain(loader.load(context, { numero, etablissement }), ({ isReserved, of }) =>
      isReserved && !mayReadReserved(context.identity, of) ? reserve : null,
    );
  };
}

/** Whether acts of one kind are reserved, and to whom. */
const defineReserved = (definition: Reserving) =>
  defineLoader<
    Pick<ActeValue, 'numero' | 'etablissement'>,
    { readonly isReserved: boolean; readonly of: string | null }
  >(async (context, asked) => {
    const contenus = await contenuLoader.loadMany(
      context,
      asked.map(({ numero }) => numero),
    );
    const actes = asked.map(({ etablissement }, rank) => ({
      etablissement,
      contenu: readContenu(contenus[rank]!).contenu,
    }));
    const reserved = await definition.findReserved?.(context.history, actes);
    return actes.map(({ etablissement, contenu }, rank) => ({
      isReserved: reserved?.[rank] ?? true,
      of: definition.isOf?.(contenu) ?? etablissement,
    }));
  });
