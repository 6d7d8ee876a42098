import type { WriteStream } from 'node:tty';

const EVERY_MS = 250;

/** Says on a terminal how many lines were read, over what it said before; nothing elsewhere. */
export function showProgress(stream: WriteStream): {
  readonly tell: (lines: number) => void;
  readonly end: () => void;
} {
  let saidAt = -Infinity;
  let isSaid = false;
  return {
    tell: (lines) => {
      if (!stream.isTTY || performance.now() - saidAt < EVERY_MS) return;
      saidAt = performance.now();
      isSaid = true;
      stream.write(`\r${lines} lignes lues…`);
    },
    end: () => {
      if (isSaid) stream.write('\r\u001b[K');
    },
  };
}
