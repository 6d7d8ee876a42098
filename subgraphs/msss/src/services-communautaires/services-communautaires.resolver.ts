import { Ctx, Query, Resolver } from 'type-graphql';
import { loadKnownElement, loadListe } from '../element/element.loader.ts';
import type { Context } from '../tables.ts';
import { ServicesCommunautairesLocaux } from './services-communautaires.type.ts';

@Resolver()
export class ServicesCommunautairesResolver {
  @Query(() => ServicesCommunautairesLocaux, {
    description: 'Ce que sont les services communautaires locaux.',
  })
  async servicesCommunautairesLocaux(@Ctx() context: Context): Promise<ServicesCommunautairesLocaux> {
    const [groupes, exemples, autresEnsembles] = await Promise.all([
      loadListe(context, 'SERVICES_COMMUNAUTAIRES'),
      loadKnownElement(context, 'SCL-EXEMPLES'),
      loadKnownElement(context, 'SCL-AUTRES'),
    ]);
    return { groupes, exemples, autresEnsembles };
  }
}
