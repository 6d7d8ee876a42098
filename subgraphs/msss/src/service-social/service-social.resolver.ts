import type { Awaitable } from '@palier/runtime/awaitable';
import { CodeService } from '@palier/runtime/code-service';
import { ListSize } from '@palier/runtime/demand';
import { defineReferenceByCode } from '@palier/runtime/reference';
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { ecartsByTouche } from '../ecart/ecart.loader.ts';
import { Ecart } from '../ecart/ecart.type.ts';
import { exigencesByService } from '../exigence/exigence.loader.ts';
import { Exigence } from '../exigence/exigence.type.ts';
import type { Context } from '../tables.ts';
import { comptesByService, readServices, serviceLoader } from './service-social.loader.ts';
import { type ComptesExigences, ServiceSocial } from './service-social.type.ts';

export const serviceSocialReference = defineReferenceByCode('ServiceSocial', serviceLoader);

@Resolver(() => ServiceSocial)
export class ServiceSocialResolver {
  @ListSize(6)
  @Query(() => [ServiceSocial], {
    description: 'Les six services sociaux généraux, dans l’ordre de leurs fiches.',
  })
  servicesSociaux(@Ctx() context: Context): Awaitable<ServiceSocial[]> {
    return readServices(context, 'tous');
  }

  @Query(() => ServiceSocial, { nullable: true, description: 'Un service social général.' })
  serviceSocial(
    @Arg('code', () => CodeService) code: CodeService,
    @Ctx() context: Context,
  ): Awaitable<ServiceSocial | null> {
    return serviceLoader.load(context, code);
  }

  @FieldResolver()
  comptes(@Root() { code }: ServiceSocial, @Ctx() context: Context): Awaitable<ComptesExigences | null> {
    return comptesByService.load(context, code);
  }

  @ListSize(70)
  @FieldResolver(() => [Exigence], { description: 'Ses 67 cellules, dans l’ordre des standards.' })
  exigences(@Root() { code }: ServiceSocial, @Ctx() context: Context): Awaitable<Exigence[]> {
    return exigencesByService.load(context, code);
  }

  @ListSize(6)
  @FieldResolver(() => [Ecart], {
    description: 'Écarts qui portent sur le service entier ; ceux d’une cellule sont sur l’exigence.',
  })
  ecarts(@Root() { code }: ServiceSocial, @Ctx() context: Context): Awaitable<Ecart[]> {
    return ecartsByTouche('ServiceSocial').load(context, code);
  }
}
