import type { GraphQLResolveInfo } from 'graphql';
import type { CallRun } from './call-run.ts';
import type { FieldStep } from './fill-object.ts';

type Path = GraphQLResolveInfo['path'];

/** Where a value stands in the answer. Paths are worked out for who reads them: hardly anybody. */
export interface Place {
  readonly path: Path;
}

/** One field of one object, as its resolver is told of it. */
export class FieldVisit implements Place, GraphQLResolveInfo {
  readonly step: FieldStep;
  readonly run: CallRun;
  readonly parent: Place | undefined;

  constructor(step: FieldStep, run: CallRun, parent: Place | undefined) {
    this.step = step;
    this.run = run;
    this.parent = parent;
  }

  get path(): Path {
    const { name, parentType } = this.step;
    return { prev: this.parent?.path, key: name, typename: parentType.name };
  }

  get fieldName() {
    return this.step.definition.name;
  }

  get fieldNodes() {
    return this.step.nodes;
  }

  get returnType() {
    return this.step.definition.type;
  }

  get parentType() {
    return this.step.parentType;
  }

  get schema() {
    return this.run.document.schema;
  }

  get fragments() {
    return this.run.document.fragments;
  }

  get rootValue() {
    return undefined;
  }

  get operation() {
    return this.run.document.operation;
  }

  get variableValues() {
    return this.run.variables;
  }
}

export class ItemPlace implements Place {
  readonly #list: Place;
  readonly #index: number;

  constructor(list: Place, index: number) {
    this.#list = list;
    this.#index = index;
  }

  get path(): Path {
    return { prev: this.#list.path, key: this.#index, typename: undefined };
  }
}
