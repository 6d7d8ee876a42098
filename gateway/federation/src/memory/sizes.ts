import { visit, type DocumentNode } from 'graphql';

// What things take in memory, in bytes, measured on the heap of V8 and rounded up.

/** Two bytes a character, though many texts take one. */
export const sizeOfText = (text: string): number => 24 + 2 * text.length;

/** A parsed text with its tokens and places. */
export const sizeOfParsed = (text: string): number => 3_000 + 60 * text.length;

/** A document that was made, not parsed: its nodes, without places. */
export function sizeOfDocument(document: DocumentNode): number {
  let nodes = 0;
  visit(document, { enter: () => void (nodes += 1) });
  return nodes * NODE_BYTES;
}
const NODE_BYTES = 160;

/** A parsed text that was admitted, with what is worked out of it: what is asked of the subgraphs, under which names. */
export const sizeOfAdmitted = (text: string): number => 6_000 + 200 * text.length;

/** A plan, with what it is compiled to. */
export const sizeOfPlan = (plan: object): number => 6_000 + 20 * JSON.stringify(plan).length;

/** The text of a call made ready to run in this process. */
export const sizeOfCompiled = (text: string): number => 4_000 + 120 * text.length;
