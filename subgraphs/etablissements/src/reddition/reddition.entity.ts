import type { Entity } from '@palier/runtime/entity';
import { defineVersions } from '@palier/runtime/history/versions';
import { MesuresSansResolver } from './mesure-sans.resolver.ts';
import { MesureSans } from './mesure-sans.type.ts';
import { LigneVersionResolver, MesureLignesResolver } from './mesure-lignes.resolver.ts';
import {
  EtablissementRedditionsResolver,
  LigneRedditionResolver,
  RedditionResolver,
  ligneRedditionReference,
  redditionReference,
} from './reddition.resolver.ts';
import { retirerReddition, saisirMesures, soumettreReddition } from './reddition.actes.ts';
import { withholdLignes } from './withhold-lignes.ts';
import { LigneReddition, Reddition } from './reddition.type.ts';

export const reddition: Entity = {
  types: [Reddition, LigneReddition, MesureSans],
  references: [redditionReference, ligneRedditionReference],
  resolvers: [
    RedditionResolver,
    LigneRedditionResolver,
    LigneVersionResolver,
    MesureLignesResolver,
    MesuresSansResolver,
    EtablissementRedditionsResolver,
  ],
  actes: [saisirMesures, soumettreReddition, retirerReddition],
  versions: () => [
    defineVersions(Reddition, {
      table: 'reddition',
      etablissement: 'etablissement_code',
      fields: ['campagne', 'version', 'etat', 'revision', 'saisieLe', 'soumiseLe', 'retireeLe'],
    }),
    defineVersions(LigneReddition, {
      table: 'ligne_reddition',
      key: { id: ({ id }: LigneReddition) => id },
      territoire: 'territoire_code',
      etablissement: 'etablissement_code',
      fields: ['statut', 'valeur', 'numerateur', 'denominateur', 'reponse', 'justification'],
      published: {
        table: 'reddition',
        key: 'id',
        since: 'soumise_le',
        column: 'reddition_id',
        etablissement: 'etablissement_code',
      },
      withholding: withholdLignes,
    }),
  ],
};
