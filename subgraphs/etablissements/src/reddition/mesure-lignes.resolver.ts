import { ListSize } from '@palier/runtime/demand';
import { type Awaitable, chain } from '@palier/runtime/awaitable';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Mesure } from '../mesure/mesure.type.ts';
import { loadHidden } from '../mesure/withhold-mesures.ts';
import type { Context } from '../tables.ts';
import { hideSuppressed } from './hide-suppressed.ts';
import { lignesByMesure, redditions } from './reddition.loader.ts';
import { LigneReddition, type LigneRedditionValue, type Reddition } from './reddition.type.ts';

@Resolver(() => Mesure)
export class MesureLignesResolver {
  @ListSize(5)
  @FieldResolver(() => [LigneReddition], {
    description:
      'Ce que chaque version de reddition, soumise et non retirée, en dit, de la première à la dernière : ce qui a été retourné, et ce qui y a été répondu.',
  })
  lignes(@Root() mesure: Mesure, @Ctx() context: Context): Awaitable<LigneRedditionValue[]> {
    return chain(lignesByMesure.load(context, mesure.id), (lignes) =>
      hideSuppressed(context, lignes, loadHidden(context, [mesure.id])),
    );
  }
}

@Resolver(() => LigneReddition)
export class LigneVersionResolver {
  @FieldResolver()
  reddition(
    @Root() { redditionId }: LigneRedditionValue,
    @Ctx() context: Context,
  ): Awaitable<Reddition | null> {
    return redditions.byKey.load(context, redditionId);
  }
}
