import type { CompiledEntityFetch } from '../compile/compiled-node.ts';
import { GraphQLError } from 'graphql';
import { ENGINE_ERRORS } from '../../errors/engine-error.ts';
import { outsideLists, reportEntityErrors } from './entity-errors.ts';
import {
  EntityBatch,
  MisshapenEntities,
  type Asked,
  type EntityCall,
  type EntityOutcome,
  type SendEntities,
} from './entity-batch.ts';
import { cloneValue, isData, mergeShaped, type Data } from '../data/merge.ts';
import type { Cursor, PlanRun } from './plan-run.ts';
import type { Variables } from '../data/variables.ts';
import type { PlanPath } from '../data/response-path.ts';
import { PlainOperation } from '../data/subgraph-call.ts';

export async function runEntityFetch(
  run: PlanRun,
  fetch: CompiledEntityFetch,
  cursor: Cursor,
): Promise<void> {
  const send = sender(run, fetch);
  const batch = fetch.group ? run.batchOf(fetch.group, send) : new EntityBatch(send);
  run.work?.spend(cursor.objects.length);
  const asked = ask(run, batch, fetch, cursor.objects);
  if (asked.objects.length === 0) return;
  const calls = fetch.group ? await batch.callsFor(asked.entries) : [batch.send()];
  await receiveAll(
    run,
    fetch,
    cursor,
    calls.map((call) => ({ asked, call })),
  );
}

/** Waits for all the calls of one fetch, and gives each entity what it asked for. A failure is told once. */
export async function receiveAll(
  run: PlanRun,
  fetch: CompiledEntityFetch,
  cursor: Cursor,
  calls: readonly { readonly asked: Asked; readonly call: EntityCall }[],
): Promise<void> {
  const outcomes = await Promise.all(calls.map(({ call }) => call.outcome));
  await run.work?.pauseIfDue();
  const failure = outcomes.find((outcome) => outcome.failure)?.failure;
  if (failure) run.errors.push(toFailure(failure.reason, fetch.service, cursor.path));
  calls.forEach(({ asked, call }, index) => receive(run, fetch, cursor, asked, call, outcomes[index]!));
}

/** A list of which nothing can be believed is told of at the field that holds the entities; any other failure is as it came. */
function toFailure(reason: unknown, service: string, path: PlanPath): unknown {
  if (!(reason instanceof MisshapenEntities)) return reason;
  const extensions = { code: 'REPONSE_INVALIDE', service, cause: reason.message };
  return new GraphQLError(ENGINE_ERRORS.REPONSE_INVALIDE, {
    originalError: reason,
    path: outsideLists(path),
    extensions,
  });
}

/** `more` goes with the variables that the client gave. */
export function sender(run: PlanRun, fetch: CompiledEntityFetch, more?: Variables): SendEntities {
  const others = { ...run.pickVariables(fetch.variableUsages), ...more };
  return (representations) =>
    run.call(fetch.service, new PlainOperation(fetch, { ...others, representations }));
}

export function ask(
  run: PlanRun,
  batch: EntityBatch,
  fetch: CompiledEntityFetch,
  candidates: readonly Data[],
): Asked {
  const objects: Data[] = [];
  const entries: number[] = [];
  for (const candidate of candidates) {
    const entry = batch.entryOf(fetch.representation, candidate);
    if (entry === undefined) {
      leaveUnasked(run, fetch, candidate);
      continue;
    }
    objects.push(candidate);
    entries.push(entry);
  }
  return { objects, entries };
}

/** What it lacks was to come from a call that gave nothing, or that failed: of that there is nothing more to say. */
function leaveUnasked({ unfilled, errors }: PlanRun, { shape }: CompiledEntityFetch, candidate: Data): void {
  if (errors.length > 0) unfilled.add(candidate, shape, 'FAILED');
  else if (!unfilled.isEmpty) unfilled.add(candidate, shape, 'MISSING');
}

function receive(
  run: PlanRun,
  fetch: CompiledEntityFetch,
  cursor: Cursor,
  asked: Asked,
  call: EntityCall,
  outcome: EntityOutcome,
): void {
  if (outcome.errors) reportEntityErrors(run, fetch.service, cursor.path, asked, call, outcome.errors);
  if (outcome.entities) give(run, fetch, asked, call, outcome.entities);
  const isTold = outcome.failure ?? outcome.errors?.some(({ path }) => typeof path?.[1] !== 'number');
  if (isTold) for (const object of objectsIn(asked, call)) run.unfilled.add(object, fetch.shape, 'FAILED');
}

const objectsIn = ({ objects, entries }: Asked, { from, to }: EntityCall): readonly Data[] =>
  objects.filter((_, index) => entries[index]! >= from && entries[index]! < to);

function give(
  run: PlanRun,
  fetch: CompiledEntityFetch,
  { objects, entries }: Asked,
  { from, to }: EntityCall,
  entities: readonly unknown[],
): void {
  const nested = fetch.shape.composites.length > 0;
  if (nested) run.forgetPlaces();
  const mine: (Data | undefined)[] = [];
  for (let index = 0; index < objects.length; index++) {
    const entry = entries[index]!;
    if (entry < from || entry >= to) continue;
    const entity = entities[entry - from];
    if (!isData(entity)) {
      if (entity === null) run.unfilled.add(objects[index]!, fetch.shape, 'MISSING');
      continue;
    }
    const first = mine[entry - from];
    if (first && nested && !fetch.copies) run.sharedData = true;
    const given = first && !fetch.copies ? first : ownCopy(fetch, entity, nested);
    mine[entry - from] = given;
    mergeShaped(objects[index]!, given, fetch.shape);
  }
}

// What a batch keeps stays as it was received: another fetch of the group, at another path, may take it later.
function ownCopy(fetch: CompiledEntityFetch, entity: Data, nested: boolean): Data {
  return fetch.copies || (nested && fetch.group) ? (cloneValue(entity) as Data) : entity;
}
