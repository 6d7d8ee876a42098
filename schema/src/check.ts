import { CompositionFault } from './compose.ts';
import { SUPERGRAPH_FILE, buildContract, findDrift, findRuleFaults } from './committed-schema.ts';
import { findOperationFaults } from './operations.ts';
import { findBrokenPromises } from './released.ts';
import { sayFaultsAndExit } from './say-faults.ts';
import { findTypeDrift } from './typed-operations.ts';

/** `npm run schema:check`: fails when a committed file is not what the code gives, a rule or a promise is broken, or a registered operation is wrong. */
try {
  const contract = buildContract();
  const supergraph = contract.get(SUPERGRAPH_FILE) ?? '';
  const drift = findDrift(contract);
  const faults = [
    ...findRuleFaults(),
    ...drift.map(
      (file) => `${file} n’est plus ce que dit le code : lancez « npm run schema » et relisez la différence.`,
    ),
    ...(await findBrokenPromises(supergraph)),
    ...(await findOperationFaults(supergraph)),
  ];
  if (faults.length === 0) faults.push(...(await findTypeDrift(supergraph)));
  if (faults.length > 0) sayFaultsAndExit(faults);
} catch (error) {
  if (!(error instanceof CompositionFault)) throw error;
  sayFaultsAndExit(error.faults);
}
