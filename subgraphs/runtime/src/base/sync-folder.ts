import { closeSync, fsyncSync, openSync } from 'node:fs';

/** A file made or renamed is found after a power cut once its folder is on the disk too. */
export function syncFolder(folder: string): void {
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
