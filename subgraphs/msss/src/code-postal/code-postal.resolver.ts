import { type AbsenceValue, nothingOwed } from '@palier/runtime/absence';
import { type Awaitable, chain } from '@palier/runtime/awaitable';
import { type CodeFormat, parseCode } from '@palier/runtime/code-format';
import { toLocalDay } from '@palier/runtime/local-day';
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { loadLastImportation } from '../importation/importation.loader.ts';
import type { ImportationValue } from '../importation/importation.type.ts';
import type { Context } from '../tables.ts';
import { territoireLoader } from '../territoire-clsc/territoire-clsc.loader.ts';
import type { TerritoireClscValue } from '../territoire-clsc/territoire-clsc.type.ts';
import { territoiresByCodePostal } from './code-postal.loader.ts';
import { CorrespondanceCodePostal, type CorrespondanceValue } from './code-postal.type.ts';

const CODE_POSTAL: CodeFormat = {
  pattern: /^[A-Z]\d[A-Z]\d[A-Z]\d$/,
  description: 'un code postal, par exemple H2X 1Y4',
};

const NON_IMPORTEE = nothingOwed(
  'La correspondance des codes postaux et des territoires n’a pas été importée (« npm run import -- codes-postaux ») : Santé Québec et les établissements en tiennent, et aucun texte lu n’en donne.',
);

@Resolver(() => CorrespondanceCodePostal)
export class CorrespondanceCodePostalResolver {
  @Query(() => CorrespondanceCodePostal, {
    nullable: true,
    description: 'Les territoires qu’un code postal touche, selon la correspondance importée.',
  })
  territoireParCodePostal(
    @Arg('code', () => String, { description: 'Code postal, avec ou sans espace : « H2X 1Y4 ».' })
    code: string,
    @Ctx() context: Context,
  ): Awaitable<CorrespondanceValue> {
    const codePostal = parseCode(CODE_POSTAL, code.replace(/[\s-]/g, '').toUpperCase());
    return chain(territoiresByCodePostal.load(context, codePostal), (codes) => ({
      code: codePostal,
      codes,
    }));
  }

  @FieldResolver()
  territoires(
    @Root() { codes }: CorrespondanceValue,
    @Ctx() context: Context,
  ): Awaitable<TerritoireClscValue[]> {
    return chain(territoireLoader.loadMany(context, codes), (territoires) =>
      territoires.filter((one): one is TerritoireClscValue => one !== null),
    );
  }

  @FieldResolver()
  importation(@Ctx() context: Context): Awaitable<ImportationValue | null> {
    return loadLastImportation(context, 'CODES_POSTAUX');
  }

  @FieldResolver()
  absence(
    @Root() { code, codes }: CorrespondanceValue,
    @Ctx() context: Context,
  ): Awaitable<AbsenceValue | null> {
    if (codes.length > 0) return null;
    return chain(loadLastImportation(context, 'CODES_POSTAUX'), (last) =>
      last === null ? NON_IMPORTEE : sayUnknown(code, last),
    );
  }
}

const sayUnknown = (codePostal: string, { fichier, importeLe }: ImportationValue): AbsenceValue =>
  nothingOwed(
    `Le code ${codePostal} n’est pas dans la correspondance importée le ${toLocalDay(importeLe)} (${fichier}).`,
  );
