import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  EMPTY_ROOT,
  GrowingTree,
  leafDigest,
  listConsistencyNodes,
  listInclusionNodes,
  nodeKey,
  proveConsistency,
  proveInclusion,
  verifyConsistency,
  verifyInclusion,
} from './merkle.ts';

const LARGEST = 70;

/** RFC 6962, 2.1, word for word: what the growing tree is held against. */
function rootOf(leaves: readonly string[]): string {
  if (leaves.length === 0) return EMPTY_ROOT;
  if (leaves.length === 1) return leaves[0]!;
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return createHash('sha256')
    .update(Buffer.of(1))
    .update(rootOf(leaves.slice(0, split)), 'hex')
    .update(rootOf(leaves.slice(split)), 'hex')
    .digest('hex');
}

const leaves = Array.from({ length: LARGEST }, (_, index) => leafDigest(`acte ${index}`));
const nodes = new Map<string, string>();
const roots = [EMPTY_ROOT];
const tree = new GrowingTree(0, []);
for (const leaf of leaves) {
  for (const node of tree.append(leaf)) nodes.set(nodeKey(node), node.digest);
  roots.push(tree.root());
}

const sizes = Array.from({ length: LARGEST + 1 }, (_, size) => size);
const flipped = (digest: string): string => (digest.startsWith('0') ? '1' : '0') + digest.slice(1);

describe('a growing tree', () => {
  it('has at each size the root of RFC 6962', () => {
    expect(roots).toEqual(sizes.map((size) => rootOf(leaves.slice(0, size))));
    expect(EMPTY_ROOT).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  it('goes on from its peaks alone', () => {
    for (const size of sizes.slice(0, -1)) {
      const before = new GrowingTree(0, []);
      leaves.slice(0, size).forEach((leaf) => before.append(leaf));
      const after = new GrowingTree(
        size,
        before.peaks.map(({ digest }) => digest),
      );
      after.append(leaves[size]!);
      expect(after.root()).toBe(roots[size + 1]);
    }
    expect(() => new GrowingTree(3, [leaves[0]!])).toThrow(RangeError);
  });
});

describe('a proof of inclusion', () => {
  const proofOf = (leaf: number, size: number) => {
    const needed = new Map(
      listInclusionNodes(leaf, size).map((place) => [nodeKey(place), nodes.get(nodeKey(place))!]),
    );
    return proveInclusion(leaf, size, needed);
  };

  it('holds for each leaf of each size, made of the nodes that it lists', () => {
    for (const size of sizes.slice(1))
      for (let leaf = 0; leaf < size; leaf++)
        expect(
          verifyInclusion({
            leaf,
            digest: leaves[leaf]!,
            size,
            root: roots[size]!,
            proof: proofOf(leaf, size),
          }),
        ).toBe(true);
  });

  it('does not hold for another leaf, place, size, root, or with one digest changed, added or left out', () => {
    for (const [leaf, size] of [
      [0, 1],
      [4, 7],
      [12, 33],
      [69, 70],
    ] as const) {
      const right = { leaf, digest: leaves[leaf]!, size, root: roots[size]!, proof: proofOf(leaf, size) };
      const wrong = [
        { ...right, digest: flipped(right.digest) },
        { ...right, root: flipped(right.root) },
        { ...right, leaf: leaf + 1 },
        { ...right, leaf: -1 },
        { ...right, leaf: size },
        { ...right, proof: [...right.proof, right.root] },
        ...right.proof.map((_, index) => ({ ...right, proof: right.proof.toSpliced(index, 1) })),
        ...right.proof.map((digest, index) => ({
          ...right,
          proof: right.proof.with(index, flipped(digest)),
        })),
      ];
      expect(verifyInclusion(right)).toBe(true);
      expect(wrong.filter(verifyInclusion)).toEqual([]);
    }
  });
});

describe('a proof of consistency', () => {
  const proofOf = (from: number, to: number) => {
    const needed = new Map(
      listConsistencyNodes(from, to).map((place) => [nodeKey(place), nodes.get(nodeKey(place))!]),
    );
    return proveConsistency(from, to, needed);
  };

  it('holds between any two sizes', () => {
    for (const to of sizes)
      for (let from = 0; from <= to; from++)
        expect(
          verifyConsistency({
            from,
            fromRoot: roots[from]!,
            to,
            toRoot: roots[to]!,
            proof: proofOf(from, to),
          }),
          `${from} → ${to}`,
        ).toBe(true);
  });

  it('does not hold once the past was written again', () => {
    for (const [from, to] of [
      [1, 2],
      [3, 8],
      [6, 7],
      [32, 70],
      [33, 64],
    ] as const) {
      const right = { from, fromRoot: roots[from]!, to, toRoot: roots[to]!, proof: proofOf(from, to) };
      const other = rootOf(leaves.slice(0, to).with(0, leafDigest('autre')));
      const wrong = [
        { ...right, toRoot: other },
        { ...right, fromRoot: flipped(right.fromRoot) },
        { ...right, from: from + 1 },
        { ...right, from: to, to: from },
        { ...right, proof: [...right.proof, right.toRoot] },
        { ...right, proof: right.proof.slice(1) },
        ...right.proof.map((digest, index) => ({
          ...right,
          proof: right.proof.with(index, flipped(digest)),
        })),
      ];
      expect(verifyConsistency(right)).toBe(true);
      expect(wrong.filter(verifyConsistency)).toEqual([]);
    }
  });
});
