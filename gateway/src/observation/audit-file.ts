import { open, stat, type FileHandle } from 'node:fs/promises';
import type { Logger } from '../base/logger.ts';

/** Lines that were given and not yet written. Past that many, the oldest are given up, and it is said. */
const MOST_LINES = 10_000;
const RETRY_MS = 1_000;

/** A file to which lines are only ever added. What cannot be written now is kept and tried again. */
export interface AuditFile {
  /** Writes soon. */
  add(line: string): void;
  /** Resolves once the line is on the disk. Rejects when it could not be written at once, though it will be tried again. */
  addSurely(line: string): Promise<void>;
  /** Whether the last write failed. */
  isFailing(): boolean;
  close(): Promise<void>;
}

/** A start that cannot keep what it was asked to keep, in one French line. */
class AuditFault extends Error {
  override readonly name = 'AuditFault';
}

/** @throws {AuditFault} when the file cannot be written */
export async function openAuditFile(path: string, logger: Logger): Promise<AuditFile> {
  const handle = await openToAppend(path).catch((cause: unknown) => {
    throw new AuditFault(`PALIER_AUDIT_FILE : ${path} ne peut être écrit (${(cause as Error).message}).`, {
      cause,
    });
  });
  return new LineAppender(path, handle, logger);
}

/** Nobody else's to read when it is made here. */
const openToAppend = (path: string): Promise<FileHandle> => open(path, 'a', 0o600);

interface Line {
  readonly text: string;
  readonly settle?: (error?: unknown) => void;
}

class LineAppender implements AuditFile {
  readonly #path: string;
  readonly #logger: Logger;
  #handle: FileHandle | undefined;
  #lines: Line[] = [];
  #writing: Promise<void> | undefined;
  #retry: NodeJS.Timeout | undefined;
  #isFailing = false;
  /** The last write may have left half a line. */
  #isTorn = false;

  constructor(path: string, handle: FileHandle, logger: Logger) {
    this.#path = path;
    this.#handle = handle;
    this.#logger = logger;
  }

  add(text: string): void {
    this.#push({ text });
    // While it fails, only the clock and what must be sure try again.
    if (!this.#isFailing) this.#start();
  }

  addSurely(text: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#push({ text, settle: (error) => (error === undefined ? resolve() : reject(error as Error)) });
      this.#start();
    });
  }

  isFailing(): boolean {
    return this.#isFailing;
  }

  async close(): Promise<void> {
    clearTimeout(this.#retry);
    await this.#writing;
    if (this.#lines.length > 0) await this.#writeAll();
    clearTimeout(this.#retry);
    if (this.#lines.length > 0) this.#tellLoss(this.#lines.length);
    await this.#handle?.close().catch(() => undefined);
  }

  #push(line: Line): void {
    this.#lines.push(line);
    if (this.#lines.length <= MOST_LINES) return;
    const given = this.#lines.splice(0, this.#lines.length - MOST_LINES);
    this.#tellLoss(given.length);
  }

  #tellLoss(count: number): void {
    this.#logger.error('Des lignes d’audit sont perdues', { file: this.#path, lines: count });
  }

  #start(): void {
    this.#writing ??= this.#writeAll().finally(() => {
      this.#writing = undefined;
    });
  }

  /** What comes while lines are written waits for the next turn, all of it in one write. */
  async #writeAll(): Promise<void> {
    while (this.#lines.length > 0) {
      const lines = this.#lines;
      this.#lines = [];
      try {
        await this.#write(lines);
      } catch (error) {
        await this.#fail(lines, error);
        return;
      }
      this.#recover();
      for (const { settle } of lines) settle?.();
    }
  }

  async #write(lines: readonly Line[]): Promise<void> {
    const handle = await this.#currentHandle();
    const text = `${this.#isTorn ? '\n' : ''}${lines.map((line) => `${line.text}\n`).join('')}`;
    this.#isTorn = true;
    await handle.appendFile(text);
    this.#isTorn = false;
    if (lines.some(({ settle }) => settle)) await handle.datasync();
  }

  /** The file at the path: another one once somebody moved or removed the former, as those who rotate logs do. */
  async #currentHandle(): Promise<FileHandle> {
    const former = this.#handle;
    if (former) {
      const [at, here] = await Promise.all([stat(this.#path).catch(() => undefined), former.stat()]);
      if (at?.ino === here.ino && at.dev === here.dev) return former;
      await former.close();
      this.#handle = undefined;
      this.#isTorn = false;
    }
    this.#handle = await openToAppend(this.#path);
    return this.#handle;
  }

  async #fail(lines: readonly Line[], error: unknown): Promise<void> {
    if (!this.#isFailing) {
      this.#logger.error('Le journal d’audit ne peut être écrit : les mutations sont refusées', {
        file: this.#path,
        lines: lines.length,
        error,
      });
    }
    this.#isFailing = true;
    const kept = lines.map(({ text }) => ({ text }));
    this.#lines = [...kept, ...this.#lines];
    for (const { settle } of lines) settle?.(error);
    await this.#handle?.close().catch(() => undefined);
    this.#handle = undefined;
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.#start(), RETRY_MS).unref();
  }

  #recover(): void {
    if (this.#isFailing) this.#logger.info('Le journal d’audit s’écrit de nouveau', { file: this.#path });
    this.#isFailing = false;
  }
}
