import {
  Args,
  ArgsType,
  type ClassType,
  Ctx,
  Directive,
  Field,
  FieldResolver,
  ID,
  ObjectType,
  Query,
  Resolver,
  Root,
  registerEnumType,
} from 'type-graphql';
import type { Awaitable } from '../base/awaitable.ts';
import { CODE_ETABLISSEMENT, CODE_TERRITOIRE, parseCode } from '../vocabulary/code-format.ts';
import {
  type ConnectionValue,
  PageArgs,
  createConnectionType,
  parsePage,
  toConnection,
} from '../graph/connection.ts';
import type { SubgraphContext } from '../request/context.ts';
import { Cost } from '../graph/demand.ts';
import { PalierError } from '../base/errors.ts';
import { toInstant } from '../base/instant.ts';
import { Acte } from '../acts/acte.type.ts';
import { toCanonicalJson } from '../journal/acte-digest.ts';
import { type ActeValue, acteLoader } from '../acts/journal.loader.ts';
import { LEVEL_NAMES } from '@palier/calls/level-names';
import { defineReading } from '../request/loader.ts';
import { readsReserved } from '../request/may-read.ts';
import { CodePalier } from '../vocabulary/paliers.ts';
import { parsePastInstant, refuseAfterQuestion, refuseInverted } from '../vocabulary/parse-instant.ts';
import { Origine } from '../vocabulary/provenance.ts';
import { DateTime } from '../vocabulary/scalars.ts';
import { type DifferenceKey, countDifferences, listDifferences } from './differences.queries.ts';
import type { DifferenceRow, DifferencesChoice, DifferencesRead } from './difference.ts';
import type { Versioned } from './versions.ts';

const NatureDifference = { AJOUT: 'AJOUT', CHANGEMENT: 'CHANGEMENT', RETRAIT: 'RETRAIT' } as const;
type NatureDifference = (typeof NatureDifference)[keyof typeof NatureDifference];

registerEnumType(NatureDifference, {
  name: 'NatureDifference',
  description: 'Ce qui est arrivé à une chose entre deux instants.',
  valuesConfig: {
    AJOUT: { description: 'Elle n’était pas connue au premier instant, et l’est au second.' },
    CHANGEMENT: { description: 'Elle est connue aux deux, autrement.' },
    RETRAIT: { description: 'Elle était connue au premier instant, et ne l’est plus au second.' },
  },
});

@Directive('@shareable')
@ObjectType({ description: 'Un champ d’une chose, qui ne se lit pas de même à deux instants.' })
class Difference {
  @Field(() => CodePalier, { description: 'Palier qui la tient.' })
  niveau: CodePalier;

  @Field(() => String, { description: 'Type de la chose, tel que le graphe le nomme : « Mesure ».' })
  type: string;

  @Field(() => ID, { description: 'Code ou identifiant de la chose ; ses parties séparées par « : ».' })
  code: string;

  @Field(() => String, { description: 'Champ, tel que le graphe le nomme : « valeur ».' })
  champ: string;

  @Field(() => NatureDifference, { description: 'Ce qui est arrivé à la chose.' })
  nature: NatureDifference;

  @Field(() => String, {
    nullable: true,
    description: 'Valeur au premier instant, en JSON ; nulle si elle n’en avait pas.',
  })
  avant: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Valeur au second instant, en JSON ; nulle si elle n’en a pas.',
  })
  apres: string | null;

  @Field(() => Origine, {
    nullable: true,
    description:
      'D’où vient ce qui a été su en dernier : DEMONSTRATION pour ce qui est fictif ; nulle quand rien ne le dit.',
  })
  origine: Origine | null;

  @Field(() => DateTime, { description: 'Instant du dernier changement de ce champ entre les deux.' })
  instant: string;

  @Field(() => Acte, {
    nullable: true,
    description:
      'Acte qui l’a changé ; nul pour ce qui vient d’un fichier officiel ou de la copie d’un autre palier.',
  })
  acte: () => Awaitable<ActeValue | null>;
}

@ArgsType()
class DifferencesArgs {
  @Field(() => String, {
    nullable: true,
    description:
      'Premier instant : « 2026-05-01T14:00:00-04:00 », ou un jour, « 2026-05-01 », qui vaut sa dernière milliseconde, heure de Québec ; à défaut, celui où la mémoire du palier commence.',
  })
  de?: string | null;

  @Field(() => String, { nullable: true, description: 'Second instant, de même ; à défaut, maintenant.' })
  a?: string | null;

  @Field(() => String, { nullable: true, description: 'Type de ce qui a changé, par exemple « Mesure ».' })
  type?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Territoire : ne garde que ce qui dit le sien à l’un des deux instants, par exemple « 06112 ».',
  })
  territoire?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Établissement : ne garde que ce qui dit le sien à l’un des deux instants, par exemple « 11045119 ».',
  })
  etablissement?: string | null;
}

/** What is compared, as every level reads it; an instant in UTC, null where each level has its own. */
interface Compared extends Omit<DifferencesChoice, 'de' | 'a'> {
  readonly de: string | null;
  readonly a: string | null;
}

interface DifferencesAsked {
  readonly choice: DifferencesRead;
  readonly after: DifferenceKey | undefined;
  readonly limit: number;
}

/** What a level knew otherwise at two instants: a root field of its own, and its list among those of all levels. */
export function createDifferencesResolver(niveau: CodePalier, followed: readonly Versioned[]): ClassType {
  const suffix = LEVEL_NAMES[niveau].suffix;
  const query = `differences${suffix}`;
  const list = `${suffix.charAt(0).toLowerCase()}${suffix.slice(1)}`;
  const DifferencesConnection = createConnectionType(`Differences${suffix}`, () => Difference);
  const readDifferences = defineReading(({ history }, { choice, after, limit }: DifferencesAsked) =>
    listDifferences(history, chosen(followed, choice), choice, { after, limit }),
  );
  const readCount = defineReading(({ history }, choice: DifferencesRead) =>
    countDifferences(history, chosen(followed, choice), choice),
  );
  const readPage = async (
    context: SubgraphContext,
    compared: Compared,
    args: PageArgs,
  ): Promise<ConnectionValue<object>> => {
    const choice = await chooseHere(context, followed, compared);
    const page = parsePage(query, args, choice);
    const after = page.afterKey === undefined ? undefined : (JSON.parse(page.afterKey) as DifferenceKey);
    const read = { ...choice, reads: readsReserved(context.identity) };
    const isNothing = chosen(followed, choice).length === 0;
    return toConnection({
      page,
      rows: async () => {
        if (isNothing) return [];
        const rows = await readDifferences(context, { choice: read, after, limit: page.first + 1 });
        return rows.map((row) => toDifference(context, niveau, row));
      },
      keyOf: ({ type, code, champ }) => JSON.stringify([type, code, champ] satisfies DifferenceKey),
      count: () => (isNothing ? 0 : readCount(context, read)),
    });
  };

  @ObjectType({
    description:
      'Ce que les paliers savaient autrement à deux instants : une liste par palier, donnée par lui.',
  })
  class Differences {
    @Directive('@shareable')
    @Field(() => DateTime, {
      nullable: true,
      description:
        'Premier instant comparé ; nul s’il n’a pas été dit : chaque palier part alors de celui où sa mémoire commence.',
    })
    de: string | null;

    @Directive('@shareable')
    @Field(() => DateTime, {
      nullable: true,
      description: 'Second instant comparé ; nul s’il n’a pas été dit : jusqu’à maintenant.',
    })
    a: string | null;
  }

  @Resolver(() => Differences)
  class DifferencesResolver {
    // Every level answers it alike, from its arguments: each list is asked of its own level, at the root, beside those of the others.
    @Directive('@shareable')
    @Query(() => Differences, {
      nullable: true,
      description:
        'Ce que chaque palier savait autrement à deux instants. Un palier qui ne répond pas, ou qui refuse, ne prive que de sa liste. Chaque argument restreint les listes.',
    })
    differences(
      @Ctx() context: SubgraphContext,
      @Args(() => DifferencesArgs) args: DifferencesArgs,
    ): Compared {
      return parseCompared(context, args);
    }

    // Two instants of all tables are compared, whatever the page.
    @Cost(3_000)
    @FieldResolver(() => DifferencesConnection, {
      name: list,
      nullable: true,
      description: `La liste de ce palier, telle que \`${query}\` la donne, avec les mêmes curseurs.`,
    })
    list(
      @Root() compared: Compared,
      @Ctx() context: SubgraphContext,
      @Args(() => PageArgs) page: PageArgs,
    ): Promise<ConnectionValue<object>> {
      return readPage(context, compared, page);
    }

    @Cost(3_000)
    @Query(() => DifferencesConnection, {
      name: query,
      nullable: true,
      description:
        'Ce que ce palier savait autrement à deux instants, champ par champ, par type, code et champ : avant, après, et l’acte qui l’a changé. Chaque argument restreint la liste.',
    })
    ofLevel(
      @Ctx() context: SubgraphContext,
      @Args(() => DifferencesArgs) args: DifferencesArgs,
      @Args(() => PageArgs) page: PageArgs,
    ): Promise<ConnectionValue<object>> {
      return readPage(context, parseCompared(context, args), page);
    }
  }
  return DifferencesResolver;
}

/** What can have what was chosen. */
const chosen = (
  followed: readonly Versioned[],
  { type, territoire, etablissement }: DifferencesChoice,
): readonly Versioned[] =>
  followed.filter(
    (each) =>
      (type === null || each.type === type) &&
      (territoire === null || each.territoire !== undefined) &&
      (etablissement === null || each.etablissement !== undefined),
  );

/** What is known is known until then. */
const NOW = 'infinity';

/** The same on every level. Raises FILTRE_INVALIDE, CODE_INVALIDE. */
function parseCompared({ au }: SubgraphContext, args: DifferencesArgs): Compared {
  const de = args.de == null ? null : parsePastInstant('de', args.de);
  const a = args.a == null ? (au ?? null) : parsePastInstant('a', args.a);
  refuseInverted({ de: 'de', a: 'a' }, { de, a });
  if (a !== null) refuseAfterQuestion('a', a, au);
  return {
    de,
    a,
    type: args.type ?? null,
    territoire: args.territoire == null ? null : parseCode(CODE_TERRITOIRE, args.territoire),
    etablissement: args.etablissement == null ? null : parseCode(CODE_ETABLISSEMENT, args.etablissement),
  };
}

/** What this level compares. Raises INSTANT_HORS_MEMOIRE, and FILTRE_INVALIDE for a type that it does not follow. */
async function chooseHere(
  { history }: SubgraphContext,
  followed: readonly Versioned[],
  compared: Compared,
): Promise<DifferencesChoice> {
  const type = parseType(followed, compared.type);
  const [de, a] = [compared.de ?? history.depuis, compared.a ?? NOW];
  await history.settle(de);
  if (a !== NOW) await history.settle(a);
  return { ...compared, de, a, type };
}

function parseType(followed: readonly Versioned[], type: string | null): string | null {
  const known = [...new Set(followed.map((each) => each.type))].sort();
  if (type === null || known.includes(type)) return type;
  throw new PalierError(
    'FILTRE_INVALIDE',
    `« type » n’est celui de rien que ce palier suive. Possibles : ${known.join(', ')}.`,
  );
}

function toDifference(
  context: SubgraphContext,
  niveau: CodePalier,
  { type, code, champ, avant, apres, connu_avant, connu_apres, instant, acte, origine }: DifferenceRow,
): Difference {
  return {
    niveau,
    type,
    code,
    champ,
    nature: natureOf(connu_avant, connu_apres),
    avant: toText(avant),
    apres: toText(apres),
    origine,
    instant: toInstant(instant),
    acte: () => (acte === null ? null : acteLoader.load(context, acte)),
  };
}

function natureOf(before: boolean, after: boolean): NatureDifference {
  if (!before) return NatureDifference.AJOUT;
  return after ? NatureDifference.CHANGEMENT : NatureDifference.RETRAIT;
}

const toText = (value: unknown): string | null => (value == null ? null : toCanonicalJson(value));
