/** One line of JSON on stderr, in French, for whoever runs the level. */
export function log(level: 'info' | 'warn' | 'error', message: string): void {
  process.stderr.write(`${JSON.stringify({ level, message })}\n`);
}
