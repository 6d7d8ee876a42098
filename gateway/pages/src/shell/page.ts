import type { Crumb } from '@palier/gateway/document/document';
import type { Shown } from '@palier/gateway/document/frame';
import type { GraphFault } from '@palier/gateway/http/graph-fault';
import type { PublishedGraph } from '@palier/gateway/request/published-graph';
import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Operation } from '../operations/operation.ts';

/** A page of Palier, and everything below its path. Where it is listed, `pages.ts`, is all that knows it. */
export interface Page {
  /** Its own address: « /fait ». */
  readonly path: string;
  /** What it adds to every page: its link, its search, its style. One without a link is reached from elsewhere. */
  readonly shown?: Omit<Shown, 'credit'>;
  /** The parameters of the address of what is below it, besides the instant; nothing where nothing is there. */
  takes(segments: readonly string[]): readonly string[] | undefined;
  /** @throws {Refusal | GraphFault} shown as a page of its own, under its status */
  answer(request: PageRequest): Promise<PageView>;
}

export interface PageRequest {
  /** What follows the page's own path, each part decoded, without « .json ». */
  readonly segments: readonly string[];
  /** Those that say something: a field left empty is not there. */
  readonly parameters: URLSearchParams;
  /** The graph that is asked, as who opens the page sees it. */
  readonly graph: PublishedGraph;
  /**
   * Asks a registered operation, at the instant of the address, on behalf of who opens the page. What could not be read is
   * null in its data, and said on the page by the shell. @throws {GraphFault} what the graph refuses altogether
   */
  ask<Data, Variables>(
    operation: Operation<Data, Variables>,
    variables: NoInfer<Variables>,
    at?: AtInstant,
  ): Promise<Asked<Data>>;
}

/** Another instant than that of the address; now, where none is given. */
export interface AtInstant {
  readonly au: string | undefined;
}

export interface Asked<Data> {
  readonly data: Data;
  /** Why what is null in the data is: nothing when all was read. */
  readonly fault: GraphFault | undefined;
}

/** Where and when a page is read. */
export interface Reading {
  /** The host that was asked, with its port; nothing when the request does not say it. */
  readonly host: string;
  /** ISO 8601. Two pages that differ by it alone are the same. */
  readonly readAt: string;
}

export const ReadingContext = createContext<Reading>({ host: '', readAt: '' });

export const useReading = (): Reading => useContext(ReadingContext);

export interface PageView {
  /** 200 unless said. */
  readonly status?: 200 | 400 | 404;
  /** Said of a page that reads instants of its own, and nothing at that of the address: its links lead to now. */
  readonly isOfNow?: true;
  readonly title: string;
  /** What stands above it, from the widest; « Palier » comes first by itself. */
  readonly breadcrumbs?: readonly Crumb[];
  readonly main: ComponentChildren;
  /** The same content for a program, at the same address with « .json »; nothing where there is none. */
  readonly content?: unknown;
}
