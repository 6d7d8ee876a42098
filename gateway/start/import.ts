import { runCommand } from './commands/run-command.ts';
import { IMPORT } from './import-command.ts';

await runCommand(IMPORT, process.env);
