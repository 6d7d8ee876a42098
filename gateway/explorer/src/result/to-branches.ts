import { isExact } from '@palier/calls/json/exact-number';
import { curve } from '../base/curve.ts';
import { sayEmpty } from './say-cell.ts';

/** A level of the tree of an answer, or one of its leaves. */
export interface Branch {
  readonly key: string;
  /** What it is known by without being opened: the name of its field; of an element of a list, its own. */
  readonly name: string;
  readonly note: string;
  readonly value: unknown;
  /** What is said of a leaf that has no value. */
  readonly empty: string;
}

export const toBranches = (value: unknown): readonly Branch[] =>
  Array.isArray(value)
    ? value.map((item, index) => toElement(item, String(index + 1)))
    : Object.entries(value ?? {}).map(([key, inner]: [string, unknown]) => ({
        key,
        name: key,
        note: Array.isArray(inner) ? sayCount(inner.length) : (nameOf(inner) ?? ''),
        value: inner,
        empty: sayEmpty(statusIn(value as Fields, key)),
      }));

const sayCount = (count: number): string => (count === 1 ? '1 élément' : `${count} éléments`);

function toElement(value: unknown, rank: string): Branch {
  const name = nameOf(value);
  return {
    key: rank,
    name: name ?? rank,
    note: name === undefined ? '' : rank,
    value,
    empty: sayEmpty(null),
  };
}

type Fields = Readonly<Record<string, unknown>>;

/** What names an object, the best first. */
const NAMES = ['nom', 'titre', 'code', 'id'];

/** By itself, or by what it holds that has a name: a measure, by its territory and its period. */
function nameOf(value: unknown): string | undefined {
  if (!isObject(value)) return undefined;
  const own = ownNameOf(value);
  if (own !== undefined) return own;
  const held = Object.values(value).flatMap((inner) => (isObject(inner) ? (ownNameOf(inner) ?? []) : []));
  return held.length === 0 ? undefined : held.join(', ');
}

function ownNameOf(value: Fields): string | undefined {
  const name = NAMES.map((key) => value[key]).find((said) => typeof said === 'string');
  return name && curve(name);
}

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isExact(value);

/** What a figure is worth, by the field beside it; null of what is no figure. */
function statusIn(holder: Fields, key: string): string | null | undefined {
  if (!key.startsWith('valeur')) return null;
  const status = holder[key.replace('valeur', 'statut')];
  return typeof status === 'string' ? status : undefined;
}
