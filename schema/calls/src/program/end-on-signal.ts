/** What is still open when the program is asked to end. */
export interface Ending {
  /** Until this is called the program simply ends: what it was opening bears being cut off. */
  closeWith(close: () => Promise<void>): void;
  /** Whether the program was asked to end. */
  isAsked(): boolean;
  /** Ends as when asked, but says why and with exit code 1: what the program stands on is gone. */
  endWith(fault: string): void;
}

/** Under the three seconds that those who stop a program usually leave it. */
const DEADLINE_MS = 2_900;

/**
 * Ends this program with exit code 0 on SIGTERM, on SIGINT, or when the program that started it with a channel is gone.
 * One Ctrl+C often comes twice, from the terminal and from npm: what comes after the first changes nothing.
 */
export function endOnSignal(): Ending {
  let asked = false;
  let close = async (): Promise<void> => undefined;
  const end = (code: 0 | 1): void => {
    if (asked) return;
    asked = true;
    setTimeout(() => process.exit(code), DEADLINE_MS).unref();
    close().then(
      () => process.exit(code),
      (error: unknown) => {
        process.stderr.write(`L’arrêt ne s’est pas fait proprement : ${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  for (const event of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.on(event, () => end(0));
  // It was gone while this program was still being loaded: nobody will say so again.
  if (process.connected === false) end(0);
  return {
    closeWith: (given) => {
      close = given;
    },
    isAsked: () => asked,
    endWith: (fault) => {
      if (!asked) process.stderr.write(`${fault}\n`);
      end(1);
    },
  };
}
