import { createConnectionType } from '@palier/runtime/connection';
import { Periode } from '@palier/runtime/exercice';
import { DateScalar, DateTime } from '@palier/runtime/scalars';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Absence } from '../absence/absence.type.ts';
import { Campagne, Etablissement, Exigence, TerritoireClsc } from '../other-levels/extended.type.ts';
import { Mandat } from '../other-levels/ministry.type.ts';
import { Provenance } from '../provenance/provenance.type.ts';
import { GroupeRepartition } from '../repartition/groupe-repartition.type.ts';
import { Reddition } from '../reddition/reddition.type.ts';

export const EtatObligation = {
  ATTENDUE: 'ATTENDUE',
  RECUE: 'RECUE',
  A_TEMPS: 'A_TEMPS',
  EN_RETARD: 'EN_RETARD',
  RETOURNEE: 'RETOURNEE',
  CONSOLIDEE: 'CONSOLIDEE',
  ABSENTE: 'ABSENTE',
} as const;
export type EtatObligation = (typeof EtatObligation)[keyof typeof EtatObligation];

registerEnumType(EtatObligation, {
  name: 'EtatObligation',
  description: 'Où en est ce qui est dû (déduit : aucun texte ne nomme ces états).',
  valuesConfig: {
    ATTENDUE: {
      description:
        'Pas encore reçue, et son échéance, si elle en a une, n’est pas passée, ou sa période n’est pas finie (vingt-huit jours chacune, la dernière jusqu’au 31 mars : une inférence).',
    },
    RECUE: { description: 'Reçue ; la campagne n’a pas d’échéance à laquelle la comparer.' },
    A_TEMPS: { description: 'Reçue au plus tard à l’échéance, et ni retournée ni consolidée.' },
    EN_RETARD: {
      description:
        'L’échéance est passée : reçue après elle (`recueLe`), et ni retournée ni consolidée, ou encore attendue (`recueLe` nul), sa période étant finie. Reçue après elle, quoi que Santé Québec en ait fait depuis : `aTemps: false`.',
    },
    RETOURNEE: {
      description:
        'Retournée par Santé Québec ; tant que la campagne est ouverte, une nouvelle version y répond.',
    },
    CONSOLIDEE: { description: 'Consolidée par Santé Québec.' },
    ABSENTE: {
      description:
        'Jamais reçue, sa période étant finie, et la campagne est fermée, ou la clôture ou l’exception accordée est passée. D’une période qui n’était pas finie à sa fermeture, une campagne ne demande plus rien.',
    },
  },
});

export const DimensionObligation = {
  ETAT: 'ETAT',
  A_TEMPS: 'A_TEMPS',
  CAMPAGNE: 'CAMPAGNE',
  TERRITOIRE: 'TERRITOIRE',
  EXIGENCE: 'EXIGENCE',
  PERIODE: 'PERIODE',
} as const;
export type DimensionObligation = (typeof DimensionObligation)[keyof typeof DimensionObligation];

registerEnumType(DimensionObligation, {
  name: 'DimensionObligation',
  description: 'Ce par quoi des mesures dues se répartissent.',
  valuesConfig: {
    ETAT: { description: 'Où elle en est, à l’instant demandé.' },
    A_TEMPS: {
      description:
        'VRAI ou FAUX, comme `aTemps`, quoi que Santé Québec en ait fait depuis ; nul si elle n’est pas reçue, ou sans échéance.',
    },
    CAMPAGNE: { description: 'Campagne qui la demande.' },
    TERRITOIRE: { description: 'Territoire à mesurer.' },
    EXIGENCE: { description: 'Exigence à mesurer.' },
    PERIODE: { description: 'Période financière à mesurer.' },
  },
});

@ObjectType({
  description:
    'Une mesure due : ce qu’une campagne demande d’un territoire, pour une exigence et une période, et ce qu’il en est advenu.',
})
export class ObligationReddition {
  @Field(() => ID, { description: 'Campagne et mesure : « 2026-2027/2026-2027-P01:01111:A-P5:AAOR ».' })
  id: string;

  @Field(() => Campagne, { nullable: true, description: 'Campagne qui la demande.' })
  campagne: Campagne;

  @Field(() => Etablissement, { nullable: true, description: 'Établissement qui la doit.' })
  etablissement: Etablissement;

  @Field(() => TerritoireClsc, { nullable: true, description: 'Territoire à mesurer.' })
  territoire: TerritoireClsc;

  @Field(() => Exigence, { nullable: true, description: 'Exigence à mesurer.' })
  exigence: Exigence;

  @Field(() => String, { nullable: true, description: 'Volet, quand l’exigence en a.' })
  volet: string | null;

  @Field(() => Periode, { description: 'Période financière à mesurer.' })
  periode: Periode;

  @Field(() => ID, { description: 'Identifiant de la mesure due, publiée ou non.' })
  mesureId: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Jour avant lequel soumettre laisse le temps de corriger.',
  })
  echeanceRecommandee: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Dernier jour où elle n’est pas en retard.' })
  echeance: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Dernier jour où la soumettre sans exception.' })
  cloture: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Dernier jour que l’exception accordée à l’établissement lui laisse ; nul sans exception.',
  })
  exception: string | null;

  @Field(() => EtatObligation, { description: 'Où elle en est, à l’instant demandé.' })
  etat: EtatObligation;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'Instant où elle a été reçue d’abord, par quelque campagne que ce soit, dans une version qui n’a pas été retirée.',
  })
  recueLe: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Vrai si elle a été reçue à l’échéance ; nul si elle n’est pas reçue, ou sans échéance.',
  })
  aTemps: boolean | null;

  @Field(() => Reddition, {
    nullable: true,
    description:
      'Version qui y répond : celle de sa campagne ou, à défaut, celle d’une autre campagne qui demande la même mesure.',
  })
  reddition?: Reddition | null;

  @Field(() => Mandat, { nullable: true, description: 'E11 : participer à la reddition de comptes.' })
  mandat: { readonly code: string };

  @Field(() => Provenance, {
    description: 'Le texte qui la fonde, et ce qui en est déduit : aucun texte ne dit chaque mesure due.',
  })
  fondement: Provenance;

  @Field(() => Provenance, { description: 'Nature de la campagne qui la demande.' })
  provenance: Provenance;
}

/** An obligation as its row gives it; its version is read by its own loader. */
export interface ObligationValue extends Omit<ObligationReddition, 'reddition'> {
  readonly redditionId: string | null;
}

export const ObligationRedditionConnection = createConnectionType(
  'ObligationReddition',
  () => ObligationReddition,
  () => Absence,
  { by: DimensionObligation, groups: GroupeRepartition },
);
Field(() => String, {
  nullable: true,
  description: 'Ce que la liste suppose, quand l’instant demandé est à venir ; nul autrement.',
})(ObligationRedditionConnection.prototype, 'hypothese');
