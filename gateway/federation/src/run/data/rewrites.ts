import type { FetchNode } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import { TYPE_CONDITION } from '../../graphql/document.ts';
import { isData, type Data } from './merge.ts';
import { satisfies } from './object-types.ts';

type Rewrites = NonNullable<FetchNode['inputRewrites']>;
type Rewrite = Rewrites[number];

/** Changes, in place, data that is about to be sent or was just received. */
export type ApplyRewrites = (value: unknown) => void;

export function compileRewrites(
  schema: GraphQLSchema,
  rewrites: Rewrites | undefined,
): ApplyRewrites | undefined {
  if (!rewrites || rewrites.length === 0) return undefined;
  const applied = rewrites.flatMap((rewrite) => compileRewrite(schema, rewrite) ?? []);
  return (value) => {
    for (const apply of applied) apply(value);
  };
}

function compileRewrite(schema: GraphQLSchema, rewrite: Rewrite): ApplyRewrites | undefined {
  const last = rewrite.path.at(-1);
  if (last === undefined) return undefined;
  const change = changeAt(rewrite, last);
  return rewrite.path
    .slice(0, -1)
    .reduceRight<ApplyRewrites>((next, step) => compileStep(schema, step, next), eachObject(change));
}

function compileStep(schema: GraphQLSchema, step: string, next: ApplyRewrites): ApplyRewrites {
  if (!step.startsWith(TYPE_CONDITION)) return eachObject((object) => next(ownValue(object, step)));
  const condition = step.slice(TYPE_CONDITION.length);
  // An object that does not say its type is taken to be of the type that the rewrite speaks of.
  return eachObject((object) => {
    if (!object['__typename'] || satisfies(schema, object['__typename'], condition)) next(object);
  });
}

function eachObject(change: (object: Data) => void): ApplyRewrites {
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (isData(value)) change(value);
  };
  return visit;
}

const ownValue = (object: Data, key: string): unknown =>
  Object.hasOwn(object, key) ? object[key] : undefined;

function changeAt(rewrite: Rewrite, key: string): (object: Data) => void {
  if (rewrite.kind === 'ValueSetter') {
    return (object) => {
      object[key] = rewrite.setValueTo as unknown;
    };
  }
  return (object) => {
    const value = ownValue(object, key);
    if (!value) return;
    object[rewrite.renameKeyTo] = value;
    object[key] = undefined;
  };
}
