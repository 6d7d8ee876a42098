import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isAtWork as askServer, whileAtWork } from './at-work.ts';

describe('a connection that says nothing', () => {
  const stream = { bytesRead: 0, destroy: vi.fn<() => never>() };
  let answer: (value: string) => void;
  let waited: Promise<string>;
  /** What the server says of it, look after look. */
  let isAtWork: ReturnType<typeof vi.fn<() => Promise<boolean>>>;
  const look = (times: number): Promise<unknown> => vi.advanceTimersByTimeAsync(5_000 * times);

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    stream.destroy.mockReset();
    isAtWork = vi.fn<() => Promise<boolean>>();
    waited = whileAtWork(new Promise((resolve) => (answer = resolve)), stream, isAtWork);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  it('is waited for as long as the server is at it', async () => {
    isAtWork.mockResolvedValue(true);
    await look(100);
    expect(isAtWork).toHaveBeenCalledTimes(100);
    answer('late');
    expect(await waited).toBe('late');
    await look(10);
    expect(isAtWork).toHaveBeenCalledTimes(100);
    expect(stream.destroy).not.toHaveBeenCalled();
  });

  it('is ended, and said, once the server is found twice to do nothing', async () => {
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    isAtWork.mockResolvedValue(false);
    await look(1);
    expect(stream.destroy).not.toHaveBeenCalled();
    await look(3);
    expect(stream.destroy).toHaveBeenCalledTimes(1);
    expect(said.mock.calls.map(([text]) => JSON.parse(String(text)) as unknown)).toEqual([
      { level: 'error', message: 'PostgreSQL : une connexion ne dit plus rien ; elle est abandonnée' },
    ]);
  });

  it('is not asked about while it is heard, nor ended by what was found of it before', async () => {
    isAtWork.mockResolvedValueOnce(false).mockResolvedValueOnce(true).mockResolvedValue(false);
    await look(3);
    for (let heard = 0; heard < 5; heard += 1) {
      stream.bytesRead += 1;
      await look(1);
    }
    expect(isAtWork).toHaveBeenCalledTimes(3);
    await look(1);
    expect(stream.destroy).not.toHaveBeenCalled();
  });

  it('is asked about once at a time, however long the server takes to say', async () => {
    isAtWork.mockReturnValue(new Promise(() => undefined));
    await look(5);
    expect(isAtWork).toHaveBeenCalledTimes(1);
  });

  it('is left to who has it next, when the answer comes while the server is asked', async () => {
    let say: (isAt: boolean) => void;
    isAtWork.mockResolvedValueOnce(false).mockReturnValueOnce(new Promise((resolve) => (say = resolve)));
    await look(2);
    answer('in time');
    expect(await waited).toBe('in time');
    say!(false);
    await look(1);
    expect(stream.destroy).not.toHaveBeenCalled();
  });
});

it('a server that could not be looked for is not taken for one that does nothing', async () => {
  expect(await askServer('postgres://personne@hote.invalid/base', 1)).toBe(true);
});
