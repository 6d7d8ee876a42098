import { act } from '@palier/runtime/acts/act';
import { type Awaitable, chain } from '@palier/runtime/awaitable';
import { CODE_CAMPAGNE, parseCode } from '@palier/runtime/code-format';
import { Cost, ListSize } from '@palier/runtime/demand';
import { DateTime } from '@palier/runtime/scalars';
import { Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import {
  Campagne,
  CampagneActeArgs,
  CampagneResultat,
  type CampagneValue,
} from '../campagne/campagne.type.ts';
import { type CampagneDone, showCampagne } from '../campagne/show-campagne.ts';
import type { Context } from '../tables.ts';
import { prepareTransmission } from './prepare-transmission.ts';
import { transmettreBilan } from './transmission.actes.ts';
import { transmissionsByCampagne } from './transmission.loader.ts';
import { Transmission } from './transmission.type.ts';

@Resolver(() => Campagne)
export class CampagneTransmissionsResolver {
  @ListSize(5)
  @FieldResolver(() => [Transmission], {
    description: 'Transmissions des bilans au ministère, dans l’ordre.',
  })
  transmissions(
    @Root() { code }: CampagneValue,
    @Ctx() context: Context,
  ): Awaitable<readonly Transmission[]> {
    return transmissionsByCampagne.load(context, code);
  }

  @FieldResolver(() => DateTime, {
    nullable: true,
    description: 'Instant de la dernière transmission des bilans au ministère ; nul s’il n’y en a pas.',
  })
  transmiseLe(@Root() { code }: CampagneValue, @Ctx() context: Context): Awaitable<string | null> {
    return chain(
      transmissionsByCampagne.load(context, code),
      (transmissions) => transmissions.at(-1)?.transmiseLe ?? null,
    );
  }

  @Cost(5_000)
  @Mutation(() => CampagneResultat, {
    nullable: true,
    description:
      'Santé Québec consolide les bilans d’une campagne tels qu’ils sont à cet instant, et les transmet au ministère (mandat S4) ; ceux qu’elle a transmis en dernier ne le sont pas deux fois.',
  })
  async transmettreBilan(
    @Ctx() context: Context,
    @Args(() => CampagneActeArgs) { cle, motif, campagne }: CampagneActeArgs,
  ): Promise<CampagneDone> {
    const code = parseCode(CODE_CAMPAGNE, campagne, 'campagne');
    const acte = await act(context, {
      definition: transmettreBilan,
      cle,
      motif,
      asked: { campagne: code },
      prepare: () => prepareTransmission(context, code),
      preparing: 'WRITES',
    });
    return showCampagne(context, code, acte);
  }
}
