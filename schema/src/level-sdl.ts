import type { SubgraphSdl } from './compose.ts';

/** A level to hold to the ownership rules. */
export interface LevelSdl extends SubgraphSdl {
  /** The mutations it declares: its acts, by their natures, and by what it countersigns. None unless said. */
  readonly mutations?: readonly string[];
}
