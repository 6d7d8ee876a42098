import { LoopTurns } from '../work/loop-turns.ts';
import { DEFAULT_WORK, Workplace, type Work, type WorkLimits } from '../work/work.ts';

/** The work of an operation that has taken so much already that its answer is shaped a turn of the loop after another. */
export function openLongWork(valuesATurn = 1, limits: Partial<WorkLimits> = {}): Work {
  const work = new Workplace({ ...DEFAULT_WORK, ...limits }, new LoopTurns(valuesATurn)).open();
  work.spend(100_000);
  return work;
}
