import { expect, it } from 'vitest';
import { messageOf } from './ask-graph.ts';

it('says what the gateway refuses, and what to do where it says it', async () => {
  const told = Response.json({
    errors: [
      { message: 'C’est trop.', extensions: { code: 'TRAVAIL_EXCESSIF', remede: 'Restreignez.' } },
      { message: 'C’est faux.' },
    ],
  });
  expect(await messageOf(told)).toBe('C’est trop. Restreignez. C’est faux.');
  expect(await messageOf(new Response('<p>', { status: 502 }))).toBe('La passerelle a répondu 502.');
});
