import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { createClient } from '@redis/client';

const REDIS = { host: '127.0.0.1', port: 6379 };

/** Whether the Redis that tests use answers; those that need it are skipped when it does not. */
export async function isRedisHere(): Promise<boolean> {
  const client = createClient({ socket: { ...REDIS, connectTimeout: 500, reconnectStrategy: false } });
  client.on('error', () => undefined);
  return client.connect().then(
    () => {
      client.destroy();
      return true;
    },
    () => false,
  );
}

/** A Redis that can be cut off or hang, on a port of its own. */
export interface RedisProxy {
  readonly url: string;
  /** Cuts every connection, and refuses new ones until `restore`. */
  cut(): Promise<void>;
  /** Answers nothing any more, without a word, until `restore`. */
  hang(): void;
  restore(): Promise<void>;
  close(): Promise<void>;
}

export async function openRedisProxy(): Promise<RedisProxy> {
  const sockets = new Set<Socket>();
  let hanging = false;
  const server = createServer((client) => {
    const redis = connect(REDIS);
    for (const socket of [client, redis]) {
      sockets.add(socket);
      socket
        .on('error', () => undefined)
        .on('close', () => {
          sockets.delete(socket);
          client.destroy();
          redis.destroy();
        });
    }
    client.on('data', (chunk) => void (hanging || redis.write(chunk)));
    redis.on('data', (chunk) => void (hanging || client.write(chunk)));
  });
  const listen = (port: number): Promise<void> =>
    new Promise((resolve) => void server.listen(port, '127.0.0.1', () => resolve()));
  const cut = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
  await listen(0);
  const { port } = server.address() as AddressInfo;
  return {
    url: `redis://127.0.0.1:${port}`,
    cut,
    hang: () => void (hanging = true),
    async restore() {
      hanging = false;
      if (!server.listening) await listen(port);
    },
    close: async () => {
      if (server.listening) await cut();
    },
  };
}
