import { fileURLToPath } from 'node:url';
import { EnvironmentFault, type GatewaySettings, readGatewayEnvironment } from '@palier/gateway/environment';
import type { DatabaseLocation } from '@palier/runtime/database';
import { readDataEnvironment } from '@palier/runtime/environment';
import { StartupError } from '@palier/runtime/errors';
import type { SubgraphSettings } from '@palier/runtime/subgraph';

/** The operations registered with Palier: asked by their names unless other ones are named. */
export const OPERATIONS = fileURLToPath(new URL('../../schema/operations', import.meta.url));

/** What the all-in-one process is told by its environment. */
export interface HouseEnvironment {
  readonly location: DatabaseLocation;
  readonly data: SubgraphSettings;
  readonly port: number;
  readonly host: string;
  readonly settings: GatewaySettings;
}

/** Raises EnvironmentFault with the faults of the gateway and of the data at once. */
export function readHouseEnvironment(
  variables: Readonly<Record<string, string | undefined>>,
): HouseEnvironment {
  const faults: string[] = [];
  const operations = variables['PALIER_OPERATIONS'] || OPERATIONS;
  const gateway = gather(faults, () =>
    readGatewayEnvironment({ ...variables, PALIER_OPERATIONS: operations }),
  );
  const data = gather(faults, () => readDataEnvironment(variables));
  if (gateway === undefined || data === undefined) throw new EnvironmentFault(faults);
  return { ...gateway, location: data.location, data: data.settings };
}

function gather<Value>(faults: string[], read: () => Value): Value | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof EnvironmentFault) faults.push(...error.faults);
    else if (error instanceof StartupError) faults.push(error.message);
    else throw error;
    return undefined;
  }
}
