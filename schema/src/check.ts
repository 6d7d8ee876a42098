import { CompositionFault } from './compose.ts';
import { SUPERGRAPH_FILE, buildContract, checkOwnership, findDrift } from './contract.ts';
import { findOperationFaults } from './operations.ts';
import { sayFaultsAndExit } from './say-faults.ts';

/** `npm run schema:check`: fails when a committed file is not what the code gives, a level oversteps, or a registered operation is wrong. */
try {
  const ownershipFaults = checkOwnership();
  const contract = buildContract();
  const drift = findDrift(contract);
  const faults = [
    ...ownershipFaults.map(({ message }) => message),
    ...drift.map(
      (file) => `${file} n’est plus ce que dit le code : lancez « npm run schema » et relisez la différence.`,
    ),
    ...(await findOperationFaults(contract.get(SUPERGRAPH_FILE) ?? '')),
  ];
  if (faults.length > 0) sayFaultsAndExit(faults);
} catch (error) {
  if (!(error instanceof CompositionFault)) throw error;
  sayFaultsAndExit(error.faults);
}
