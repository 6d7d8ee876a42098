import { GraphQLError } from 'graphql';
import { writeJson } from '@palier/calls/json/write-json';
import type { CompiledEntityFetch } from '../compile/compiled-node.ts';
import type { ContextValues } from '../data/context-values.ts';
import { ask, receiveAll, sender } from './entity-fetch.ts';
import { EntityBatch } from './entity-batch.ts';
import type { Data } from '../data/merge.ts';
import type { Cursor, PlanRun } from './plan-run.ts';
import type { Variables } from '../data/variables.ts';
import { lineagesAt, placesAt, type PlanPath } from '../data/response-path.ts';

/** Entities that take the same values from above them. */
interface Batch {
  readonly values: Variables;
  readonly objects: Data[];
}

/**
 * Asks for entities whose fields take arguments from what is above these: one call for each set of values, all at once.
 * An entity whose values are not known is not asked for.
 */
export async function runContextFetch(
  run: PlanRun,
  fetch: CompiledEntityFetch,
  contexts: ContextValues,
  cursor: Cursor,
): Promise<void> {
  const calls = batchesOf(run, contexts, cursor.path).flatMap(({ values, objects }) => {
    const batch = new EntityBatch(sender(run, fetch, values));
    const asked = ask(run, batch, fetch, objects);
    return asked.objects.length > 0 ? [{ asked, call: batch.send() }] : [];
  });
  if (calls.length > 0) await receiveAll(run, fetch, cursor, calls);
}

function batchesOf(run: PlanRun, contexts: ContextValues, path: PlanPath): readonly Batch[] {
  const batches = new Map<string, Batch>();
  const lost = new Set<Data>();
  // What was asked for and not given is null, unless what was to give it failed.
  const absent = run.errors.length === 0 ? null : undefined;
  for (const lineage of lineagesAt(run.root, path)) {
    const object = lineage.at(-1)!;
    const values = contexts.read(lineage, absent);
    if (!values) {
      lost.add(object);
      continue;
    }
    const key = writeJson(values);
    const known = batches.get(key);
    if (known) known.objects.push(object);
    else batches.set(key, { values, objects: [object] });
  }
  if (lost.size > 0 && absent === null) reportLost(run, path, lost);
  return [...batches.values()];
}

/** No plan leads here: were an entity under nothing that sets its context, it would not be computed without a word. */
function reportLost(run: PlanRun, path: PlanPath, lost: ReadonlySet<Data>): void {
  for (const place of placesAt(run.root, path)) {
    if (!lost.has(place.object)) continue;
    const extensions = { code: 'EXIGENCE_INSATISFAITE' };
    run.errors.push(new GraphQLError('A context is not known', { path: place.path, extensions }));
  }
}
