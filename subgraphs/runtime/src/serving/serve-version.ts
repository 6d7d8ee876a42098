import type { IncomingMessage, ServerResponse } from 'node:http';
import { HEARTBEAT, HEARTBEAT_MS, writeVersion } from '@palier/calls/version-events';
import type { DataVersion } from '../data/data-version.ts';

export interface VersionStreams {
  /** Answers by the events of `@palier/calls/version-events`. */
  open(request: IncomingMessage, response: ServerResponse): void;
  /** Ends those that are open: each would keep the server from stopping. */
  end(): void;
}

export function createVersionStreams(version: DataVersion): VersionStreams {
  const streams = new Set<ServerResponse>();
  return {
    open(request, response) {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      const stop = tellVersions(version, response);
      streams.add(response);
      request.once('close', () => {
        stop();
        streams.delete(response);
      });
    },
    end() {
      for (const stream of streams) stream.end();
    },
  };
}

function tellVersions(version: DataVersion, response: ServerResponse): () => void {
  let told: string | undefined;
  const tell = (current: string | undefined): void => {
    told = current ?? '';
    response.write(writeVersion(told));
  };
  const stop = version.onChange(() => tell(version.current()));
  const heartbeat = setInterval(() => response.write(HEARTBEAT), HEARTBEAT_MS);
  void version.refresh().then((current) => {
    // Something newer may have been told meanwhile.
    if (told === undefined) tell(current);
  });
  return () => {
    stop();
    clearInterval(heartbeat);
  };
}
