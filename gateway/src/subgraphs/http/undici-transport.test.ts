import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { createTransport, GivenUp, type Transport } from './undici-transport.ts';

const opened: { server?: Server; transport: Transport }[] = [];

afterEach(async () => {
  for (const { server, transport } of opened.splice(0)) {
    server?.closeAllConnections();
    server?.close();
    await transport.close();
  }
});

async function serve(listener: RequestListener): Promise<Transport> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const transport = createTransport(`http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql?x=1`);
  opened.push({ server, transport });
  return transport;
}

const HEADERS = ['content-type', 'application/json', 'x-who', 'anna'];

it('posts a body and its headers, and reads an answer that comes in pieces', async () => {
  const transport = await serve(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    response.writeHead(203);
    response.write(Buffer.from('é').subarray(0, 1));
    setTimeout(() => {
      response.write(Buffer.from('é').subarray(1));
      response.end(`${request.method} ${request.url} ${request.headers['x-who']} ${Buffer.concat(chunks)}`);
    }, 5);
  });
  const { status, text } = await transport.post('{"q":"ô"}', HEADERS, {});
  expect({ status, text }).toEqual({ status: 203, text: 'éPOST /graphql?x=1 anna {"q":"ô"}' });
});

it('gives up at its deadline, before or in the middle of an answer', async () => {
  const transport = await serve((_, response) => response.writeHead(200).write('{"data"'));
  await expect(transport.post('{}', HEADERS, { deadlineMs: 30 })).rejects.toMatchObject({ why: 'deadline' });
});

it('gives up on an answer that is too large', async () => {
  const transport = await serve((_, response) => response.end('x'.repeat(5_000)));
  await expect(transport.post('{}', HEADERS, { maxBytes: 4_999 })).rejects.toMatchObject({ why: 'size' });
  expect((await transport.post('{}', HEADERS, { maxBytes: 5_000 })).text).toHaveLength(5_000);
});

it('gives up when its signal is aborted, before or after', async () => {
  const transport = await serve(() => undefined);
  const controller = new AbortController();
  const call = transport.post('{}', HEADERS, { signal: controller.signal });
  controller.abort();
  await expect(call).rejects.toMatchObject({ why: 'signal' });
  await expect(transport.post('{}', HEADERS, { signal: controller.signal })).rejects.toBeInstanceOf(GivenUp);
});

it('follows no redirect', async () => {
  const transport = await serve((_, response) => response.writeHead(302, { location: '/elsewhere' }).end());
  expect((await transport.post('{}', HEADERS)).status).toBe(302);
});

it('rejects with the network’s own error when nobody answers', async () => {
  const transport = createTransport('http://127.0.0.1:1/graphql');
  opened.push({ transport });
  await expect(transport.post('{}', HEADERS)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});
