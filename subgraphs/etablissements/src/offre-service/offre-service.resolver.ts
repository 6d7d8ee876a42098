import { type Awaitable, chain } from '@palier/runtime/awaitable';
import { IDENTIFIANT, parseCode } from '@palier/runtime/code-format';
import { CodeService } from '@palier/runtime/code-service';
import { type ConnectionValue, PageArgs, withAbsence } from '@palier/runtime/connection';
import { ListSize } from '@palier/runtime/demand';
import { defineReferenceByCode } from '@palier/runtime/reference';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { listDeclarations } from '../absence/declarations.ts';
import { ententes } from '../entente/entente.loader.ts';
import type { Entente } from '../entente/entente.type.ts';
import { ServiceSocial, TerritoireClsc } from '../other-levels/extended.type.ts';
import type { Context } from '../tables.ts';
import { offres, sayServiceAbsent, SERVICE_NON_DECLARE } from './offre-service.loader.ts';
import {
  DeclarationService,
  OffreService,
  OffreServiceConnection,
  type OffreServiceValue,
} from './offre-service.type.ts';

export const offreServiceReference = defineReferenceByCode('OffreService', offres.byKey, 'id');

const offresOf = offres.under({ column: 'territoire_code', holds: 'ONE' });
const offresOfService = offres.under({ column: 'service_code', holds: 'ONE' });

@Resolver(() => OffreService)
export class OffreServiceResolver {
  @FieldResolver()
  entente(
    @Root() { ententeId }: OffreServiceValue,
    @Ctx() context: Context,
  ): Awaitable<Entente | null> | null {
    return ententeId === null ? null : ententes.byKey.load(context, ententeId);
  }
}

@Resolver(() => TerritoireClsc)
export class TerritoireOffreResolver {
  @Query(() => OffreService, {
    nullable: true,
    description: 'Ce qu’un territoire déclare d’un service ; nul si cette déclaration est inconnue.',
  })
  offreService(
    @Arg('id', () => ID) id: string,
    @Ctx() context: Context,
  ): Awaitable<OffreServiceValue | null> {
    return offres.byKey.load(context, parseCode(IDENTIFIANT, id));
  }

  @ListSize(6)
  @FieldResolver(() => OffreServiceConnection, {
    nullable: true,
    description: 'Services sociaux généraux que l’établissement déclare offrir dans le territoire.',
  })
  offre(
    @Root() { code }: TerritoireClsc,
    @Ctx() context: Context,
    @Args(() => PageArgs) args: PageArgs,
  ): Awaitable<ConnectionValue<OffreServiceValue>> {
    return offresOf(context, code, args);
  }

  @ListSize(6)
  @FieldResolver(() => [DeclarationService], {
    nullable: 'itemsAndList',
    description:
      'Chacun des six services sociaux généraux, dans l’ordre de leurs fiches : déclaré, ou dit manquant par lui-même.',
  })
  declarationsServices(
    @Root() { code: territoire }: TerritoireClsc,
    @Ctx() context: Context,
  ): Awaitable<DeclarationService[]> {
    return chain(offresOf(context, territoire, {}), (list) =>
      chain(list.nodes(), (nodes) =>
        listDeclarations(context, territoire, new Set(nodes.map(({ service }) => service.code)), {
          codes: Object.values(CodeService),
          sayAbsent: sayServiceAbsent,
        }),
      ),
    );
  }
}

@Resolver(() => ServiceSocial)
export class ServiceOffresResolver {
  @FieldResolver(() => OffreServiceConnection, {
    nullable: true,
    description:
      'Où le service est offert, en partie ou non, selon les établissements : une déclaration par territoire.',
  })
  offres(
    @Root() { code }: ServiceSocial,
    @Ctx() context: Context,
    @Args(() => PageArgs) args: PageArgs,
  ): Awaitable<ConnectionValue<OffreServiceValue>> {
    return chain(offresOfService(context, code, args), (list) => withAbsence(list, SERVICE_NON_DECLARE));
  }
}
