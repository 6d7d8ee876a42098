import type { Awaitable } from '@palier/runtime/awaitable';
import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { loadKnownElement, loadListe } from '../element/element.loader.ts';
import { Element, type ElementValue } from '../element/element.type.ts';
import { loadReferenceLegale } from '../reference-legale/reference-legale.loader.ts';
import { ReferenceLegale } from '../reference-legale/reference-legale.type.ts';
import type { Context } from '../tables.ts';
import { SuiviMiseEnOeuvre, type SuiviMiseEnOeuvreValue } from './mise-en-oeuvre.type.ts';

@Resolver(() => SuiviMiseEnOeuvre)
export class SuiviMiseEnOeuvreResolver {
  @Query(() => SuiviMiseEnOeuvre, { description: 'Suivi de la mise en œuvre des orientations (004, 3.3).' })
  async suiviMiseEnOeuvre(@Ctx() context: Context): Promise<SuiviMiseEnOeuvreValue> {
    const read = (code: string): Promise<ElementValue> => loadKnownElement(context, code);
    const [delegant, delegataire, coordonne, execute, cadre] = await Promise.all([
      read('SUIVI-DELEGANT'),
      read('SUIVI-DELEGATAIRE'),
      read('SUIVI-COORDONNE'),
      read('SUIVI-EXECUTE'),
      read('SUIVI-CADRE'),
    ]);
    return { delegant, delegataire, coordonne, execute, cadre, referenceCode: delegataire.referenceCode };
  }

  @FieldResolver(() => ReferenceLegale, { nullable: true })
  baseLegale(
    @Root() { referenceCode }: SuiviMiseEnOeuvreValue,
    @Ctx() context: Context,
  ): Awaitable<ReferenceLegale | null> | null {
    return loadReferenceLegale(context, referenceCode);
  }

  @FieldResolver(() => [Element])
  etapes(@Ctx() context: Context): Awaitable<Element[]> {
    return loadListe(context, 'MISE_EN_OEUVRE');
  }
}
