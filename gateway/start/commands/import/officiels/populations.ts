import { importPopulations } from '@palier/msss/importation';
import { readPopulations } from '@palier/officiels/read-populations';
import { defineOfficialCommand } from './official-command.ts';

/** Populations by territory, year, sex and age, as the ministry and the Institut de la statistique publish them. */
export const populations = defineOfficialCommand({
  usage: 'populations FICHIER.xlsx',
  summary: 'Importe les populations par territoire, année, sexe et âge (MSSS et ISQ, feuille « Âge »)',
  kind: importPopulations,
  read: ({ bytes }, { territoires, progress }) =>
    readPopulations(bytes, new Set(territoires.keys()), progress),
});
