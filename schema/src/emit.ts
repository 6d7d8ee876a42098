import { CompositionFault } from './compose.ts';
import { buildContract, checkOwnership, writeContract } from './contract.ts';
import { sayFaultsAndExit } from './say-faults.ts';

/** `npm run schema`: writes the SDL of each subgraph and the supergraph, unless a level oversteps or they do not compose. */
try {
  const ownershipFaults = checkOwnership();
  if (ownershipFaults.length > 0) sayFaultsAndExit(ownershipFaults.map(({ message }) => message));
  writeContract(buildContract());
} catch (error) {
  if (!(error instanceof CompositionFault)) throw error;
  sayFaultsAndExit(error.faults);
}
