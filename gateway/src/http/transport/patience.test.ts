import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { SILENT } from '../../testing/loggers.ts';
import { clientAddressOf } from './client-address.ts';
import type { Exchange, Step } from './exchange.ts';
import { createListener, type Listener } from './listener.ts';

let listener: Listener | undefined;
let sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  sockets = [];
  await listener?.stop();
});

async function open(step: Step, patience: object): Promise<number> {
  listener = createListener({ steps: [step], observer: {}, trustedProxies: 0, patience, logger: SILENT });
  return Number(new URL((await listener.listen(0, '127.0.0.1')).url).port);
}

const dial = (port: number, text = ''): Socket => {
  const socket = connect(port, '127.0.0.1', () => socket.write(text));
  socket.on('error', () => undefined);
  sockets.push(socket);
  return socket;
};
const closed = (socket: Socket): Promise<void> =>
  new Promise((resolve) => socket.once('close', () => resolve()));
const ASK = 'GET / HTTP/1.1\r\nhost: localhost\r\n\r\n';
const LARGE = 'a'.repeat(50_000_000);

describe('a connection is closed', () => {
  it('when nothing comes on it', async () => {
    const port = await open(() => ({ status: 204 }), { headersMs: 200 });
    await closed(dial(port).resume());
  });

  it('when its answer is not read', async () => {
    const served = new Promise<Socket>((resolve) => {
      void open(
        ({ incoming }) => {
          resolve(incoming.socket);
          return { status: 200, body: LARGE };
        },
        { unreadMs: 200 },
      ).then((port) => dial(port, ASK).pause());
    });
    await closed(await served);
  });

  it.each([
    ['a late answer', () => new Promise<void>((resolve) => setTimeout(resolve, 600))],
    ['a large one', () => Promise.resolve()],
  ])('not while it waits for its answer, nor while it reads: %s', async (_, wait) => {
    const body = LARGE.slice(0, 5_000_000);
    const port = await open(() => wait().then(() => ({ status: 200, body })), {
      headersMs: 200,
      unreadMs: 200,
    });
    const socket = dial(port, ASK.replace('host', 'connection: close\r\nhost'));
    let bytes = 0;
    socket.on('data', (chunk) => (bytes += chunk.length));
    await closed(socket);
    expect(bytes).toBeGreaterThan(body.length);
  });
});

describe('an answer that is cut', () => {
  const cutting: Step = () => ({
    status: 200,
    stream: (async function* () {
      yield Buffer.from('code,nom\r\n06112,Pierrefonds\r\n');
      await new Promise((resolve) => setTimeout(resolve, 50));
      throw new Error('A level has stopped');
    })(),
  });
  const read = async (ask: string): Promise<{ text: string; failure: string | undefined }> => {
    const socket = dial(await open(cutting, {}), ask);
    let text = '';
    let failure: string | undefined;
    socket.setEncoding('latin1').on('data', (chunk: string) => (text += chunk));
    socket.on('error', (error: NodeJS.ErrnoException) => (failure = error.code));
    await closed(socket);
    return { text, failure };
  };

  it('has no last chunk', async () => {
    const { text } = await read(ASK);
    expect(text).toContain('Pierrefonds');
    expect(text).not.toContain('\r\n0\r\n');
  });

  it('is reset where HTTP/1.0 knows no chunks, and an end is that of the whole', async () => {
    const { text, failure } = await read('GET / HTTP/1.0\r\nhost: localhost\r\n\r\n');
    expect(text).not.toContain('transfer-encoding');
    expect(failure).toBe('ECONNRESET');
  });
});

it('a connection is kept longer than proxies keep theirs', async () => {
  const port = await open(() => ({ status: 200, body: 'a' }), {});
  const { headers } = await fetch(`http://127.0.0.1:${port}/`);
  expect(Number(/timeout=(\d+)/.exec(headers.get('keep-alive') ?? '')?.[1])).toBeGreaterThan(60);
});

it('an answer that cannot be written closes its connection, and ends nothing else', async () => {
  let header = 'a\r\nb';
  const port = await open(() => ({ status: 200, headers: { 'x-a': header } }), {});
  await closed(dial(port, ASK));
  header = 'a';
  expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200);
});

describe('the address of a client behind our proxies', () => {
  const addressOf = (forwarded: string, trusted = 1): string =>
    clientAddressOf(
      {
        headers: { 'x-forwarded-for': forwarded },
        socket: { remoteAddress: '10.0.0.1' },
      } as unknown as Exchange['incoming'],
      trusted,
    );

  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['203.0.113.7:51234', '203.0.113.7'],
    ['198.51.100.1:1, 203.0.113.7:2', '203.0.113.7'],
    ['2001:db8::1', '2001:db8::1'],
    ['[2001:db8::1]', '2001:db8::1'],
    ['[2001:db8::1]:443', '2001:db8::1'],
    ['unknown', '10.0.0.1'],
    ['203.0.113.7.evil:1', '10.0.0.1'],
    ['', '10.0.0.1'],
  ])('is without its port, or that of the proxy: « %s »', (forwarded, address) => {
    expect(addressOf(forwarded)).toBe(address);
  });

  it('is not read from what a client alone may say', () => {
    expect(addressOf('203.0.113.7', 0)).toBe('10.0.0.1');
    expect(addressOf('203.0.113.7', 2)).toBe('10.0.0.1');
  });
});
