import type { Awaitable } from '@palier/runtime/awaitable';
import { ListSize } from '@palier/runtime/demand';
import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { ecartLoader } from '../ecart/ecart.loader.ts';
import { Ecart } from '../ecart/ecart.type.ts';
import type { ListeElements } from '../element/element-enums.ts';
import { elementCatalogue, loadListOf, loadListe, loadOneOf } from '../element/element.loader.ts';
import { Element } from '../element/element.type.ts';
import { mandatCatalogue } from '../palier/palier.loader.ts';
import { Mandat } from '../palier/palier.type.ts';
import type { Context } from '../tables.ts';
import { ChaineReddition, MaillonReddition, type MaillonRedditionValue } from './reddition.type.ts';

@Resolver(() => ChaineReddition)
export class ChaineRedditionResolver {
  @ListSize(2)
  @Query(() => [ChaineReddition], {
    description:
      'Les deux chaînes de reddition, du document 000 et du document 004 : elles ne concordent pas.',
  })
  async chainesReddition(@Ctx() context: Context): Promise<ChaineReddition[]> {
    const elements = await loadListe(context, 'CHAINE_REDDITION');
    return elements.map(({ code, enonce, note, provenance }) => ({ code, enonce, note, provenance }));
  }

  @FieldResolver(() => [MaillonReddition])
  async maillons(
    @Root() { code }: ChaineReddition,
    @Ctx() context: Context,
  ): Promise<MaillonRedditionValue[]> {
    const elements = await loadListOf(context, code, 'MAILLON_REDDITION');
    return elements.map(({ code: own, enonce, note, vers, provenance }) => ({
      code: own,
      acteur: enonce,
      fait: note,
      provenance,
      codesMandats: vers.map((mandat) => mandat.code),
    }));
  }

  @FieldResolver(() => [Element])
  conditions(@Root() { code }: ChaineReddition, @Ctx() context: Context): Promise<Element[]> {
    return loadNamedBy(context, code, 'CONDITION_REDDITION');
  }

  @FieldResolver(() => [Element])
  redevabilite(@Root() { code }: ChaineReddition, @Ctx() context: Context): Promise<Element[]> {
    return loadNamedBy(context, code, 'REDEVABILITE');
  }

  @FieldResolver(() => Element, { nullable: true })
  retenue(@Root() { code }: ChaineReddition, @Ctx() context: Context): Promise<Element | null> {
    return loadOneOf(context, code, 'CHOIX_REDDITION');
  }

  @FieldResolver(() => [Ecart])
  async ecarts(@Ctx() context: Context): Promise<Ecart[]> {
    const choix = await loadListe(context, 'CHOIX_REDDITION');
    const codes = choix.flatMap(({ vers }) => vers.map((ecart) => ecart.code));
    return (await ecartLoader.loadMany(context, codes)).filter((ecart) => ecart !== null);
  }
}

@Resolver(() => MaillonReddition)
export class MaillonRedditionResolver {
  @FieldResolver(() => [Mandat])
  mandats(
    @Root() { codesMandats }: MaillonRedditionValue,
    @Ctx() context: Context,
  ): Awaitable<(Mandat | null)[]> {
    return mandatCatalogue.byCode.loadMany(context, codesMandats);
  }
}

/** The elements that the chain's own list links. */
async function loadNamedBy(context: Context, chain: string, liste: ListeElements): Promise<Element[]> {
  const codes = (await loadListOf(context, chain, liste)).flatMap(({ vers }) => vers.map(({ code }) => code));
  return (await elementCatalogue.byCode.loadMany(context, codes)).filter((element) => element !== null);
}
