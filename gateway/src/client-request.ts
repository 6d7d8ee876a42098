/**
 * One request of one client, the same object from its arrival to its answer. Whatever must live exactly as long as
 * the request (loaders, the identity of the caller, its share of a budget) hangs on it, in a WeakMap.
 */
export interface ClientRequest {
  readonly id: string;
  /** Lower-cased names, one value a name. */
  readonly headers: Readonly<Record<string, string>>;
  /** Aborted when the client is gone or the gateway must stop. */
  readonly signal: AbortSignal;
}
