import { importCodesPostaux } from '@palier/msss/importation';
import { readCodesPostaux } from '@palier/officiels/read-codes-postaux';
import { defineOfficialCommand } from './official-command.ts';

/** Which territories each postal code reaches; nobody's address is read. */
export const codesPostaux = defineOfficialCommand({
  usage: 'codes-postaux FICHIER.csv',
  summary: 'Importe une correspondance de codes postaux et de territoires : deux colonnes, aucune personne',
  kind: importCodesPostaux,
  read: ({ bytes }, { territoires, progress }) => readCodesPostaux(bytes, territoires, progress),
});
