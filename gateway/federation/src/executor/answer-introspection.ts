import { JsonText } from '../json/json-text.ts';
import { parseJson } from '@palier/calls/json/parse-json';
import { writeJson } from '@palier/calls/json/write-json';
import type { PlanResult } from '../run/plan-execution.ts';
import type { OperationRun, RequestContext } from '../run/federation-request.ts';
import type { IntrospectionParts, PreparedOperation } from './prepared-operation.ts';
import type { Introspected } from '../planner/introspect.ts';

export type Introspect = (
  text: string,
  variables: Readonly<Record<string, unknown>>,
) => Promise<Introspected>;

/** Answers what an operation asks of the schema by `introspect`, and the rest of it by `run`. */
export async function answerIntrospection(
  parts: IntrospectionParts,
  { variables, context }: OperationRun<RequestContext>,
  introspect: Introspect,
  run: (data: PreparedOperation) => Promise<PlanResult>,
): Promise<PlanResult> {
  const asked = Object.fromEntries(
    Object.entries(variables).filter(([name]) => parts.introspectionVariables.has(name)),
  );
  const [introspected, rest] = await Promise.all([
    introspect(parts.text, asked),
    parts.data && run(parts.data),
  ]);
  return join(parts, introspected, rest, context.answerForm);
}

/** When the data could not be answered, there is nothing beside which to put the schema: a null root is null whole. */
function join(
  { first, mixed }: IntrospectionParts,
  introspected: Introspected,
  rest: PlanResult | undefined,
  form: RequestContext['answerForm'],
): PlanResult {
  if (rest && !rest.data) return rest;
  const texts = [introspected.data, rest?.data ? textOf(rest.data) : '{}'];
  if (first === 'data') texts.reverse();
  const data = new JsonText(mixed ? mixTexts(texts, mixed) : joinTexts(texts));
  const errors = [...introspected.errors, ...(rest?.errors ?? [])];
  return {
    ...rest,
    data: (form === 'TEXT' ? data : data.toJSON()) as Record<string, unknown>,
    ...(errors.length > 0 && { errors }),
  };
}

/** Two objects as one, the members of the first before those of the second. */
function joinTexts(texts: readonly string[]): string {
  const members = texts.map((text) => text.slice(1, -1));
  return `{${members.filter((text) => text !== '').join(',')}}`;
}

/** Two objects as one, its members in the order of `names`. */
function mixTexts(texts: readonly string[], names: readonly string[]): string {
  const all = Object.assign({}, ...texts.map((text) => parseJson(text) as object)) as Record<string, unknown>;
  return writeJson(Object.fromEntries(names.filter((name) => name in all).map((name) => [name, all[name]])));
}

const textOf = (data: Record<string, unknown> | JsonText): string =>
  data instanceof JsonText ? data.text : writeJson(data);
