/** Runs `work` one at a time, each call after it ends whatever was asked before. */
export function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let tail = Promise.resolve();
  return () => (tail = tail.then(work));
}
