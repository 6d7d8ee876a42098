import { isData, type Data } from '../data/merge.ts';
import { fieldsOf } from './project-object.ts';
import { orNothing, type TextProjection, type TextRun, type ValueField } from './project-text.ts';
import type { FieldShape, Selection, ValueShape } from './selection.ts';

type LongShape = Exclude<ValueShape, { readonly kind: 'leaf' }>;

/** Characters that are put together at once. */
const PIECE = 32_768;

/** Shapes an answer as the text that `TextProjection` makes, a turn of the loop after another between items of lists. */
export class LongTextProjection {
  readonly #short: TextProjection;

  constructor(short: TextProjection) {
    this.#short = short;
  }

  async project(run: TextRun, fields: readonly FieldShape[], object: Data): Promise<string> {
    const members: string[] = [];
    for (const field of fields) {
      const value = isLongField(field)
        ? await this.#field(run, field, object)
        : this.#short.field(run, field, object);
      if (value === undefined) return 'null';
      members.push(`"${field.output}":${value}`);
    }
    run.work?.spend(fields.length);
    const text = `{${members.join(',')}}`;
    if (text.length > run.mostBytes) run.work?.refuseBytes(text.length);
    return text;
  }

  async #field(run: TextRun, field: ValueField, object: Data): Promise<string | undefined> {
    const value = object[field.name];
    if (value === undefined) run.anomalies += 1;
    const written = this.#short.writtenOf(run, field, value);
    if (written?.has(value)) return written.get(value);
    const text = await this.#value(run, field.value as LongShape, value);
    written?.set(value, text);
    return text;
  }

  async #value(run: TextRun, shape: LongShape, value: unknown): Promise<string | undefined> {
    if (value === null || value === undefined) return orNothing(run, shape, 'null');
    const text =
      shape.kind === 'list'
        ? await this.#list(run, shape.item, value)
        : await this.#object(run, shape.selection, value);
    return orNothing(run, shape, text);
  }

  async #list(run: TextRun, item: ValueShape, list: unknown): Promise<string> {
    if (!Array.isArray(list)) {
      run.anomalies += 1;
      return 'null';
    }
    const pieces = new Pieces();
    let bubbles = false;
    for (const value of list) {
      const one = isLong(item) ? await this.#value(run, item, value) : this.#short.value(run, item, value);
      bubbles ||= one === undefined;
      pieces.add(one ?? 'null');
      if (pieces.length > run.mostBytes) run.work?.refuseBytes(pieces.length);
      const pause = run.work?.pauseIfDue();
      if (pause) await pause;
    }
    return bubbles ? 'null' : `[${pieces.join()}]`;
  }

  async #object(run: TextRun, selection: Selection, value: unknown): Promise<string> {
    const fields = isData(value) ? fieldsOf(selection, value) : undefined;
    if (fields) return this.project(run, fields, value as Data);
    run.anomalies += 1;
    return 'null';
  }
}

/** Texts of a list, put together by and by: a text of a million parts would take the turn that sends it. */
class Pieces {
  length = 0;
  readonly #pieces: string[] = [];
  #loose: string[] = [];
  #looseLength = 0;

  add(text: string): void {
    this.length += text.length + 1;
    this.#looseLength += text.length;
    this.#loose.push(text);
    if (this.#looseLength > PIECE) this.#tie();
  }

  join(): string {
    if (this.#loose.length > 0) this.#tie();
    return this.#pieces.join(',');
  }

  #tie(): void {
    this.#pieces.push(this.#loose.join(','));
    this.#loose = [];
    this.#looseLength = 0;
  }
}

const isLongField = (field: FieldShape): field is ValueField => field.kind === 'field' && isLong(field.value);

/** Whether nothing bounds how many values it has. */
const isLong = (shape: ValueShape): shape is LongShape =>
  shape.kind === 'list' || (shape.kind === 'object' && shape.selection.holdsList);
