import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { ListSize } from './demand.ts';

@Directive('@shareable')
@ObjectType({ description: 'Pourquoi des éléments d’un groupe sont sans verdict, et combien le sont ainsi.' })
export class RaisonRepartition {
  @Field(() => ID, { description: 'Clé de la raison, par exemple « SUPPRIMEE ».' })
  cle: string;

  @Field(() => String, { description: 'La raison, en français.' })
  libelle: string;

  @Field(() => Int, { description: 'Nombre d’éléments.' })
  nombre: number;
}

@Directive('@shareable')
@ObjectType({
  description:
    'Groupe d’une répartition. Les nombres des groupes font ensemble le `totalCount` de la liste ; un groupe vide n’y est pas.',
})
export class GroupeRepartition {
  @Field(() => ID, {
    nullable: true,
    description:
      'Valeur commune aux éléments du groupe : un code ou un mot du graphe ; nulle s’ils n’en ont pas.',
  })
  cle: string | null;

  @Field(() => String, { description: 'La clé, en français.' })
  libelle: string;

  @Field(() => Int, { description: 'Nombre d’éléments du groupe.' })
  nombre: number;

  @Field(() => Int, { description: 'Combien d’entre eux sont fictifs (`DEMONSTRATION`).' })
  fictifs: number;

  @ListSize(4)
  @Field(() => [RaisonRepartition], {
    description: 'Pour le groupe `SANS_VERDICT` : pourquoi, et combien. Vide pour les autres.',
  })
  raisons: RaisonRepartition[];

  @ListSize(13)
  @Field(() => [GroupeRepartition], {
    description: 'Le groupe, réparti à son tour par `puis` ; vide sans lui.',
  })
  dont: GroupeRepartition[];
}

/** Rows counted by one dimension, and by a second within the first when there is one. */
export interface GroupRow {
  readonly cle: string | null;
  readonly puis: string | null;
  /** Why they have no verdict; null when they have one, or when it was not asked. */
  readonly raison: string | null;
  readonly nombre: number;
  readonly fictifs: number;
}

/** How the keys of a dimension are said: each by name, in this order, or all alike; and what has no key. */
export interface Dimension {
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
  return group(rows, dimensions[par]!, ({ cle }) => cle).map(([said, own]) => ({
    ...said,
    raisons: countReasons(said, own, reasons),
    dont:
      puis == null
        ? []
        : group(own, dimensions[puis]!, (row) => row.puis).map(([part, inner]) => ({
            ...part,
            raisons: countReasons(part, inner, reasons),
            dont: [],
          })),
  }));
}

type Said = Pick<GroupeRepartition, 'cle' | 'libelle' | 'nombre' | 'fictifs'>;

function group(
  rows: readonly GroupRow[],
  { names = {}, say, none }: Dimension,
  keyOf: (row: GroupRow) => string | null,
): (readonly [Said, readonly GroupRow[]])[] {
  const groups = new Map<string | null, GroupRow[]>();
  for (const row of rows) {
    const own = groups.get(keyOf(row));
    if (own === undefined) groups.set(keyOf(row), [row]);
    else own.push(row);
  }
  const known = Object.keys(names);
  const given = [...groups.keys()].filter((cle) => cle !== null && !known.includes(cle)).sort();
  return [...known, ...given, null].flatMap((cle) => {
    const own = groups.get(cle);
    if (own === undefined) return [];
    const libelle = cle === null ? (none ?? 'Non dit') : (names[cle] ?? say?.(cle) ?? cle);
    return [[{ cle, libelle, ...sumUp(own) }, own] as const];
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
