import type { AbsenceValue } from '@palier/runtime/absence';
import type { Awaitable } from '@palier/runtime/awaitable';
import { CODE_ETABLISSEMENT, CODE_TERRITOIRE, type CodeFormat, parseCode } from '@palier/runtime/code-format';
import { type ConnectionValue, PageArgs } from '@palier/runtime/connection';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { territoireLoader } from '../territoire-clsc/territoire-clsc.loader.ts';
import { TerritoireClsc, type TerritoireClscValue } from '../territoire-clsc/territoire-clsc.type.ts';
import type { Context } from '../tables.ts';
import {
  SANS_REGISTRE,
  etablissementsPublies,
  installationsPubliees,
  readInstallationsOf,
} from './fiche-m02.loader.ts';
import {
  EtablissementPublie,
  EtablissementPublieConnection,
  EtablissementsPubliesArgs,
  type FicheValue,
  InstallationPubliee,
  InstallationPublieeConnection,
  InstallationsPublieesArgs,
  WHERE_IT_STANDS,
} from './fiche-m02.type.ts';

/** Private ones are published too: this level keeps no other list of those that exist. */
const sayAsked = (etablissement: string | null): AbsenceValue =>
  etablissement === null
    ? SANS_REGISTRE
    : { ...SANS_REGISTRE, motif: `${SANS_REGISTRE.motif} Établissement demandé : ${etablissement}.` };

const CODE_M02: CodeFormat = { pattern: /^\d{8}$/, description: 'huit chiffres, par exemple 51221010' };

@Resolver(() => InstallationPubliee)
export class InstallationPublieeResolver {
  @Query(() => InstallationPublieeConnection, {
    nullable: true,
    description:
      'Installations que le registre M02 importé publie, par code ; chaque argument restreint la liste.',
  })
  installationsPubliees(
    @Ctx() context: Context,
    @Args(() => InstallationsPublieesArgs) args: InstallationsPublieesArgs,
  ): Awaitable<ConnectionValue<FicheValue<InstallationPubliee>>> {
    const { territoire, etablissement, retires } = args;
    const choice = {
      territoire: territoire == null ? null : parseCode(CODE_TERRITOIRE, territoire),
      etablissement: etablissement == null ? null : parseCode(CODE_ETABLISSEMENT, etablissement),
      retirees: retires ?? false,
    };
    return installationsPubliees.list(context, args, choice, {
      absence: sayAsked(choice.etablissement),
      criteria: [
        {
          name: 'territoire',
          value: choice.territoire,
          find: (code) => territoireLoader.load(context, code),
        },
      ],
    });
  }

  @Query(() => InstallationPubliee, {
    nullable: true,
    description: 'Une installation que le registre M02 publie ou a publiée ; nul si le code est inconnu.',
  })
  installationPubliee(
    @Arg('code', () => ID) code: string,
    @Ctx() context: Context,
  ): Awaitable<FicheValue<InstallationPubliee> | null> {
    return installationsPubliees.byCode.load(context, parseCode(CODE_M02, code));
  }

  @FieldResolver(() => TerritoireClsc, { nullable: true, description: WHERE_IT_STANDS })
  territoire(
    @Root() { territoireCode }: FicheValue<InstallationPubliee>,
    @Ctx() context: Context,
  ): Awaitable<TerritoireClscValue | null> | null {
    return territoireCode === null ? null : territoireLoader.load(context, territoireCode);
  }
}

@Resolver(() => EtablissementPublie)
export class EtablissementPublieResolver {
  @Query(() => EtablissementPublieConnection, {
    nullable: true,
    description: 'Établissements publics et privés que le registre M02 importé publie, par code.',
  })
  etablissementsPublies(
    @Ctx() context: Context,
    @Args(() => EtablissementsPubliesArgs) args: EtablissementsPubliesArgs,
  ): Awaitable<ConnectionValue<FicheValue<EtablissementPublie>>> {
    const choice = { territoire: null, etablissement: null, retirees: args.retires ?? false };
    return etablissementsPublies.list(context, args, choice, { absence: SANS_REGISTRE });
  }

  @Query(() => EtablissementPublie, {
    nullable: true,
    description: 'Un établissement que le registre M02 publie ou a publié ; nul si le code est inconnu.',
  })
  etablissementPublie(
    @Arg('code', () => ID) code: string,
    @Ctx() context: Context,
  ): Awaitable<FicheValue<EtablissementPublie> | null> {
    return etablissementsPublies.byCode.load(context, parseCode(CODE_M02, code));
  }

  @FieldResolver(() => TerritoireClsc, { nullable: true, description: WHERE_IT_STANDS })
  territoire(
    @Root() { territoireCode }: FicheValue<EtablissementPublie>,
    @Ctx() context: Context,
  ): Awaitable<TerritoireClscValue | null> | null {
    return territoireCode === null ? null : territoireLoader.load(context, territoireCode);
  }
}

@Resolver(() => TerritoireClsc)
export class TerritoireInstallationsPublieesResolver {
  @FieldResolver(() => InstallationPublieeConnection, {
    description: 'Installations qui s’y trouvent, telles que le registre M02 importé les publie.',
  })
  installationsPubliees(
    @Root() { code }: TerritoireClsc,
    @Ctx() context: Context,
    @Args(() => PageArgs) args: PageArgs,
  ): Awaitable<ConnectionValue<FicheValue<InstallationPubliee>>> {
    return readInstallationsOf(context, code, args);
  }
}
