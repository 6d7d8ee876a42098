import type { ImportCommand } from './commands/import/import-command.ts';
import { codesPostaux } from './commands/import/officiels/codes-postaux.ts';
import { etablissements, installations } from './commands/import/officiels/m02.ts';
import { limites } from './commands/import/officiels/limites.ts';
import { populations } from './commands/import/officiels/populations.ts';
import { texte } from './commands/import/textes/texte.ts';
import { verifier } from './commands/import/textes/check-citations.ts';

/** The subcommands of `npm run import`, by their names, in the order they are shown. */
export const COMMANDS: Readonly<Record<string, ImportCommand>> = {
  texte,
  verifier,
  populations,
  installations,
  etablissements,
  'codes-postaux': codesPostaux,
  limites,
};
