import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';

type Draw = () => number;

export interface DrawnQuery {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

export interface DrawOptions {
  readonly depth: number;
  /** Whether to put parts under `@skip` and `@include`, values in variables, and parts in named fragments. */
  readonly withVariables: boolean;
}

/** A valid query on a schema, the same for the same draws. */
export function drawQuery(schema: GraphQLSchema, draw: Draw, options: DrawOptions): DrawnQuery {
  const root = schema.getQueryType();
  if (!root) return { query: '{ __typename }', variables: {} };
  const drawing = new Drawing(schema, draw, options);
  const selections = drawing.selections(root, options.depth, 1);
  return {
    query: `query ${drawing.declarations()}${selections} ${drawing.fragments.join(' ')}`,
    variables: drawing.variables,
  };
}

class Drawing {
  readonly variables: Record<string, unknown> = {};
  readonly fragments: string[] = [];
  readonly #types = new Map<string, string>();
  readonly #schema: GraphQLSchema;
  readonly #draw: Draw;
  readonly #withVariables: boolean;

  constructor(schema: GraphQLSchema, draw: Draw, { withVariables }: DrawOptions) {
    this.#schema = schema;
    this.#draw = draw;
    this.#withVariables = withVariables;
  }

  declarations(): string {
    const parts = [...this.#types].map(([name, type]) => `$${name}: ${type}`);
    return parts.length > 0 ? `(${parts.join(', ')}) ` : '';
  }

  /** Each field under a name of its own type, so that two types never give one name to two things. */
  selections(type: GraphQLNamedType, depth: number, share: number): string {
    const parts: string[] = [];
    if (isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values(type.getFields())) {
        if (this.#draw() < share * 0.6) parts.push(...this.#field(type, field, depth));
      }
    }
    if (isInterfaceType(type) || isUnionType(type)) {
      for (const possible of this.#schema.getPossibleTypes(type)) {
        if (this.#draw() < 0.6) parts.push(this.#fragment(possible, depth));
      }
    }
    if (isUnionType(type) && this.#withVariables) {
      const interfaces = new Set(type.getTypes().flatMap((member) => member.getInterfaces()));
      for (const parent of interfaces) if (this.#draw() < 0.4) parts.push(this.#fragment(parent, depth));
    }
    if (parts.length === 0 || this.#draw() < 0.2) parts.push(`t${depth}: __typename`);
    return `{ ${parts.join(' ')} }`;
  }

  #fragment(type: GraphQLNamedType, depth: number): string {
    const selections = this.selections(type, depth, 0.7);
    if (!this.#withVariables || this.#draw() < 0.7)
      return `... on ${type.name} ${this.#condition()}${selections}`;
    const name = `F${this.fragments.length}`;
    this.fragments.push(`fragment ${name} on ${type.name} ${selections}`);
    return `...${name} ${this.#condition()}`;
  }

  #field(owner: GraphQLNamedType, field: GraphQLField<unknown, unknown>, depth: number): readonly string[] {
    const type = getNamedType(field.type);
    const given = field.args.filter((argument) => isRequiredArgument(argument) || this.#draw() < 0.3);
    const text = given.map((argument) => `${argument.name}: ${this.#argument(argument.type)}`).join(', ');
    const call = `${field.name}${text && `(${text})`}`;
    const name =
      this.#draw() < 0.5 && !text ? '' : `${field.name}_${owner.name}_${Math.floor(this.#draw() * 1000)}: `;
    // The name of an interface's field is kept for its types, which may give it another type.
    const alias =
      name === '' && !isInterfaceType(owner) && owner !== this.#schema.getQueryType()
        ? `${field.name}_${owner.name}: `
        : name;
    const condition = this.#condition();
    if (isLeafType(type)) return [`${alias}${call} ${condition}`];
    return depth === 0 ? [] : [`${alias}${call} ${condition}${this.selections(type, depth - 1, 1)}`];
  }

  #condition(): string {
    if (!this.#withVariables || this.#draw() > 0.12) return '';
    const name = this.#draw() < 0.5 ? 'skip' : 'include';
    const holds = this.#draw() < 0.5;
    if (this.#draw() < 0.3) return `@${name}(if: ${holds}) `;
    this.#types.set(`is_${holds}`, 'Boolean!');
    this.variables[`is_${holds}`] = holds;
    return `@${name}(if: $is_${holds}) `;
  }

  #argument(type: GraphQLInputType): string {
    if (!this.#withVariables || !isLeafType(getNamedType(type)) || this.#draw() < 0.5)
      return this.#value(type);
    const name = `v${this.#types.size}`;
    const value = this.#value(type);
    if (isEnumType(getNamedType(type)) || isListType(type)) return value;
    this.#types.set(name, String(type));
    if (isNonNullType(type) || this.#draw() < 0.8) this.variables[name] = JSON.parse(value);
    return `$${name}`;
  }

  #value(type: GraphQLInputType): string {
    if (isNonNullType(type)) return this.#value(type.ofType);
    if (isListType(type)) return `[${this.#value(type.ofType)}]`;
    if (isEnumType(type))
      return type.getValues()[Math.floor(this.#draw() * type.getValues().length)]?.name ?? 'null';
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields());
      return `{ ${fields.map((field) => `${field.name}: ${this.#value(field.type)}`).join(', ')} }`;
    }
    const values: Record<string, string> = {
      Int: String(1 + Math.floor(this.#draw() * 4)),
      Float: '1.5',
      Boolean: 'true',
    };
    return values[type.name] ?? '"i1"';
  }
}
