import type { ImportCommand } from './import-command.ts';
import { codesPostaux } from './officiels/codes-postaux.ts';
import { etablissements, installations } from './officiels/m02.ts';
import { limites } from './officiels/limites.ts';
import { populations } from './officiels/populations.ts';
import { texte } from './texte.ts';
import { verifier } from './verifier.ts';

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
