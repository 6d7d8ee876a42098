import type { CodeService } from '@palier/runtime/code-service';
import type { StatutExigence } from '@palier/runtime/exigence-enums';
import type { Counted, Dimension } from '@palier/runtime/repartition';
import { ATTRIBUTS } from '../standard/standard.repartition.ts';
import type { DimensionExigence } from './exigence.type.ts';

const STATUTS: Readonly<Record<StatutExigence, string>> = {
  FIXE: 'Fixée par le ministère',
  REALITES_REGIONALES: 'Selon les réalités régionales',
  SANS_OBJET: 'Sans objet',
  NON_DIT: 'Non dit',
};

const SERVICES: Readonly<Record<CodeService, string>> = {
  AAOR: 'Accueil, analyse, orientation et référence',
  INFO_SOCIAL: 'Consultation téléphonique psychosociale en tout temps',
  CRISE: 'Intervention de crise dans le milieu',
  CONSULT_SOCIALE: 'Consultation sociale',
  CONSULT_PSY: 'Consultation psychologique',
  SECURITE_CIVILE: 'Volet psychosocial en contexte de sécurité civile',
};

/** How the groups of exigences are said. */
export const REPARTITION = {
  dimensions: {
    STATUT: { names: STATUTS },
    SERVICE: { names: SERVICES },
    ATTRIBUT: { names: ATTRIBUTS },
    SOUS_GROUPE: {},
  } satisfies Record<DimensionExigence, Dimension>,
} as const satisfies Counted;
