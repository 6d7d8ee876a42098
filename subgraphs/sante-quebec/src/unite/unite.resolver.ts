import type { AbsenceValue } from '@palier/runtime/absence';
import { type Awaitable, chain } from '@palier/runtime/awaitable';
import { defineExtension } from '@palier/runtime/reference';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Absence } from '../absence/absence.type.ts';
import { loadBilanAbsence } from '../bilan/bilan-absence.loader.ts';
import { bilanUniteLoader } from '../bilan/bilan.loader.ts';
import { Bilan, type UniteAsked } from '../bilan/bilan.type.ts';
import { CAMPAGNE_OR_CURRENT, loadCampagneOrCurrent } from '../campagne/campagne.loader.ts';
import { ReseauTerritorial } from '../reseau-territorial/reseau-territorial.type.ts';
import type { Context } from '../tables.ts';
import { Region, ReseauLocal } from './unite.type.ts';

export const uniteReferences = [defineExtension('ReseauLocal'), defineExtension('Region')];

@Resolver(() => ReseauLocal)
export class ReseauLocalBilanResolver {
  @FieldResolver()
  bilan(
    @Root() { code }: ReseauLocal,
    @Ctx() context: Context,
    @Arg('campagne', () => ID, CAMPAGNE_OR_CURRENT) campagne?: string | null,
  ): Awaitable<Bilan | null> {
    return loadBilan(context, campagne ?? null, { sorte: 'RLS', code });
  }

  @FieldResolver()
  bilanAbsence(
    @Root() { code }: ReseauLocal,
    @Ctx() context: Context,
    @Arg('campagne', () => ID, CAMPAGNE_OR_CURRENT) campagne?: string | null,
  ): Awaitable<AbsenceValue | null> {
    return loadAbsence(context, campagne ?? null, { sorte: 'RLS', code });
  }
}

@Resolver(() => ReseauTerritorial)
export class ReseauTerritorialBilanResolver {
  @FieldResolver()
  bilan(
    @Root() { code }: ReseauTerritorial,
    @Ctx() context: Context,
    @Arg('campagne', () => ID, CAMPAGNE_OR_CURRENT) campagne?: string | null,
  ): Awaitable<Bilan | null> {
    return loadBilan(context, campagne ?? null, { sorte: 'RTS', code });
  }

  @FieldResolver()
  bilanAbsence(
    @Root() { code }: ReseauTerritorial,
    @Ctx() context: Context,
    @Arg('campagne', () => ID, CAMPAGNE_OR_CURRENT) campagne?: string | null,
  ): Awaitable<AbsenceValue | null> {
    return loadAbsence(context, campagne ?? null, { sorte: 'RTS', code });
  }
}

@Resolver(() => Region)
export class RegionBilanResolver {
  @FieldResolver()
  bilan(
    @Root() { code }: Region,
    @Ctx() context: Context,
    @Arg('campagne', () => ID, CAMPAGNE_OR_CURRENT) campagne?: string | null,
  ): Awaitable<Bilan | null> {
    return loadBilan(context, campagne ?? null, { sorte: 'RSS', code });
  }

  @FieldResolver()
  bilanAbsence(
    @Root() { code }: Region,
    @Ctx() context: Context,
    @Arg('campagne', () => ID, CAMPAGNE_OR_CURRENT) campagne?: string | null,
  ): Awaitable<AbsenceValue | null> {
    return loadAbsence(context, campagne ?? null, { sorte: 'RSS', code });
  }

  @Query(() => Bilan, {
    nullable: true,
    description:
      'Bilan de tous les territoires du Québec pour une campagne. Nul tant qu’elle n’est pas consolidée, ou si elle est inconnue.',
  })
  bilanQuebec(
    @Ctx() context: Context,
    @Arg('campagne', () => ID, CAMPAGNE_OR_CURRENT) campagne?: string | null,
  ): Awaitable<Bilan | null> {
    return loadBilan(context, campagne ?? null, { sorte: 'QUEBEC', code: '' });
  }

  @Query(() => Absence, {
    nullable: true,
    description:
      'Pourquoi `bilanQuebec` est nul pour cette campagne, et qui le doit ; nulle quand il est là.',
  })
  bilanQuebecAbsence(
    @Ctx() context: Context,
    @Arg('campagne', () => ID, CAMPAGNE_OR_CURRENT) campagne?: string | null,
  ): Awaitable<AbsenceValue | null> {
    return loadAbsence(context, campagne ?? null, { sorte: 'QUEBEC', code: '' });
  }
}

/** Raises CODE_INVALIDE. */
function loadBilan(
  context: Context,
  code: string | null,
  unite: Omit<UniteAsked, 'campagne'>,
): Awaitable<Bilan | null> {
  return chain(
    loadCampagneOrCurrent(context, code),
    (campagne) => campagne && bilanUniteLoader.load(context, { campagne: campagne.code, ...unite }),
  );
}

/** Raises CODE_INVALIDE. */
const loadAbsence = (
  context: Context,
  code: string | null,
  unite: Omit<UniteAsked, 'campagne'>,
): Awaitable<AbsenceValue | null> =>
  loadBilanAbsence(context, { code, place: unite.code }, (campagne) =>
    bilanUniteLoader.load(context, { campagne, ...unite }),
  );
