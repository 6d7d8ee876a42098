import { type Awaitable, chain } from '@palier/runtime/awaitable';
import { parseCode } from '@palier/runtime/code-format';
import { CodeService } from '@palier/runtime/code-service';
import { parseFreeText } from '@palier/runtime/free-text';
import { ListSize } from '@palier/runtime/demand';
import { SensTri } from '@palier/runtime/order';
import { defineReferenceByCode } from '@palier/runtime/reference';
import type { GroupeRepartition as Groupe } from '@palier/runtime/repartition';
import { type Criterion, refuseUnknown } from '@palier/runtime/unknown-filter';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { ecartsByTouche } from '../ecart/ecart.loader.ts';
import { Ecart } from '../ecart/ecart.type.ts';
import { exigencesByStandard } from '../exigence/exigence.loader.ts';
import { Exigence } from '../exigence/exigence.type.ts';
import { referencesLegalesByStandard } from '../reference-legale/reference-legale.loader.ts';
import { ReferenceLegale } from '../reference-legale/reference-legale.type.ts';
import { GroupeRepartition } from '../repartition/groupe-repartition.type.ts';
import type { Context } from '../tables.ts';
import {
  CODE_STANDARD,
  readStandardGroups,
  readStandards,
  standardLoader,
  type StandardsChoice,
} from './standard.loader.ts';
import { DimensionStandard, Standard, StandardsFiltre, TriStandards } from './standard.type.ts';

export const standardReference = defineReferenceByCode('Standard', standardLoader);

@Resolver(() => Standard)
export class StandardResolver {
  @ListSize(67)
  @Query(() => [Standard], {
    description:
      'Les standards, dans l’ordre du document ou dans celui demandé : 54 de l’Annexe II, puis 13 des fiches seulement.',
  })
  standards(
    @Ctx() context: Context,
    @Arg('filtre', () => StandardsFiltre, { nullable: true }) filtre?: StandardsFiltre | null,
    @Arg('tri', () => TriStandards, { nullable: true, description: 'Ordre ; DOCUMENT par défaut.' })
    tri?: TriStandards | null,
    @Arg('sens', () => SensTri, { nullable: true, description: 'Sens de cet ordre ; CROISSANT par défaut.' })
    sens?: SensTri | null,
  ): Awaitable<Standard[]> {
    const chosen = parseFiltre(filtre ?? {});
    return chain(readStandards(context, { choice: chosen, tri, sens }), (standards) =>
      refuseUnknown(standards, listCriteria(context, chosen)),
    );
  }

  @ListSize(12)
  @Query(() => [GroupeRepartition], {
    description:
      'Les standards que `standards` donne avec le même filtre, comptés par groupes. Des nombres seulement : ni moyenne ni taux, qu’aucun texte ne fonde.',
  })
  repartitionStandards(
    @Ctx() context: Context,
    @Arg('par', () => DimensionStandard, { description: 'Ce par quoi répartir.' }) par: DimensionStandard,
    @Arg('puis', () => DimensionStandard, {
      nullable: true,
      description: 'Ce par quoi répartir ensuite chaque groupe, dans `dont`.',
    })
    puis?: DimensionStandard | null,
    @Arg('filtre', () => StandardsFiltre, { nullable: true }) filtre?: StandardsFiltre | null,
  ): Awaitable<Groupe[]> {
    const chosen = parseFiltre(filtre ?? {});
    return chain(
      readStandardGroups(context, { choice: chosen, par: { par, puis: puis ?? null } }),
      (groups) => refuseUnknown(groups, listCriteria(context, chosen)),
    );
  }

  @Query(() => Standard, { nullable: true, description: 'Un standard ; nul si le code est inconnu.' })
  standard(@Arg('code', () => ID) code: string, @Ctx() context: Context): Awaitable<Standard | null> {
    return standardLoader.load(context, parseCode(CODE_STANDARD, code));
  }

  @ListSize(6)
  @FieldResolver(() => [Exigence], {
    description: 'Ses cellules, une par service, ou celle du service demandé.',
  })
  async exigences(
    @Root() { code }: Standard,
    @Ctx() context: Context,
    @Arg('service', () => CodeService, { nullable: true }) service?: CodeService | null,
  ): Promise<Exigence[]> {
    const exigences = await exigencesByStandard.load(context, code);
    return service == null ? exigences : exigences.filter(({ serviceCode }) => serviceCode === service);
  }

  @ListSize(1)
  @FieldResolver(() => [ReferenceLegale], {
    description: 'Articles que la rangée de l’Annexe II invoque ; C-C1, C-C2 et C-O1 seulement.',
  })
  referencesLegales(@Root() { code }: Standard, @Ctx() context: Context): Awaitable<ReferenceLegale[]> {
    return referencesLegalesByStandard.load(context, code);
  }

  @ListSize(2)
  @FieldResolver(() => [Ecart], {
    description: 'Écarts qui portent sur le standard entier ; ceux d’une cellule sont sur l’exigence.',
  })
  ecarts(@Root() { code }: Standard, @Ctx() context: Context): Awaitable<Ecart[]> {
    return ecartsByTouche('Standard').load(context, code);
  }
}

function listCriteria(context: Context, { sousGroupe }: StandardsChoice): readonly Criterion[] {
  return [{ name: 'sousGroupe', value: sousGroupe, find: (asked) => findFirstOfSousGroupe(context, asked) }];
}

function findFirstOfSousGroupe(context: Context, sousGroupe: string): Awaitable<Standard | undefined> {
  return chain(readStandards(context, { choice: { sousGroupe } }), ([first]) => first);
}

const parseFiltre = (filtre: StandardsFiltre): StandardsChoice => ({
  ...filtre,
  sousGroupe: parseFreeText('sousGroupe', filtre.sousGroupe),
});
