import { importEtablissements, importInstallations } from '@palier/msss/importation';
import { ETABLISSEMENTS, INSTALLATIONS } from '@palier/officiels/m02-columns';
import { readM02 } from '@palier/officiels/read-m02';
import { defineOfficialCommand } from './official-command.ts';

/** The installations of M02, the register that the ministry publishes. */
export const installations = defineOfficialCommand({
  usage: 'installations FICHIER.csv',
  summary: 'Importe les installations que le ministère publie (M02)',
  kind: importInstallations,
  read: ({ bytes }, { territoires, progress }) => readM02(bytes, INSTALLATIONS, territoires, progress),
});

/** The établissements of M02. */
export const etablissements = defineOfficialCommand({
  usage: 'etablissements FICHIER.csv',
  summary: 'Importe les établissements que le ministère publie (M02)',
  kind: importEtablissements,
  read: ({ bytes }, { territoires, progress }) => readM02(bytes, ETABLISSEMENTS, territoires, progress),
});
