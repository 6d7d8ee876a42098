import type { CodeFormat } from '@palier/runtime/code-format';
import { defineReading } from '@palier/runtime/loader';
import { toProvenance } from '@palier/runtime/provenance';
import { defineCatalogue } from '../catalogue/define-catalogue.ts';
import type { Reading } from '../tables.ts';
import {
  type ModificationsChoice,
  axesPolitique,
  listModifications,
  modificationsRecommandees,
  orientationsPolitique,
  politiques,
} from './politique.queries.ts';
import type {
  AxePolitiqueValue,
  ModificationRecommandeeValue,
  OrientationPolitiqueValue,
  Politique,
} from './politique.type.ts';
import type {
  AxePolitiqueTable,
  ModificationRecommandeeTable,
  OrientationPolitiqueTable,
  PolitiqueTable,
} from '../../tables/politique.table.ts';

export const CODE_POLITIQUE: CodeFormat = {
  pattern: /^PL\d$/,
  description: 'PL et un chiffre, par exemple PL1',
};
export const CODE_AXE: CodeFormat = {
  pattern: /^AXE\d$/,
  description: 'AXE et un chiffre, par exemple AXE3',
};

export const CODE_ORIENTATION_POLITIQUE: CodeFormat = {
  pattern: /^\d\.\d$/,
  description: 'l’axe, un point et le rang, par exemple 3.1',
};

export const politiqueCatalogue = defineCatalogue(politiques, toPolitique);
export const axeCatalogue = defineCatalogue(axesPolitique, toAxe);
export const axesByPolitique = axeCatalogue.groupedBy('politique_code');
export const orientationPolitiqueCatalogue = defineCatalogue(orientationsPolitique, toOrientationPolitique);
export const orientationsByAxe = orientationPolitiqueCatalogue.groupedBy('axe_code');
export const modificationCatalogue = defineCatalogue(modificationsRecommandees, toModification);
export const modificationsByAxe = modificationCatalogue.groupedBy('axe_code');

export const readModifications = defineReading(async ({ database }: Reading, choice: ModificationsChoice) =>
  (await listModifications(database, choice)).map(toModification),
);

const ORIENTATIONS_INFEREES = toProvenance({
  origine: 'INFERENCE',
  document: '001',
  note: 'le rapport n’attache ses modifications qu’à un axe',
});

function toModification(row: ModificationRecommandeeTable): ModificationRecommandeeValue {
  return {
    code: row.code,
    type: row.type,
    enonce: row.enonce,
    statut: row.statut,
    provenance: toProvenance(row.provenance),
    provenanceOrientations: ORIENTATIONS_INFEREES,
    axeCode: row.axe_code,
    codesOrientations: row.orientations,
  };
}

function toPolitique({ code, titre, statut, provenance }: PolitiqueTable): Politique {
  return { code, titre, statut, provenance: toProvenance(provenance) };
}

function toAxe({ code, rang, titre, provenance, politique_code }: AxePolitiqueTable): AxePolitiqueValue {
  return { code, rang, titre, provenance: toProvenance(provenance), politiqueCode: politique_code };
}

function toOrientationPolitique(row: OrientationPolitiqueTable): OrientationPolitiqueValue {
  return {
    code: row.code,
    titre: row.titre,
    themes: row.themes,
    provenance: toProvenance(row.provenance),
    axeCode: row.axe_code,
  };
}
