import { CodeService } from '@palier/runtime/code-service';
import { createConnectionType } from '@palier/runtime/connection';
import { StatutExigence } from '@palier/runtime/exigence-enums';
import { Directive, Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { Provenance } from '../document/document.type.ts';
import { GroupeRepartition } from '../repartition/groupe-repartition.type.ts';
import { Attribut } from '../standard/standard.type.ts';

export const Concordance = {
  CONCORDE: 'CONCORDE',
  ECART: 'ECART',
  SANS_OBJET: 'SANS_OBJET',
  REALITES_REGIONALES: 'REALITES_REGIONALES',
  FICHE_MUETTE: 'FICHE_MUETTE',
  DESCRIPTION_SEULEMENT: 'DESCRIPTION_SEULEMENT',
  FICHE_SEULEMENT: 'FICHE_SEULEMENT',
  ABSENT_PARTOUT: 'ABSENT_PARTOUT',
} as const;
export type Concordance = (typeof Concordance)[keyof typeof Concordance];

registerEnumType(Concordance, {
  name: 'Concordance',
  description: 'Accord entre l’Annexe II et la fiche, pour une cellule.',
  valuesConfig: {
    CONCORDE: { description: 'Même obligation ; un écart mineur de libellé reste possible.' },
    ECART: { description: 'Statut, valeur, comparateur, échéance, condition ou objet diffèrent.' },
    SANS_OBJET: { description: 'Sans objet à l’Annexe II, et la fiche n’en fait pas un standard.' },
    REALITES_REGIONALES: { description: 'Réalités régionales à l’Annexe II, et la fiche n’en dit rien.' },
    FICHE_MUETTE: { description: 'L’Annexe II fixe le standard ; la fiche n’en dit rien.' },
    DESCRIPTION_SEULEMENT: { description: 'La fiche n’en parle que dans sa description.' },
    FICHE_SEULEMENT: { description: 'Énoncé de la fiche, sans rangée à l’Annexe II.' },
    ABSENT_PARTOUT: { description: 'Ni l’Annexe II ni cette fiche n’en parlent.' },
  },
});

export const TriExigences = {
  DOCUMENT: 'DOCUMENT',
  CODE: 'CODE',
  SERVICE: 'SERVICE',
  STATUT: 'STATUT',
} as const;
export type TriExigences = (typeof TriExigences)[keyof typeof TriExigences];

registerEnumType(TriExigences, {
  name: 'TriExigences',
  description: 'Ordre d’une liste d’exigences.',
  valuesConfig: {
    DOCUMENT: { description: 'Celui du document 003 : l’ordre par défaut.' },
    CODE: { description: 'Par code.' },
    SERVICE: { description: 'Par code de service.' },
    STATUT: { description: 'Par statut.' },
  },
});

export const DimensionExigence = {
  STATUT: 'STATUT',
  SERVICE: 'SERVICE',
  ATTRIBUT: 'ATTRIBUT',
  SOUS_GROUPE: 'SOUS_GROUPE',
} as const;
export type DimensionExigence = (typeof DimensionExigence)[keyof typeof DimensionExigence];

registerEnumType(DimensionExigence, {
  name: 'DimensionExigence',
  description: 'Ce par quoi des exigences se répartissent.',
  valuesConfig: {
    STATUT: { description: 'Ce que la cellule demande au service.' },
    SERVICE: { description: 'Service social général.' },
    ATTRIBUT: { description: 'Attribut de service du standard.' },
    SOUS_GROUPE: { description: 'Sous-groupe du standard, tel que le graphe l’écrit.' },
  },
});

@ObjectType({ description: 'Règle de lecture que Palier applique ; aucun texte ne la donne.' })
export class RegleDeLecture {
  @Field(() => String, { description: 'La règle.' })
  enonce: string;

  @Field(() => Provenance, { description: 'Ce qui la fonde ; toujours une inférence.' })
  provenance: Provenance;
}

@Directive('@key(fields: "code")')
@ObjectType({ description: 'Une cellule du document 003 : un standard pour un service.' })
export class Exigence {
  @Field(() => ID, { description: 'Standard et service, par exemple « A-P5:AAOR ».' })
  code: string;

  @Field(() => StatutExigence, {
    description:
      'Statut selon l’Annexe II ; selon la fiche quand elle parle seule. Un désaccord n’est jamais tranché ici : voir `assertions` et `ecarts`.',
  })
  statut: StatutExigence;

  @Field(() => String, {
    description: 'Jeton lu : SF, SO, RR, TEXTE, RR+TEXTE ; ENONCE ou ABSENT pour un énoncé des fiches.',
  })
  statutLitteral: string;

  @Field(() => String, { nullable: true, description: 'Valeur ou texte de la cellule, en nos mots.' })
  texte: string | null;

  @Field(() => Concordance, { description: 'Accord entre l’Annexe II et la fiche.' })
  concordance: Concordance;

  @Field(() => String, { nullable: true, description: 'Ce qu’il faut savoir pour bien lire la cellule.' })
  note: string | null;

  @Field(() => RegleDeLecture, {
    description: 'Comment les seuils sont retenus quand l’Annexe II et la fiche diffèrent.',
  })
  reglePrecedence?: RegleDeLecture;

  @Field(() => RegleDeLecture, { description: 'Sur quels territoires l’exigence se lit.' })
  regleTerritoire?: RegleDeLecture;

  @Field(() => RegleDeLecture, { description: 'Qui doit trancher un désaccord entre les sources.' })
  regleArbitrage?: RegleDeLecture;

  @Field(() => Provenance, { description: 'Passage qui donne la cellule.' })
  provenance: Provenance;
}

/** An exigence as its row gives it, with the codes of what it joins. */
export interface ExigenceValue extends Exigence {
  readonly ordre: string;
  readonly standardCode: string;
  readonly serviceCode: CodeService;
}

export const ExigenceConnection = createConnectionType('Exigence', () => Exigence, undefined, {
  by: DimensionExigence,
  groups: GroupeRepartition,
});

@InputType({ description: 'Choix d’exigences ; chaque critère donné restreint la liste.' })
export class ExigencesFiltre {
  @Field(() => CodeService, { nullable: true, description: 'Service.' })
  service?: CodeService | null;

  @Field(() => ID, { nullable: true, description: 'Code du standard, par exemple « A-P10 ».' })
  standard?: string | null;

  @Field(() => Attribut, { nullable: true, description: 'Attribut du standard.' })
  attribut?: Attribut | null;

  @Field(() => StatutExigence, { nullable: true, description: 'Statut.' })
  statut?: StatutExigence | null;

  @Field(() => Concordance, { nullable: true, description: 'Accord entre les sources.' })
  concordance?: Concordance | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Indicateur de Santé Québec qui les compte, par exemple « I-A-P5 ».',
  })
  indicateur?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Vrai : seulement celles qui ont un seuil.' })
  avecSeuil?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Vrai : seulement celles qu’un écart concerne.' })
  enEcart?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Vrai : sans les rangées « Particularités ».' })
  sansParticularites?: boolean | null;
}
