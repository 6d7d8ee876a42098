import { textDigest } from '../base/digest.ts';
import { readdir, readFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { stripText } from '@palier/federation/graphql/strip-text';
import { parse, type DocumentNode } from 'graphql';
import { createBoundedCache } from '@palier/federation/memory/bounded-cache';
import { decodeUtf8 } from '../base/utf8.ts';
import type { ShippedOperations } from '../request/published-graph.ts';

/** Operations known before anybody asks them, each by its file's name, its digest, or its text. */
export interface RegisteredOperations {
  /** @param id a file's name without extension, or `sha256:` and the digest of its text */
  findById(id: string): string | undefined;
  findByDigest(digest: string): string | undefined;
  /** Whether the text is that of one of them, spaces and comments aside. */
  holds(text: string): boolean;
  readonly documents: readonly RegisteredDocument[];
  /** Changes with their names and texts, and nothing else. */
  readonly digest: string;
}

export interface RegisteredDocument {
  readonly id: string;
  readonly text: string;
  readonly document: DocumentNode;
}

/** A folder of operations that cannot be read, said in one French line. */
export class OperationsFault extends Error {
  override readonly name = 'OperationsFault';
}

export const NO_OPERATIONS: RegisteredOperations = {
  findById: () => undefined,
  findByDigest: () => undefined,
  holds: () => false,
  documents: [],
  digest: '',
};

const ENDING = '.graphql';

/** Read once: they are of the version of the program that asks them. @throws {OperationsFault} */
export async function readShippedOperations(
  all: readonly ShippedOperations[],
): Promise<RegisteredOperations> {
  const read = await Promise.all(
    [...new Set(all)].map(({ folder, holds }) => readRegisteredOperations(folder, holds)),
  );
  return indexOperations(read.flatMap(({ documents }) => documents));
}

/** Reads every `.graphql` file of a folder, but for those that editors and systems hide. @throws {OperationsFault} */
export async function readRegisteredOperations(
  folder: string,
  holds: ShippedOperations['holds'] = () => true,
): Promise<RegisteredOperations> {
  const files = await readdir(folder).catch((cause: unknown) => {
    throw new OperationsFault(`Le dossier des opérations « ${folder} » ne peut être lu.`, { cause });
  });
  const documents = await Promise.all(
    files
      .filter((file) => extname(file) === ENDING && !file.startsWith('.'))
      .map((file) => basename(file, ENDING))
      .filter(holds)
      // By their names: with its ending, « a-b » would come before « a ».
      .sort()
      .map((name) => readDocument(join(folder, `${name}${ENDING}`))),
  );
  return indexOperations(documents);
}

/** Those of them alone that `keeps` says. */
export function keepOperations(
  { documents }: RegisteredOperations,
  keeps: (document: RegisteredDocument) => boolean,
): RegisteredOperations {
  return indexOperations(documents.filter(keeps));
}

/** Memory for the texts that are known to be registered or not. */
const CAPACITY = 8_000_000;

function indexOperations(documents: readonly RegisteredDocument[]): RegisteredOperations {
  const byId = new Map(documents.map(({ id, text }) => [id, text]));
  const byDigest = new Map(documents.map(({ text }) => [textDigest(text), text]));
  // Made when a text comes that is none of theirs to the letter.
  let stripped: ReadonlySet<string> | undefined;
  const isOneStripped = (text: string): boolean => {
    stripped ??= new Set(documents.map((each) => stripText(each.text)));
    return stripped.has(stripText(text));
  };
  const known = createBoundedCache<boolean>(CAPACITY);
  const isHeld = (text: string): boolean => byDigest.has(textDigest(text)) || isOneStripped(text);
  return {
    findById: (id) => byId.get(id) ?? (id.startsWith('sha256:') ? byDigest.get(id.slice(7)) : undefined),
    findByDigest: (digest) => byDigest.get(digest),
    holds(text) {
      const seen = known.get(text);
      if (seen !== undefined) return seen;
      const held = isHeld(text);
      known.set(text, held, 0);
      return held;
    },
    documents,
    digest: textDigest(JSON.stringify(documents.map(({ id, text }) => [id, text]))),
  };
}

async function readDocument(path: string): Promise<RegisteredDocument> {
  const bytes = await readFile(path).catch((cause: NodeJS.ErrnoException) => {
    throw new OperationsFault(`L’opération « ${path} » ne peut être lue (${cause.code}).`, { cause });
  });
  const text = decodeUtf8(bytes);
  if (text === undefined) throw new OperationsFault(`L’opération « ${path} » n’est pas en UTF-8.`);
  try {
    return { id: basename(path, ENDING), text, document: parse(text) };
  } catch (cause) {
    throw new OperationsFault(
      `L’opération « ${path} » n’est pas du GraphQL bien formé : ${(cause as Error).message}`,
      {
        cause,
      },
    );
  }
}
