import type { GraphQLSchema } from 'graphql';
import { stringText, valueText } from '../../json/json-text.ts';
import type { Work } from '../../work/work.ts';
import { isData, type Data } from '../data/merge.ts';
import { newRun, type ProjectionRun } from './anomaly.ts';
import { fieldsOf } from './project-object.ts';
import type { FieldShape, Selection, ValueShape } from './selection.ts';
import { typenameToAnswer } from './typename.ts';

/** A shaping to text: what several parents hold together is written once, then repeated. */
export interface TextRun extends ProjectionRun {
  readonly written: Map<FieldShape, Map<unknown, string | undefined>>;
}

export type ValueField = FieldShape & { readonly kind: 'field' };

export const newTextRun = (work: Work | undefined): TextRun => ({ ...newRun(work), written: new Map() });

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
      const value = this.field(run, field, object);
      if (value === undefined) return 'null';
      text += `${text === '' ? '{' : ','}"${field.output}":${value}`;
    }
    run.work?.spend(fields.length);
    if (text.length > run.mostBytes) run.work?.refuseBytes(text.length);
    return text === '' ? '{}' : `${text}}`;
  }

  /** Its value as text; undefined as for an object. */
  field(run: TextRun, field: FieldShape, object: Data): string | undefined {
    if (field.kind === 'typename') {
      const name = typenameToAnswer(this.#schema, object, field.name, field.parentType);
      if (name === undefined) run.anomalies += 1;
      return name && `"${name}"`;
    }
    const value = object[field.name];
    if (value === undefined) run.anomalies += 1;
    const written = this.writtenOf(run, field, value);
    if (written?.has(value)) return written.get(value);
    const text = this.value(run, field.value, value);
    written?.set(value, text);
    return text;
  }

  /** What was written for this field, where several parents may hold its value together. */
  writtenOf(run: TextRun, field: ValueField, value: unknown): Map<unknown, string | undefined> | undefined {
    if (typeof value !== 'object' || value === null || !this.#sharedPaths.has(field.path)) return undefined;
    let written = run.written.get(field);
    if (!written) {
      written = new Map();
      run.written.set(field, written);
    }
    return written;
  }

  value(run: TextRun, shape: ValueShape, value: unknown): string | undefined {
    const text = value === null || value === undefined ? 'null' : this.#present(run, shape, value);
    return orNothing(run, shape, text);
  }

  #present(run: TextRun, shape: ValueShape, value: unknown): string {
    if (shape.kind === 'object') return this.#object(run, shape.selection, value);
    if (shape.kind === 'list') return this.#list(run, shape.item, value);
    if (shape.isValid(value))
      return shape.isId ? stringText(String(value as string | number | bigint)) : valueText(value);
    run.anomalies += 1;
    return 'null';
  }

  #list(run: TextRun, item: ValueShape, list: unknown): string {
    if (!Array.isArray(list)) {
      run.anomalies += 1;
      return 'null';
    }
    let text = '';
    let bubbles = false;
    for (const value of list) {
      const one = this.value(run, item, value);
      if (one === undefined) bubbles = true;
      text += text === '' ? `[${one}` : `,${one}`;
      if (text.length > run.mostBytes) run.work?.refuseBytes(text.length);
    }
    if (bubbles) return 'null';
    return text === '' ? '[]' : `${text}]`;
  }

  #object(run: TextRun, selection: Selection, value: unknown): string {
    const fields = isData(value) ? fieldsOf(selection, value) : undefined;
    if (fields) return this.project(run, fields, value as Data);
    run.anomalies += 1;
    return 'null';
  }
}

/** Nothing for a null that may not be. */
export function orNothing(run: TextRun, shape: ValueShape, text: string): string | undefined {
  if (text !== 'null' || !shape.nonNull) return text;
  run.anomalies += 1;
  return undefined;
}
