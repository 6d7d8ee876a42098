import { createConnectionType } from '@palier/runtime/connection';
import { Cost, ListSize } from '@palier/runtime/demand';
import { DateTime } from '@palier/runtime/scalars';
import { ArgsType, Directive, Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { ActeArgs } from '@palier/runtime/acts/acte-args';
import { Acte } from '@palier/runtime/acts/acte.type';
import type { ActeValue } from '@palier/runtime/acts/journal.loader';
import { Periode } from '@palier/runtime/exercice';
import { Absence } from '../absence/absence.type.ts';
import { ConstatValidation, MOST_CONSTATS } from '../regle/constat-validation.type.ts';
import { StatutFigure } from '../mesure/mesure-enums.ts';
import { Mesure } from '../mesure/mesure.type.ts';
import { Etablissement, Exigence, TerritoireClsc } from '../other-levels/extended.type.ts';
import { Provenance } from '../provenance/provenance.type.ts';
import { GroupeRepartition } from '../repartition/groupe-repartition.type.ts';
import {
  DimensionReddition,
  EtatReddition,
  NatureEcartReddition,
  ReponseLigne,
  StatutSaisie,
} from './reddition-enums.ts';

@ObjectType({ description: 'Une mesure dont deux versions d’une reddition ne disent pas la même chose.' })
export class EcartReddition {
  @Field(() => ID, { description: 'Identifiant de la mesure.' })
  mesureId: string;

  @Field(() => NatureEcartReddition, { description: 'Ce qui a changé.' })
  nature: NatureEcartReddition;

  @Field(() => Float, { nullable: true, description: 'Valeur de l’ancienne version.' })
  valeurAvant: number | null;

  @Field(() => StatutFigure, {
    nullable: true,
    description: 'Statut dans l’ancienne version ; nul si elle ne la portait pas.',
  })
  statutAvant: StatutFigure | null;

  @Field(() => Float, { nullable: true, description: 'Numérateur de l’ancienne, si elle est un rapport.' })
  numerateurAvant: number | null;

  @Field(() => Float, { nullable: true, description: 'Dénominateur de l’ancienne, si elle est un rapport.' })
  denominateurAvant: number | null;

  @Field(() => Float, { nullable: true, description: 'Valeur de la nouvelle.' })
  valeurApres: number | null;

  @Field(() => StatutFigure, {
    nullable: true,
    description: 'Statut dans la nouvelle ; nul si elle ne la porte plus.',
  })
  statutApres: StatutFigure | null;

  @Field(() => Float, { nullable: true, description: 'Numérateur de la nouvelle, si elle est un rapport.' })
  numerateurApres: number | null;

  @Field(() => Float, { nullable: true, description: 'Dénominateur de la nouvelle, si elle est un rapport.' })
  denominateurApres: number | null;
}

@Directive('@key(fields: "id")')
@ObjectType({ description: 'Une mesure, telle qu’une version de la reddition la porte.' })
export class LigneReddition {
  @Field(() => ID, { description: 'Identifiant.' })
  id: string;

  @Field(() => Reddition, { nullable: true, description: 'Version qui la porte.' })
  reddition?: Reddition | null;

  @Field(() => Mesure, { nullable: true, description: 'Mesure, dans son état actuel.' })
  mesure?: Mesure | null;

  @Field(() => ID, { description: 'Identifiant de la mesure, publiée ou non.' })
  mesureId: string;

  @Field(() => TerritoireClsc, { nullable: true, description: 'Territoire mesuré.' })
  territoire: TerritoireClsc;

  @Field(() => Exigence, { nullable: true, description: 'Exigence mesurée.' })
  exigence: Exigence;

  @Field(() => String, {
    nullable: true,
    description: 'Volet de l’exigence, « en personne » ou « par téléphone », quand elle en a.',
  })
  volet: string | null;

  @Field(() => Periode, { description: 'Période financière.' })
  periode: Periode;

  @Field(() => StatutFigure, { description: 'Ce que vaut la valeur, ou ce qui en tient lieu.' })
  statut: StatutFigure;

  @Field(() => Float, { nullable: true, description: 'Numérateur, quand il est donné.' })
  numerateur: number | null;

  @Field(() => Float, { nullable: true, description: 'Dénominateur, quand il est donné.' })
  denominateur: number | null;

  @Field(() => ReponseLigne, {
    nullable: true,
    description:
      'Réponse au retour de cette mesure par Santé Québec, tant qu’elle n’a pas examiné une autre version ; nulle si elle n’avait pas été retournée, et, pour qui n’est ni son établissement ni Santé Québec, d’une mesure retenue pour protéger les personnes, à moins que la ligne ne la dise SUPPRIMEE.',
  })
  reponse: ReponseLigne | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Justification : de la réponse, ou de ce qu’une règle de validation demande de justifier. Nulle, pour qui n’est ni son établissement ni Santé Québec, là où le chiffre qu’elle justifie est retenu pour protéger les personnes.',
  })
  justification: string | null;

  @Field(() => Int, { description: 'Version de la mesure au moment de la reddition.' })
  versionMesure: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Valeur au moment de la reddition, dans l’unité de la mesure.',
  })
  valeur: number | null;

  @Field(() => String, { nullable: true, description: 'Unité de la valeur.' })
  unite: string | null;

  @Field(() => Provenance, { description: 'Source.' })
  provenance: Provenance;
}

/** A line as its row gives it; its measure, and the version that carries it, are read by their own loaders. */
export interface LigneRedditionValue extends Omit<LigneReddition, 'reddition'> {
  readonly redditionId: string;
}

export const LigneRedditionConnection = createConnectionType(
  'LigneReddition',
  () => LigneReddition,
  () => Absence,
);

@Directive('@key(fields: "id")')
@ObjectType({ description: 'Version de la reddition de comptes d’un établissement pour une campagne.' })
export class Reddition {
  @Field(() => ID, { description: 'Identifiant.' })
  id: string;

  @Field(() => Etablissement, { nullable: true, description: 'Établissement qui rend compte.' })
  etablissement: Etablissement;

  @Field(() => ID, { description: 'Code de la campagne de Santé Québec, par exemple « 2025-2026 ».' })
  campagne: string;

  @Field(() => Int, { description: 'Version, à partir de 1 : une nouvelle peut toujours suivre.' })
  version: number;

  @Field(() => EtatReddition, { description: 'Étape.' })
  etat: EtatReddition;

  @Field(() => DateTime, { description: 'Instant de la saisie.' })
  saisieLe: string;

  @Field(() => DateTime, { nullable: true, description: 'Instant de la soumission.' })
  soumiseLe: string | null;

  @Field(() => Int, {
    description:
      'Croît à chaque saisie, d’une version à la suivante : à donner à `versionAttendue` pour ne rien écraser.',
  })
  revision: number;

  @Field(() => DateTime, { nullable: true, description: 'Instant du retrait.' })
  retireeLe: string | null;

  @Field(() => Provenance, { description: 'Source.' })
  provenance: Provenance;
}

export const RedditionConnection = createConnectionType(
  'Reddition',
  () => Reddition,
  () => Absence,
  { by: DimensionReddition, groups: GroupeRepartition },
);

@InputType({ description: 'Une mesure à saisir : une valeur, ou ce qui en tient lieu.' })
export class MesureASaisir {
  @Field(() => ID, { description: 'Territoire, par exemple « 06112 ».' })
  territoire: string;

  @Field(() => ID, { description: 'Exigence, par exemple « A-P5:AAOR ».' })
  exigence: string;

  @Field(() => ID, { description: 'Période, par exemple « 2026-2027-P03 ».' })
  periode: string;

  @Field(() => String, {
    nullable: true,
    description: 'Volet, « en personne » ou « par téléphone », quand l’exigence en a.',
  })
  volet?: string | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Valeur, dans l’unité de l’exigence ; zéro en est une.',
  })
  valeur?: number | null;

  @Field(() => Float, { nullable: true, description: 'Numérateur dont la valeur vient, s’il y a lieu.' })
  numerateur?: number | null;

  @Field(() => Float, { nullable: true, description: 'Dénominateur, qui va avec le numérateur.' })
  denominateur?: number | null;

  @Field(() => StatutSaisie, {
    nullable: true,
    description: 'Ce qui tient lieu de valeur, quand il n’y en a pas.',
  })
  statut?: StatutSaisie | null;

  @Field(() => String, {
    nullable: true,
    description: 'Pourquoi elle est ainsi, quand une règle de validation demande de le dire.',
  })
  justification?: string | null;
}

@InputType({ description: 'Une mesure à ôter du brouillon.' })
export class MesureARetirer {
  @Field(() => ID, { description: 'Territoire, par exemple « 06112 ».' })
  territoire: string;

  @Field(() => ID, { description: 'Exigence, par exemple « A-P5:AAOR ».' })
  exigence: string;

  @Field(() => ID, { description: 'Période, par exemple « 2026-2027-P03 ».' })
  periode: string;

  @Field(() => String, {
    nullable: true,
    description: 'Volet, « en personne » ou « par téléphone », quand l’exigence en a.',
  })
  volet?: string | null;
}

@InputType({
  description:
    'Ce qu’on dit d’une mesure : pour la maintenir quand elle est retournée, ou la justifier quand une règle le demande.',
})
export class ReponseRetour {
  @Field(() => ID, { description: 'Identifiant de la mesure.' })
  mesure: string;

  @Field(() => String, { description: 'Pourquoi elle est maintenue, ou ce qui a été corrigé.' })
  justification: string;
}

@ArgsType()
export class SaisirMesuresArgs extends ActeArgs {
  @Field(() => ID, { description: 'Campagne, par exemple « 2026-2027 ».' })
  campagne: string;

  @Cost(2)
  @Field(() => [MesureASaisir], {
    description: 'Mesures ; celles qui étaient déjà au brouillon sont remplacées.',
  })
  mesures: MesureASaisir[];

  @Cost(2)
  @Field(() => [MesureARetirer], {
    nullable: true,
    description:
      'Mesures à ôter du brouillon ; en ôter une qu’il ne porte pas est refusé, ou ne fait rien avec `sansRedites`. Une mesure retournée ne s’ôte pas : la réponse à son retour est gardée avec elle.',
  })
  retraits?: MesureARetirer[] | null;

  @Field(() => Int, {
    nullable: true,
    description:
      '`revision` de la dernière version que vous avez lue, soumise ou non, 0 s’il n’y en avait aucune : l’acte est refusé si quelqu’un a saisi depuis.',
  })
  versionAttendue?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Vrai : une mesure que le brouillon dit déjà ainsi n’est pas saisie de nouveau. Sinon elle l’est : en étant soumise, elle prend la place de ce qu’en a dit depuis une autre campagne, ou un autre établissement.',
  })
  sansRedites?: boolean | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Empreinte SHA-256, en hexadécimal, du fichier dont viennent ces mesures. La clé nomme alors ce fichier, et non ce qui en est lu : envoyé de nouveau, il est le même acte, quoi que d’autres aient saisi, ou changé de ce qui est demandé, entre-temps.',
  })
  fichier?: string | null;
}

@ArgsType()
export class ValiderMesuresArgs {
  @Field(() => ID, { description: 'Campagne, par exemple « 2026-2027 ».' })
  campagne: string;

  @Field(() => [MesureASaisir], { description: 'Mesures, telles que `saisirMesures` les prendrait.' })
  mesures: MesureASaisir[];

  @Field(() => [MesureARetirer], { nullable: true, description: 'Mesures à ôter du brouillon.' })
  retraits?: MesureARetirer[] | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Clé sous laquelle `saisirMesures` serait demandée : jugée aussi, quand elle est donnée.',
  })
  cle?: string | null;

  @Field(() => String, { nullable: true, description: 'Raison qui en serait donnée.' })
  motif?: string | null;

  @Field(() => Int, { nullable: true, description: '`versionAttendue` qui en serait donnée.' })
  versionAttendue?: number | null;

  @Field(() => Boolean, { nullable: true, description: '`sansRedites` qui en serait donné.' })
  sansRedites?: boolean | null;

  @Field(() => ID, { nullable: true, description: '`fichier` qui en serait donné.' })
  fichier?: string | null;
}

@ObjectType({ description: 'Ce que vaudrait une saisie, sans la faire.' })
export class ValidationMesures {
  @Field(() => Int, { description: 'Mesures qui seraient saisies.' })
  mesures: number;

  @Field(() => Int, { description: 'Mesures qui seraient ôtées du brouillon.' })
  retraits: number;

  @ListSize(50)
  @Field(() => [ConstatValidation], {
    description: `Ce que des règles disent de ces mesures sans les refuser, ${MOST_CONSTATS} constats au plus.`,
  })
  constats: ConstatValidation[];
}

@ArgsType()
export class SoumettreRedditionArgs extends ActeArgs {
  @Field(() => ID, { description: 'Campagne, par exemple « 2026-2027 ».' })
  campagne: string;

  @Field(() => [ReponseRetour], {
    nullable: true,
    description:
      'Réponses aux mesures que Santé Québec a retournées, qu’une mesure inchangée doive être justifiée, ou qu’une règle de validation le demande ; ce qui est dit d’une autre mesure est gardé avec elle. Sans brouillon, elles suffisent à répondre à un retour.',
  })
  reponses?: ReponseRetour[] | null;

  @Field(() => Int, {
    nullable: true,
    description:
      '`revision` du brouillon que vous avez lu, ou sans brouillon de la version retournée : l’acte est refusé si quelqu’un a saisi depuis.',
  })
  versionAttendue?: number | null;
}

@ArgsType()
export class RetirerRedditionArgs extends ActeArgs {
  @Field(() => ID, { description: 'Version soumise à retirer.' })
  reddition: string;
}

@ObjectType({ description: 'L’acte fait sur une reddition, et la reddition.' })
export class RedditionResultat {
  @Field(() => Acte, { description: 'Acte inscrit au journal.' })
  acte: ActeValue;

  @Field(() => Reddition, { nullable: true, description: 'Reddition, telle qu’elle est maintenant.' })
  reddition: Reddition | null;

  @ListSize(50)
  @Field(() => [ConstatValidation], {
    nullable: true,
    description: `Ce que des règles disent des mesures saisies ou soumises sans les refuser, ${MOST_CONSTATS} constats au plus.`,
  })
  constats?: readonly ConstatValidation[] | null;
}
