import { ListSize } from '@palier/runtime/demand';
import { createConnectionType } from '@palier/runtime/connection';
import { Periode } from '@palier/runtime/exercice';
import { DateTime } from '@palier/runtime/scalars';
import { INTERNE } from '@palier/runtime/tags';
import { Directive, Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Absence } from '../absence/absence.type.ts';
import { Exigence, TerritoireClsc } from '../other-levels/extended.type.ts';
import { Origine } from '@palier/runtime/provenance';
import { Provenance } from '../provenance/provenance.type.ts';

export const StatutFigure = {
  PROVISOIRE: 'PROVISOIRE',
  REVISEE: 'REVISEE',
  FINALE: 'FINALE',
  SUPPRIMEE: 'SUPPRIMEE',
  NON_DISPONIBLE: 'NON_DISPONIBLE',
  AUCUN_CAS: 'AUCUN_CAS',
} as const;
export type StatutFigure = (typeof StatutFigure)[keyof typeof StatutFigure];

registerEnumType(StatutFigure, {
  name: 'StatutFigure',
  description: 'Ce que vaut un chiffre.',
  valuesConfig: {
    PROVISOIRE: { description: 'Saisi, encore susceptible de changer.' },
    REVISEE: { description: 'Corrigé après une première saisie.' },
    FINALE: { description: 'Arrêté.' },
    SUPPRIMEE: { description: 'Retenu pour protéger les personnes : la valeur est nulle.' },
    NON_DISPONIBLE: { description: 'N’a pas pu être mesuré : la valeur est nulle.' },
    AUCUN_CAS: {
      description: 'Rien à déclarer : aucun cas dans la période. Ce n’est pas zéro : la valeur est nulle.',
    },
  },
});

export const TriMesures = {
  PERIODE: 'PERIODE',
  VALEUR: 'VALEUR',
  TERRITOIRE: 'TERRITOIRE',
  EXIGENCE: 'EXIGENCE',
  SAISIE: 'SAISIE',
} as const;
export type TriMesures = (typeof TriMesures)[keyof typeof TriMesures];

registerEnumType(TriMesures, {
  name: 'TriMesures',
  description: 'Ordre d’une liste de mesures.',
  valuesConfig: {
    PERIODE: { description: 'Par période, puis territoire, puis exigence : l’ordre par défaut.' },
    VALEUR: {
      description:
        'Par valeur ; celles qui n’en ont pas à la fin. Deux valeurs ne se comparent que dans la même unité : restreindre à une exigence.',
    },
    TERRITOIRE: { description: 'Par code de territoire.' },
    EXIGENCE: { description: 'Par code d’exigence.' },
    SAISIE: { description: 'Par instant de saisie.' },
  },
});

export const DimensionMesure = {
  VERDICT: 'VERDICT',
  STATUT: 'STATUT',
  PERIODE: 'PERIODE',
  EXIGENCE: 'EXIGENCE',
  VOLET: 'VOLET',
  INDICATEUR: 'INDICATEUR',
  TERRITOIRE: 'TERRITOIRE',
  RESEAU_LOCAL: 'RESEAU_LOCAL',
  RESEAU_TERRITORIAL: 'RESEAU_TERRITORIAL',
  REGION: 'REGION',
  RUISSS: 'RUISSS',
  ETABLISSEMENT: 'ETABLISSEMENT',
} as const;
export type DimensionMesure = (typeof DimensionMesure)[keyof typeof DimensionMesure];

registerEnumType(DimensionMesure, {
  name: 'DimensionMesure',
  description: 'Ce par quoi des mesures se répartissent.',
  valuesConfig: {
    VERDICT: {
      description:
        'Issue de la comparaison, comme `verdict { etat }` la donne ; `raisons` dit pourquoi il n’y en a pas.',
    },
    STATUT: { description: 'Ce que vaut la valeur.' },
    PERIODE: { description: 'Période financière.' },
    EXIGENCE: { description: 'Exigence mesurée.' },
    VOLET: { description: 'Volet de l’exigence ; clé nulle quand elle n’en a pas.' },
    INDICATEUR: { description: 'Indicateur de Santé Québec qui compte l’exigence.' },
    TERRITOIRE: { description: 'Territoire de CLSC.' },
    RESEAU_LOCAL: { description: 'RLS du territoire.' },
    RESEAU_TERRITORIAL: { description: 'RTS du territoire.' },
    REGION: { description: 'Région sociosanitaire du territoire.' },
    RUISSS: { description: 'RUISSS du territoire.' },
    ETABLISSEMENT: {
      description:
        'Établissement qui répond du territoire, tel que Santé Québec le déduit (`provenanceEtablissement`).',
    },
  },
});

export const EtatVerdict = {
  CONFORME: 'CONFORME',
  NON_CONFORME: 'NON_CONFORME',
  INDETERMINE: 'INDETERMINE',
  SANS_VERDICT: 'SANS_VERDICT',
} as const;
export type EtatVerdict = (typeof EtatVerdict)[keyof typeof EtatVerdict];

// Described by Santé Québec, whose verdict it is.
registerEnumType(EtatVerdict, { name: 'EtatVerdict' });

@Directive('@key(fields: "id")')
@ObjectType({
  description: 'Ce qu’un établissement a mesuré d’une exigence, sur un territoire, pour une période.',
})
export class Mesure {
  @Field(() => ID, {
    description:
      'Période, territoire, exigence et, s’il y a lieu, volet : « 2025-2026-P01:01111:A-G7:AAOR:EN_PERSONNE ».',
  })
  id: string;

  @Field(() => TerritoireClsc, { nullable: true, description: 'Territoire mesuré.' })
  territoire: TerritoireClsc;

  @Field(() => Exigence, { nullable: true, description: 'Exigence mesurée.' })
  exigence: Exigence;

  @Field(() => ID, {
    description: 'Campagne de Santé Québec où elle a été publiée d’abord, par exemple « 2025-2026 ».',
  })
  campagne: string;

  @ListSize(5)
  @Field(() => [ID], {
    description: 'Toutes les campagnes dont une version la porte : une mesure sert à chacune.',
  })
  campagnes: string[];

  @Field(() => Periode, { description: 'Période financière.' })
  periode: Periode;

  @Field(() => Float, {
    nullable: true,
    description:
      'Valeur, dans l’unité donnée ; nulle si elle est supprimée, non disponible ou s’il n’y a aucun cas.',
  })
  valeur: number | null;

  @Field(() => Float, { nullable: true, description: 'Numérateur dont la valeur vient, quand il est donné.' })
  numerateur: number | null;

  @Field(() => Float, { nullable: true, description: 'Dénominateur, quand il est donné.' })
  denominateur: number | null;

  @Field(() => String, { nullable: true, description: 'Unité : h, jours, min, h/sem, j/an.' })
  unite: string;

  @Field(() => String, {
    nullable: true,
    description: 'Volet de l’exigence, « en personne » ou « par téléphone », quand elle en a.',
  })
  volet: string | null;

  @Field(() => StatutFigure, { description: 'Ce que vaut la valeur.' })
  statut: StatutFigure;

  @Field(() => Int, { description: 'Version, à partir de 1 : une correction en crée une autre.' })
  version: number;

  @Field(() => DateTime, { description: 'Instant de la saisie de cette version.' })
  saisieLe: string;

  @Field(() => Provenance, { description: 'Source.' })
  provenance: Provenance;

  /** Whose it is; the graph does not show it. */
  etablissementCode?: string | null;
}

export const MesureConnection = createConnectionType(
  'Mesure',
  () => Mesure,
  () => Absence,
  DimensionMesure,
  5_000,
);
Field(() => ID, {
  nullable: true,
  description:
    'Exercice de la liste quand rien n’en nomme un, ni campagne, ni période : le plus récent qui ait une mesure ; nul autrement.',
})(MesureConnection.prototype, 'exerciceChoisi');

@Directive(INTERNE)
@ObjectType({
  description: 'Ce qui tient lieu des mesures d’un territoire, pour savoir si elles ont changé.',
})
export class EmpreinteTerritoire {
  @Field(() => ID, { description: 'Code du territoire de CLSC.' })
  territoire: string;

  @Field(() => String, { description: 'Empreinte de ses mesures.' })
  empreinte: string;

  @Field(() => Int, { description: 'Nombre de ses mesures.' })
  nombre: number;

  @Field(() => Origine, { description: 'DEMONSTRATION dès que l’une est fictive.' })
  origine: Origine;
}
