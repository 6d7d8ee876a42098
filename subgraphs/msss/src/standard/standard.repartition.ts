import type { Counted, Dimension } from '@palier/runtime/repartition';
import type { Attribut, DimensionStandard, SourceStandard, TypeStandard } from './standard.type.ts';

/** How each attribut is said. */
export const ATTRIBUTS: Readonly<Record<Attribut, string>> = {
  ACCESSIBILITE: 'Accessibilité',
  QUALITE: 'Qualité',
  CONTINUITE: 'Continuité',
  EFFICACITE_EFFICIENCE: 'Efficacité et efficience',
};

const TYPES: Readonly<Record<TypeStandard, string>> = {
  STANDARD: 'Standard',
  PARTICULARITE: 'Particularités du service',
  ENONCE_DESCRIPTIF: 'Énoncé descriptif d’une fiche',
};

const SOURCES: Readonly<Record<SourceStandard, string>> = {
  ANNEXE_II: 'Annexe II',
  FICHE_STANDARDS: 'Standards fixés des fiches seulement',
  FICHE_DESCRIPTION: 'Description d’une fiche seulement',
};

/** How the groups of standards are said. */
export const REPARTITION = {
  dimensions: {
    ATTRIBUT: { names: ATTRIBUTS },
    SOUS_GROUPE: {},
    TYPE: { names: TYPES },
    SOURCE: { names: SOURCES },
  } satisfies Record<DimensionStandard, Dimension>,
} as const satisfies Counted;
