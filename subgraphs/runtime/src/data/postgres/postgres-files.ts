import { fsyncSync } from 'node:fs';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { syncFolder } from '../../base/sync-folder.ts';

type Init = NodeFS['init'];
type Options = Parameters<Init>[1];
type Initialised = Awaited<ReturnType<Init>>;

/** One open file or folder of the engine; a folder has no descriptor. */
interface OpenFile {
  readonly nfd?: number;
  readonly node: object;
}

/** What of Emscripten's bridge to the files of this machine is replaced. */
interface NodeBridge {
  convertNodeCode(error: NodeJS.ErrnoException): number;
  /** Turns what the system refuses into what the engine understands. */
  tryFSOperation<Result>(operation: () => Result): Result;
  realPath(node: object): string;
  readonly node_ops: { mknod(parent: object, name: string, mode: number, device: number): unknown };
  readonly stream_ops: { fsync?(file: OpenFile): number };
}

/** The engine's last words are enough to tell why it stopped. */
const MOST_WORDS = 20;
const OWNER_ONLY = ~0o077;

/**
 * The files of an embedded Postgres, as a database needs them: what it asks to be on the disk is put there, they are for
 * their owner alone, and what the system refused is remembered. PGlite's own bridge does none of the three.
 */
export class PostgresFiles extends NodeFS {
  /** The last refusal of the system that no retry mends, for example ENOSPC. */
  refusal: string | undefined;
  /** What the engine last said of itself. */
  readonly words: string[] = [];

  override async init(engine: Parameters<Init>[0], options: Options): Promise<Initialised> {
    const { emscriptenOpts } = await super.init(engine, options);
    const arm = ({ FS }: { readonly FS: unknown }): void =>
      this.#arm((FS as { readonly filesystems: { readonly NODEFS: NodeBridge } }).filesystems.NODEFS);
    return {
      emscriptenOpts: {
        ...emscriptenOpts,
        printErr: (line: string) => this.#hear(line),
        preRun: [arm, ...[emscriptenOpts.preRun ?? []].flat()],
      },
    };
  }

  #arm(bridge: NodeBridge): void {
    const { mknod } = bridge.node_ops;
    const { convertNodeCode } = bridge;
    bridge.node_ops.mknod = (parent, name, mode, device) => mknod(parent, name, mode & OWNER_ONLY, device);
    bridge.stream_ops.fsync = ({ nfd, node }) => {
      bridge.tryFSOperation(() => (nfd === undefined ? syncFolder(bridge.realPath(node)) : fsyncSync(nfd)));
      return 0;
    };
    bridge.convertNodeCode = (error) => {
      if (isLasting(error.code)) this.refusal = error.code;
      return convertNodeCode(error);
    };
  }

  #hear(line: string): void {
    this.words.push(line);
    if (this.words.length > MOST_WORDS) this.words.shift();
  }
}

/** A file that is not there is asked for all the time; a full disk is not. */
const LASTING = ['ENOSPC', 'EDQUOT', 'EIO', 'EROFS', 'EACCES', 'EPERM', 'EMFILE', 'ENFILE'];

function isLasting(code: string | undefined): boolean {
  return code !== undefined && LASTING.includes(code);
}
