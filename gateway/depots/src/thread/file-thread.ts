import { Worker } from 'node:worker_threads';
import { workerUrl } from '@palier/calls/program/worker-url';
import type { FileOutcome, FileResults, FileTask } from './file-task.ts';
import { FileFault } from '@palier/fichiers/file-row';

/** Past it the thread ends, and nothing else does. A whole year of Québec takes a third of it. */
const MAX_HEAP_MB = 512;
const DEADLINE_MS = 60_000;
/** Files worked on at once; the others wait. */
const AT_ONCE = 2;
/** Files that may wait: each is on the disk. */
const MOST_WAITING = 8;

/** What files are worked on with. Raises a `FileFault`. */
export type WorkOnFile = <Kind extends FileTask['kind']>(
  task: Extract<FileTask, { readonly kind: Kind }>,
) => Promise<FileResults[Kind]>;

/** Too many files are worked on. */
export class FilesBusy extends Error {
  override readonly name = 'FilesBusy';
}

/** Works on a few files at once, each on a thread of its own: no file stalls or ends this process. */
export function createFileThreads(): WorkOnFile {
  const waiting: (() => void)[] = [];
  let busy = 0;
  const enter = async (): Promise<void> => {
    if (busy < AT_ONCE) busy += 1;
    else if (waiting.length >= MOST_WAITING) throw new FilesBusy();
    else await new Promise<void>((resolve) => waiting.push(resolve));
  };
  const leave = (): void => {
    const next = waiting.shift();
    if (next) next();
    else busy -= 1;
  };
  return async (task) => {
    await enter();
    try {
      // The thread answers each task with the result of its kind.
      return (await performAside(task)) as never;
    } finally {
      leave();
    }
  };
}

function performAside(task: FileTask): Promise<FileResults[FileTask['kind']]> {
  const worker = new Worker(workerUrl(new URL('./file-worker.ts', import.meta.url)), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
  });
  return new Promise((resolve, reject) => {
    const deadline = setTimeout(() => {
      reject(
        new FileFault('FICHIER_TROP_GRAND', 'Sa lecture est trop longue : déposez en plusieurs fichiers.'),
      );
      void worker.terminate();
    }, DEADLINE_MS);
    worker.once('message', (outcome: FileOutcome) => {
      if ('result' in outcome) resolve(outcome.result);
      else reject(new FileFault(outcome.code, outcome.message));
    });
    worker.once('error', (cause) => reject(toFault(cause)));
    worker.once('exit', () => {
      clearTimeout(deadline);
      reject(new Error('The thread of a file ended without a word'));
    });
  });
}

function toFault(cause: unknown): unknown {
  return (cause as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? new FileFault('FICHIER_TROP_GRAND', 'Le lire demande trop de mémoire : déposez en plusieurs fichiers.')
    : cause;
}
