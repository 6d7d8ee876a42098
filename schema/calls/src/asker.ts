/** Whoever a level reads for: the calls that are made to it for one operation. */
export interface Asker {
  /** What tells one operation from another: those of one take turns with those of others. */
  readonly operation: object;
  /** Nobody waits any more for what would be read: the operation has ended, or its time is over. */
  readonly isGone: boolean;
  /** How long it is still waited for, in milliseconds. */
  readonly leftMs: number;
}
