import type { Awaitable } from '@palier/runtime/awaitable';
import { ListSize } from '@palier/runtime/demand';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Element, type ElementValue } from '../element/element.type.ts';
import { RechercheEntite, loadEntite } from '../recherche/entites.ts';
import { sectionCatalogue } from '../section-document/section-document.loader.ts';
import { RechercheAilleurs, type RechercheAilleursValue } from '../recherche/recherche.type.ts';
import { SectionDocument, type SectionDocumentValue } from '../section-document/section-document.type.ts';
import type { Context } from '../tables.ts';
import { HOLDINGS_BY_PASSAGE, listDrawnElsewhere } from './ailleurs.ts';
import { faitsBySection } from './fait.loader.ts';
import { Fait, type FaitValue } from './fait.type.ts';

@Resolver(() => Fait)
export class FaitResolver {
  @FieldResolver(() => SectionDocument, { nullable: true })
  section(@Root() { sectionCode }: FaitValue, @Ctx() context: Context): Awaitable<SectionDocument | null> {
    return sectionCatalogue.byCode.load(context, sectionCode);
  }

  @FieldResolver(() => RechercheEntite, { nullable: true, description: 'L’entité elle-même.' })
  entite(@Root() { type, code }: Fait, @Ctx() context: Context): Promise<object | null> {
    return loadEntite(context, type, code);
  }
}

@Resolver(() => Element)
export class ElementRenvoisResolver {
  @ListSize(2)
  @FieldResolver(() => [RechercheEntite], {
    description:
      'Ce dont il parle et que le graphe tient ailleurs : mandats, écarts, axes ou autres éléments.',
  })
  async renvois(@Root() { vers }: ElementValue, @Ctx() context: Context): Promise<object[]> {
    const entites = await Promise.all(vers.map(({ type, code }) => loadEntite(context, type, code)));
    return entites.filter((entite) => entite !== null);
  }
}

@Resolver(() => SectionDocument)
export class SectionFaitsResolver {
  @ListSize(900)
  @FieldResolver(() => [Fait], {
    description:
      'Tout ce que le ministère tire de ses lignes, dans leur ordre ; ce que d’autres paliers en tirent est dans `ailleurs`.',
  })
  faits(@Root() { code }: SectionDocument, @Ctx() context: Context): Awaitable<Fait[]> {
    return faitsBySection.load(context, code);
  }

  @ListSize(HOLDINGS_BY_PASSAGE.length)
  @FieldResolver(() => [RechercheAilleurs], {
    description:
      'Où trouver ce que d’autres paliers tirent de ces lignes, et que le ministère ne peut pas lire.',
  })
  ailleurs(@Root() { documentCode, lignes }: SectionDocumentValue): RechercheAilleursValue[] {
    return [...listDrawnElsewhere(documentCode, lignes)];
  }
}
