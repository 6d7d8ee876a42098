import { print, type DocumentNode } from 'graphql';
import { JsonText } from '../execution/json-text.ts';
import type { OperationScope } from '../operation/operation.ts';
import type { PlanResult } from './execute-plan.ts';
import type { FederationRequest } from './graph-executor.ts';
import type { Introspected } from './introspect.ts';
import { splitIntrospection, type SplitOperation } from './split-introspection.ts';

export type Introspect = (
  text: string,
  variables: Readonly<Record<string, unknown>>,
) => Promise<Introspected>;

type Execute = (request: FederationRequest) => Promise<PlanResult>;

interface SplitText extends SplitOperation {
  readonly text: string;
}

/** Answers what operations ask of the schema by `introspect`, and the rest of them by `execute`. */
export function withIntrospection(execute: Execute, introspect: Introspect): Execute {
  const known = new WeakMap<DocumentNode, Map<string | undefined, SplitText | false>>();
  const splitOf = ({ document, request }: FederationRequest): SplitText | false => {
    const name = request.operationName ?? undefined;
    const found = known.get(document)?.get(name);
    if (found !== undefined) return found;
    const byName = known.get(document) ?? new Map<string | undefined, SplitText | false>();
    const split = toText(splitIntrospection(document, name));
    known.set(document, byName.set(name, split));
    return split;
  };
  const executeSplit = async (request: FederationRequest, split: SplitText): Promise<PlanResult> => {
    const variables = Object.fromEntries(
      Object.entries(request.request.variables ?? {}).filter(([name]) =>
        split.introspectionVariables.has(name),
      ),
    );
    const [introspected, rest] = await Promise.all([
      introspect(split.text, variables),
      split.data ? execute({ ...request, document: split.data }) : undefined,
    ]);
    return join(split, introspected, rest, (request.context as OperationScope).answerForm);
  };
  return (request) => {
    const split = splitOf(request);
    return split ? executeSplit(request, split) : execute(request);
  };
}

const toText = (split: SplitOperation | undefined): SplitText | false =>
  split ? { ...split, text: print(split.introspection) } : false;

/** When the data could not be answered, there is nothing beside which to put the schema: a null root is null whole. */
function join(
  { first, mixed }: SplitOperation,
  introspected: Introspected,
  rest: PlanResult | undefined,
  form: OperationScope['answerForm'],
): PlanResult {
  if (rest && !rest.data) return rest;
  const texts = [introspected.data, rest?.data ? textOf(rest.data) : '{}'];
  if (first === 'data') texts.reverse();
  const data = new JsonText(mixed ? mixTexts(texts, mixed) : joinTexts(texts));
  const errors = [...introspected.errors, ...(rest?.errors ?? [])];
  return {
    ...rest,
    data: (form === 'TEXTE' ? data : data.toJSON()) as Record<string, unknown>,
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
  const all = Object.assign({}, ...texts.map((text) => JSON.parse(text) as object)) as Record<
    string,
    unknown
  >;
  return JSON.stringify(
    Object.fromEntries(names.filter((name) => name in all).map((name) => [name, all[name]])),
  );
}

const textOf = (data: Record<string, unknown> | JsonText): string =>
  data instanceof JsonText ? data.text : JSON.stringify(data);
