import { runCommand } from './commands/run-command.ts';
import { BASE } from './base-command.ts';

await runCommand(BASE, process.env);
