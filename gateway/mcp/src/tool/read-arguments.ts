import { checkJson, refuse, type DeclaredVariable } from '@palier/adresses/read-variables';
import { Refusal } from '@palier/gateway/errors/errors';
import type { ToolArguments } from './tool.ts';

const INSTANT_NAMES = ['asOf', 'au'] as const;

/** Refuses an argument that a tool does not have. @throws {Refusal} BAD_USER_INPUT */
export function refuseUnknownArguments(given: ToolArguments, known: readonly string[]): void {
  for (const name of Object.keys(given)) {
    if (known.includes(name)) continue;
    throw new Refusal('BAD_USER_INPUT', {
      detail: `L’argument ${quote(name)} est inconnu : l’outil prend ${known.join(', ')}.`,
      facts: { argument: name.slice(0, 100) },
    });
  }
}

/** The past instant that is asked, as it was written; a variable of its name is not it. @throws {Refusal} BAD_USER_INPUT */
export function readAsOf(
  given: ToolArguments,
  declared: readonly DeclaredVariable[] = [],
): string | undefined {
  const said = instantNamesBeside(declared).filter(
    (name) => given[name] !== undefined && given[name] !== null,
  );
  const [name, other] = said;
  if (other !== undefined)
    throw new Refusal('BAD_USER_INPUT', { detail: '« asOf » et « au » disent la même chose : donnez l’un.' });
  return name === undefined ? undefined : readText(given, name, 64);
}

/** A text of 1 to `longest` characters. @throws {Refusal} BAD_USER_INPUT */
export function readText(given: ToolArguments, name: string, longest: number): string {
  const value = given[name];
  if (typeof value === 'string' && value !== '' && value.length <= longest) return value;
  throw new Refusal('BAD_USER_INPUT', {
    detail: `L’argument « ${name} » ${value === undefined ? 'manque' : 'n’est pas accepté'}. Attendu : un texte de 1 à ${longest} caractères.`,
    facts: { argument: name },
  });
}

/** The variables of an operation among the arguments of its tool. @throws {Refusal} BAD_USER_INPUT */
export function readVariablesOf(
  declared: readonly DeclaredVariable[],
  given: ToolArguments,
): Readonly<Record<string, unknown>> {
  refuseUnknownArguments(given, [...declared.map(({ name }) => name), ...instantNamesBeside(declared)]);
  const variables: Record<string, unknown> = {};
  for (const { name, type, isRequired } of declared) {
    const value = given[name];
    if (value !== undefined) variables[name] = checkJson(name, type, value);
    else if (isRequired) throw refuse(name, `La variable « ${name} » manque.`, type);
  }
  return variables;
}

const instantNamesBeside = (declared: readonly DeclaredVariable[]) =>
  INSTANT_NAMES.filter((name) => declared.every((variable) => variable.name !== name));

const MOST_SAID = 60;

/** What somebody sent, for a message: short, on one line, and between quotation marks of JSON. */
export const quote = (text: string): string =>
  JSON.stringify(text.length > MOST_SAID ? `${text.slice(0, MOST_SAID)}…` : text);
