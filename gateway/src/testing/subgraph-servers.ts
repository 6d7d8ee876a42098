import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerInProcess } from './two-subgraphs.ts';

export interface TestServer {
  readonly url: string;
  readonly server: Server;
  close(): Promise<void>;
}

export function serve(listener: RequestListener): Promise<TestServer> {
  const server = createServer(listener);
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      resolve({ url: `http://127.0.0.1:${port}/graphql`, server, close: () => closeNow(server) });
    });
  });
}

/** One of the two subgraphs behind a real socket. */
export const serveSubgraph = (name: string): Promise<TestServer> =>
  serve((incoming, response) => {
    void readText(incoming).then(async (text) => {
      const answer = await answerInProcess(name, JSON.parse(text) as Parameters<typeof answerInProcess>[1]);
      response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
    });
  });

export async function readText(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function closeNow(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
