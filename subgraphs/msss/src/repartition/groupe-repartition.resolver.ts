import type { GroupeRepartition as Groupe } from '@palier/runtime/repartition';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { loadEntite } from '../recherche/entites.ts';
import type { Context } from '../tables.ts';
import { GroupeRepartition } from './groupe-repartition.type.ts';

@Resolver(() => GroupeRepartition)
export class GroupeRepartitionResolver {
  @FieldResolver()
  entite(@Root() { entite }: Groupe, @Ctx() context: Context): Promise<object | null> | null {
    return entite && loadEntite(context, entite.__typename, entite['code'] as string);
  }
}
