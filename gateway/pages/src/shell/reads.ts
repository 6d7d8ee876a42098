import { hash } from 'node:crypto';
import { strictestOf } from '@palier/gateway/base/cache-control';
import { dataOf } from '@palier/gateway/request/answer-data';
import { GraphFault } from '@palier/gateway/http/graph-fault';
import type { MountRequest } from '@palier/gateway/http/mount';
import type { AnyOperationResult } from '@palier/gateway/request/operation';
import type { Operation } from '../operations/operation.ts';
import { isOfInstant } from './refused-instant.tsx';
import type { Asked, AtInstant } from './page.ts';

/** All that a page read of the graph. */
export class Reads {
  readonly #request: MountRequest;
  readonly #au: string | undefined;
  readonly #results: AnyOperationResult[] = [];
  readonly #missing = new Map<string, string>();
  #isDemonstration = false;
  #untold: GraphFault | undefined;
  #isTold = false;

  constructor(request: MountRequest, au: string | undefined) {
    this.#request = request;
    this.#au = au;
  }

  async ask<Data, Variables>(
    { documentId }: Operation<Data, Variables>,
    given: Variables,
    at?: AtInstant,
  ): Promise<Asked<Data>> {
    const variables = given as Readonly<Record<string, unknown>>;
    const result = await (at === undefined
      ? this.#request.read({ documentId, variables, au: this.#au })
      : this.#request.readAside({ documentId, variables, au: at.au }));
    const data = dataOf(result) as Data | null | undefined;
    const fault = result.errors && new GraphFault(result.errors);
    if (data == null) throw fault ?? new Error(`The operation ${documentId} answered nothing.`);
    this.#results.push(result);
    for (const { message } of result.errors ?? []) this.#missing.set(message, message);
    if (fault !== undefined && isOfInstant(fault)) this.#untold ??= fault;
    this.#isTold ||= Object.values(data).some((field) => field !== null);
    this.#isDemonstration ||= holdsDemonstration(data);
    return { data, fault };
  }

  /** Why something is missing of the page, each reason once. */
  get missing(): readonly string[] {
    return [...this.#missing.values()];
  }

  /** Why nothing at all was told, where it is for the instant that is read. */
  get untold(): GraphFault | undefined {
    return this.#isTold ? undefined : this.#untold;
  }

  /** Whether something of the page was made up to demonstrate. */
  get isDemonstration(): boolean {
    return this.#isDemonstration;
  }

  /** The version of the data that each level gave; nothing where none is told. */
  get versions(): ReadonlyMap<string, string> {
    return new Map(this.#results.flatMap(({ sealed }) => sealed?.versions ?? []));
  }

  get cacheControl(): string {
    return strictestOf(this.#results.map(({ sealed }) => sealed?.cacheControl));
  }

  get first(): Pick<AnyOperationResult, 'cacheStatus'> {
    return this.#results.length === 1 ? this.#results[0]! : {};
  }
}

/** Whether something of an answer was made up, or counts what was. */
export function holdsDemonstration(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { origine, fictifs = 0 } = value as { readonly origine?: unknown; readonly fictifs?: number };
  if (origine === 'DEMONSTRATION' || fictifs > 0) return true;
  return Object.values(value).some(holdsDemonstration);
}

/** A version as people compare two of them. */
export const shorten = (version: string): string => hash('sha256', version, 'hex').slice(0, 8);
