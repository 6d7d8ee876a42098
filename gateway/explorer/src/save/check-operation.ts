import { sayEngineMessage } from '@palier/federation/errors/engine-messages';
import { readDescription } from '@palier/gateway/generations/operation-description';
import { fileNameOf } from '@palier/gateway/generations/operation-file-name';
import { type DocumentNode, type GraphQLError, type GraphQLSchema, Kind, parse, validate } from 'graphql';
import { findRegistered, type Told } from '../operations/registered-operations.ts';

/** A query as a file of `schema/operations/`, or why it cannot be one. */
export type CheckedOperation =
  | {
      readonly file: string;
      readonly text: string;
      readonly isMutation: boolean;
      /** Why it is not known whether its name is free. */
      readonly doubt: string | undefined;
    }
  | { readonly reasons: readonly string[] };

interface Given {
  readonly text: string;
  /** What it is for, in a sentence; where its text does not begin by saying so. */
  readonly description: string;
  readonly schema: GraphQLSchema;
  /** What is registered; nothing until it is told. */
  readonly told: Told | undefined;
}

const LINE_LENGTH = 118;
const MOST_REASONS = 5;

/** What `npm run schema:check` asks of such a file, but for its weight. */
export function checkOperation({ text, description, schema, told }: Given): CheckedOperation {
  let document: DocumentNode;
  try {
    document = parse(text);
  } catch (error) {
    return { reasons: [sayFault(error as GraphQLError)] };
  }
  const found = document.definitions.flatMap((node) =>
    node.kind === Kind.OPERATION_DEFINITION ? [node] : [],
  );
  const [operation] = found;
  if (operation === undefined || found.length > 1)
    return { reasons: [`Un fichier a une opération, et une seule ; il y en a ${found.length} ici.`] };
  const name = operation.name?.value;
  const reasons = validate(schema, document).slice(0, MOST_REASONS).map(sayFault);
  if (name === undefined)
    reasons.push(
      'L’opération n’a pas de nom : écrivez « query MonOperation », dont le fichier sera mon-operation.graphql.',
    );
  const isDescribed = readDescription(text) !== '';
  if (!isDescribed && description.trim() === '')
    reasons.push('Dites en une phrase ce que l’opération donne.');
  const file = fileNameOf(name ?? '');
  if (told === undefined) reasons.push('Les opérations enregistrées ne sont pas encore lues.');
  const taken = told?.operations.find(({ nom }) => nom === file);
  if (taken !== undefined && findRegistered([taken], { query: text }) === undefined)
    reasons.push(`Une autre opération est enregistrée sous le nom ${file} : donnez-lui un autre nom.`);
  if (reasons.length > 0) return { reasons };
  const heading = isDescribed ? '' : `${toComment(description)}\n`;
  return {
    file: `${file}.graphql`,
    text: `${heading}${text.trim()}\n`,
    isMutation: operation.operation === 'mutation',
    doubt: told?.refusal,
  };
}

const sayFault = ({ message }: GraphQLError): string => sayEngineMessage(message);

/** In lines that an editor shows whole. */
function toComment(description: string): string {
  const lines: string[] = [];
  for (const word of description.trim().split(/\s+/)) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length > LINE_LENGTH) lines.push(`# ${word}`);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines.join('\n');
}
