import { MemoryFS } from '@electric-sql/pglite';
import type { FilesInMemory } from './postgres-messages.ts';

/** Where PGlite looks for the files of its Postgres. */
const ROOT = '/pglite/data';

/** What of Emscripten's files in memory is used here. */
interface Files {
  mkdirTree(path: string): void;
  writeFile(path: string, content: Uint8Array, options: { readonly canOwn: boolean }): void;
}

/** Files that are in memory already, each a part of what was given: an archive that PGlite unpacks is copied four times. */
export class PreparedMemory extends MemoryFS {
  readonly #born: FilesInMemory;

  constructor(born: FilesInMemory) {
    super();
    this.#born = born;
  }

  override initialSyncFs(): Promise<void> {
    const memory = this.pg!.Module.FS as unknown as Files;
    const { folders, files, content } = this.#born;
    for (const folder of ['', ...folders]) memory.mkdirTree(`${ROOT}/${folder}`);
    let end = 0;
    for (const { path, bytes } of files)
      memory.writeFile(`${ROOT}/${path}`, content.subarray(end, (end += bytes)), { canOwn: true });
    return Promise.resolve();
  }
}
