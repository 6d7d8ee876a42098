import type { Logger } from '../base/logger.ts';

function ignore(): void {
  // Nothing is said.
}

export const SILENT: Logger = { debug: ignore, info: ignore, warn: ignore, error: ignore };

/** A logger that adds each entry to `lines`, as JSON text with its level; of an error, its stack. */
export function logTo(lines: string[]): Logger {
  const at =
    (level: string) =>
    (message: string, fields = {}): void =>
      void lines.push(
        JSON.stringify({ level, message, ...fields }, (_, value: unknown) =>
          value instanceof Error ? value.stack : value,
        ),
      );
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}
