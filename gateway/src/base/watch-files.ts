import { watch, type BigIntStats, type FSWatcher } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** An editor or a copy writes in several steps: files are looked at once they have been still for this long. */
const STILL_MS = 150;
/** Network disks, mounts and some containers never say that a file changed. */
const POLL_MS = 2_000;

export interface FileWatch {
  /** Calls `onChange` soon after anything changed since the watch was opened. It may call it for nothing. */
  begin(onChange: () => void): void;
  close(): void;
}

/**
 * Watches what stands at each path, a file or a folder of files, whether it is rewritten in place, by a rename, or by way of
 * a link or a mount. Opened before the first reading, it misses nothing that comes after.
 */
export async function watchFiles(paths: readonly string[]): Promise<FileWatch> {
  const describe = async (): Promise<string> => (await Promise.all(paths.map(describePlace))).join('\n\n');
  let last = await describe();
  // Two writes within a tick of the disk's clock look alike: what is new is told once more at the next look.
  let isNew = true;
  let timers: readonly NodeJS.Timeout[] = [];
  let folders: readonly (FSWatcher | undefined)[] = [];

  const begin: FileWatch['begin'] = (onChange) => {
    const look = async (): Promise<void> => {
      const found = await describe();
      if (found === last && !isNew) return;
      isNew = found !== last;
      last = found;
      onChange();
    };
    const soon = setTimeout(() => void look(), STILL_MS).unref();
    timers = [soon, setInterval(() => void look(), POLL_MS).unref()];
    // Folders too: after a rename the old file would be watched alone, which nobody writes any more.
    const places = new Set(paths.flatMap((path) => [path, dirname(path)]));
    folders = [...places].map((place) => watchPlace(place, () => soon.refresh()));
    void look();
  };

  return {
    begin,
    close() {
      for (const timer of timers) clearTimeout(timer);
      for (const folder of folders) folder?.close();
    },
  };
}

function watchPlace(place: string, onEvent: () => void): FSWatcher | undefined {
  try {
    const watcher = watch(place, { persistent: false }, onEvent);
    // Out of watches or the place is gone: polling goes on.
    watcher.on('error', () => watcher.close());
    return watcher;
  } catch {
    return undefined;
  }
}

/** Another text whenever what stands there is another, links followed. */
async function describePlace(path: string): Promise<string> {
  const found = await stat(path, { bigint: true }).catch(() => undefined);
  if (!found?.isDirectory()) return describeStats(found);
  const names = await readdir(path).catch(() => []);
  const files = names.sort().map(async (name) => {
    const stats = await stat(join(path, name), { bigint: true }).catch(() => undefined);
    return `${name} ${describeStats(stats)}`;
  });
  return [describeStats(found), ...(await Promise.all(files))].join('\n');
}

const describeStats = (stats: BigIntStats | undefined): string =>
  stats ? `${stats.dev} ${stats.ino} ${stats.size} ${stats.mtimeNs} ${stats.ctimeNs}` : 'absent';
