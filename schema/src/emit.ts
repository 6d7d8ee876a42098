import { CompositionFault } from './compose.ts';
import { SUPERGRAPH_FILE, buildContract, findRuleFaults, writeContract } from './committed-schema.ts';
import { sayFaultsAndExit } from './say-faults.ts';
import { UntypedOperations, writeTypedOperations } from './typed-operations.ts';

/** `npm run schema`: writes the SDL of each subgraph, the supergraph and the operations of the client kit and of the pages, unless a rule is broken or they do not compose. */
try {
  const faults = findRuleFaults();
  if (faults.length > 0) sayFaultsAndExit(faults);
  const contract = buildContract();
  writeContract(contract);
  await writeTypedOperations(contract.get(SUPERGRAPH_FILE) ?? '');
} catch (error) {
  if (!(error instanceof CompositionFault || error instanceof UntypedOperations)) throw error;
  sayFaultsAndExit(error.faults);
}
