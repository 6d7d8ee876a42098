/**
 * The last day to submit in a campagne: its closing, or what Santé Québec gave beyond it; null when it has none. Of the exceptions given to
 * an établissement, in the order of the acts that gave them, the last one holds.
 */
export function lastDayToSubmit(cloture: string | null, exceptions: readonly string[]): string | null {
  const exception = exceptions.at(-1);
  if (cloture === null || exception === undefined) return cloture;
  return exception > cloture ? exception : cloture;
}
