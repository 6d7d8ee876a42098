import { FIRST_HOUR } from '@palier/calls/instant';
import { Refusal } from '@palier/gateway/errors/errors';
import type { MountRequest } from '@palier/gateway/http/mount';
import { type FileFormat, FORMATS, FORMATS_OF, isOption, type OptionName } from './formats.ts';
import { readInstant } from './read-instant.ts';

/** What is asked of an address besides the variables of its operation. */
export interface AddressOptions {
  /** The past instant that is read. */
  readonly asOf: string | undefined;
  /** Only what differs from what was known at this instant. */
  readonly updatedAfter: string | undefined;
  readonly table: string | undefined;
  /** Whether each number has its statuses beside it. */
  readonly withStatuses: boolean;
  /** Whether what is said of the file stands before its header. */
  readonly withHead: boolean;
  readonly withMark: boolean;
  readonly delimiter: ',' | ';';
  readonly decimal: '.' | ',';
}

export interface AddressGiven {
  readonly options: AddressOptions;
  /** The rest: variables, by their names. */
  readonly variables: ReadonlyMap<string, readonly string[]>;
}

/** « fiche-territoire.csv »: an operation and a format; nothing after the name is the answer of the graph. */
export function readName(below: string): { readonly id: string; readonly format: FileFormat | undefined } {
  const name = decode(below.slice(1));
  const format = FORMATS.find((ending) => name.endsWith(`.${ending}`));
  return { id: format === undefined ? name : name.slice(0, -format.length - 1), format };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (cause) {
    throw new Refusal('ADRESSE_INCONNUE', { cause });
  }
}

/** A name that begins by « $ » is that of a variable, whatever it is. @throws {Refusal} REQUETE_INVALIDE, INSTANT_INVALIDE */
export function readGiven(
  { parameters }: Pick<MountRequest, 'parameters'>,
  format: FileFormat | undefined,
): AddressGiven {
  const variables = new Map<string, readonly string[]>();
  const options = new Map<OptionName, string>();
  for (const name of new Set(parameters.keys())) {
    const values = parameters.getAll(name);
    if (!isOption(name)) variables.set(name.replace(/^\$/, ''), values);
    else options.set(name, readOption(name, values, format));
  }
  return { options: toOptions(options), variables };
}

function readOption(name: OptionName, values: readonly string[], format: FileFormat | undefined): string {
  const [value = ''] = values;
  if (values.length > 1) throw invalid(`Le paramètre « ${name} » est donné plusieurs fois.`);
  const formats = FORMATS_OF[name];
  if (formats !== undefined && !formats.includes(format))
    throw invalid(
      `Le paramètre « ${name} » n’est offert qu’avec ${formats.map((ending) => `.${ending}`).join(', ')}.`,
    );
  return value;
}

function toOptions(given: ReadonlyMap<OptionName, string>): AddressOptions {
  const delimiter = given.get('separateur') ?? ',';
  if (delimiter !== ',' && delimiter !== ';') throw invalid('« separateur » est « , » ou « ; ».');
  const decimal = given.get('decimale') ?? '.';
  if (decimal !== '.' && decimal !== ',') throw invalid('« decimale » est « . » ou « , ».');
  if (decimal === delimiter)
    throw invalid('« decimale=, » demande « separateur=; » : une virgule ne peut être les deux.');
  if (given.has('asOf') && given.has('au'))
    throw invalid('« asOf » et « au » disent la même chose : donnez l’un.');
  const asOf = given.get('asOf') ?? given.get('au');
  const updatedAfter = given.get('updatedAfter');
  // What changed in the course of a day changed after it had begun.
  const since =
    updatedAfter === undefined ? undefined : readInstant('updatedAfter', updatedAfter, FIRST_HOUR);
  if (since !== undefined && asOf !== undefined && since >= readInstant('asOf', asOf)) throw backwards();
  return {
    asOf,
    updatedAfter: since,
    table: given.get('table'),
    withStatuses: isAsked(given, 'statuts'),
    withHead: isAsked(given, 'entete'),
    withMark: isAsked(given, 'bom'),
    delimiter,
    decimal,
  };
}

function isAsked(given: ReadonlyMap<OptionName, string>, name: OptionName): boolean {
  const value = given.get(name) ?? '0';
  if (value !== '0' && value !== '1') throw invalid(`« ${name} » vaut 0 ou 1.`);
  return value === '1';
}

/** What changed between two instants is told, from the first to the second. */
export const backwards = (): Refusal =>
  invalid(
    '« updatedAfter » doit précéder l’instant lu (« asOf », « au » ou l’en-tête Palier-Au) : ce qui a changé du premier au second est donné.',
  );

const invalid = (detail: string): Refusal => new Refusal('REQUETE_INVALIDE', { detail });
