/** One line a fault, then a failure. */
export function sayFaultsAndExit(faults: readonly string[]): never {
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  process.exit(1);
}
