import type { Awaitable } from '@palier/runtime/awaitable';
import { parseCode } from '@palier/runtime/code-format';
import { type ConnectionValue, PageArgs } from '@palier/runtime/connection';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { IDENTIFIANT } from '../listing/identifiant.ts';
import { defineListedReference } from '../listing/reference-by-id.ts';
import { mesureLoader } from '../mesure/mesure.loader.ts';
import type { Mesure } from '../mesure/mesure.type.ts';
import { CODE_CAMPAGNE, CODE_ETABLISSEMENT } from '../other-levels/codes.ts';
import { Etablissement } from '../other-levels/extended.type.ts';
import { parseOptionalCode } from '../other-levels/parse-optional-code.ts';
import type { Context } from '../tables.ts';
import { lignesReddition, redditions } from './reddition.loader.ts';
import {
  LigneReddition,
  LigneRedditionConnection,
  type LigneRedditionValue,
  Reddition,
  RedditionConnection,
} from './reddition.type.ts';

export const redditionReference = defineListedReference('Reddition', redditions);

const BY_ETABLISSEMENT = { column: 'etablissement_code', holds: 'ONE' } as const;
const redditionsOf = redditions.under(BY_ETABLISSEMENT);
const lignesOf = lignesReddition.under({ column: 'reddition_id', holds: 'ONE' });

@ArgsType()
class RedditionsArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Campagne, par exemple « 2025-2026 ».' })
  campagne?: string | null;

  @Field(() => ID, { nullable: true, description: 'Établissement qui rend compte.' })
  etablissement?: string | null;
}

@Resolver(() => Reddition)
export class RedditionResolver {
  @Query(() => RedditionConnection, {
    description: 'Redditions de comptes ; chaque argument restreint la liste.',
  })
  redditions(
    @Ctx() context: Context,
    @Args(() => RedditionsArgs) args: RedditionsArgs,
  ): Awaitable<ConnectionValue<Reddition>> {
    return redditions.page(context, args, [
      { column: 'campagne', holds: 'ONE', value: parseOptionalCode(CODE_CAMPAGNE, args.campagne) },
      { ...BY_ETABLISSEMENT, value: parseOptionalCode(CODE_ETABLISSEMENT, args.etablissement) },
    ]);
  }

  @Query(() => Reddition, { nullable: true, description: 'Une reddition ; nul si elle est inconnue.' })
  reddition(@Arg('id', () => ID) id: string, @Ctx() context: Context): Awaitable<Reddition | null> {
    return redditions.byKey.load(context, parseCode(IDENTIFIANT, id));
  }

  @FieldResolver(() => LigneRedditionConnection, { description: 'Mesures que cette version porte.' })
  lignes(
    @Root() { id }: Reddition,
    @Ctx() context: Context,
    @Args(() => PageArgs) args: PageArgs,
  ): Awaitable<ConnectionValue<LigneRedditionValue>> {
    return lignesOf(context, id, args);
  }
}

@Resolver(() => LigneReddition)
export class LigneRedditionResolver {
  @FieldResolver()
  mesure(@Root() { mesureId }: LigneRedditionValue, @Ctx() context: Context): Awaitable<Mesure | null> {
    return mesureLoader.load(context, mesureId);
  }
}

@Resolver(() => Etablissement)
export class EtablissementRedditionsResolver {
  @FieldResolver(() => RedditionConnection, {
    nullable: true,
    description: 'Redditions de comptes de l’établissement, toutes campagnes et versions.',
  })
  redditions(
    @Root() { code }: Etablissement,
    @Ctx() context: Context,
    @Args(() => PageArgs) args: PageArgs,
  ): Awaitable<ConnectionValue<Reddition>> {
    return redditionsOf(context, code, args);
  }
}
