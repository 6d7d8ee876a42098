import type { Awaitable } from '@palier/runtime/awaitable';
import {
  CODE_ETABLISSEMENT,
  CODE_TERRITOIRE,
  IDENTIFIANT,
  parseCode,
  parseOptionalCode,
} from '@palier/runtime/code-format';
import { type ConnectionValue, PageArgs } from '@palier/runtime/connection';
import { defineReferenceByCode } from '@palier/runtime/reference';
import { INTERNE } from '@palier/runtime/tags';
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Directive,
  Field,
  FieldResolver,
  ID,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { sayAsked } from '../listing/say-asked.ts';
import type { Context } from '../tables.ts';
import { demandesModification, impactsByDemande } from './demande-modification.loader.ts';
import {
  DemandeModification,
  DemandeModificationConnection,
  type ImpactModification,
} from './demande-modification.type.ts';
import { listMissingParts } from './list-missing-parts.ts';

export const demandeModificationReference = defineReferenceByCode(
  'DemandeModification',
  demandesModification.byKey,
  'id',
);

@ArgsType()
class DemandesModificationArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Territoire touché, par exemple « 06112 ».' })
  territoire?: string | null;

  @Field(() => ID, { nullable: true, description: 'Établissement qui demande.' })
  etablissement?: string | null;
}

@Resolver(() => DemandeModification)
export class DemandeModificationResolver {
  @Directive(INTERNE)
  @Query(() => DemandeModificationConnection, { description: 'Demandes de modification de territoires.' })
  demandesModification(
    @Ctx() context: Context,
    @Args(() => DemandesModificationArgs) args: DemandesModificationArgs,
  ): Awaitable<ConnectionValue<DemandeModification>> {
    const list = demandesModification.page(context, args, [
      {
        column: 'territoire_codes',
        holds: 'MANY',
        value: parseOptionalCode(CODE_TERRITOIRE, args.territoire),
      },
      {
        column: 'etablissement_code',
        holds: 'ONE',
        value: parseOptionalCode(CODE_ETABLISSEMENT, args.etablissement),
      },
    ]);
    return sayAsked(list, args);
  }

  @Directive(INTERNE)
  @Query(() => DemandeModification, {
    nullable: true,
    description: 'Une demande ; nul si elle est inconnue.',
  })
  demandeModification(
    @Arg('id', () => ID) id: string,
    @Ctx() context: Context,
  ): Awaitable<DemandeModification | null> {
    return demandesModification.byKey.load(context, parseCode(IDENTIFIANT, id));
  }

  @FieldResolver()
  impacts(@Root() { id }: DemandeModification, @Ctx() context: Context): Awaitable<ImpactModification[]> {
    return impactsByDemande.load(context, id);
  }

  @FieldResolver()
  async manque(@Root() demande: DemandeModification, @Ctx() context: Context): Promise<string[]> {
    return listMissingParts(demande, await impactsByDemande.load(context, demande.id));
  }
}
