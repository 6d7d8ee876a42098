import type { ConsolidationOutcome } from '@palier/sante-quebec/consolidation';
import { askGraph, type House } from './open-house.ts';

/** From a change to the consolidation that it asks for: acts that follow each other are counted together. */
const WAIT_MS = 3_000;

/** What publishes measures, or changes what is asked of them: nothing else moves a bilan. */
const MOVED_BY = {
  journalEtablissements: ['soumettreReddition', 'retirerReddition'],
  journalSanteQuebec: ['ouvrirCampagne', 'fermerCampagne'],
} as const;

const ACTS = `query ActesQuiChangentLesBilans { ${Object.entries(MOVED_BY)
  .flatMap(([journal, natures]) =>
    natures.map((nature) => `${nature}: ${journal}(nature: "${nature}") { totalCount }`),
  )
  .join(' ')} }`;

interface Keeping {
  readonly consolidated: (outcomes: readonly ConsolidationOutcome[]) => void;
  /** The campagne that it stopped; without one, it stopped them all. */
  readonly failed: (error: unknown, campagne?: string) => void;
  readonly waitMs?: number;
}

export interface KeptConsolidated {
  /** Consolidates now what is due; from then on, it is done again by itself. */
  begin(): Promise<void>;
  stop(): void;
}

/** After a failure, longer: what failed may fail again. */
const RETRY_WAITS = 20;

/**
 * Consolidates again a while after an act that may move a bilan, one consolidation at a time. What fails is tried again, and what
 * is cut off is done at the next start: bilans are written whole, or not at all.
 */
export function keepConsolidated(
  house: Pick<House, 'gateway' | 'consolidateDue' | 'onChange'>,
  { consolidated, failed, waitMs = WAIT_MS }: Keeping,
): KeptConsolidated {
  const graph = askGraph(house.gateway);
  let counted: string | undefined;
  let isBegun = false;
  let isOver = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;

  const run = async (): Promise<void> => {
    try {
      // Counted before: an act that is done meanwhile is another one at the next change.
      const acts = JSON.stringify(await graph(ACTS, {}));
      if (acts === counted) return;
      const { outcomes, failures } = await house.consolidateDue();
      if (isOver) return;
      consolidated(outcomes);
      for (const { campagne, error } of failures) failed(error, campagne);
      if (failures.length > 0) plan(RETRY_WAITS * waitMs);
      else counted = acts;
    } catch (error) {
      if (isOver) return;
      failed(error);
      plan(RETRY_WAITS * waitMs);
    }
  };
  const plan = (afterMs: number): void => {
    if (isOver || timer !== undefined) return;
    timer = setTimeout(() => void begin(), afterMs).unref();
  };
  const begin = async (): Promise<void> => {
    isBegun = true;
    await running;
    clearTimeout(timer);
    timer = undefined;
    running = run();
    await running;
  };
  const end = house.onChange(() => {
    if (isBegun) plan(waitMs);
  });
  return {
    begin,
    stop: () => {
      isOver = true;
      clearTimeout(timer);
      end();
    },
  };
}
