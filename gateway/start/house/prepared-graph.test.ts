import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeKnownGeneration } from '@palier/gateway/generations/known-generation';
import { readSupergraph } from '@palier/gateway/generations/read-supergraph';
import { readRegisteredOperations } from '@palier/gateway/generations/registered-operations';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { OPERATIONS } from '../environment.ts';
import { SUPERGRAPH } from './open-house.ts';
import { findGraph, keepGraph } from './prepared-graph.ts';

let folder: string;
let file: string;
let digest: string;
let made: Awaited<ReturnType<typeof makeKnownGeneration>>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'palier-graphe-'));
  file = join(folder, 'graphe');
  const { sdl, ...text } = await readSupergraph({ path: SUPERGRAPH });
  ({ digest } = text);
  const { documents } = await readRegisteredOperations(OPERATIONS);
  made = await makeKnownGeneration(sdl, documents);
  expect(made.fitting.size).toBe(documents.length);
  expect(made.plans.size).toBe(documents.length);
});
afterAll(() => rmSync(folder, { recursive: true }));

it('finds what was kept, as it was made', () => {
  keepGraph(file, digest, made);
  expect(findGraph(file, digest)).toEqual(made);
});

it('finds nothing for another supergraph, nor where nothing was kept', () => {
  expect(findGraph(file, 'another')).toBeUndefined();
  expect(findGraph(join(folder, 'rien'), digest)).toBeUndefined();
});

it('finds nothing where a byte is other', () => {
  const bytes = readFileSync(file);
  bytes[bytes.length >> 1]! ^= 1;
  writeFileSync(file, bytes);
  expect(findGraph(file, digest)).toBeUndefined();
});
