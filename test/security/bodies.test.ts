import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { get, openDoor, post, type AttackedDoor, type Said } from './open-two-subgraphs.ts';
import { postText, sendRaw, statusesIn } from './raw.ts';

let door: AttackedDoor;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());

const QUERY = '{ total }';
const TOTAL = { total: 3000 };
const NOTER = 'mutation Noter($t: String!) { noter(texte: $t) }';

/** The gateway still answers, and as before. */
async function expectUnharmed(): Promise<void> {
  expect((await post(door.url, { query: QUERY })).data).toEqual(TOTAL);
  expect(({} as Record<string, unknown>)['pollue']).toBeUndefined();
  expect(Object.prototype).not.toHaveProperty('pollue');
}

describe('a batch', () => {
  const one = { query: QUERY };
  it.each([
    ['of none', []],
    ['of one', [one]],
    ['of many', Array.from({ length: 500 }, () => one)],
    ['in a batch', [[one]]],
    ['of what is not an operation', [null, 1, 'x']],
  ])('%s is refused whole', async (_, body) => {
    const said = await post(door.url, body);
    expect([said.status, said.codes]).toEqual([400, ['LOT_REFUSE']]);
  });

  it.each([{ 0: one, length: 1 }, { operations: [one] }, { query: [QUERY] }, { query: { 0: QUERY } }])(
    'made to look like an operation is one that is malformed: %j',
    async (body) => {
      expect((await post(door.url, body)).codes).toEqual(['REQUETE_INVALIDE']);
    },
  );

  it('by GET is refused', async () => {
    const asked = await fetch(
      `${door.url}/graphql?query=${encodeURIComponent(QUERY)}&query=${encodeURIComponent(QUERY)}`,
    );
    expect(asked.status).toBe(400);
  });
});

describe('a parameter given twice', () => {
  it.each(['query', 'variables', 'operationName', 'extensions', 'documentId'])(
    'is refused: %s',
    async (name) => {
      const search = new URLSearchParams([
        ['query', QUERY],
        [name, '{}'],
        [name, '{}'],
      ]);
      expect((await fetch(`${door.url}/graphql?${search.toString()}`)).status).toBe(400);
    },
  );

  it('in a body is the last one, wherever it is read', async () => {
    expect((await post(door.url, `{"query":"{ inconnu }","query":"${QUERY}"}`)).data).toEqual(TOTAL);
  });
});

describe('bytes that are not UTF-8', () => {
  const body = (text: string | Buffer, headers: readonly string[] = []): Promise<string> =>
    sendRaw(door.url, postText(text, headers));
  const json = JSON.stringify({ query: QUERY });

  it.each([
    ['UTF-16', Buffer.from(json, 'utf16le')],
    ['UTF-16 with its mark', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(json, 'utf16le')])],
    ['UTF-32', Buffer.from([...json].flatMap((letter) => [letter.charCodeAt(0), 0, 0, 0]))],
    ['nothing', ''],
    ['null bytes', Buffer.alloc(100)],
    ['compressed data', Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0])],
  ])('%s is refused, and nothing is run', async (_, bytes) => {
    const text = await body(bytes);
    expect(statusesIn(text)).toEqual([400]);
    expect(text).toContain('CORPS_ILLISIBLE');
    expect(text).not.toContain('"data"');
  });

  it.each([
    ['a byte that begins no letter', [0xff]],
    ['a letter written too long', [0xc0, 0xaf]],
    ['half of a letter', [0xc3]],
    ['half of a pair', [0xed, 0xa0, 0x80]],
  ])('%s in a value is refused, and no letter is put in its place', async (_, bytes) => {
    const [before = '', after = ''] = JSON.stringify({ query: NOTER, variables: { t: '@' } }).split('@');
    const text = await body(Buffer.concat([Buffer.from(before), Buffer.from(bytes), Buffer.from(after)]));
    expect(statusesIn(text)).toEqual([400]);
    expect(text).toContain('CORPS_ILLISIBLE');
  });

  it('a mark of order before them is no part of them', async () => {
    expect(await body(`\ufeff${json}`)).toContain('{"data":{"total":3000}}');
  });

  it('encoded as something else than it says is refused', async () => {
    const text = await body(json, ['content-encoding: gzip']);
    expect(statusesIn(text)).toEqual([415]);
  });

  it('half of a pair, as JSON writes it, goes through and back', async () => {
    const said = await post(door.url, `{"query":${JSON.stringify(NOTER)},"variables":{"t":"\\ud800"}}`);
    expect(said.status).toBe(200);
    await expectUnharmed();
  });
});

describe('JSON made to weigh', () => {
  const deep = (open: string, close: string, times: number): string =>
    open.repeat(times) + close.repeat(times);
  it.each([
    ['lists in one another', deep('[', ']', 200_000)],
    ['objects in one another', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
    ['a number of many digits', '9'.repeat(500_000)],
    ['a number out of bounds', '1e999999'],
    ['many keys', `{${Array.from({ length: 50_000 }, (_, n) => `"k${n}":${n}`).join(',')}}`],
    ['one key many times', `{${'"k":1,'.repeat(100_000)}"k":1}`],
  ])('is refused as the value of a variable: %s', async (_, value) => {
    const said = await post(door.url, `{"query":${JSON.stringify(NOTER)},"variables":{"t":${value}}}`);
    expect(['BAD_USER_INPUT', 'REQUETE_INVALIDE']).toContain(said.codes[0]);
    expect(said.text.length).toBeLessThan(1_000);
    await expectUnharmed();
  });

  it.each([
    ['variables', `{"a":${deep('[', ']', 200_000)}}`],
    ['extensions', `{"a":${deep('[', ']', 200_000)}}`],
    ['inconnu', deep('[', ']', 200_000)],
  ])('is refused before it is read in %s, used or not', async (name, value) => {
    const said = await post(door.url, `{"query":"${QUERY}","${name}":${value}}`);
    expect([said.status, said.codes]).toEqual([400, ['REQUETE_INVALIDE']]);
    const search = new URLSearchParams({ query: QUERY, [name]: value.slice(0, 700) });
    if (name !== 'inconnu')
      expect((await fetch(`${door.url}/graphql?${search.toString()}`)).status).toBe(400);
    await expectUnharmed();
  });
});

describe('keys that every JavaScript object answers to', () => {
  const POLLUTION = '{"pollue":1,"toString":1,"constructor":{"prototype":{"pollue":1}}}';
  it.each(['variables', 'extensions'])('in %s change nothing', async (name) => {
    for (const text of [
      `{"__proto__":${POLLUTION}}`,
      `{"constructor":{"prototype":${POLLUTION}}}`,
      POLLUTION,
    ])
      expect((await post(door.url, `{"query":"${QUERY}","${name}":${text}}`)).data).toEqual(TOTAL);
    await expectUnharmed();
  });

  it('are not read as the operation', async () => {
    expect((await post(door.url, `{"__proto__":{"query":"${QUERY}"}}`)).codes).toEqual(['REQUETE_INVALIDE']);
    expect((await post(door.url, `{"query":"${QUERY}","__proto__":{"operationName":"X"}}`)).data).toEqual(
      TOTAL,
    );
  });

  it('are not found where nobody put them', async () => {
    const query = 'query Q($__proto__: String, $constructor: String, $t: String!) { noter(texte: $t) }';
    const mutation = query
      .replace('query', 'mutation')
      .replace(/\$__proto__: String, \$constructor: String, /, '');
    expect((await post(door.url, { query: mutation, variables: { t: 'a' } })).data).toEqual({ noter: 'a' });
    const absent = await post(door.url, {
      query: 'mutation Q($constructor: String!) { noter(texte: $constructor) }',
      variables: {},
    });
    expect(absent.codes).toEqual(['BAD_USER_INPUT']);
    const proto = await post(door.url, {
      query: 'mutation Q($__proto__: String!) { noter(texte: $__proto__) }',
      variables: {},
    });
    expect(proto.codes).toEqual(['BAD_USER_INPUT']);
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'])(
    'are names like others: %s',
    async (name) => {
      const asked: readonly Said[] = [
        await post(door.url, { query: `{ ${name}: total }` }),
        await post(door.url, { query: `query ${name} { total }`, operationName: name }),
        await post(door.url, { query: `{ ...${name} } fragment ${name} on Query { total }` }),
      ];
      expect(asked.map(({ text }) => text)).toEqual([
        `{"data":{"${name}":3000}}`,
        '{"data":{"total":3000}}',
        '{"data":{"total":3000}}',
      ]);
      expect((await post(door.url, { query: `{ ${name} }` })).codes).toEqual(['GRAPHQL_VALIDATION_FAILED']);
      expect((await post(door.url, { query: QUERY, operationName: name })).codes).toEqual([
        'OPERATION_RESOLUTION_FAILURE',
      ]);
      expect((await get(door.url, { documentId: name })).codes).toEqual(['OPERATION_INCONNUE']);
      await expectUnharmed();
    },
  );
});

describe('what is written to forge a log or a header', () => {
  const FORGED = 'x\r\n{"level":"error","message":"forge"}\r\nset-cookie: a=b';

  it('in a request id is not kept', async () => {
    for (const id of ['a'.repeat(200), 'abc', 'ab cd efgh', '../../../../etc', '"><script>', 'é'.repeat(2)]) {
      const text = await sendRaw(
        door.url,
        postText(JSON.stringify({ query: '{ inconnu }' }), [`x-request-id: ${id}`]),
      );
      expect(statusesIn(text)).toEqual([200]);
      expect(text).not.toContain(id);
    }
  });

  it('in a name or a text stays inside its string', async () => {
    const logging = await openDoor({ requestLog: true });
    for (const body of [
      { query: QUERY, operationName: FORGED },
      { query: 'mutation N($t: String!) { noter(texte: $t) }', variables: { t: FORGED } },
      { documentId: FORGED },
      { query: `{ total } # ${FORGED}` },
    ]) {
      const { headers } = await post(logging.url, body, { 'user-agent': 'x', 'accept-language': 'fr' });
      expect(headers.get('set-cookie')).toBeNull();
    }
    expect(logging.logged.length).toBeGreaterThan(3);
    for (const line of logging.logged) {
      expect(line).not.toMatch(/[\r\n]/);
      expect((JSON.parse(line) as { message: string }).message).not.toBe('forge');
    }
    await logging.close();
  });
});
