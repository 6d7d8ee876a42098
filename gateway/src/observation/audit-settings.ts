import type { VariableReader, Variables } from '../base/variable-reader.ts';

/** Where it is kept who asked what; nowhere unless said. */
export interface AuditSettings {
  /** Whether each request has a line « Audit » in the log. */
  readonly log: boolean;
  /** File of its own, one JSON object a line. */
  readonly file: string | undefined;
}

export const NO_AUDIT: AuditSettings = { log: false, file: undefined };

export function readAuditSettings(variables: Variables, reader: VariableReader): AuditSettings {
  const log = reader.onOff('PALIER_AUDIT', NO_AUDIT.log);
  const level = variables['PALIER_LOG_LEVEL'] ?? '';
  if (log && ['warn', 'error'].includes(level)) {
    reader.report(
      `PALIER_AUDIT vaut 1 mais PALIER_LOG_LEVEL vaut « ${level} » : l’audit n’y paraîtrait pas.`,
    );
  }
  return { log, file: variables['PALIER_AUDIT_FILE'] || undefined };
}
