import { CompositionFault } from './compose.ts';
import { buildContract, checkOwnership, findDrift } from './contract.ts';
import { sayFaultsAndExit } from './say-faults.ts';

/** `npm run schema:check`: fails when a committed file is not what the code gives, or when a level oversteps. */
try {
  const ownershipFaults = checkOwnership();
  const drift = findDrift(buildContract());
  const faults = [
    ...ownershipFaults.map(({ message }) => message),
    ...drift.map(
      (file) => `${file} n’est plus ce que dit le code : lancez « npm run schema » et relisez la différence.`,
    ),
  ];
  if (faults.length > 0) sayFaultsAndExit(faults);
} catch (error) {
  if (!(error instanceof CompositionFault)) throw error;
  sayFaultsAndExit(error.faults);
}
