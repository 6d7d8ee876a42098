import { randomInt } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** The system hands out higher ports by itself, and programs that people install listen lower. */
const LOWEST = 14_000;
const HIGHEST = 32_000;
/** `npm run start:apart` takes four ports in a row. */
const IN_A_ROW = 4;

/**
 * The first of four ports in a row that are free, and that no other run of the tests is given while this process lives: for
 * what cannot be started with PORT=0 because its address must be known before it listens.
 */
export async function reservePorts(): Promise<number> {
  for (;;) {
    const first = LOWEST + IN_A_ROW * randomInt((HIGHEST - LOWEST) / IN_A_ROW);
    if (!(await hold(first))) continue;
    const free = await Promise.all(Array.from({ length: IN_A_ROW }, (_, rank) => isFree(first + rank)));
    if (free.every(Boolean)) return first;
  }
}

/** By the UDP port of the same number, which the system gives to one process and takes back when it ends, even killed. */
async function hold(port: number): Promise<boolean> {
  const socket = createSocket('udp4').unref();
  try {
    await once(socket.bind(port, '127.0.0.1'), 'listening');
    return true;
  } catch {
    return false;
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  try {
    await once(server.listen(port, '127.0.0.1'), 'listening');
    server.close();
    await once(server, 'close');
    return true;
  } catch {
    return false;
  }
}
