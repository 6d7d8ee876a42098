import type { Awaitable } from '@palier/runtime/awaitable';
import { CodeRoleClsc } from '@palier/runtime/code-role-clsc';
import { ListSize } from '@palier/runtime/demand';
import { defineReferenceByCode } from '@palier/runtime/reference';
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { arrimagesByRole } from '../arrimage/arrimage.loader.ts';
import { Arrimage } from '../arrimage/arrimage.type.ts';
import { ecartsByTouche } from '../ecart/ecart.loader.ts';
import { Ecart } from '../ecart/ecart.type.ts';
import { loadListOf, loadOneOf } from '../element/element.loader.ts';
import { Element } from '../element/element.type.ts';
import { mandatCatalogue } from '../palier/palier.loader.ts';
import { Mandat } from '../palier/palier.type.ts';
import type { Context } from '../tables.ts';
import { roleClscCatalogue } from './role-clsc.loader.ts';
import { RoleClsc, type RoleClscValue } from './role-clsc.type.ts';

export const roleClscReference = defineReferenceByCode('RoleClsc', roleClscCatalogue.byCode);

const ecartsOf = ecartsByTouche('RoleClsc');

@Resolver(() => RoleClsc)
export class RoleClscResolver {
  @ListSize(4)
  @Query(() => [RoleClsc], { description: 'Les quatre rôles d’un CLSC.' })
  rolesClsc(@Ctx() context: Context): Awaitable<RoleClsc[]> {
    return roleClscCatalogue.list(context);
  }

  @Query(() => RoleClsc, { nullable: true, description: 'Un rôle d’un CLSC.' })
  roleClsc(
    @Arg('code', () => CodeRoleClsc) code: CodeRoleClsc,
    @Ctx() context: Context,
  ): Awaitable<RoleClsc | null> {
    return roleClscCatalogue.byCode.load(context, code);
  }

  @FieldResolver(() => [Element])
  enjeux(@Root() { code }: RoleClscValue, @Ctx() context: Context): Promise<Element[]> {
    return loadListOf(context, code, 'ENJEU');
  }

  @FieldResolver(() => [Element])
  leviers(@Root() { code }: RoleClscValue, @Ctx() context: Context): Promise<Element[]> {
    return loadListOf(context, code, 'LEVIER');
  }

  @FieldResolver(() => [Element])
  responsabilites(@Root() { code }: RoleClscValue, @Ctx() context: Context): Promise<Element[]> {
    return loadListOf(context, code, 'RESPONSABILITE');
  }

  @FieldResolver(() => [Element])
  effetsAttendus(@Root() { code }: RoleClscValue, @Ctx() context: Context): Promise<Element[]> {
    return loadListOf(context, code, 'EFFET_ATTENDU');
  }

  @FieldResolver(() => [Element])
  limites(@Root() { code }: RoleClscValue, @Ctx() context: Context): Promise<Element[]> {
    return loadListOf(context, code, 'LIMITE');
  }

  @FieldResolver(() => Element, { nullable: true })
  homonymie(@Root() { code }: RoleClscValue, @Ctx() context: Context): Promise<Element | null> {
    return loadOneOf(context, code, 'HOMONYMIE');
  }

  @ListSize(6)
  @FieldResolver(() => [Arrimage], { description: 'Arrimages que le rôle demande.' })
  arrimages(@Root() { code }: RoleClscValue, @Ctx() context: Context): Awaitable<Arrimage[]> {
    return arrimagesByRole.load(context, code);
  }

  @FieldResolver(() => Mandat, { nullable: true })
  definiPar(@Root() { definitCode }: RoleClscValue, @Ctx() context: Context): Awaitable<Mandat | null> {
    return mandatCatalogue.byCode.load(context, definitCode);
  }

  @FieldResolver(() => Mandat, { nullable: true })
  incarnePar(@Root() { incarneCode }: RoleClscValue, @Ctx() context: Context): Awaitable<Mandat | null> {
    return mandatCatalogue.byCode.load(context, incarneCode);
  }

  @FieldResolver(() => [Ecart])
  ecarts(@Root() { code }: RoleClscValue, @Ctx() context: Context): Awaitable<Ecart[]> {
    return ecartsOf.load(context, code);
  }
}
