import { parseCode } from '@palier/runtime/code-format';
import { CodeService } from '@palier/runtime/code-service';
import { parseFreeText } from '@palier/runtime/free-text';
import { defineReferenceByCode } from '@palier/runtime/reference';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { ecartsByTouche } from '../ecart/ecart.loader.ts';
import { Ecart } from '../ecart/ecart.type.ts';
import { exigencesByStandard } from '../exigence/exigence.loader.ts';
import { Exigence } from '../exigence/exigence.type.ts';
import { referencesLegalesByStandard } from '../reference-legale/reference-legale.loader.ts';
import { ReferenceLegale } from '../reference-legale/reference-legale.type.ts';
import type { Context } from '../tables.ts';
import { CODE_STANDARD, standardLoader, toStandard } from './standard.loader.ts';
import { listStandards } from './standard.queries.ts';
import { Standard, StandardsFiltre } from './standard.type.ts';

export const standardReference = defineReferenceByCode('Standard', (codes, context) =>
  standardLoader.loadMany(context, codes),
);

@Resolver(() => Standard)
export class StandardResolver {
  @Query(() => [Standard], {
    description: 'Les standards, dans l’ordre du document : 54 de l’Annexe II, puis 13 des fiches seulement.',
  })
  async standards(
    @Ctx() { database }: Context,
    @Arg('filtre', () => StandardsFiltre, { nullable: true }) filtre?: StandardsFiltre | null,
  ): Promise<Standard[]> {
    const sousGroupe = parseFreeText('sousGroupe', filtre?.sousGroupe);
    return (await listStandards(database, { ...filtre, sousGroupe })).map(toStandard);
  }

  @Query(() => Standard, { nullable: true, description: 'Un standard ; nul si le code est inconnu.' })
  standard(@Arg('code', () => ID) code: string, @Ctx() context: Context): Promise<Standard | null> {
    return standardLoader.load(context, parseCode(CODE_STANDARD, code));
  }

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

  @FieldResolver(() => [ReferenceLegale], {
    description: 'Articles que la rangée de l’Annexe II invoque ; C-C1, C-C2 et C-O1 seulement.',
  })
  referencesLegales(@Root() { code }: Standard, @Ctx() context: Context): Promise<ReferenceLegale[]> {
    return referencesLegalesByStandard.load(context, code);
  }

  @FieldResolver(() => [Ecart], {
    description: 'Écarts qui portent sur le standard entier ; ceux d’une cellule sont sur l’exigence.',
  })
  ecarts(@Root() { code }: Standard, @Ctx() context: Context): Promise<Ecart[]> {
    return ecartsByTouche('Standard').load(context, code);
  }
}
