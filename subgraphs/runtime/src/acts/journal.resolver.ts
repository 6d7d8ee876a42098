import {
  Arg,
  Args,
  ArgsType,
  type ClassType,
  Ctx,
  Directive,
  Field,
  FieldResolver,
  ID,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { type Awaitable, chain } from '../base/awaitable.ts';
import { type ConnectionValue, PageArgs, createConnectionType } from '../graph/connection.ts';
import { CODE_ETABLISSEMENT, parseCode } from '../vocabulary/code-format.ts';
import type { SubgraphContext } from '../request/context.ts';
import { PalierError } from '../base/errors.ts';
import { parseFreeText } from '../vocabulary/free-text.ts';
import { parseBound } from '../vocabulary/parse-instant.ts';
import { Cost } from '../graph/demand.ts';
import { SensTri } from '../graph/order.ts';
import { INTERNE } from '../vocabulary/tags.ts';
import type { CodePalier } from '../vocabulary/paliers.ts';
import { Acte, type Recu } from './acte.type.ts';
import { type ActeValue, contenuLoader, defineActesList, recuLoader } from './journal.loader.ts';
import type { ActeDefinition } from '../journal/acte.ts';
import type { LevelJournal } from '../journal/level-journal.ts';
import { LEVEL_NAMES } from '@palier/calls/level-names';
import { sayReserved } from '../journal/reserved.ts';
import { attestFor } from '../journal/witness.ts';
import { defineReserves } from './reserves.ts';

@ArgsType()
class JournalArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description: 'Nature des actes, par exemple « soumettreReddition ».',
  })
  nature?: string | null;

  @Field(() => String, { nullable: true, description: 'Auteur : le sujet de son jeton.' })
  auteur?: string | null;

  @Field(() => ID, { nullable: true, description: 'Établissement au nom duquel les actes ont été faits.' })
  etablissement?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Actes inscrits à cet instant ou après : « 2026-11-28T10:00:00Z », ou un jour, « 2026-11-28 », qui vaut sa première milliseconde, heure de Québec.',
  })
  depuis?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Actes inscrits avant cet instant ; avant ce jour, s’il n’est dit qu’un jour.',
  })
  avant?: string | null;

  @Field(() => SensTri, {
    nullable: true,
    description: 'Sens de l’ordre des numéros ; CROISSANT par défaut, et le dernier acte d’abord sinon.',
  })
  sens?: SensTri | null;
}

/** The doors of a level's journal: its acts, their contents and receipts, and the countersigning of the others' checkpoints. */
export function createJournalResolver(niveau: CodePalier, actes: readonly ActeDefinition[]): ClassType {
  const suffix = LEVEL_NAMES[niveau].suffix;
  const query = `journal${suffix}`;
  const JournalConnection = createConnectionType(`Journal${suffix}`, () => Acte);
  const readActes = defineActesList(query, niveau);
  const loadReserve = defineReserves(actes);

  @ObjectType(`Contresignature${suffix}`, {
    description: 'Réponse d’un palier témoin à qui lui demande de contresigner un point de contrôle.',
  })
  class Contresignature {
    @Field(() => String, { nullable: true, description: 'Ligne signée par le témoin ; nulle s’il refuse.' })
    signature: string | null;

    @Field(() => Int, { description: 'Nombre d’actes du journal que le témoin a vus.' })
    taille: number;

    @Field(() => String, { nullable: true, description: 'Pourquoi il refuse.' })
    motif: string | null;
  }

  @Resolver(() => Acte)
  class JournalResolver {
    @Query(() => JournalConnection, {
      name: query,
      nullable: true,
      description:
        'Actes de ce palier, dans l’ordre où ils ont été inscrits ; chaque argument restreint la liste.',
    })
    journal(
      @Ctx() context: SubgraphContext,
      @Args(() => JournalArgs) args: JournalArgs,
    ): Awaitable<ConnectionValue<ActeValue>> {
      const choice = {
        nature: parseNature(context.journal, args.nature),
        auteur: parseFreeText('auteur', args.auteur),
        etablissement: args.etablissement == null ? null : parseCode(CODE_ETABLISSEMENT, args.etablissement),
        depuis: parseBound('depuis', args.depuis),
        avant: parseBound('avant', args.avant),
      };
      return readActes(context, args, choice);
    }

    @FieldResolver()
    contenu(@Root() acte: ActeValue, @Ctx() context: SubgraphContext): Awaitable<string> {
      return chain(loadReserve(context, acte), (reserve) =>
        reserve === null ? contenuLoader.load(context, acte.numero) : sayReserved(reserve),
      );
    }

    @FieldResolver()
    contenuReserve(@Root() acte: ActeValue, @Ctx() context: SubgraphContext): Awaitable<string | null> {
      return loadReserve(context, acte);
    }

    @FieldResolver()
    recu(
      @Root() { niveau: of, numero, empreinte }: ActeValue,
      @Ctx() context: SubgraphContext,
    ): Awaitable<Recu | null> {
      return recuLoader.load(context, { niveau: of, numero, empreinte });
    }

    @Cost(30)
    @Directive(INTERNE)
    @Mutation(() => Contresignature, {
      name: `contresignature${suffix}`,
      nullable: true,
      description:
        'Contresigne le point de contrôle du journal d’un autre palier, s’il prolonge ce qui en avait été vu. Ce n’est pas un acte : un palier le demande pour son journal.',
    })
    contresignature(
      @Ctx() { journal }: SubgraphContext,
      @Arg('point', () => String, { description: 'Point de contrôle, signé par son palier.' }) point: string,
      @Arg('depuis', () => Int, { description: 'Nombre d’actes d’où part la preuve.' }) depuis: number,
      @Arg('preuve', () => [String], {
        description: 'Preuve que le journal prolonge ce qui en avait été vu.',
      })
      preuve: string[],
    ): Promise<Contresignature> {
      return countersignFor(journal, { point, depuis, preuve });
    }
  }
  return JournalResolver;
}

/** Raises FILTRE_INVALIDE for a nature that no act of this level has. */
function parseNature({ actes }: LevelJournal, nature: string | null | undefined): string | null {
  if (nature == null || actes.some((acte) => acte.nature === nature)) return nature ?? null;
  const known = [...new Set(actes.map((acte) => acte.nature))].join(', ');
  throw new PalierError(
    'FILTRE_INVALIDE',
    `« nature » n’est celle d’aucun acte de ce palier. Possibles : ${known || 'aucune'}.`,
  );
}

async function countersignFor(journal: LevelJournal, asked: Parameters<typeof attestFor>[1]) {
  const { signature, taille, ...refusal } = await attestFor(journal, asked);
  return { signature, taille, motif: 'motif' in refusal ? refusal.motif : null };
}
