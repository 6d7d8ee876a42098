import { expect, it } from 'vitest';
import { connect } from '../../clients/typescript/src/connect.ts';

async function waitSaidBy(header: string | undefined): Promise<unknown> {
  const headers = header === undefined ? {} : { 'retry-after': header };
  const palier = connect('http://palier.test', {
    fetch: () => Promise.resolve(new Response('{}', { status: 503, headers })),
  });
  const refused: unknown = await palier.read({ documentId: 'essai' }).catch((error: unknown) => error);
  return (refused as { retryAfter: unknown }).retryAfter;
}

it.each([
  [undefined, null],
  ['12', 12],
  ['Wed, 21 Oct 2015 07:28:00 GMT', 0],
  ['later', null],
])('a refusal that says to wait « %s » is to be asked again in %s s', async (header, seconds) => {
  expect(await waitSaidBy(header)).toBe(seconds);
});

it('a refusal that says until when to wait is to be asked again then', async () => {
  const seconds = await waitSaidBy(new Date(Date.now() + 3_600_000).toUTCString());
  expect(seconds).toBeGreaterThan(3_000);
  expect(seconds).toBeLessThanOrEqual(3_600);
});
