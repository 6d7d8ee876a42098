import type { Entity } from '@palier/runtime/entity';
import { defineFollowed, defineVersions } from '@palier/runtime/history/versions';
import { consoliderReddition, retournerReddition } from './reddition.actes.ts';
import { ExamenResolver, RedditionResolver, redditionReference } from './reddition.resolver.ts';
import { Examen, type ExamenValue, Reddition } from './reddition.type.ts';
import { withholdCellules, withholdExamens } from './withhold-textes.ts';

export const reddition: Entity = {
  types: [Reddition],
  references: [redditionReference],
  resolvers: [RedditionResolver, ExamenResolver],
  actes: [retournerReddition, consoliderReddition],
  versions: () => [
    defineVersions(Examen, {
      table: 'examen',
      key: { reddition_id: ({ redditionId }: ExamenValue) => redditionId },
      etablissement: 'etablissement_code',
      fields: ['statut', 'motifs', 'examineLe'],
      withholding: withholdExamens,
    }),
    defineFollowed('CelluleRetournee', {
      table: 'cellule_retournee',
      key: ['reddition_id', 'mesure_id'],
      fields: ['motif', 'attendu'],
      withholdState: withholdCellules,
    }),
  ],
};
