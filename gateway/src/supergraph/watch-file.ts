import { watch, type FSWatcher } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';

/** An editor or a copy writes in several steps: the file is looked at once it has been still for this long. */
const STILL_MS = 150;
/** Network disks and some containers never say that a file changed. */
const POLL_MS = 2_000;

export interface FileWatch {
  close(): void;
}

/** Calls `onChange` soon after the file was rewritten, in place or by a rename over it. It may call it for nothing. */
export function watchFile(path: string, onChange: () => void): FileWatch {
  let pending: NodeJS.Timeout | undefined;
  let last = '';
  const announce = (): void => {
    clearTimeout(pending);
    pending = setTimeout(onChange, STILL_MS).unref();
  };
  const poll = setInterval(() => {
    void signatureOf(path).then((signature) => {
      if (last !== '' && signature !== last) announce();
      last = signature;
    });
  }, POLL_MS).unref();
  // The folder and not the file: after a rename the old file would be watched, which nobody writes any more.
  const folder = watchFolder(dirname(path), (name) => {
    if (name === null || name === basename(path)) announce();
  });
  return {
    close() {
      clearTimeout(pending);
      clearInterval(poll);
      folder?.close();
    },
  };
}

function watchFolder(folder: string, onEvent: (name: string | null) => void): FSWatcher | undefined {
  try {
    const watcher = watch(folder, { persistent: false }, (_, name) => onEvent(name));
    // Out of watches or the folder is gone: polling goes on.
    watcher.on('error', () => watcher.close());
    return watcher;
  } catch {
    return undefined;
  }
}

async function signatureOf(path: string): Promise<string> {
  const found = await stat(path, { bigint: true }).catch(() => undefined);
  return found ? `${found.mtimeNs} ${found.size} ${found.ino}` : 'absent';
}
