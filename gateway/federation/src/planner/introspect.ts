import { execute, parse, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import { measureDocument } from '../graphql/measure-document.ts';
import { EngineError } from '../errors/engine-error.ts';
import { tellWrittenDefaults } from '../supergraph/written-defaults.ts';

/** What the schema answers of itself: `data` as JSON text, for it is long and only sent on. */
export interface Introspected {
  readonly data: string;
  readonly errors: readonly GraphQLFormattedError[];
}

tellWrittenDefaults();

/** Any tool asks for one or two; an answer to each is as long as the schema. */
const MOST_INTROSPECTIONS = 20;
/** Most characters of an answer, whatever the schema, and more for each character of the schema. */
const LONGEST_ANSWER = 2 ** 22;
const LONGEST_BY_CHARACTER = 4;

/**
 * Answers what a validated operation asks of the schema alone. Takes long: not on the loop.
 *
 * @throws INTROSPECTION_EXCESSIVE
 */
export async function introspect(
  schema: GraphQLSchema,
  { text, variables }: { readonly text: string; readonly variables: Readonly<Record<string, unknown>> },
  schemaLength: number,
): Promise<Introspected> {
  const document = parse(text, { noLocation: true });
  if (measureDocument(document).introspections > MOST_INTROSPECTIONS)
    throw new EngineError('INTROSPECTION_EXCESSIVE');
  const { data = null, errors = [] } = await execute({ schema, document, variableValues: variables });
  const answer = JSON.stringify(data);
  if (answer.length > LONGEST_ANSWER + LONGEST_BY_CHARACTER * schemaLength)
    throw new EngineError('INTROSPECTION_EXCESSIVE');
  return { data: answer, errors: errors.map((error) => error.toJSON()) };
}
