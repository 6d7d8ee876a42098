import { StartupError } from '@palier/runtime/errors';
import { createCall } from './commands/import/create-call.ts';
import type { ImportCommand } from './commands/import/import-command.ts';
import { codesPostaux } from './commands/import/officiels/codes-postaux.ts';
import { etablissements, installations } from './commands/import/officiels/m02.ts';
import { limites } from './commands/import/officiels/limites.ts';
import { populations } from './commands/import/officiels/populations.ts';
import { texte } from './commands/import/textes/texte.ts';
import { verifier } from './commands/import/textes/check-citations.ts';
import { type Command, readArguments, type Terminal } from './commands/run-command.ts';

/** The subcommands, by their names, in the order they are shown. */
export const COMMANDS: Readonly<Record<string, ImportCommand>> = {
  texte,
  verifier,
  populations,
  installations,
  etablissements,
  'codes-postaux': codesPostaux,
  limites,
};

/** `npm run import -- <sous-commande> …`: brings into the base what whoever runs Palier holds, and no text of the project may. */
const HELP = `Usage : npm run import -- SOUS-COMMANDE [OPTIONS]

${Object.values(COMMANDS).map(describe).join('\n\n')}

  --essai   fait tout, puis défait ce qui a été écrit
  --aide    cette page

La base est celle de DATABASE_URL, de l’adresse du palier (DATABASE_URL_MSSS…), ou du dossier PALIER_DOSSIER (.palier), que nul autre programme n’ouvre alors.
Code de sortie : 0 si tout est fait, 1 sinon.
`;

const WORDS = {
  failed:
    'L’import a échoué. Relancez le même fichier : s’il a tout de même été écrit, il sera dit déjà importé.',
  denied:
    'Cet utilisateur n’a pas le droit d’écrire là ; rien n’a été importé. Prenez l’adresse du palier (DATABASE_URL_MSSS…), ou celle de qui administre la base.',
};

export const IMPORT: Command = { words: WORDS, failedCode: 1, run: runSubcommand };

function runSubcommand(terminal: Terminal): string | number | Promise<string | number> {
  const [name = '', ...args] = terminal.args;
  if (name === '--aide') return HELP;
  if (name === '') {
    terminal.stderr.write(HELP);
    return 1;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined)
    throw new StartupError(
      `« ${name} » n’est pas une sous-commande. Celles qui existent : ${Object.keys(COMMANDS).join(', ')}. « npm run import -- --aide » les décrit.`,
    );
  return runImport(command, { ...terminal, args });
}

function runImport(command: ImportCommand, terminal: Terminal): string | Promise<number> {
  const { values, positionals } = readImportArguments(command, terminal.args);
  const { essai, aide, ...given } = values;
  if (aide === true) return `Usage : npm run import -- ${command.usage}\n\n${describe(command)}\n`;
  const options = given as Readonly<Record<string, string | undefined>>;
  return command.run(createCall(terminal, { args: positionals, options, essai: essai === true }));
}

function readImportArguments(command: ImportCommand, args: readonly string[]) {
  const own = Object.keys(command.options ?? {}).map((name) => [name, { type: 'string' }] as const);
  const options = { ...Object.fromEntries(own), essai: { type: 'boolean', default: false } } as const;
  const refused = `Cet appel n’est pas compris. Usage : npm run import -- ${command.usage} ; « npm run import -- --aide » dit le reste.`;
  return readArguments(args, options, (cause) => new StartupError(refused, { cause }));
}

function describe({ usage, summary, options = {} }: ImportCommand): string {
  const told = Object.entries(options).map(([name, says]) => `    --${name} : ${says}`);
  return [`  ${usage}`, `    ${summary}`, ...told].join('\n');
}
