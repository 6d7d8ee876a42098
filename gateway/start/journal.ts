import { runCommand } from './commands/run-command.ts';
import { JOURNAL } from './journal-command.ts';

await runCommand(JOURNAL, process.env);
