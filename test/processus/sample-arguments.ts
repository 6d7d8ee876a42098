import {
  type GraphQLEnumType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLScalarType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';

/** What is given by its name, or by the names that lead to it: « regle.code ». */
export type Given = Readonly<Record<string, unknown>>;

/** Where a value is in what is sent of an argument. */
export type Path = readonly (string | number)[];

interface Leaf {
  readonly name: string;
  readonly path: Path;
  readonly isText: boolean;
}

/** An act as it may be sent: its document, what is sent of each argument, and where the leaves of that are. */
export interface SampledAct {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly leaves: Readonly<Record<string, readonly Leaf[]>>;
}

/** @param answer - what is asked of the act */
export function sampleAct(
  { name, args }: GraphQLField<unknown, unknown>,
  given: Given,
  answer: string,
): SampledAct {
  const samples = args.map((arg) => [arg.name, sample(arg.type, arg.name, given)] as const);
  return {
    query: `mutation Essai(${args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ')}) {
      ${name}(${args.map((arg) => `${arg.name}: $${arg.name}`).join(', ')}) { ${answer} } }`,
    variables: Object.fromEntries(samples.map(([arg, { value }]) => [arg, value])),
    leaves: Object.fromEntries(samples.map(([arg, { leaves }]) => [arg, leaves])),
  };
}

function sample(
  type: GraphQLInputType,
  name: string,
  given: Given,
  path: Path = [],
  whole = name,
): { value: unknown; leaves: Leaf[] } {
  if (isNonNullType(type)) return sample(type.ofType, name, given, path, whole);
  if (isListType(type)) {
    const one = sample(type.ofType, name, given, [...path, 0], whole);
    return { value: [one.value], leaves: one.leaves };
  }
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).map(
      (field) =>
        [
          field.name,
          sample(field.type, field.name, given, [...path, field.name], `${name}.${field.name}`),
        ] as const,
    );
    return {
      value: Object.fromEntries(fields.map(([field, { value }]) => [field, value])),
      leaves: fields.flatMap(([, { leaves }]) => leaves),
    };
  }
  const value = sampleOf(type, whole in given ? whole : name, given);
  return { value, leaves: [{ name, path, isText: isText(type) }] };
}

function sampleOf(type: GraphQLEnumType | GraphQLScalarType, name: string, given: Given): unknown {
  if (name in given) return given[name];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (type.name === 'Boolean') return true;
  return isText(type) ? 'x' : 1;
}

const isText = ({ name }: GraphQLEnumType | GraphQLScalarType): boolean => ['ID', 'String'].includes(name);
