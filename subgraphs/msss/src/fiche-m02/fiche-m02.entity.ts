import type { Entity } from '@palier/runtime/entity';
import { defineVersions } from '@palier/runtime/history/versions';
import { importEtablissements, importInstallations } from './fiche-m02.import.ts';
import {
  EtablissementPublieResolver,
  InstallationPublieeResolver,
  TerritoireInstallationsPublieesResolver,
} from './fiche-m02.resolver.ts';
import { EtablissementPublie, InstallationPubliee } from './fiche-m02.type.ts';

const fiche = (table: string, ...fields: (readonly [string, string])[]) => ({
  table,
  territoire: 'territoire_code',
  fields: [
    'nom',
    ['territoire', 'territoire_code'],
    ['adresse', 'fiche.ADRESSE'],
    ['municipalite', 'fiche.MUN_NOM'],
    'retireLe',
    ...fields,
  ] as const,
});

export const ficheM02: Entity = {
  resolvers: [
    EtablissementPublieResolver,
    InstallationPublieeResolver,
    TerritoireInstallationsPublieesResolver,
  ],
  actes: [importInstallations.definition, importEtablissements.definition],
  versions: () => [
    defineVersions(InstallationPubliee, fiche('installation_publiee', ['dateOuverture', 'fiche.DATE_OUVER'])),
    defineVersions(EtablissementPublie, fiche('etablissement_publie')),
  ],
};
