import {
  BREAK,
  defaultTypeResolver,
  type FieldNode,
  getArgumentValues,
  getNullableType,
  GraphQLBoolean,
  type GraphQLField,
  GraphQLID,
  type GraphQLAbstractType,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  GraphQLString,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type SelectionSetNode,
  visit,
} from 'graphql';
import { Fault, type Values } from './call-run.ts';
import { collectFields, type Selecting } from './collect-fields.ts';
import {
  complete,
  type Complete,
  type FieldStep,
  fillObject,
  isPromise,
  PathedItem,
  type AskedFields,
} from './fill-object.ts';

/** @throws {Fault} for what only graphql-js runs */
export function compileSelection(
  selecting: Selecting,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
): AskedFields {
  const blank: Values = {};
  const fields: FieldStep[] = [];
  for (const [name, nodes] of collectFields(selecting, type, sets)) {
    if (name in Object.prototype) throw new Fault();
    const isTypename = nodes[0]!.name.value === '__typename';
    blank[name] = isTypename ? type.name : null;
    if (!isTypename) fields.push(compileField(selecting, type, name, nodes));
  }
  return { blank, fields };
}

function compileField(
  selecting: Selecting,
  parentType: GraphQLObjectType,
  name: string,
  nodes: readonly FieldNode[],
): FieldStep {
  const definition = parentType.getFields()[nodes[0]!.name.value];
  if (!definition) throw new Fault();
  const type = getNullableType(definition.type);
  return {
    name,
    definition,
    nodes,
    parentType,
    resolve: definition.resolve,
    values: constantValues(definition, nodes[0]!),
    isNullable: type === definition.type,
    serialize: isLeafType(type) ? serializer(type) : undefined,
    complete: completionOf(selecting, definition.type, nodes),
  };
}

/** Frozen, for every call of the resolver is given the same. */
function constantValues(definition: GraphQLField<unknown, unknown>, node: FieldNode): Values | undefined {
  let isConstant = true;
  for (const argument of node.arguments ?? [])
    visit(argument, { [Kind.VARIABLE]: () => ((isConstant = false), BREAK) });
  return isConstant ? freeze(getArgumentValues(definition, node)) : undefined;
}

function freeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(freeze);
  return Object.freeze(value);
}

function completionOf(selecting: Selecting, type: GraphQLOutputType, nodes: readonly FieldNode[]): Complete {
  if (isNonNullType(type)) return refuseNull(completionOf(selecting, type.ofType, nodes));
  const present = completionOfPresent(selecting, type, nodes);
  return (value, visited, place, slots, key) => {
    if (value == null) return null;
    if (value instanceof Error) throw new Fault();
    return present(value, visited, place, slots, key);
  };
}

const refuseNull =
  (inner: Complete): Complete =>
  (value, visited, place, slots, key) => {
    const made = inner(value, visited, place, slots, key);
    if (made === null) throw new Fault();
    return made;
  };

function completionOfPresent(
  selecting: Selecting,
  type: GraphQLOutputType,
  nodes: readonly FieldNode[],
): Complete {
  if (isListType(type)) return completeList(completionOf(selecting, type.ofType, nodes));
  if (isLeafType(type)) return serializer(type);
  const selectionOf = rememberByType((object) => compileSelection(selecting, object, setsOf(nodes)));
  return isObjectType(type)
    ? completeObject(type, selectionOf)
    : completeAbstract(selecting, type as GraphQLAbstractType, selectionOf);
}

function completeList(item: Complete): Complete {
  return (value, visited, place) => {
    const items = toItems(value);
    const list: unknown[] = [];
    const { run } = visited;
    run.work?.spend(items.length);
    const fillFrom = (first: number): void => {
      for (let key = first; key < items.length; key++) {
        if (key > first && key % ITEMS_AT_ONCE === 0 && run.postpone(() => fillFrom(key))) return;
        complete(items[key], item, visited, new PathedItem(place, key), list as never, key);
      }
    };
    // Many short lists are as long as a long one.
    if (items.length > 0 && !run.postpone(() => fillFrom(0))) fillFrom(0);
    return list;
  };
}

/** Items of a list between two looks at whether the turn of the loop is over. */
const ITEMS_AT_ONCE = 16;

function toItems(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (typeof value !== 'object' || !(Symbol.iterator in value!)) throw new Fault();
  return [...(value as Iterable<unknown>)];
}

function serializer(type: GraphQLLeafType): (value: unknown) => unknown {
  if (type === GraphQLString || type === GraphQLID)
    return (value) => (typeof value === 'string' ? value : serialize(type, value));
  if (type === GraphQLBoolean)
    return (value) => (typeof value === 'boolean' ? value : serialize(type, value));
  return (value) => serialize(type, value);
}

function serialize(type: GraphQLLeafType, value: unknown): unknown {
  const made = type.serialize(value);
  if (made == null) throw new Fault();
  return made;
}

type AskedFieldsOf = (type: GraphQLObjectType) => AskedFields;

function completeObject(type: GraphQLObjectType, selectionOf: AskedFieldsOf): Complete {
  if (!type.isTypeOf) return (value, { run }, place) => fillObject(selectionOf(type), value, run, place);
  return (value, visited, place, slots, key) => {
    const use = (isOfType: unknown): unknown => {
      if (!isOfType) throw new Fault();
      return fillObject(selectionOf(type), value, visited.run, place);
    };
    const told = type.isTypeOf!(value, visited.run.context, visited);
    return isPromise(told) ? visited.run.wait(told, slots, key, use) : use(told);
  };
}

function completeAbstract(
  { schema }: Selecting,
  type: GraphQLAbstractType,
  selectionOf: AskedFieldsOf,
): Complete {
  const resolveType = type.resolveType ?? defaultTypeResolver;
  const completionOfType = rememberByType((object) => completeObject(object, selectionOf));
  return (value, visited, place, slots, key) => {
    const use = (name: unknown): unknown => {
      const object = typeof name === 'string' ? schema.getType(name) : undefined;
      if (!isObjectType(object) || !schema.isSubType(type, object)) throw new Fault();
      return completionOfType(object)(value, visited, place, slots, key);
    };
    const name = resolveType(value, visited.run.context, visited, type);
    return isPromise(name) ? visited.run.wait(name, slots, key, use) : use(name);
  };
}

const setsOf = (nodes: readonly FieldNode[]): readonly SelectionSetNode[] =>
  nodes.flatMap(({ selectionSet }) => selectionSet ?? []);

function rememberByType<Made>(make: (type: GraphQLObjectType) => Made): (type: GraphQLObjectType) => Made {
  const made = new Map<GraphQLObjectType, Made>();
  return (type) => {
    const known = made.get(type);
    if (known !== undefined) return known;
    const own = make(type);
    made.set(type, own);
    return own;
  };
}
