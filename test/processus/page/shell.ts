import { type ChildProcess, spawn } from 'node:child_process';

/** A shell that goes on from one command to the next, as somebody's terminal does. */
export interface Shell {
  /** What these commands write, once all of them ended. Raises when one of them fails. */
  run(commands: string): Promise<string>;
  close(): void;
}

const END = '@@fin@@';

export function openShell(cwd: string, env: Readonly<Record<string, string>>): Shell {
  const child: ChildProcess = spawn('bash', [], {
    cwd,
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let wrote = '';
  let said = '';
  let look = (): void => undefined;
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    wrote += chunk;
    look();
  });
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
  return {
    run: (commands) =>
      new Promise((resolve, reject) => {
        look = () => {
          const [before = '', status] = wrote.split(END);
          if (status?.endsWith('\n') !== true) return;
          wrote = '';
          if (status.trim() === '0') resolve(before);
          else reject(new Error(`${commands}\n${before}${said}`));
        };
        child.stdin?.write(`${commands}\nprintf '${END}%s\\n' "$?"\n`);
      }),
    close: () => child.kill(),
  };
}
