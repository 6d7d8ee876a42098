import { nearestOf } from './nearest-of.ts';
import { atElement, atField, sayNull, sayUnknownType, sayWrong } from './fault-words.ts';

type Translate = (...parts: string[]) => string;

/** A name in quotes as graphql-js writes it: "nom", "Type.champ", "@directive", "[Type!]!". */
const Q = '"([^"]*)"';
const rule = (pattern: string, translate: Translate): readonly [RegExp, Translate] => [
  new RegExp(`^${pattern}$`, 's'),
  translate,
];

/** The kinds of lexical tokens, as graphql-js names them. */
const TOKENS: Readonly<Record<string, string>> = {
  '<SOF>': 'le début du texte',
  '<EOF>': 'la fin du texte',
  Name: 'un nom',
  Int: 'un nombre entier',
  Float: 'un nombre',
  String: 'une chaîne de caractères',
  BlockString: 'une chaîne de plusieurs lignes',
};

/** A token as a reader of French says it: `Name "code"` is « un nom, « code » ». */
function sayToken(token: string): string {
  const [, kind = '', text] = /^(<?[A-Za-z]+>?)?(?: ?"(.*)")?$/s.exec(token) ?? [];
  const quoted = text === undefined ? undefined : `« ${text} »`;
  return [TOKENS[kind], quoted].filter((part) => part !== undefined).join(', ') || token;
}

/** « U+00E9 » is « é » for people. */
const NON_ASCII_LETTER = /^U\+(0[0-9A-F]{3})$/;

/** A name with an accent is what people of French type first. */
function sayCharacter(character: string): string {
  const [, code] = NON_ASCII_LETTER.exec(character) ?? [];
  const letter = code === undefined ? '' : String.fromCodePoint(Number.parseInt(code, 16));
  if (!/\p{L}/u.test(letter)) return `caractère inattendu, ${sayToken(character)}.`;
  return `caractère inattendu, « ${letter} » : les noms s’écrivent sans accent.`;
}

/** Why two fields of one name differ: what is below them comes in brackets, as deep as they are. */
const CONFLICTS: readonly (readonly [RegExp, string])[] = [
  [/subfields "([^"]*)" conflict because/g, 'sous « $1 »,'],
  [/"([^"]*)" and "([^"]*)" are different fields/g, '« $1 » et « $2 » sont deux champs'],
  [/they have differing arguments/g, 'leurs arguments diffèrent'],
  [
    /they return conflicting types "([^"]*)" and "([^"]*)"/g,
    'leurs types, « $1 » et « $2 », sont incompatibles',
  ],
  [/they have differing stream directives/g, 'leurs directives diffèrent'],
  [/ and /g, ' et '],
];
const sayConflict = (why: string): string =>
  CONFLICTS.reduce((said, [pattern, french]) => said.replace(pattern, french), why);

/** The messages of graphql-js 16 that a client can meet, in the order in which they are tried. */
const RULES: readonly (readonly [RegExp, Translate])[] = [
  rule(
    'Syntax Error: Expected (.+), found (.+)\\.',
    (expected, found) => `Erreur de syntaxe : attendu, ${sayToken(expected)} ; trouvé, ${sayToken(found)}.`,
  ),
  rule(
    'Syntax Error: Unexpected single quote character.*',
    () => 'Erreur de syntaxe : une apostrophe ne délimite rien ici ; employez un guillemet droit (").',
  ),
  rule(
    'Syntax Error: Unexpected variable "(.+)" in constant value\\.',
    (variable) => `Erreur de syntaxe : la variable « ${variable} » ne peut être une valeur constante.`,
  ),
  rule(
    'Syntax Error: Unexpected description, .+',
    () => 'Erreur de syntaxe : une description n’est pas permise ici.',
  ),
  rule(
    'Syntax Error: Invalid number, expected digit but got: (.+)\\.',
    (found) =>
      `Erreur de syntaxe : ce nombre est mal écrit ; attendu, un chiffre ; trouvé, ${sayToken(found)}.`,
  ),
  rule(
    'Syntax Error: Invalid number, unexpected digit after 0: (.+)\\.',
    (found) => `Erreur de syntaxe : un nombre ne commence pas par 0 ; trouvé ensuite, ${sayToken(found)}.`,
  ),
  rule(
    'Syntax Error: Invalid (?:Unicode|character) escape sequence: (.+)\\.',
    (sequence) => `Erreur de syntaxe : cet échappement n’existe pas, ${sayToken(sequence)}.`,
  ),
  rule(
    'Syntax Error: (?:Invalid|Unexpected) character(?: within String)?: (.+)\\.',
    (character) => `Erreur de syntaxe : ${sayCharacter(character)}`,
  ),
  rule(
    'Syntax Error: (?:Name )?"(.+)" is reserved and cannot be used for an enum value\\.',
    (name) => `Erreur de syntaxe : « ${name} » est réservé et ne peut être une valeur d’énumération.`,
  ),
  rule(
    'Syntax Error: Unexpected (.+)\\.',
    (found) => `Erreur de syntaxe : trouvé ici, ${sayToken(found)}, qui n’y est pas attendu.`,
  ),
  rule('Syntax Error: Unterminated string\\.', () => 'Erreur de syntaxe : chaîne non terminée.'),
  rule(
    'Syntax Error: Document contains more tha[nt] (\\d+) tokens?.*',
    (a) => `La requête a plus de ${a} lexèmes.`,
  ),
  rule(
    'Syntax Error: Document contains more than (\\d+) comments.*',
    (a) => `La requête a plus de ${a} commentaires.`,
  ),
  rule('Syntax Error: .+', () => 'Erreur de syntaxe.'),

  rule(
    `Cannot query field ${Q} on type ${Q}\\.(.*)`,
    (f, t, tail) => `Le champ « ${f} » n’existe pas sur le type « ${t} ».${hint(f, tail)}`,
  ),
  rule(
    `Unknown argument ${Q} on field ${Q}\\.(.*)`,
    (a, f, tail) => `L’argument « ${a} » n’existe pas sur le champ « ${f} ».${hint(a, tail)}`,
  ),
  rule(
    `Unknown argument ${Q} on directive ${Q}\\.(.*)`,
    (a, d, tail) => `L’argument « ${a} » n’existe pas sur la directive « ${d} ».${hint(a, tail)}`,
  ),
  rule(`Unknown directive ${Q}\\.`, (d) => `La directive « ${d} » n’existe pas.`),
  rule(
    `Directive ${Q} may not be used on (.+)\\.`,
    (d, place) => `La directive « ${d} » ne peut être employée ici (${place}).`,
  ),
  rule(
    `The directive ${Q} can only be used once at this location\\.`,
    (d) => `La directive « ${d} » ne peut être employée qu’une fois à cet endroit.`,
  ),
  rule(`Unknown fragment ${Q}\\.`, (f) => `Le fragment « ${f} » n’existe pas.`),
  rule(`Unknown type ${Q}\\.(.*)`, (t, tail) => `Le type « ${t} » n’existe pas.${hint(t, tail)}`),
  rule(
    `Cannot spread fragment ${Q} within itself(?: via (.+))?\\.`,
    (f, via) => `Le fragment « ${f} » se contient lui-même${via ? ` par ${via}` : ''}.`,
  ),
  rule(`Fragment ${Q} is never used\\.`, (f) => `Le fragment « ${f} » n’est pas employé.`),
  rule(
    `Fragment ${Q} cannot be spread here as objects of type ${Q} can never be of type ${Q}\\.`,
    (f, a, b) => `Le fragment « ${f} » ne peut être employé ici : un « ${a} » n’est jamais un « ${b} ».`,
  ),
  rule(
    `Fragment cannot be spread here as objects of type ${Q} can never be of type ${Q}\\.`,
    (a, b) => `Ce fragment ne peut être employé ici : un « ${a} » n’est jamais un « ${b} ».`,
  ),
  rule(
    `Fragment (?:${Q} )?cannot condition on non composite type ${Q}\\.`,
    (_, t) => `Un fragment ne peut porter sur le type « ${t} », qui n’a pas de champs.`,
  ),
  rule(
    `Field ${Q} must not have a selection since type ${Q} has no subfields\\.`,
    (f, t) => `Le champ « ${f} », de type « ${t} », n’a pas de sous-champs à demander.`,
  ),
  rule(
    `Field ${Q} of type ${Q} must have a selection of subfields\\..*`,
    (f, t) => `Le champ « ${f} », de type « ${t} », demande une liste de sous-champs : « ${f} { … } ».`,
  ),
  rule(
    `Field ${Q} argument ${Q} of type ${Q} is required, but it was not provided\\.`,
    (f, a, t) => `L’argument « ${a} » (${t}) du champ « ${f} » est obligatoire.`,
  ),
  rule(
    `(?:Argument|Directive) ${Q} (?:of required type|argument) ${Q}(?: of type ${Q} is required, but it| ) ?was not provided\\.`,
    (d, a) => `L’argument « ${a} » de « ${d} » est obligatoire.`,
  ),
  rule(
    `Variable ${Q} is not defined(?: by operation ${Q})?\\.`,
    (v) => `La variable « ${v} » n’est pas déclarée.`,
  ),
  rule(
    `Variable ${Q} is never used(?: in operation ${Q})?\\.`,
    (v) => `La variable « ${v} » n’est pas employée.`,
  ),
  rule(
    `Variable ${Q} of type ${Q} used in position expecting type ${Q}\\.`,
    (v, t, u) => `La variable « ${v} », de type « ${t} », est employée où « ${u} » est attendu.`,
  ),
  rule(
    `Variable ${Q} cannot be non-input type ${Q}\\.`,
    (v, t) => `La variable « ${v} » ne peut être du type « ${t} », qui n’est pas un type d’entrée.`,
  ),
  rule(
    `Fields ${Q} conflict because (.+)\\. Use different aliases.*`,
    (f, why) =>
      `Deux champs répondent sous le nom « ${f} » et diffèrent : donnez-leur des alias (${sayConflict(why)}).`,
  ),
  rule(
    `There can be only one (\\w+(?: \\w+)?) named ${Q}\\.`,
    (_, name) => `Le nom « ${name} » est donné deux fois.`,
  ),
  rule(
    'This anonymous operation must be the only defined operation\\.',
    () => 'Une opération sans nom doit être seule dans la requête.',
  ),
  rule('The (.+) definition is not executable\\.', (d) => `La définition ${d} n’est pas une opération.`),
  rule('Maximum introspection depth exceeded', () => 'L’introspection est trop profonde.'),
  rule(
    'Too many validation errors, error limit reached\\. Validation aborted\\.',
    () => 'Trop de fautes : la vérification s’est arrêtée.',
  ),
  rule(
    'Too many errors processing variables, error limit reached\\. Execution aborted\\.',
    () => 'Trop de valeurs fausses : la vérification s’est arrêtée.',
  ),
  rule(
    `(?:Anonymous Subscription|Subscription ${Q}) must (?:select only one|not select an introspection) top level field\\.`,
    () => 'Un abonnement ne demande qu’un champ, et ce n’est pas un champ d’introspection.',
  ),
  rule(
    `OneOf Input Object ${Q} must specify exactly one key\\.`,
    (t) => `« ${t} » attend un champ, un seul, qui ne soit pas null.`,
  ),
  rule(`Field ${Q} must be non-null\\.`, (f) => `Le champ « ${f} », seul donné, ne peut être nul.`),
  rule(
    `Exactly one key must be specified for OneOf type ${Q}\\.`,
    (t) => `« ${t} » attend un champ, un seul, qui ne soit pas null.`,
  ),
  rule(
    `Variable ${Q} is of type ${Q} but must be non-nullable to be used for OneOf Input Object ${Q}\\.`,
    (v, t, u) =>
      `La variable « ${v} », de type « ${t} », doit être obligatoire pour être employée dans « ${u} ».`,
  ),
  rule(
    `(?:The field|The input field) (\\S+) is deprecated\\. (.+)`,
    (f, why) => `Le champ « ${f} » est désuet. ${why}`,
  ),
  rule(
    `(?:Field|Directive) ${Q} argument ${Q} is deprecated\\. (.+)`,
    (f, a, why) => `L’argument « ${a} » de « ${f} » est désuet. ${why}`,
  ),
  rule(`The enum value ${Q} is deprecated\\. (.+)`, (v, why) => `La valeur « ${v} » est désuète. ${why}`),
  rule(
    `Field ${Q} of type ${Q} must have at least one field selected\\.`,
    (f, t) => `Le champ « ${f} », de type « ${t} », demande au moins un sous-champ.`,
  ),

  rule(
    `Variable ${Q} got invalid value (.+?)(?: at ${Q})?; (.+)`,
    (v, value, at, why) =>
      `La variable « ${v} » a reçu la valeur ${shorten(value)}${at ? ` (en « ${at} »)` : ''} : ${sayEngineMessage(why)}`,
  ),
  rule(
    `Variable ${Q} of required type ${Q} was not provided\\.(.*)`,
    (v, t, given) => `La variable « ${v} » (${t}) est obligatoire.${sayGiven(given)}`,
  ),
  rule(
    `Variable ${Q} expected value of type ${Q} which cannot be used as an input type\\.`,
    (v, t) =>
      `La variable « ${v} » ne peut recevoir de valeur du type « ${t} », qui n’est pas un type d’entrée.`,
  ),
  rule(
    `Variable ${Q} of non-null type ${Q} must not be null\\.`,
    (v, t) => `La variable « ${v} » (${t}) ne peut être nulle.`,
  ),
  rule(`Expected non-nullable type ${Q} not to be null\\.`, (t) => `le type « ${t} » n’admet pas null.`),
  rule(`Expected type ${Q} to be an object\\.`, (t) => `un objet du type « ${t} » est attendu.`),
  rule(
    `Expected value of type ${Q}, found (.+?)(?:; (.+))?\\.`,
    (t, value, why) =>
      `Une valeur du type « ${t} » est attendue, ${shorten(value)} trouvé${why ? ` : ${translateEngineMessage(`${why}.`) ?? why}` : '.'}`,
  ),
  rule(`Expected type ${Q}\\. (.+)`, (t, why) => `le type « ${t} » est attendu. ${sayEngineMessage(why)}`),
  rule(`Expected type ${Q}\\.`, (t) => `le type « ${t} » est attendu.`),
  rule(
    `Argument ${Q} of required type ${Q} was (?:not provided|provided the variable ${Q} which was not provided a runtime value)\\.`,
    (a, t, v) =>
      `L’argument « ${a} » (${t}) est obligatoire${v ? ` : la variable « ${v} » n’a pas de valeur` : ''}.`,
  ),
  rule(
    `Argument ${Q} of non-null type ${Q} must not be null\\.`,
    (a, t) => `L’argument « ${a} » (${t}) ne peut être nul.`,
  ),
  rule(
    `Argument ${Q} has invalid value (.+)\\.`,
    (a, value) => `L’argument « ${a} » ne peut valoir ${shorten(value)}.`,
  ),
  rule(
    `Field ${Q} of required type ${Q} was not provided\\.`,
    (f, t) => `Le champ « ${f} » (${t}) est obligatoire.`,
  ),
  rule(
    `Field ${Q} is not defined by type ${Q}\\.(.*)`,
    (f, t, tail) => `Le champ « ${f} » n’existe pas dans « ${t} ».${hint(f, tail)}`,
  ),
  rule(
    `Value ${Q} does not exist in ${Q} enum\\.(.*)`,
    (v, e, tail) => `« ${v} » n’est pas une valeur de « ${e} ».${hint(v, tail)}`,
  ),
  rule(
    `Enum ${Q} cannot represent non-(?:enum|string) value: (.+?)\\.(.*)`,
    (e, v, tail) => `${shorten(v)} n’est pas une valeur de « ${e} ».${hint(v.replaceAll('"', ''), tail)}`,
  ),
  // Said in French where it was found.
  rule('(Le nombre .+ (?:perdrait des chiffres : .+|est hors limites)\\.)', (said) => said),
  // A whole number past what a double holds is none to graphql-js.
  rule(
    'Int cannot represent non-integer value: (-?\\d+)',
    (v) => `${shorten(v)} dépasse les entiers de 32 bits.`,
  ),
  rule('Int cannot represent non-integer value: (.+)', (v) => `${shorten(v)} n’est pas un nombre entier.`),
  rule(
    'Int cannot represent non 32-bit signed integer value: (.+)',
    (v) => `${shorten(v)} dépasse les entiers de 32 bits.`,
  ),
  rule('Float cannot represent non numeric value: (.+)', (v) => `${shorten(v)} n’est pas un nombre.`),
  rule('String cannot represent a non string value: (.+)', (v) => `${shorten(v)} n’est pas une chaîne.`),
  rule('Boolean cannot represent a non boolean value: (.+)', (v) => `${shorten(v)} n’est pas un booléen.`),
  rule(
    'ID cannot represent (?:a non-string and non-integer )?value: (.+)',
    (v) => `${shorten(v)} n’est pas un identifiant.`,
  ),

  rule(
    'Must provide operation name if query contains multiple operations\\.',
    () => 'La requête a plusieurs opérations : donnez « operationName ».',
  ),
  rule(`Unknown operation named ${Q}\\.`, (name) => `Aucune opération ne se nomme « ${name} ».`),
  rule('Must provide an operation\\.', () => 'La requête ne contient aucune opération.'),

  rule('Cannot return null for non-nullable field (\\w+\\.\\w+)\\.', (f) => sayNull(atField(f))),
  rule('Cannot return null for non-nullable array element of type (.+) at index (\\d+)\\.', (t, index) =>
    sayNull(atElement(t, index)),
  ),
  rule('Invalid value found for field (\\w+\\.\\w+)\\.', (f) => sayWrong(atField(f))),
  rule('Invalid value found for array element of type (.+) at index (\\d+)\\.', (t, index) =>
    sayWrong(atElement(t, index)),
  ),
  rule('Invalid __typename found for object at field (\\w+\\.\\w+)\\.', (f) => sayUnknownType(atField(f))),
  rule('Invalid __typename found for object at array element of type (.+) at index (\\d+)\\.', (t, index) =>
    sayUnknownType(atElement(t, index)),
  ),
];

/** Past it a message quotes a value made to be long, and matching it would cost more than the fault is worth. */
const LONGEST = 2_000;

/** A message of the engine in French; in its own words when it is not one of those known. */
export const sayEngineMessage = (message: string): string => translateEngineMessage(message) ?? message;

/** A message of the engine in French, or nothing when it is not one of those known. */
export function translateEngineMessage(message: string): string | undefined {
  if (message.length > LONGEST) return undefined;
  for (const [pattern, translate] of RULES) {
    const match = pattern.exec(message);
    if (match) return translate(...match.slice(1));
  }
  return undefined;
}

/** « Did you mean "a", "b", or "c"? » as the end of a French sentence, without those that are far from what was written. */
function hint(written: string, tail: string | undefined): string {
  const isFragment = tail?.includes('inline fragment') === true;
  const meantNames = listNames(tail);
  const names = isFragment
    ? meantNames.map((name) => `« ... on ${name} »`)
    : nearestOf(written, meantNames).map((name) => `« ${name} »`);
  if (names.length === 0) return '';
  const last = names.pop();
  const meant = `${names.length > 0 ? `${names.join(', ')} ou ` : ''}${last}`;
  return isFragment
    ? ` Vouliez-vous le demander par un fragment ${meant} ?`
    : ` Vouliez-vous dire ${meant} ?`;
}

const listNames = (tail: string | undefined): string[] =>
  [...(tail ?? '').matchAll(/"([^"]+)"/g)].map(([, name = '']) => name);

/** What was given under names that the operation does not declare, which may be the ones meant. */
function sayGiven(tail: string | undefined): string {
  const names = listNames(tail).map((name) => `« ${name} »`);
  if (names.length === 0) return '';
  const given =
    names.length === 1 ? 'Variable donnée sans être déclarée' : 'Variables données sans être déclarées';
  return ` ${given} : ${names.join(', ')}.`;
}

/** A value quoted back to its sender, never at the length it was sent. */
const shorten = (value: string): string => (value.length > 80 ? `${value.slice(0, 80)}…` : value);
