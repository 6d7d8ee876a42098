import { expect, it } from 'vitest';
import { startNode } from '../program.ts';

/** The gateway, its level and the reader hold some 40 before anything is asked; a million values in rows, as many more. */
const HEAP_MIB = 72;

/** V8 lets garbage grow where it may: within a small heap, what is held is what is seen. */
it.each(['csv', 'xlsx', 'parquet'])(
  'a million values are given as .%s within a heap that could not hold them',
  async (format) => {
    const heap = `--max-old-space-size=${HEAP_MIB}`;
    const program = startNode([heap, '--import', 'tsx', 'test/load/adresses.ts', format, '100000']);
    expect(await program.ended, program.said()).toBe(0);
    const { bytes, peakMiB, restMiB } = JSON.parse(program.wrote()) as Readonly<Record<string, number>>;
    expect(bytes).toBeGreaterThan(3_000_000);
    expect(peakMiB! - restMiB!).toBeLessThan(100);
  },
);
