import type { Lookup, Valeur } from './evaluate.ts';
import { sayFraction, toFraction } from './fraction.ts';
import { isOperande } from './operandes.ts';

const PLACE = /\{([^{}]*)\}/g;

/** The names that a message gives between braces, whether there are such operandes or not. */
export const namesIn = (message: string): string[] =>
  [...message.matchAll(PLACE)].map(([, name = '']) => name);

/** Whether each brace, and each « guillemet », that a text opens is closed, and the other way round. */
export const isClosed = (text: string): boolean =>
  !/[{}]/.test(text.replace(PLACE, '')) && !/[«»]/.test(text.replace(/«[^«»]*»/g, ''));

/** A message with what each operande that it names holds. */
export const fillMessage = (message: string, lookup: Lookup): string =>
  message.replace(PLACE, (place, name: string) => (isOperande(name) ? sayValue(lookup(name)) : place));

function sayValue(value: Valeur): string {
  if (value === null) return 'inconnu';
  if (typeof value === 'boolean') return value ? 'vrai' : 'faux';
  if (typeof value === 'string') return value;
  if (typeof value === 'object') return sayFraction(value);
  return Number.isFinite(value) ? sayFraction(toFraction(value)) : 'inconnu';
}
