import type { Logger } from '../logger.ts';
import type { KnownOperation, OperationResult, OperationScope } from '../operation/operation.ts';
import type { SubgraphAddress, SubgraphCaller } from '../subgraph-caller.ts';
import { createCallerPool } from './caller-pool.ts';
import { createGeneration, type Generation } from './generation.ts';
import {
  nameOf,
  readSupergraph,
  SupergraphFault,
  type SupergraphSource,
  type SupergraphText,
} from './read-supergraph.ts';

/** The supergraph being served, whichever generation of it is current. */
export interface ServedSupergraph {
  execute(operation: KnownOperation, scope: OperationScope): Promise<OperationResult>;
  stop(): Promise<void>;
}

export interface ServedSupergraphOptions {
  readonly introspection: boolean;
  readonly createCaller: (subgraph: SubgraphAddress) => SubgraphCaller;
  readonly logger: Logger;
}

/** @throws {SupergraphFault} when there is nothing to serve */
export async function openSupergraph(
  source: SupergraphSource,
  { introspection, createCaller, logger }: ServedSupergraphOptions,
): Promise<ServedSupergraph> {
  const callers = createCallerPool(createCaller);
  const prepare = async (text: SupergraphText): Promise<Generation> => {
    try {
      return await createGeneration(text, { introspection, callerOf: callers.callerOf, logger });
    } catch (cause) {
      const [reason] = (cause as Error).message.split('\n');
      throw new SupergraphFault(`${nameOf(source)} ne peut être servi : ${reason}`, { cause });
    }
  };
  const current = await prepare(await readSupergraph(source));
  return {
    execute: (operation, scope) => current.execute(operation, scope),
    async stop() {
      await current.stop();
      await callers.keepOnly([]);
    },
  };
}
