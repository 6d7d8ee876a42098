import type { VariableReader, Variables } from '../base/variable-reader.ts';

/** Which operations are known beforehand, and whether others may be asked. */
export interface OperationSettings {
  /** Folder of the registered operations. */
  readonly operationsFolder: string | undefined;
  readonly operationsAllowed: 'ALL' | 'REGISTERED';
}

export const DEFAULT_OPERATIONS: OperationSettings = {
  operationsFolder: undefined,
  operationsAllowed: 'ALL',
};

export function readOperationSettings(variables: Variables, reader: VariableReader): OperationSettings {
  const operationsFolder = variables['PALIER_OPERATIONS'] || undefined;
  const operationsAllowed = reader.onOff('PALIER_SAFELIST', false) ? 'REGISTERED' : 'ALL';
  if (operationsAllowed === 'REGISTERED' && !operationsFolder) {
    reader.report(
      'PALIER_SAFELIST vaut 1 mais PALIER_OPERATIONS manque : le dossier des opérations permises.',
    );
  }
  return { operationsFolder, operationsAllowed };
}
