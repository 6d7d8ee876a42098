import type { Awaitable } from '@palier/runtime/awaitable';
import { defineExtension } from '@palier/runtime/reference';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../tables.ts';
import { analyseByDemande } from './demande-modification.loader.ts';
import { type AnalyseDemande, DemandeModification } from './demande-modification.type.ts';

export const demandeModificationReference = defineExtension('DemandeModification');

@Resolver(() => DemandeModification)
export class DemandeModificationResolver {
  @FieldResolver()
  analyse(@Root() { id }: DemandeModification, @Ctx() context: Context): Awaitable<AnalyseDemande> {
    return analyseByDemande.load(context, id);
  }
}
