import { type Awaitable, chain } from '@palier/runtime/awaitable';
import { parseCode } from '@palier/runtime/code-format';
import { CodeService } from '@palier/runtime/code-service';
import { parseFreeText } from '@palier/runtime/free-text';
import { ListSize } from '@palier/runtime/demand';
import { defineReferenceByCode } from '@palier/runtime/reference';
import { refuseUnknown } from '@palier/runtime/unknown-filter';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { ecartsByTouche } from '../ecart/ecart.loader.ts';
import { Ecart } from '../ecart/ecart.type.ts';
import { exigencesByStandard } from '../exigence/exigence.loader.ts';
import { Exigence } from '../exigence/exigence.type.ts';
import { referencesLegalesByStandard } from '../reference-legale/reference-legale.loader.ts';
import { ReferenceLegale } from '../reference-legale/reference-legale.type.ts';
import type { Context } from '../tables.ts';
import { CODE_STANDARD, readStandards, standardLoader } from './standard.loader.ts';
import { Standard, StandardsFiltre } from './standard.type.ts';

export const standardReference = defineReferenceByCode('Standard', standardLoader);

@Resolver(() => Standard)
export class StandardResolver {
  @ListSize(67)
  @Query(() => [Standard], {
    description: 'Les standards, dans l’ordre du document : 54 de l’Annexe II, puis 13 des fiches seulement.',
  })
  standards(
    @Ctx() context: Context,
    @Arg('filtre', () => StandardsFiltre, { nullable: true }) filtre?: StandardsFiltre | null,
  ): Awaitable<Standard[]> {
    const sousGroupe = parseFreeText('sousGroupe', filtre?.sousGroupe);
    const find = (text: string): Awaitable<Standard | undefined> =>
      chain(readStandards(context, { sousGroupe: text }), ([first]) => first);
    return chain(readStandards(context, { ...filtre, sousGroupe }), (standards) =>
      refuseUnknown(standards, [{ name: 'sousGroupe', value: sousGroupe, find }]),
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
