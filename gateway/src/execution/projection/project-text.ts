import type { GraphQLSchema } from 'graphql';
import { stringText, valueText } from '../json-text.ts';
import { isData, type Data } from '../merge.ts';
import { MisshapenData, type ProjectionRun } from './anomaly.ts';
import { fieldsOf } from './project-object.ts';
import type { FieldShape, Selection, ValueShape } from './selection.ts';
import { typenameToAnswer } from './typename.ts';

/** A shaping to text: what several parents hold together is written once, then repeated. */
export interface TextRun extends ProjectionRun {
  readonly written: Map<FieldShape, Map<unknown, string | undefined>>;
}

export const newTextRun = (): TextRun => ({ anomalies: 0, written: new Map() });

/** Shapes an answer as JSON text. Undefined stands for a null that may not be, which its parent must become. */
export class TextProjection {
  readonly #schema: GraphQLSchema;
  readonly #sharedPaths: ReadonlySet<string>;

  constructor(schema: GraphQLSchema, sharedPaths: ReadonlySet<string>) {
    this.#schema = schema;
    this.#sharedPaths = sharedPaths;
  }

  project(run: TextRun, fields: readonly FieldShape[], object: Data): string {
    let text = '';
    for (const field of fields) {
      const value = this.#field(run, field, object);
      if (value === undefined) return 'null';
      text += `${text === '' ? '{' : ','}"${field.output}":${value}`;
    }
    return text === '' ? '{}' : `${text}}`;
  }

  #field(run: TextRun, field: FieldShape, object: Data): string | undefined {
    if (field.kind === 'typename') {
      const name = typenameToAnswer(this.#schema, object, field.name, field.parentType);
      return name && `"${name}"`;
    }
    const value = object[field.name];
    return typeof value === 'object' && value !== null && this.#sharedPaths.has(field.path)
      ? this.#sharedValue(run, field, field.value, value)
      : this.#value(run, field.value, value);
  }

  #sharedValue(run: TextRun, field: FieldShape, shape: ValueShape, value: unknown): string | undefined {
    let written = run.written.get(field);
    if (!written) {
      written = new Map();
      run.written.set(field, written);
    }
    if (written.has(value)) return written.get(value);
    const text = this.#value(run, shape, value);
    written.set(value, text);
    return text;
  }

  #value(run: TextRun, shape: ValueShape, value: unknown): string | undefined {
    const text = value === null || value === undefined ? 'null' : this.#present(run, shape, value);
    if (text !== 'null' || !shape.nonNull) return text;
    run.anomalies += 1;
    return undefined;
  }

  #present(run: TextRun, shape: ValueShape, value: unknown): string {
    if (shape.kind === 'object') return this.#object(run, shape.selection, value);
    if (shape.kind === 'list') return this.#list(run, shape.item, value);
    if (shape.isValid(value)) return typeof value === 'string' ? stringText(value) : valueText(value);
    run.anomalies += 1;
    return 'null';
  }

  #list(run: TextRun, item: ValueShape, list: unknown): string {
    if (!Array.isArray(list)) throw new MisshapenData();
    let text = '';
    let bubbles = false;
    for (const value of list) {
      const one = this.#value(run, item, value);
      if (one === undefined) bubbles = true;
      text += text === '' ? `[${one}` : `,${one}`;
    }
    if (bubbles) return 'null';
    return text === '' ? '[]' : `${text}]`;
  }

  #object(run: TextRun, selection: Selection, value: unknown): string {
    if (!isData(value)) throw new MisshapenData();
    const fields = fieldsOf(selection, value);
    if (fields) return this.project(run, fields, value);
    run.anomalies += 1;
    return 'null';
  }
}
