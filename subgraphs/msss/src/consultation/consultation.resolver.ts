import type { Awaitable } from '@palier/runtime/awaitable';
import { Ctx, FieldResolver, Query, Resolver } from 'type-graphql';
import { chiffresByParent } from '../chiffre/chiffre.loader.ts';
import { Chiffre } from '../chiffre/chiffre.type.ts';
import { loadListe } from '../element/element.loader.ts';
import { Element } from '../element/element.type.ts';
import type { Context } from '../tables.ts';
import { DemarcheConsultation } from './consultation.type.ts';

@Resolver(() => DemarcheConsultation)
export class DemarcheConsultationResolver {
  @Query(() => DemarcheConsultation, { description: 'Démarche et participants de la consultation (001).' })
  demarcheConsultation(): DemarcheConsultation {
    return {};
  }

  @FieldResolver(() => [Element])
  elements(@Ctx() context: Context): Awaitable<Element[]> {
    return loadListe(context, 'CONSULTATION');
  }

  @FieldResolver(() => [Chiffre])
  chiffres(@Ctx() context: Context): Awaitable<Chiffre[]> {
    return chiffresByParent.load(context, '001-CONSULTATION');
  }

  @FieldResolver(() => [Chiffre])
  participants(@Ctx() context: Context): Awaitable<Chiffre[]> {
    return chiffresByParent.load(context, '001-PARTICIPANTS');
  }
}
