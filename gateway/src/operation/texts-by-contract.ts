import type { ContractSettings } from '../generations/contract-settings.ts';
import type { ServedSupergraph } from '../generations/open-supergraph.ts';
import type { OperationSettings } from './operation-settings.ts';
import { createPersistedTexts, type PersistedTexts } from './persisted-texts.ts';

/** The texts that each contract keeps, and those of the full graph: what one is told, the others do not learn. */
export function createTextsByContract(
  {
    contracts,
    operationsAllowed: allowed,
  }: Pick<ContractSettings, 'contracts'> & Pick<OperationSettings, 'operationsAllowed'>,
  supergraph: ServedSupergraph,
): (contract: string | undefined) => PersistedTexts {
  const names = [undefined, ...contracts.map(({ name }) => name)];
  const texts = new Map(
    names.map((name) => [
      name,
      createPersistedTexts({
        registered: () => supergraph.current().of(name).registered,
        shipped: () => supergraph.current().of(name).shipped,
        allowed,
      }),
    ]),
  );
  return (contract) => {
    const found = texts.get(contract);
    if (!found) throw new Error(`No contract is named ${contract}`);
    return found;
  };
}
