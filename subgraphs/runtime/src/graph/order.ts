import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
import { registerEnumType } from 'type-graphql';
import { PalierError } from '../base/errors.ts';

export const SensTri = { CROISSANT: 'CROISSANT', DECROISSANT: 'DECROISSANT' } as const;
export type SensTri = (typeof SensTri)[keyof typeof SensTri];

registerEnumType(SensTri, {
  name: 'SensTri',
  description:
    'Sens d’un tri. À valeur égale, l’ordre est celui des clés, croissant ; ce qui n’a pas de valeur vient à la fin, dans les deux sens.',
  valuesConfig: {
    CROISSANT: { description: 'Du plus petit au plus grand.' },
    DECROISSANT: { description: 'Du plus grand au plus petit.' },
  },
});

/** What a row is put in order by; null when it has nothing there. */
type Value = string | number | null;

/** An order of a list other than that of its key: what its rows are compared by, and how a shown row says it. */
export interface Order<Node> {
  readonly kind: 'NUMBER' | 'TEXT';
  readonly valueOf: (node: Node) => Value;
}

/** The orders of a list by their name; the first is that of its key. */
export type Orders<Node> = Readonly<Record<string, Order<Node>>>;

export interface OrderArgs {
  readonly tri?: string | null;
  readonly sens?: SensTri | null;
}

/** The row after which a page starts. */
interface PageStart {
  readonly value: Value;
  readonly key: string;
}

/** The order asked of a list, and where its page starts. */
export interface OrderAsked {
  readonly tri: string;
  readonly sens: SensTri;
  /** Whether it is that of the key, which every row has. */
  readonly ofKey?: true;
  readonly after?: PageStart;
}

/** The order asked, unless it is the one that the list has by itself. */
export function parseOrder<Node>(
  orders: Orders<Node> | undefined,
  { tri, sens }: OrderArgs,
): OrderAsked | undefined {
  const [ofKey] = Object.keys(orders ?? {});
  if (ofKey === undefined) return undefined;
  const asked = { tri: tri ?? ofKey, sens: sens ?? SensTri.CROISSANT };
  if (asked.tri !== ofKey) return asked;
  return asked.sens === SensTri.CROISSANT ? undefined : { ...asked, ofKey: true };
}

/** A row's place, as its cursor holds it. */
export const writePageStart = (value: Value, key: string): string => JSON.stringify([value, key]);

/** Raises PAGE_INVALIDE for what no cursor of this order holds: a cursor is a text that anybody can write. */
export function readPageStart(kind: Order<unknown>['kind'], text: string): PageStart {
  const [value, key] = parsePair(text);
  const type = kind === 'NUMBER' ? 'number' : 'string';
  if (typeof key !== 'string' || (value !== null && typeof value !== type))
    throw new PalierError('PAGE_INVALIDE', 'Le curseur n’a pas été donné par cette liste, dans cet ordre.');
  return { value: value as Value, key };
}

function parsePair(text: string): readonly unknown[] {
  try {
    const pair: unknown = JSON.parse(text);
    return Array.isArray(pair) ? pair : [];
  } catch {
    return [];
  }
}

/** What `order by` takes before the key, for two rows that have the same value. The index of a key is read from its end. */
export function sortOf(value: Expression<unknown>, { sens, ofKey }: OrderAsked): RawBuilder<unknown> {
  if (ofKey) return sens === SensTri.DECROISSANT ? sql`${value} desc` : sql`${value}`;
  return sens === SensTri.DECROISSANT ? sql`${value} desc nulls last` : sql`${value} asc nulls last`;
}

/** Whether a row comes after where the page starts, in the order of `sortOf` and then of the key. */
export function isAfter(
  value: Expression<unknown>,
  key: Expression<unknown>,
  { sens, after }: OrderAsked,
): RawBuilder<SqlBool> {
  if (after === undefined) return sql<SqlBool>`true`;
  const follows = sql<SqlBool>`${key} > ${after.key}::text`;
  if (after.value === null) return sql<SqlBool>`(${value} is null and ${follows})`;
  const given = typeof after.value === 'number' ? sql`${after.value}::float8` : sql`${after.value}::text`;
  const isBeyond = sens === SensTri.DECROISSANT ? sql`${value} < ${given}` : sql`${value} > ${given}`;
  return sql<SqlBool>`(${isBeyond} or (${value} = ${given} and ${follows}) or ${value} is null)`;
}

/** What a text is compared by: its bytes, the same on every server. */
export const byBytes = (text: Expression<unknown>): RawBuilder<unknown> => sql`(${text} collate "C")`;

const ACCENTED = 'ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜàâäçéèêëîïôöùûü';
const PLAIN = 'AAACEEEEIIOOUUUaaaceeeeiioouuu';

/** What a name is compared by: its letters, whatever their accents and case, as a reader looks for it. */
export const byLetters = (name: Expression<unknown>): RawBuilder<unknown> =>
  sql`(lower(translate(${name}, ${ACCENTED}, ${PLAIN}) collate "C") collate "C")`;

/** The same, of a name that is shown. */
export const lettersOf = (name: string): string =>
  [...name]
    .map((letter) => PLAIN[ACCENTED.indexOf(letter)] ?? letter)
    .join('')
    .replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());

/** What an instant is compared by: its milliseconds, which are all that is shown of it. An index may hold them: no zone is read. */
export const byMilliseconds = (instant: Expression<unknown>): RawBuilder<unknown> =>
  sql`(floor(extract(epoch from ${instant} at time zone 'UTC') * 1000)::float8)`;
