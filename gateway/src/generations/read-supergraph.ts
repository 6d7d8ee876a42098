import { textDigest } from '../base/digest.ts';
import { readFile } from 'node:fs/promises';
import { decodeUtf8 } from '../base/utf8.ts';

export interface SupergraphText {
  readonly sdl: string;
  /** Changes with the text and nothing else. */
  readonly digest: string;
}

/** A supergraph that cannot be served, said in one French line that names the file. */
export class SupergraphFault extends Error {
  override readonly name = 'SupergraphFault';
}

export type SupergraphSource = { readonly path: string } | { readonly sdl: string };

/** @throws {SupergraphFault} when the file is missing or unreadable */
export async function readSupergraph(source: SupergraphSource): Promise<SupergraphText> {
  const sdl = 'sdl' in source ? source.sdl : await readText(source.path);
  return { sdl, digest: textDigest(sdl) };
}

export const nameOf = (source: SupergraphSource): string =>
  'path' in source ? `Le supergraphe « ${source.path} »` : 'Le supergraphe';

async function readText(path: string): Promise<string> {
  const text = decodeUtf8(await readBytes(path));
  if (text === undefined) throw new SupergraphFault(`Le supergraphe « ${path} » n’est pas en UTF-8.`);
  return text;
}

async function readBytes(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (cause) {
    const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    const fault = missing ? 'est introuvable' : `ne peut être lu (${(cause as Error).message})`;
    throw new SupergraphFault(`Le supergraphe « ${path} » ${fault}.`, { cause });
  }
}
