import { expect, it } from 'vitest';
import { readGatewayEnvironment } from '../environment.ts';
import { faultsOf } from '../testing/environment-faults.ts';

it('keeps nothing unless told, and says which settings would keep nothing', () => {
  expect(readGatewayEnvironment({}).settings.audit).toEqual({ log: false, file: undefined });
  expect(readGatewayEnvironment({ PALIER_AUDIT: '1', PALIER_AUDIT_FILE: 'a.jsonl' }).settings.audit).toEqual({
    log: true,
    file: 'a.jsonl',
  });
  expect(faultsOf({ PALIER_AUDIT: 'oui' })).toEqual(['PALIER_AUDIT vaut « oui » : 0 ou 1 est attendu.']);
  expect(faultsOf({ PALIER_AUDIT: '1', PALIER_LOG_LEVEL: 'warn' })).toEqual([
    'PALIER_AUDIT vaut 1 mais PALIER_LOG_LEVEL vaut « warn » : l’audit n’y paraîtrait pas.',
  ]);
});
