import {
  Arg,
  type ClassType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  ObjectType,
  Resolver,
  Root,
  getMetadataStorage,
} from 'type-graphql';
import type { RawBuilder } from 'kysely';
import { type Awaitable, chain } from '../base/awaitable.ts';
import type { ReadingContext, SubgraphContext } from '../request/context.ts';
import { Cost, ListSize } from '../graph/demand.ts';
import { toInstant } from '../base/instant.ts';
import { Acte } from '../acts/acte.type.ts';
import { type ActeValue, acteLoader } from '../acts/journal.loader.ts';
import type { History } from '../memory/history.ts';
import { type Loader, defineLoader } from '../request/loader.ts';
import type { ReadsReserved } from '../request/may-read.ts';
import { Origine, type ProvenanceRow, toProvenance } from '../vocabulary/provenance.ts';
import { parseBound } from '../vocabulary/parse-instant.ts';
import { DateTime } from '../vocabulary/scalars.ts';
import {
  type Followed,
  MOST_VERSIONS,
  type ShownField,
  type SummedOver,
  type ToldBy,
  type VersionRow,
  type VersionsAsked,
  findSumVersions,
  findVersions,
} from './versions.queries.ts';

/** Something of the graph whose versions are read, as its level says it in one line. */
export interface VersionsOptions<Node> {
  readonly table: string;
  /** What each key column holds: always the same, or what the object says; its `code` or its `id` unless given. */
  readonly key?: Readonly<Record<string, string | ((node: Node) => string | number)>>;
  /** The fields of the type that are shown of each version; with their column, or what it holds in JSON, where its name is not theirs. */
  readonly fields: readonly (string | readonly [field: string, column: string])[];
  /** Where the table does not say where its rows come from: the one that does. */
  readonly toldBy?: ToldBy;
  /** Where the object holds what is followed rather than being it: the type whose fields these are, and the field that gives them. */
  readonly of?: { readonly type: ClassType; readonly field: string };
  /** Objects of the same type that another table holds. */
  readonly elsewhere?: {
    readonly table: string;
    readonly isThere: (node: Node) => boolean;
    readonly key: Readonly<Record<string, (node: Node) => string | number>>;
  };
  /** Objects that are the sum of several rows, as their members were known; by which column of the members, and what it holds. */
  readonly summed?: SummedOver & {
    readonly isSum: (node: Node) => boolean;
    readonly of: (node: Node) => readonly [column: string, code: string];
  };
  /** Said of what is made of parts that are followed by themselves: what differs is told of them. */
  readonly isWhole?: true;
  /** The column of the territory, or of the établissement, that it is about. */
  readonly territoire?: string;
  readonly etablissement?: string;
  /** What nobody but its établissement and Santé Québec knows before it is published. */
  readonly published?: Published;
  readonly withholding?: Withholding<Node>;
}

/** The row of another table whose column `since` is not null once what hangs on it is published: that of this key. */
export interface Published {
  readonly table: string;
  readonly key: string;
  readonly since: string;
  /** The columns, of what hangs on it, of that key and of the établissement. */
  readonly column: string;
  readonly etablissement: string;
}

/** What who asks reads of the past of something, where it is not all of it: what nobody published, or publishes any more. */
export interface Withholding<Node> {
  readonly versions: (
    context: SubgraphContext,
    node: Node,
    versions: readonly VersionRow[],
  ) => Awaitable<readonly VersionRow[]>;
  /** What differences compare of a row, in JSON: what is not read makes none, and is counted in none. */
  readonly differences: WithholdingState;
}

/** The state of a row as who asks reads it: an expression of its columns. */
export type WithholdingState = (asked: {
  readonly history: History;
  readonly reads: Exclude<ReadsReserved, 'TOUS'>;
  /** All of it. */
  readonly etat: RawBuilder<unknown>;
  /** By which act it is known to who asks. */
  readonly by: RawBuilder<unknown>;
  /** What stands for a field, whatever it was, and is told so: it is no difference from itself. */
  readonly hidden: (told: string) => RawBuilder<unknown>;
}) => RawBuilder<unknown>;

/** What a level follows through time. */
export interface Versioned extends Followed {
  /** As the graph names its type. */
  readonly type: string;
  readonly territoire: string | undefined;
  readonly etablissement: string | undefined;
  /** Key columns that hold the same in all the rows of this type. */
  readonly constants: Readonly<Record<string, string>>;
  readonly published?: Published | undefined;
  readonly withholdState?: WithholdingState | undefined;
  /** Whether what differs of it is told of its parts. */
  readonly isWhole?: boolean;
  /** What adds its versions to the graph. */
  readonly resolver?: ClassType;
}

@ObjectType()
class VersionFields {
  @Field(() => DateTime, {
    description:
      'Instant depuis lequel le palier sait cela. Ce qu’il savait en naissant l’est depuis sa naissance.',
  })
  connuDepuis: string;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Instant à partir duquel il a su autre chose ; nul pour ce qu’il sait encore.',
  })
  connuJusqua: string | null;

  @Field(() => Acte, {
    nullable: true,
    description:
      'Acte qui l’a écrit ; nul pour ce que le palier savait en naissant, reçoit d’un fichier officiel ou copie d’un autre palier.',
  })
  parActe: () => Awaitable<ActeValue | null>;

  @Field(() => Acte, {
    nullable: true,
    description: 'Acte qui l’a remplacé ou retiré ; nul pour ce qui est encore su, ou remplacé sans acte.',
  })
  finiParActe: () => Awaitable<ActeValue | null>;
}

/** Where a row comes from is shown of its versions, and is no difference by itself. */
export const PROVENANCE = 'provenance';
const INSTANT = 'timestamp with time zone';

type VersionValue = Readonly<Record<string, unknown>>;

/** Adds to a type the list of what was known of each of its objects, and since when. */
export function defineVersions<Node extends object>(
  entity: ClassType,
  options: VersionsOptions<Node>,
): Versioned {
  const { table, of, territoire, etablissement, elsewhere, summed, toldBy, published, withholding } = options;
  const target = of?.type ?? entity;
  const fields = options.fields.map(toShown);
  const keys = options.key ?? defaultKey(entity);
  const hasProvenance = toldBy === undefined && findField(target, PROVENANCE) !== undefined;
  const followed = {
    table,
    key: Object.keys(keys),
    shown: hasProvenance ? [...fields, toShown(PROVENANCE)] : fields,
    toldBy,
  };
  const type = nameOf(target);
  const here = toHolder(followed, { table, key: keys });
  const there = elsewhere && toHolder(followed, elsewhere);
  const sums = summed && toSums(followed, keys, summed);
  const holderOf = (node: Node): Holder<Node> => {
    if (sums && summed.isSum(node)) return sums;
    return there && elsewhere.isThere(node) ? there : here;
  };
  const Version = createVersionType(type, target, followed);

  @Resolver(() => entity)
  class VersionsResolver {
    @Cost(2)
    @ListSize(10)
    @FieldResolver(() => [Version], {
      name: of?.field ?? 'versions',
      nullable: true,
      description: `Ce qui a été su, la dernière version d’abord : depuis quand, jusqu’à quand, et par quel acte. Au plus ${MOST_VERSIONS} d’un coup, et celles du même instant que la dernière dite : \`avant\` demande les précédentes.${summed ? ' D’une unité, la somme de ses territoires, d’un changement au suivant, sans acte : elle est copiée.' : ''}`,
    })
    versions(
      @Root() node: Node,
      @Ctx() context: SubgraphContext,
      @Arg('avant', () => String, {
        nullable: true,
        description:
          'Ne donne que ce qui est connu depuis un instant d’avant celui-ci : le `connuDepuis` de la dernière version déjà lue.',
      })
      avantText?: string | null,
    ): Awaitable<readonly VersionValue[] | null> {
      const avant = parseBound('avant', avantText);
      const place = holderOf(node);
      const shown = chain(place.loader.load(context, { key: place.keyOf(node), avant }), (rows) =>
        withholding === undefined ? rows : withholding.versions(context, node, rows),
      );
      return chain(shown, (rows) => rows.map((row) => toVersion(context, place.followed, row)));
    }
  }
  return {
    ...followed,
    type,
    territoire,
    etablissement,
    constants: constantsOf(keys),
    published,
    withholdState: withholding?.differences,
    isWhole: options.isWhole === true,
    resolver: VersionsResolver,
  };
}

/** Where some objects of a type are followed, and what tells each apart there. */
interface Holder<Node> {
  readonly followed: Followed;
  readonly keyOf: (node: Node) => readonly string[];
  readonly loader: Loader<VersionsAsked, readonly VersionRow[]>;
}

type Keys<Node> = Readonly<Record<string, string | ((node: Node) => string | number)>>;

const readKeys =
  <Node>(keys: Keys<Node>) =>
  (node: Node): readonly string[] =>
    Object.values(keys).map((read) => (typeof read === 'string' ? read : String(read(node))));

/** All the objects of a type have the same fields, whatever table holds them. */
function toHolder<Node>(
  followed: Followed,
  { table, key }: { readonly table: string; readonly key: Keys<Node> },
): Holder<Node> {
  const own = { ...followed, table, key: Object.keys(key) };
  const loader = defineVersionsLoader((history, asked, au) => findVersions(history, own, asked, au));
  return { followed: own, keyOf: readKeys(key), loader };
}

function toSums<Node>(
  followed: Followed,
  keys: Keys<Node>,
  summed: NonNullable<VersionsOptions<Node>['summed']>,
): Holder<Node> {
  const readKey = readKeys(Object.fromEntries(summed.key.map((column) => [column, keys[column]!])));
  const loader = defineVersionsLoader((history, asked, au) =>
    findSumVersions(history, followed, summed, asked, au),
  );
  return { followed, keyOf: (node) => [...readKey(node), ...summed.of(node)], loader };
}

/** What the graph shows as a part of something else: what differs of it between two instants is told, and nothing more. */
export function defineFollowed(
  type: string,
  {
    key,
    withholdState,
    ...options
  }: Pick<VersionsOptions<never>, 'table' | 'fields' | 'territoire' | 'etablissement'> & {
    readonly key: readonly string[];
    readonly withholdState?: WithholdingState;
  },
): Versioned {
  return {
    table: options.table,
    key,
    shown: options.fields.map(toShown),
    type,
    territoire: options.territoire,
    etablissement: options.etablissement,
    constants: {},
    withholdState,
  };
}

const constantsOf = (keys: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(keys).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );

function defineVersionsLoader(
  find: (
    history: History,
    asked: readonly VersionsAsked[],
    au: string | undefined,
  ) => Promise<readonly VersionRow[]>,
): Loader<VersionsAsked, readonly VersionRow[]> {
  return defineLoader(async ({ history, au }: ReadingContext, asked) => {
    const groups: VersionRow[][] = asked.map(() => []);
    for (const row of await find(history, asked, au)) groups[row.rank - 1]?.push(row);
    return groups;
  });
}

function toVersion(
  context: SubgraphContext,
  { table, shown }: Followed,
  { depuis, jusqua, par, fini_par, etat }: VersionRow,
): VersionValue {
  const types = context.history.columns.get(table);
  const show = ({ field, column }: ShownField): unknown =>
    types?.get(column) === INSTANT && etat[field] !== null ? toInstant(String(etat[field])) : etat[field];
  const acte = (numero: number | null) => (): Awaitable<ActeValue | null> =>
    numero === null ? null : acteLoader.load(context, numero);
  return {
    ...Object.fromEntries(shown.map((each) => [each.field, show(each) ?? null])),
    connuDepuis: toInstant(depuis),
    connuJusqua: jusqua === null ? null : toInstant(jusqua),
    parActe: acte(par),
    finiParActe: acte(fini_par),
    origine: etat['origine'] ?? null,
    provenance: etat[PROVENANCE] == null ? null : toProvenance(etat[PROVENANCE] as ProvenanceRow),
  };
}

/** The fields of what is followed, as they are described there: any may have been unknown. */
function createVersionType(name: string, target: ClassType, { shown, toldBy }: Followed): ClassType {
  @ObjectType(`Version${name}`, { description: `Ce qui a été su de « ${name} » entre deux instants.` })
  class Version extends VersionFields {}
  for (const { field } of shown) {
    const known = findField(target, field);
    if (known === undefined) throw new TypeError(`${name} has no field ${field}`);
    const type = isObjectType(known.getType()) && field !== PROVENANCE ? ID : known.getType();
    const isList = known.typeOptions.array === true;
    Field(() => (isList ? [type] : type) as never, {
      nullable: true,
      description: `${(known.description ?? '').replace(/\.$/, '')}${type === ID && field !== 'code' && field !== 'id' ? ' : son code' : ''}.`,
    })(Version.prototype, field);
    if (isList) ListSize(10)(Version.prototype, field);
  }
  if (toldBy !== undefined)
    Field(() => Origine, {
      nullable: true,
      description:
        'DEMONSTRATION quand ces comptes ont été faits sur des données fictives ; nulle pour ce qui n’est plus dans rien.',
    })(Version.prototype, 'origine');
  return Version;
}

type FieldMetadata = ReturnType<typeof getMetadataStorage>['fields'][number];

/** A field of a class or of one that it extends. */
function findField(target: ClassType, name: string): FieldMetadata | undefined {
  const { fields } = getMetadataStorage();
  for (let owner: unknown = target; typeof owner === 'function'; owner = Object.getPrototypeOf(owner)) {
    const found = fields.find((field) => field.target === owner && field.name === name);
    if (found !== undefined) return found;
  }
  return undefined;
}

const isObjectType = (type: unknown): boolean =>
  getMetadataStorage().objectTypes.some(({ target }) => target === type);

const nameOf = (entity: ClassType): string =>
  getMetadataStorage().objectTypes.find(({ target }) => target === entity)?.name ?? entity.name;

function defaultKey(entity: ClassType): Readonly<Record<string, (node: object) => string>> {
  const name = findField(entity, 'code') === undefined ? 'id' : 'code';
  return { [name]: (node) => (node as Readonly<Record<string, string>>)[name]! };
}

const toShown = (given: string | readonly [string, string]): ShownField =>
  typeof given === 'string'
    ? { field: given, column: given.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`) }
    : { field: given[0], column: given[1] };
