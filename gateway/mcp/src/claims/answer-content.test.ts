import type { MountRequest } from '@palier/gateway/http/mount';
import { expect, it } from 'vitest';
import { LONGEST, toContent } from './answer-content.ts';
import type { Reading } from './asked-reading.ts';

const answer = (length: number) =>
  toContent(
    {
      data: { a: 'x'.repeat(length) },
      citations: [],
      conflits: [],
      absences: [],
      next: undefined,
      cuts: { count: 0, pointers: [] },
      lu: '2026-11-28T12:00:00.000Z',
      result: { data: {} },
    } as unknown as Reading,
    { instant: () => undefined } as MountRequest,
    () => '',
    [],
  );

it('is refused where it is longer than an answer may be, with how to narrow it', async () => {
  expect(await answer(LONGEST - 1_000)).toMatchObject({ suite: null });
  await expect(answer(LONGEST)).rejects.toMatchObject({
    code: 'LIMITE_DEPASSEE',
    message: expect.stringMatching(/caractères.*Restreignez/s) as string,
  });
});
