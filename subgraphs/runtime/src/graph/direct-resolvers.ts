import type { GraphQLFieldResolver } from 'graphql';
import { type ClassType, getMetadataStorage } from 'type-graphql';
import type { SubgraphContext } from '../request/context.ts';

type Resolver = GraphQLFieldResolver<unknown, SubgraphContext, Record<string, unknown>>;
type Parameter = (root: unknown, args: Record<string, unknown>, context: SubgraphContext) => unknown;

/** The metadata of one method, as far as it is read here. */
interface MethodMetadata {
  readonly target: unknown;
  readonly methodName: string;
  readonly middlewares?: readonly unknown[];
  readonly params?: readonly ParameterMetadata[];
}

interface ParameterMetadata {
  readonly kind: string;
  readonly index: number;
  readonly name?: string;
  readonly propertyName?: string | undefined;
}

/**
 * The resolvers of a level, as `Type.field`, each a plain call of its method. TypeGraphQL's own look a container, a
 * conversion and a validation up at each call, none of which is used here, and give a promise of what is there already.
 * A method with something more (a middleware, another kind of parameter) is not among them.
 */
export function makeDirectResolvers(classes: readonly ClassType[]): ReadonlyMap<string, Resolver> {
  const { fieldResolvers, objectTypes, queries } = getMetadataStorage();
  const names = new Map<unknown, string>(objectTypes.map(({ target, name }) => [target, name]));
  const instances = new Map<unknown, object>(classes.map((target) => [target, new target() as object]));
  const methods = [
    ...queries.map((query) => ({ type: 'Query', field: query.schemaName, method: query as MethodMetadata })),
    ...fieldResolvers.map((resolver) => ({
      type: names.get(resolver.getObjectType?.()),
      field: resolver.schemaName,
      method: resolver as MethodMetadata,
    })),
  ];
  const made = new Map<string, Resolver>();
  for (const { type, field, method } of methods) {
    const instance = instances.get(method.target);
    const resolver = instance && makeResolver(instance, method);
    if (type !== undefined && resolver !== undefined) made.set(`${type}.${field}`, resolver);
  }
  return made;
}

function makeResolver(
  instance: object,
  { methodName, middlewares, params }: MethodMetadata,
): Resolver | undefined {
  const parameters = [...(params ?? [])].sort((a, b) => a.index - b.index).map(toParameter);
  if (middlewares?.length || !parameters.every((parameter) => parameter !== undefined)) return undefined;
  const method = (instance as Record<string, (...values: unknown[]) => unknown>)[methodName];
  if (method === undefined) return undefined;
  const call = method.bind(instance);
  const [first, second] = parameters;
  switch (parameters.length) {
    case 0:
      return () => call();
    case 1:
      return (root, args, context) => call(first!(root, args, context));
    case 2:
      return (root, args, context) => call(first!(root, args, context), second!(root, args, context));
    default:
      return (root, args, context) => call(...parameters.map((parameter) => parameter(root, args, context)));
  }
}

function toParameter({ kind, name, propertyName }: ParameterMetadata): Parameter | undefined {
  if (propertyName !== undefined) return undefined;
  if (kind === 'root') return (root) => root;
  if (kind === 'context') return (_root, _args, context) => context;
  if (kind === 'args') return (_root, args) => args;
  if (kind === 'arg' && name !== undefined) return (_root, args) => args[name];
  return undefined;
}
