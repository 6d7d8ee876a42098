import { type Awaitable, chain } from '@palier/runtime/awaitable';
import { type CodeFormat, parseCode } from '@palier/runtime/code-format';
import { type ConnectionValue, PageArgs, parsePage, toConnection } from '@palier/runtime/connection';
import { defineReferenceByCode } from '@palier/runtime/reference';
import { INTERNE } from '@palier/runtime/tags';
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Directive,
  Field,
  FieldResolver,
  ID,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { ABSENCES } from '../absence/absences.ts';
import { CODE_CAMPAGNE, CODE_EXIGENCE, CODE_TERRITOIRE } from '../other-levels/codes.ts';
import { TerritoireClsc } from '../other-levels/extended.type.ts';
import { parseOptionalCode } from '../other-levels/parse-optional-code.ts';
import type { Context } from '../tables.ts';
import {
  mesureLoader,
  mesuresByTerritoire,
  mesuresCountByTerritoire,
  readMesures,
  readMesuresCount,
} from './mesure.loader.ts';
import { findEmpreinte } from './mesure.queries.ts';
import { Mesure, MesureConnection } from './mesure.type.ts';

const PERIODE: CodeFormat = {
  pattern: /^\d{4}-\d{4}-P(0[1-9]|1[0-3])$/,
  description: 'une période de P01 à P13, par exemple 2025-2026-P03',
};

const MESURE_ID: CodeFormat = {
  pattern: /^\d{4}-\d{4}-P\d{2}:\d{5}:[A-Z]-[A-Z]\d{1,2}:[A-Z_]+(:(EN_PERSONNE|PAR_TELEPHONE))?$/,
  // Written as one, « P01:01111 » would look like a host and its port: the gateway would hide the whole message.
  description:
    'une période (2025-2026-P01), un territoire (01111) et une exigence (A-P5:AAOR), joints par des deux-points',
};

/** Which measures of a territory. */
@ArgsType()
class TerritoireMesuresArgs extends PageArgs {
  @Field(() => ID, {
    nullable: true,
    description: 'Campagne ; sans elle, la plus récente qui ait des mesures.',
  })
  campagne?: string | null;

  @Field(() => ID, { nullable: true, description: 'Exigence, par exemple « A-P5:AAOR ».' })
  exigence?: string | null;
}

@ArgsType()
class MesuresArgs extends TerritoireMesuresArgs {
  @Field(() => ID, { nullable: true, description: 'Territoire, par exemple « 06112 ».' })
  territoire?: string | null;

  @Field(() => ID, { nullable: true, description: 'Période, par exemple « 2025-2026-P03 ».' })
  periode?: string | null;
}

export const mesureReference = defineReferenceByCode('Mesure', mesureLoader, 'id');

@Resolver(() => Mesure)
export class MesureResolver {
  @Query(() => MesureConnection, {
    description:
      'Mesures d’une campagne, par période, territoire et exigence ; chaque argument restreint la liste.',
  })
  mesures(
    @Ctx() context: Context,
    @Args(() => MesuresArgs) args: MesuresArgs,
  ): Awaitable<ConnectionValue<Mesure>> {
    const page = parsePage('mesures', args);
    const choice = {
      campagne: parseOptionalCode(CODE_CAMPAGNE, args.campagne),
      exigence: parseOptionalCode(CODE_EXIGENCE, args.exigence),
      territoire: parseOptionalCode(CODE_TERRITOIRE, args.territoire),
      periode: parseOptionalCode(PERIODE, args.periode),
    };
    const bounds = { afterKey: page.afterKey, limit: page.first + 1 };
    return chain(readMesures(context, { choice, bounds }), (rows) =>
      toConnection({
        page,
        rows,
        keyOf: ({ id }) => id,
        count: () => readMesuresCount(context, choice),
        absence: ABSENCES.mesures,
      }),
    );
  }

  @Directive(INTERNE)
  @Query(() => String, {
    nullable: true,
    description:
      'Empreinte des mesures d’une campagne : elle change dès qu’une mesure est ajoutée, retirée ou révisée. Nulle quand il n’y en a pas.',
  })
  empreinteMesures(
    @Ctx() { database }: Context,
    @Arg('campagne', () => ID, {
      nullable: true,
      description: 'Campagne ; sans elle, la plus récente qui ait des mesures.',
    })
    campagne?: string | null,
  ): Promise<string | null> {
    return findEmpreinte(database, parseOptionalCode(CODE_CAMPAGNE, campagne));
  }

  @Query(() => Mesure, { nullable: true, description: 'Une mesure ; nul si elle est inconnue.' })
  mesure(@Arg('id', () => ID) id: string, @Ctx() context: Context): Awaitable<Mesure | null> {
    return mesureLoader.load(context, parseCode(MESURE_ID, id));
  }
}

@Resolver(() => TerritoireClsc)
export class TerritoireMesuresResolver {
  @FieldResolver(() => MesureConnection, {
    nullable: true,
    description: 'Mesures du territoire ; sans campagne, celles de la plus récente qui ait des mesures.',
  })
  mesures(
    @Root() { code }: TerritoireClsc,
    @Ctx() context: Context,
    @Args(() => TerritoireMesuresArgs) args: TerritoireMesuresArgs,
  ): Awaitable<ConnectionValue<Mesure>> {
    const page = parsePage('mesures', args);
    const asked = {
      territoire: code,
      campagne: parseOptionalCode(CODE_CAMPAGNE, args.campagne),
      exigence: parseOptionalCode(CODE_EXIGENCE, args.exigence),
      afterKey: page.afterKey ?? null,
      limit: page.first + 1,
    };
    return chain(mesuresByTerritoire.load(context, asked), (rows) =>
      toConnection({
        page,
        rows,
        keyOf: ({ id }) => id,
        count: () => mesuresCountByTerritoire.load(context, asked),
        absence: ABSENCES.mesures,
      }),
    );
  }
}
