import { createWorkerPlanner, type WorkerPlanner } from '@palier/federation/planner/worker-planner';
import { DEFAULT_PLANNING, type Planning } from '@palier/gateway/generations/planning-settings';

const started = new Map<string, Promise<WorkerPlanner>>();

/**
 * As people's, but for one thing: the houses of a worker that show the same graph alike have one thread, which none ends. Each
 * would load the engine again, and plan again what another has asked.
 */
export const PLANNING: Planning = {
  ...DEFAULT_PLANNING,
  startPlanner: async ({ supergraphSdl, contracts, checks, deadlineMs, patienceMs }) => {
    const options = { supergraphSdl, contracts, checks, deadlineMs, patienceMs };
    const alike = JSON.stringify(options);
    const one = started.get(alike) ?? createWorkerPlanner(options);
    started.set(alike, one);
    const { planner, ...rest } = await one;
    return { ...rest, planner: { ...planner, stop: () => Promise.resolve() } };
  },
};
