import { CompositionFault } from './compose.ts';
import { buildContract, findRuleFaults, writeContract } from './contract.ts';
import { sayFaultsAndExit } from './say-faults.ts';

/** `npm run schema`: writes the SDL of each subgraph and the supergraph, unless a rule is broken or they do not compose. */
try {
  const faults = findRuleFaults();
  if (faults.length > 0) sayFaultsAndExit(faults);
  writeContract(buildContract());
} catch (error) {
  if (!(error instanceof CompositionFault)) throw error;
  sayFaultsAndExit(error.faults);
}
