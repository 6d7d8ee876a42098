import { type ClassType, Directive, Field, ID, Int, ObjectType, createUnionType } from 'type-graphql';
import { ListSize } from './demand.ts';
import type { Representation } from './reference.ts';

@Directive('@shareable')
@ObjectType({ description: 'Pourquoi des éléments d’un groupe sont sans verdict, et combien le sont ainsi.' })
class RaisonRepartition {
  @Field(() => ID, { description: 'Clé de la raison, par exemple « SUPPRIMEE ».' })
  cle: string;

  @Field(() => String, { description: 'La raison, en français.' })
  libelle: string;

  @Field(() => Int, { description: 'Nombre d’éléments.' })
  nombre: number;
}

/** A group as its rows give it. */
export interface GroupeRepartition {
  readonly cle: string | null;
  readonly libelle: string;
  /** What the key is the code of, by which its owner finds it. */
  readonly entite: Representation | null;
  readonly nombre: number;
  readonly fictifs: number;
  readonly raisons: readonly RaisonRepartition[];
  readonly dont: readonly GroupeRepartition[];
}

/** Makes the type of the groups of a level: what their keys may be the codes of is what its lists are counted by. */
export function createGroupeType(entites: () => readonly ClassType[]): ClassType<GroupeRepartition> {
  const RepartitionEntite = createUnionType({
    name: 'RepartitionEntite',
    description: 'Ce dont la clé d’un groupe est le code, dit par le palier qui le tient.',
    types: () => entites() as [ClassType, ...ClassType[]],
    resolveType: (value) => (value as Representation).__typename,
  });

  @Directive('@shareable')
  @ObjectType('GroupeRepartition', {
    description:
      'Groupe d’une répartition. Les nombres des groupes font ensemble le `totalCount` de la liste ; un groupe vide n’y est pas.',
  })
  class Groupe implements GroupeRepartition {
    @Field(() => ID, {
      nullable: true,
      description:
        'Valeur commune aux éléments du groupe : un code ou un mot du graphe ; nulle s’ils n’en ont pas.',
    })
    cle: string | null;

    @Field(() => String, {
      description:
        'La clé, en français : le nom de ce dont elle est le code, là où le palier qui compte le tient ; `entite` le donne partout.',
    })
    libelle: string;

    @Field(() => RepartitionEntite, {
      nullable: true,
      description:
        'Ce dont la clé est le code, par exemple `entite { ... on Region { nom } }` ; nul quand elle est un mot du graphe ou manque, et quand personne ne porte ce code.',
    })
    entite: Representation | null;

    @Field(() => Int, { description: 'Nombre d’éléments du groupe.' })
    nombre: number;

    @Field(() => Int, { description: 'Combien d’entre eux sont fictifs (`DEMONSTRATION`).' })
    fictifs: number;

    @ListSize(4)
    @Field(() => [RaisonRepartition], {
      description: 'Pour le groupe `SANS_VERDICT` : pourquoi, et combien. Vide pour les autres.',
    })
    raisons: readonly RaisonRepartition[];

    @ListSize(13)
    @Field(() => [Groupe], {
      description: 'Le groupe, réparti à son tour par `puis` ; vide sans lui.',
    })
    dont: readonly Groupe[];
  }
  return Groupe;
}

/** Rows counted by one dimension, and by a second within the first when there is one. */
export interface GroupRow {
  readonly cle: string | null;
  readonly puis: string | null;
  /** Why they have no verdict; null when they have one, or when it was not asked. */
  readonly raison: string | null;
  readonly nombre: number;
  readonly fictifs: number;
  /** What the level calls what `cle` and `puis` are the codes of, where it holds the name. */
  readonly nom?: string | null | undefined;
  readonly nomPuis?: string | null | undefined;
}

/**
 * How the keys of a dimension are said: each by name, in this order, or all alike; and what has no key. Keys that are the codes of
 * an entity say its type.
 */
export interface Dimension {
  readonly type?: string;
  readonly names?: Readonly<Record<string, string>>;
  readonly say?: (cle: string) => string;
  readonly none?: string;
}

export interface RepartitionAsked {
  readonly par: string;
  readonly puis?: string | null;
}

export type Dimensions = Readonly<Record<string, Dimension>>;

/** How the rows of one list are counted: what by, and why some have no verdict. */
export interface Counted {
  readonly dimensions: Dimensions;
  readonly reasons?: Readonly<Record<string, string>>;
}

/** The rows as groups, in the order of the dimension: that of its names, or of the keys; what has none comes last. */
export function toGroupes(
  rows: readonly GroupRow[],
  { dimensions, reasons = {} }: Counted,
  { par, puis }: RepartitionAsked,
): GroupeRepartition[] {
  return group(rows, dimensions[par]!, ({ cle, nom }) => ({ key: cle, nom })).map(([said, own]) => ({
    ...said,
    raisons: countReasons(said, own, reasons),
    dont:
      puis == null
        ? []
        : group(own, dimensions[puis]!, (row) => ({ key: row.puis, nom: row.nomPuis })).map(
            ([part, inner]) => ({
              ...part,
              raisons: countReasons(part, inner, reasons),
              dont: [],
            }),
          ),
  }));
}

type Said = Pick<GroupeRepartition, 'cle' | 'libelle' | 'entite' | 'nombre' | 'fictifs'>;

interface Keyed {
  readonly key: string | null;
  readonly nom: string | null | undefined;
}

function group(
  rows: readonly GroupRow[],
  { type, names = {}, say, none }: Dimension,
  keyed: (row: GroupRow) => Keyed,
): (readonly [Said, readonly GroupRow[]])[] {
  const groups = new Map<string | null, GroupRow[]>();
  for (const row of rows) {
    const { key } = keyed(row);
    const own = groups.get(key);
    if (own === undefined) groups.set(key, [row]);
    else own.push(row);
  }
  const known = Object.keys(names);
  const given = [...groups.keys()].filter((cle) => cle !== null && !known.includes(cle)).sort();
  return [...known, ...given, null].flatMap((cle) => {
    const own = groups.get(cle);
    if (own === undefined) return [];
    const libelle =
      cle === null ? (none ?? 'Non dit') : (names[cle] ?? keyed(own[0]!).nom ?? say?.(cle) ?? cle);
    const entite = cle === null || type === undefined ? null : { __typename: type, code: cle };
    return [[{ cle, libelle, entite, ...sumUp(own) }, own] as const];
  });
}

function sumUp(rows: readonly GroupRow[]): Pick<Said, 'nombre' | 'fictifs'> {
  return {
    nombre: rows.reduce((sum, { nombre }) => sum + nombre, 0),
    fictifs: rows.reduce((sum, { fictifs }) => sum + fictifs, 0),
  };
}

function countReasons(
  { cle: group }: Said,
  rows: readonly GroupRow[],
  reasons: Readonly<Record<string, string>>,
): RaisonRepartition[] {
  if (group !== 'SANS_VERDICT') return [];
  return Object.entries(reasons).flatMap(([cle, libelle]) => {
    const { nombre } = sumUp(rows.filter(({ raison }) => raison === cle));
    return nombre === 0 ? [] : [{ cle, libelle, nombre }];
  });
}
