import type { IncomingMessage, ServerResponse } from 'node:http';
import type { DataVersion } from '../data/data-version.ts';

/** Where a subgraph tells the version of its data as it changes. */
export const VERSION_PATH = '/version';
/** Bears, on each answer, the version of the data as it stood before they were read. */
export const VERSION_HEADER = 'palier-version';

/** Silence longer than a few of these means that the other end is gone. */
const HEARTBEAT_MS = 2_000;

export interface VersionStreams {
  /**
   * Server-sent events: the version first, read when it was asked, then each new one as it comes. An empty one says that
   * it is not known for the moment; a comment, now and then, that the subgraph still lives.
   */
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
    response.write(`data: ${told}\n\n`);
  };
  const stop = version.onChange(() => tell(version.current()));
  const heartbeat = setInterval(() => response.write(':\n\n'), HEARTBEAT_MS);
  void version.refresh().then((current) => {
    // Something newer may have been told meanwhile.
    if (told === undefined) tell(current);
  });
  return () => {
    stop();
    clearInterval(heartbeat);
  };
}
