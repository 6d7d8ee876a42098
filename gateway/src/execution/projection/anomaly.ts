/** Data that does not fit the schema at all, a string where a list must be for instance. */
export class MisshapenData extends Error {}

/** What happened while an answer was being shaped. */
export interface ProjectionRun {
  /** Values answered null because what was received did not fit: the client is to be told. */
  anomalies: number;
}
