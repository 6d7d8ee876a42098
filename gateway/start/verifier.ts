import { runCommand } from './commands/run-command.ts';
import { VERIFIER } from './verifier-command.ts';

await runCommand(VERIFIER, process.env);
