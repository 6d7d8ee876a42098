import { createHash } from 'node:crypto';

/**
 * The Merkle tree of RFC 6962 (kept by RFC 9162), whose leaves are acts: what a journal is summed up by, and how anyone
 * proves that an act is in it. Digests are SHA-256, in lower-case hexadecimal. Nothing here knows of a database.
 */

/** A perfect subtree: the leaves from `rank × 2^height` on, `2^height` of them. */
export interface NodePlace {
  readonly height: number;
  readonly rank: number;
}

export interface MerkleNode extends NodePlace {
  readonly digest: string;
}

/** The digests of subtrees that a proof needs, by `nodeKey`. */
export type Nodes = ReadonlyMap<string, string>;

export const EMPTY_ROOT = createHash('sha256').update('').digest('hex');

const LEAF = Buffer.of(0);
const INNER = Buffer.of(1);

export function leafDigest(content: string): string {
  return createHash('sha256').update(LEAF).update(content, 'utf8').digest('hex');
}

function innerDigest(left: string, right: string): string {
  return createHash('sha256').update(INNER).update(left, 'hex').update(right, 'hex').digest('hex');
}

export const nodeKey = ({ height, rank }: NodePlace): string => `${height}:${rank}`;

/** The largest perfect subtrees of a tree of `size` leaves, from left to right: its root is made of them. */
function listPeaks(size: number): NodePlace[] {
  const peaks: NodePlace[] = [];
  let start = 0;
  for (let height = Math.floor(Math.log2(Math.max(size, 1))); height >= 0; height--) {
    const width = 2 ** height;
    if (size - start < width) continue;
    peaks.push({ height, rank: start / width });
    start += width;
  }
  return peaks;
}

/** A tree that grows by its right edge: what is added makes new nodes, and changes none. */
export class GrowingTree {
  readonly #peaks: MerkleNode[];
  #size: number;

  /** @param peaks the digests of `listPeaks(size)`, in that order */
  constructor(size: number, peaks: readonly string[]) {
    const places = listPeaks(size);
    if (size > 0 && places.length !== peaks.length) throw new RangeError('A tree needs all its peaks');
    this.#peaks = size === 0 ? [] : places.map((place, index) => ({ ...place, digest: peaks[index]! }));
    this.#size = size;
  }

  get size(): number {
    return this.#size;
  }

  get peaks(): readonly MerkleNode[] {
    return this.#peaks;
  }

  /** @returns the nodes that the leaf completes, itself first */
  append(digest: string): MerkleNode[] {
    let node: MerkleNode = { height: 0, rank: this.#size, digest };
    const made = [node];
    while (this.#peaks.at(-1)?.height === node.height) {
      const left = this.#peaks.pop()!;
      node = {
        height: node.height + 1,
        rank: left.rank / 2,
        digest: innerDigest(left.digest, node.digest),
      };
      made.push(node);
    }
    this.#peaks.push(node);
    this.#size += 1;
    return made;
  }

  root(): string {
    return foldPeaks(this.#peaks.map(({ digest }) => digest));
  }
}

/** The root that the digests of all the peaks of a tree make. */
export function foldPeaks(peaks: readonly string[]): string {
  return peaks.length === 0 ? EMPTY_ROOT : peaks.reduceRight((right, left) => innerDigest(left, right));
}

/** The leaves `start` to `start + width - 1`: one side of a fork of the tree. */
interface Range {
  readonly start: number;
  readonly width: number;
}

/** The perfect subtrees that a range is made of, from left to right. */
function listNodes({ start, width }: Range): NodePlace[] {
  return listPeaks(width).map(({ height, rank }) => ({ height, rank: rank + start / 2 ** height }));
}

const digestOf = (range: Range, nodes: Nodes): string =>
  foldPeaks(listNodes(range).map((place) => take(nodes, place)));

function take(nodes: Nodes, place: NodePlace): string {
  const digest = nodes.get(nodeKey(place));
  if (digest === undefined) throw new RangeError(`The node ${nodeKey(place)} is missing`);
  return digest;
}

const largestPowerBelow = (width: number): number => 2 ** (Math.ceil(Math.log2(width)) - 1);

/** The ranges beside the way from a leaf to the root, from the leaf up. */
function listSiblings(leaf: number, size: number): Range[] {
  const siblings: Range[] = [];
  let start = 0;
  let width = size;
  while (width > 1) {
    const split = largestPowerBelow(width);
    const isLeft = leaf - start < split;
    siblings.push(isLeft ? { start: start + split, width: width - split } : { start, width: split });
    if (!isLeft) start += split;
    width = isLeft ? split : width - split;
  }
  return siblings.reverse();
}

/** The nodes that `proveInclusion` needs. */
export const listInclusionNodes = (leaf: number, size: number): NodePlace[] =>
  listSiblings(leaf, size).flatMap(listNodes);

/** That the leaf, counted from 0, is in the tree of `size` leaves (RFC 9162, 2.1.3.1). */
export const proveInclusion = (leaf: number, size: number, nodes: Nodes): string[] =>
  listSiblings(leaf, size).map((range) => digestOf(range, nodes));

/** The ranges that a proof of consistency is made of (RFC 9162, 2.1.4.1). */
function listConsistencyRanges(from: number, to: number): Range[] {
  const ranges: Range[] = [];
  let known = from;
  let start = 0;
  let width = to;
  let isWhole = true;
  while (known !== width) {
    const split = largestPowerBelow(width);
    if (known <= split) {
      ranges.push({ start: start + split, width: width - split });
      width = split;
    } else {
      ranges.push({ start, width: split });
      start += split;
      known -= split;
      width -= split;
      isWhole = false;
    }
  }
  if (!isWhole) ranges.push({ start, width });
  return ranges.reverse();
}

export const listConsistencyNodes = (from: number, to: number): NodePlace[] =>
  from === 0 || from === to ? [] : listConsistencyRanges(from, to).flatMap(listNodes);

/** That the tree of `to` leaves begins with the tree of `from` leaves. */
export const proveConsistency = (from: number, to: number, nodes: Nodes): string[] =>
  from === 0 || from === to ? [] : listConsistencyRanges(from, to).map((range) => digestOf(range, nodes));

/** What says that a leaf is in a tree. */
export interface Inclusion {
  readonly leaf: number;
  readonly digest: string;
  readonly size: number;
  readonly root: string;
  readonly proof: readonly string[];
}

/** RFC 9162, 2.1.3.2. */
export function verifyInclusion({ leaf, digest, size, root, proof }: Inclusion): boolean {
  if (!Number.isSafeInteger(leaf) || leaf < 0 || leaf >= size) return false;
  const siblings = listSiblings(leaf, size);
  if (siblings.length !== proof.length) return false;
  const made = siblings.reduce((node, { start }, index) => {
    const sibling = proof[index]!;
    return start > leaf ? innerDigest(node, sibling) : innerDigest(sibling, node);
  }, digest);
  return made === root;
}

/** What says that a tree begins with another. */
export interface Consistency {
  readonly from: number;
  readonly fromRoot: string;
  readonly to: number;
  readonly toRoot: string;
  readonly proof: readonly string[];
}

/** RFC 9162, 2.1.4.2. */
export function verifyConsistency({ from, fromRoot, to, toRoot, proof }: Consistency): boolean {
  if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to) || from < 0 || from > to) return false;
  if (from === to) return proof.length === 0 && fromRoot === toRoot;
  if (from === 0) return proof.length === 0 && fromRoot === EMPTY_ROOT;
  const path = Number.isInteger(Math.log2(from)) ? [fromRoot, ...proof] : [...proof];
  let node = from - 1;
  let last = to - 1;
  while (node % 2 === 1) [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  let before = path.shift();
  let after = before;
  if (before === undefined || after === undefined) return false;
  for (const sibling of path) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      before = innerDigest(sibling, before);
      after = innerDigest(sibling, after);
      while (node % 2 === 0 && node !== 0) [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
    } else after = innerDigest(after, sibling);
    [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  }
  return last === 0 && before === fromRoot && after === toRoot;
}
