import { readGatewayEnvironment, type EnvironmentFault } from '../environment.ts';
import type { Variables } from '../base/variable-reader.ts';

/** The lines with which a gateway refuses these variables; none when it takes them. */
export function faultsOf(variables: Variables): readonly string[] {
  try {
    readGatewayEnvironment(variables);
    return [];
  } catch (error) {
    return (error as EnvironmentFault).faults;
  }
}
