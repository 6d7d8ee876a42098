import { afterEach, expect, it } from 'vitest';
import { runCommand } from './run-command.ts';

afterEach(() => {
  process.exitCode = undefined;
});

it.each(['stdout', 'stderr'] as const)(
  'ends with its own code where nobody reads its %s any more, and hides no other fault',
  async (name) => {
    const streams = [process.stdout, process.stderr].map(
      (stream) => [stream, stream.listeners('error')] as const,
    );
    const failing = (code: string) => Object.assign(new Error(code), { code });
    await runCommand({ words: { failed: '', denied: '' }, failedCode: 2, run: () => 1 }, {});
    expect(process[name].emit('error', failing('EPIPE'))).toBe(true);
    expect(process.exitCode).toBe(1);
    expect(() => process[name].emit('error', failing('ENOSPC'))).toThrow('ENOSPC');
    for (const [stream, before] of streams)
      for (const added of stream.listeners('error'))
        if (!before.includes(added)) stream.off('error', added as () => void);
  },
);
