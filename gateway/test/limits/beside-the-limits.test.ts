import { connect } from 'node:net';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import type { IncomingMessage } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readBody } from '../../src/http/transport/body.ts';
import type { Step } from '../../src/http/transport/exchange.ts';
import { createListener, type Listener } from '../../src/http/transport/listener.ts';
import type { Gateway, GatewayOptions } from '../../src/server.ts';
import { SILENT } from '../../src/testing/loggers.ts';
import { openGateway } from '../../src/testing/open-gateway.ts';
import { composeTwoSubgraphs, createTwoCallers } from '../../src/testing/two-subgraphs.ts';

/** What a stranger sends is bounded before the limits, and beside them. */
const opened: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.stop();
});

const LISTS = `
  input Cle { code: Int!  sorte: Sorte }
  enum Sorte { UNE AUTRE }
  extend type Query { liste(n: [Int!], c: [Cle!], p: [[Boolean]], s: [Sorte!]): String }`;

async function open(options: Partial<GatewayOptions> = {}): Promise<Gateway> {
  const supergraph = { sdl: composeTwoSubgraphs(undefined, LISTS) };
  const gateway = await openGateway({
    supergraph,
    callers: createTwoCallers(),
    logger: SILENT,
    ...options,
  });
  opened.push(gateway);
  return gateway;
}

describe('the faults of the variables of one request', () => {
  it.each([
    ['numbers', '($v: [Int!]) { liste(n: $v) }', 'x'],
    ['objects', '($v: [Cle!]) { liste(c: $v) }', { code: 'x', sorte: 'NULLE', inconnu: 1 }],
    ['lists', '($v: [[Boolean]]) { liste(p: $v) }', [1, 2, 3]],
    ['names of an enumeration', '($v: [Sorte!]) { liste(s: $v) }', 'AUTER'],
  ])('are told by the first ones, however many %s are wrong', async (_, question, wrong) => {
    const gateway = await open();
    const variables = { v: Array.from({ length: 5_000 }, () => wrong) };
    // New, known, and with a text that is wrong as well.
    for (const query of [`query${question}`, `query${question}`, `query Autre${question} #`]) {
      const { errors = [] } = await gateway.execute({ query, variables });
      expect(errors).toHaveLength(6);
      expect(errors.at(-1)?.message).toBe('Trop de valeurs fausses : la vérification s’est arrêtée.');
      expect(new Set(errors.map(({ extensions }) => extensions?.['code']))).toEqual(
        new Set(['BAD_USER_INPUT']),
      );
    }
    const invalid = await gateway.execute({ query: `query${question.replace('}', ' rien }')}`, variables });
    expect(invalid.errors).toHaveLength(7);
  });
});

describe('the name of an operation', () => {
  it.each(['', undefined])('changes nothing of what it weighs: %j', async (operationName) => {
    const gateway = await open({ limits: { cost: 5 } });
    const query = '{ regions { voisines { nom } } }';
    expect((await gateway.execute({ query, operationName })).errors?.[0]?.extensions).toMatchObject({
      code: 'LIMITE_DEPASSEE',
      mesure: 'cost',
      remede: expect.stringContaining('« first »'),
    });
  });

  it('when it is blank is none, for the audit too', async () => {
    const lines: unknown[] = [];
    const logger = { ...SILENT, info: (_: string, fields?: object) => void lines.push(fields) };
    const gateway = await open({ logger, audit: { log: true, file: undefined } });
    const query = 'mutation { noter(texte: "a") }';
    expect((await gateway.execute({ query, operationName: '' })).data).toEqual({ noter: 'a' });
    expect(lines).toEqual([
      expect.objectContaining({ etape: 'TEXTE' }),
      expect.objectContaining({ etape: 'REPONSE', kind: 'mutation' }),
    ]);
  });

  it.each([
    ['operationName', { query: '{ total }', operationName: 'n'.repeat(900_000) }],
    ['operationName', { query: 'query Total { total }', operationName: 'n'.repeat(251) }],
    ['documentId', { documentId: 'd'.repeat(900_000) }],
  ])('of any length is no key, label nor line of a log: %s', async (_, request) => {
    const gateway = await open();
    const { errors } = await gateway.execute(request);
    expect(errors?.[0]?.extensions?.['code']).toBe('REQUETE_INVALIDE');
    expect(JSON.stringify(errors).length).toBeLessThan(400);
  });

  it('is no label of the figures when no operation has it', async () => {
    const folder = new URL('../../../schema/operations', import.meta.url).pathname;
    const gateway = await open({ metrics: true, operationsFolder: folder });
    const { url } = await gateway.listen(0, '127.0.0.1');
    const { readFile } = await import('node:fs/promises');
    const query = await readFile(`${folder}/quatre-minutes.graphql`, 'utf8');
    for (let rank = 0; rank < 20; rank += 1)
      await gateway.execute({ query, operationName: `Inconnue${rank}` });
    const page = await (await fetch(`${url}/metrics`)).text();
    expect(page).toContain('palier_gateway_operation_seconds');
    expect(page).not.toContain('Inconnue');
  });
});

describe('the requests that one connection sends without waiting for answers', () => {
  /** A door that notes how many requests it lives at once, and takes a while for each. */
  async function listen(): Promise<{
    url: string;
    listener: Listener;
    most: () => number;
    lived: () => number;
  }> {
    let now = 0;
    let most = 0;
    let lived = 0;
    const step: Step = async () => {
      now += 1;
      lived += 1;
      most = Math.max(most, now);
      await wait(1);
      now -= 1;
      return { status: 200, body: 'bien' };
    };
    const listener = createListener({ steps: [step], observer: {}, trustedProxies: 0, logger: SILENT });
    opened.push(listener);
    const { url } = await listener.listen(0, '127.0.0.1');
    return { url, listener, most: () => most, lived: () => lived };
  }

  const REQUEST = 'GET /graphql HTTP/1.1\r\nHost: a\r\n\r\n';

  async function send(url: string, requests: number, last: string): Promise<string> {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    await once(socket, 'connect');
    let text = '';
    socket.on('data', (chunk: Buffer) => (text += chunk.toString('latin1')));
    socket.write(REQUEST.repeat(requests - 1) + last);
    await once(socket, 'close');
    return text;
  }
  const LAST = 'GET /graphql HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n';

  it.each([2, 40, 100])('are lived one after the other: %i of them', async (requests) => {
    const { url, most, lived } = await listen();
    const text = await send(url, requests, LAST);
    expect([most(), lived(), text.match(/HTTP\/1\.1 200/g)?.length]).toEqual([1, requests, requests]);
  });

  it('are refused unread past the hundredth that waits', async () => {
    const { url, most, lived } = await listen();
    const text = await send(url, 2_000, LAST);
    expect([most(), lived()]).toEqual([1, 101]);
    expect(text.match(/TROP_DE_REQUETES/g)).toHaveLength(1_899);
  });

  it('do not keep those of another connection waiting', async () => {
    const { url, most } = await listen();
    await Promise.all([send(url, 50, LAST), send(url, 50, LAST), send(url, 50, LAST)]);
    expect(most()).toBe(3);
  });
});

describe('a body that comes a byte at a time', () => {
  it.each([600, 5_000, 60_000])('is held in few pieces: %i bytes', async (size) => {
    const text = 'é'.repeat(size / 2);
    const bytes = Buffer.from(text);
    const incoming = Readable.from(
      (function* () {
        for (let at = 0; at < bytes.length; at += 1) yield bytes.subarray(at, at + 1);
      })(),
      { objectMode: true },
    );
    const joined = vi.spyOn(Buffer, 'concat');
    const read = await readBody(Object.assign(incoming, { headers: {} }) as unknown as IncomingMessage, size);
    const most = Math.max(...joined.mock.calls.map(([pieces]) => pieces.length));
    joined.mockRestore();
    expect(read === text).toBe(true);
    expect(most).toBeLessThanOrEqual(1_024);
  });
});
