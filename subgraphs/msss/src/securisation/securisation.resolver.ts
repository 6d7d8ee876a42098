import type { Awaitable } from '@palier/runtime/awaitable';
import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { chiffresByParent } from '../chiffre/chiffre.loader.ts';
import { Chiffre } from '../chiffre/chiffre.type.ts';
import { documentLoader } from '../document/document.loader.ts';
import type { Document } from '../document/document.type.ts';
import { ecartsByTouche } from '../ecart/ecart.loader.ts';
import { Ecart } from '../ecart/ecart.type.ts';
import type { ListeElements } from '../element/element-enums.ts';
import { loadElementsOf } from '../element/element.loader.ts';
import type { Element } from '../element/element.type.ts';
import type { Context } from '../tables.ts';
import { SecurisationCulturelle } from './securisation.type.ts';

const DOCUMENT = '000';
const ecartsOf = ecartsByTouche('Document');

@Resolver(() => SecurisationCulturelle)
export class SecurisationCulturelleResolver {
  @Query(() => SecurisationCulturelle, { description: 'Le plan de sécurisation culturelle (000).' })
  async securisationCulturelle(@Ctx() context: Context): Promise<SecurisationCulturelle> {
    const [document, elements] = await Promise.all([
      documentLoader.load(context, DOCUMENT),
      loadElementsOf(context, DOCUMENT),
    ]);
    if (document === null) throw new RangeError(`the data files hold no document ${DOCUMENT}`);
    return toSecurisationCulturelle(document, elements);
  }

  @FieldResolver(() => [Chiffre])
  financement(@Root() { document }: SecurisationCulturelle, @Ctx() context: Context): Awaitable<Chiffre[]> {
    return chiffresByParent.load(context, `${document.code}-FINANCEMENT`);
  }

  @FieldResolver(() => [Ecart])
  ecarts(@Root() { document }: SecurisationCulturelle, @Ctx() context: Context): Awaitable<Ecart[]> {
    return ecartsOf.load(context, document.code);
  }
}

function toSecurisationCulturelle(document: Document, elements: readonly Element[]): SecurisationCulturelle {
  const listOf = (liste: ListeElements): Element[] => elements.filter((element) => element.liste === liste);
  const find = (wanted: string): Element | null => elements.find(({ code }) => code === wanted) ?? null;
  return {
    document,
    statut: document.statut,
    rolesMinistere: listOf('ROLE_MINISTERE'),
    rolesCisssCiusss: listOf('ROLE_CISSS_CIUSSS'),
    reseauTerritorial: find('RTS-000'),
    uniteMinistere: find('SA-M'),
    responsableEtablissement: find('SA-E'),
    coordination: listOf('COORDINATION'),
    etapes: listOf('ETAPE_CHARNIERE'),
    principes: listOf('PRINCIPE_SECURISATION'),
    niveauxAction: listOf('NIVEAU_ACTION'),
    annonce: find('ANNONCE-000'),
    actions: listOf('ACTION_SECURISATION'),
    reddition: find('SS-REDDITION'),
    suivi: listOf('SUIVI_SECURISATION'),
  };
}
