import { openForTest, type SubgraphUnderTest } from '@palier/runtime/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { msss } from '../subgraph.ts';

/** The instants that are told of a fact are instants that can be read. */
let level: SubgraphUnderTest;
beforeAll(async () => {
  level = await openForTest(msss);
});
afterAll(() => level.close());

interface Known {
  readonly versions: readonly { readonly connuDepuis: string }[];
}
const read = async (more = '', au?: string): Promise<Known> => {
  const text = `{ exigence(code: "A-P5:AAOR") { versions${more} { connuDepuis } } }`;
  return (await level.data<{ exigence: Known }>(text, {}, undefined, au)).exigence;
};

it('is known since the memory began, when it is known from birth: what was is read of that instant', async () => {
  const now = await read();
  const [{ connuDepuis } = { connuDepuis: '' }] = now.versions;
  expect(await read('', connuDepuis)).toEqual(now);
  expect((await read(`(avant: "${connuDepuis}")`)).versions).toEqual([]);
});

it('has no version that was replaced before the memory began', async () => {
  await level.rows(`update msss.exigence set texte = texte || '.' where code = 'A-P5:AAOR'`);
  const { versions } = await read();
  expect(versions).toHaveLength(2);
  await level.rows(
    `update msss.exigence_histoire set connu_depuis = '2020-01-01', connu_jusqua = '2020-01-02' where code = 'A-P5:AAOR'`,
  );
  expect((await read()).versions).toEqual([versions[0]]);
});
