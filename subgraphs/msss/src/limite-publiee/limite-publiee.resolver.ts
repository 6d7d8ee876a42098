import { type AbsenceValue, nothingOwed } from '@palier/runtime/absence';
import { type Awaitable, chain } from '@palier/runtime/awaitable';
import { CODE_TERRITOIRE, parseCode } from '@palier/runtime/code-format';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../tables.ts';
import { territoireLoader } from '../territoire-clsc/territoire-clsc.loader.ts';
import { TerritoireClsc } from '../territoire-clsc/territoire-clsc.type.ts';
import { contourLoader, limiteLoader } from './limite-publiee.loader.ts';
import { type ContourPublie, LimitePubliee, type LimiteValue } from './limite-publiee.type.ts';
import { listDesaccords } from './list-desaccords.ts';

const SANS_FORMES = nothingOwed(
  'Le fichier des limites a été importé sans ses formes (.shp) ; aucun texte n’oblige à les importer.',
);

@Resolver(() => LimitePubliee)
export class LimitePublieeResolver {
  @Query(() => LimitePubliee, {
    nullable: true,
    description:
      'Ce que le fichier des limites importé publie d’un territoire ; nul quand il n’a pas été importé, ou n’a pas ce territoire.',
  })
  limitePubliee(
    @Arg('code', () => ID, { description: 'Code du territoire.' }) code: string,
    @Ctx() context: Context,
  ): Awaitable<LimiteValue | null> {
    return limiteLoader.load(context, parseCode(CODE_TERRITOIRE, code));
  }

  @FieldResolver()
  desaccords(@Root() limite: LimiteValue, @Ctx() context: Context): Awaitable<DesaccordsValue> {
    return chain(territoireLoader.load(context, limite.code), (territoire) =>
      territoire === null ? [] : listDesaccords(limite, territoire),
    );
  }

  @FieldResolver()
  contour(
    @Root() { code, hasContour }: LimiteValue,
    @Ctx() context: Context,
  ): Awaitable<ContourPublie | null> {
    return hasContour ? contourLoader.load(context, code) : null;
  }

  @FieldResolver()
  absenceContour(@Root() { hasContour }: LimiteValue): AbsenceValue | null {
    return hasContour ? null : SANS_FORMES;
  }
}

type DesaccordsValue = ReturnType<typeof listDesaccords>;

@Resolver(() => TerritoireClsc)
export class TerritoireLimiteResolver {
  @FieldResolver(() => LimitePubliee, {
    nullable: true,
    description:
      'Ce que le fichier des limites importé publie du territoire ; nul quand il n’a pas été importé (`imports(sorte: LIMITES)` le dit), ou n’a pas ce territoire.',
  })
  limitePubliee(@Root() { code }: TerritoireClsc, @Ctx() context: Context): Awaitable<LimiteValue | null> {
    return limiteLoader.load(context, code);
  }
}
