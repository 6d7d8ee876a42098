import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import type { KnownGeneration } from '@palier/gateway/generations/planning-settings';
import { BUILD } from '@palier/runtime/build';

/** What an installation has made of the supergraph, after the SHA-256 of all that follows it. */
export const GRAPH = fileURLToPath(new URL('../dist/graphe', import.meta.url));
const DIGEST_BYTES = 32;

interface Kept {
  readonly version: string;
  readonly generation: KnownGeneration;
}

/** Of the text of a supergraph, and the program that reads it: another one may make something else of the same text. */
export const graphVersion = (digest: string): string => `${BUILD} ${digest}`;

export function keepGraph(file: string, version: string, generation: KnownGeneration): void {
  const content = serialize({ version, generation } satisfies Kept);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.${process.pid}`, Buffer.concat([sha256(content), content]));
  renameSync(`${file}.${process.pid}`, file);
}

/** Nothing where another was kept, or it is not as it was kept: it is then made again. */
export function findGraph(file: string, version: string): KnownGeneration | undefined {
  try {
    const bytes = readFileSync(file);
    const content = bytes.subarray(DIGEST_BYTES);
    if (!sha256(content).equals(bytes.subarray(0, DIGEST_BYTES))) return undefined;
    const kept = deserialize(content) as Kept;
    return kept.version === version ? kept.generation : undefined;
  } catch {
    return undefined;
  }
}

const sha256 = (content: Buffer): Buffer => createHash('sha256').update(content).digest();
