import { readVersions, SILENCE_MS, VERSION_PLACE } from '@palier/calls/version-events';
import { Client } from 'undici';
import { createConnector } from './skip-continue.ts';
import type { DataVersion } from '../../request/subgraph-caller.ts';
import { credentialsOf } from './address-credentials.ts';
import type { SignCall } from './sign-call.ts';

const SHORTEST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

export interface VersionFollower extends DataVersion {
  /** Begins to follow, unless it does already. */
  begin(): void;
  close(): void;
}

export interface VersionFollowerOptions {
  /** The subgraph's own address. */
  readonly url: string;
  /** How calls are signed, when they are. */
  readonly sign?: SignCall | undefined;
}

/**
 * Knows the version of a subgraph's data as long as the subgraph is heard. What it knew is forgotten at the first doubt:
 * a silence, a lost connection, a write.
 */
export function createVersionFollower({ url, sign }: VersionFollowerOptions): VersionFollower {
  const { origin, pathname: path } = new URL(VERSION_PLACE, url);
  const fixed = ['accept', 'text/event-stream', 'accept-encoding', 'identity', ...credentialsOf(url)];
  let known: string | undefined;
  let stream: VersionStream | undefined;
  let retry: NodeJS.Timeout | undefined;
  let failures = 0;
  let closed = false;

  const open = (): void => {
    retry = undefined;
    const headers = [...fixed, ...(sign?.({ method: 'GET', path, headers: [] }) ?? [])];
    const opened = new VersionStream(origin, path, headers, {
      told(version) {
        if (stream !== opened) return;
        failures = 0;
        known = version === '' ? undefined : version;
      },
      ended() {
        if (stream !== opened) return;
        known = undefined;
        stream = undefined;
        if (closed) return;
        failures += 1;
        retry = setTimeout(open, Math.min(SHORTEST_PAUSE_MS * 2 ** failures, LONGEST_PAUSE_MS)).unref();
      },
    });
    stream = opened;
  };

  const forget = (): void => {
    const former = stream;
    known = undefined;
    stream = undefined;
    clearTimeout(retry);
    retry = undefined;
    former?.end();
  };

  return {
    current: () => known,
    begin() {
      if (!stream && !retry && !closed) open();
    },
    doubt() {
      if (!stream) return;
      // What comes first on a new stream was read after this doubt.
      forget();
      open();
    },
    close() {
      closed = true;
      forget();
    },
  };
}

interface StreamListener {
  told(version: string): void;
  ended(): void;
}

class VersionStream {
  readonly #client: Client;
  readonly #listener: StreamListener;
  readonly #silence: NodeJS.Timeout;
  #text = '';
  #isEnded = false;

  constructor(origin: string, path: string, headers: readonly string[], listener: StreamListener) {
    this.#listener = listener;
    this.#client = new Client(origin, {
      connect: createConnector(),
      headersTimeout: SILENCE_MS,
      bodyTimeout: 0,
    });
    this.#silence = setTimeout(() => this.end(), SILENCE_MS).unref();
    this.#client.dispatch(
      { path, method: 'GET', headers: [...headers] },
      {
        onRequestStart: () => undefined,
        onResponseStart: (_, status) => {
          if (status !== 200) this.end();
        },
        onResponseData: (_, chunk) => this.#read(chunk.toString('latin1')),
        onResponseEnd: () => this.end(),
        onResponseError: () => this.end(),
      },
    );
  }

  end(): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    clearTimeout(this.#silence);
    void this.#client.destroy().catch(() => undefined);
    this.#listener.ended();
  }

  #read(chunk: string): void {
    if (this.#isEnded) return;
    this.#silence.refresh();
    this.#text += chunk;
    if (this.#text.length > LONGEST_EVENT) return this.end();
    const { versions, rest } = readVersions(this.#text);
    this.#text = rest;
    const last = versions.at(-1);
    if (last !== undefined) this.#listener.told(last);
  }
}

const LONGEST_EVENT = 1_000;
