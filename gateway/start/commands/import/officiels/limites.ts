import { importLimites, isSameNom } from '@palier/msss/importation';
import { decodeText } from '@palier/fichiers/decode-text';
import { readLimites } from '@palier/officiels/read-limites';
import { defineOfficialCommand } from './official-command.ts';

/** The boundaries of the territories, as the ministry publishes them. */
export const limites = defineOfficialCommand({
  usage: 'limites FICHIER.dbf',
  summary:
    'Importe les limites des territoires de CLSC ; leurs contours aussi, quand le .shp et le .prj sont à côté',
  kind: importLimites,
  beside: ['.shp', '.prj', '.cpg'],
  read: ({ bytes, beside }, { territoires }) => {
    const textOf = (ending: string): string | undefined => {
      const text = beside.get(ending);
      return text === undefined ? undefined : decodeText(text);
    };
    const file = { dbf: bytes, cpg: textOf('.cpg'), shp: beside.get('.shp'), prj: textOf('.prj') };
    return Promise.resolve(readLimites(file, { territoires, isSameNom }));
  },
});
