import { createConnectionType } from '@palier/runtime/connection';
import { Acte } from '@palier/runtime/acts/acte.type';
import { DateTime } from '@palier/runtime/scalars';
import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Absence } from '../absence/absence.type.ts';
import { Provenance } from '../document/document.type.ts';

export const SorteImport = {
  POPULATIONS: 'POPULATIONS',
  INSTALLATIONS: 'INSTALLATIONS',
  ETABLISSEMENTS: 'ETABLISSEMENTS',
  CODES_POSTAUX: 'CODES_POSTAUX',
  LIMITES: 'LIMITES',
} as const;
export type SorteImport = (typeof SorteImport)[keyof typeof SorteImport];

registerEnumType(SorteImport, {
  name: 'SorteImport',
  description: 'Ce que donne un fichier officiel.',
  valuesConfig: {
    POPULATIONS: {
      description: 'Populations par territoire, année, sexe et âge (MSSS et Institut de la statistique).',
    },
    INSTALLATIONS: { description: 'Installations que le ministère publie (M02).' },
    ETABLISSEMENTS: { description: 'Établissements que le ministère publie (M02).' },
    CODES_POSTAUX: { description: 'Correspondance de codes postaux et de territoires de CLSC.' },
    LIMITES: { description: 'Limites des territoires de CLSC, telles que le ministère les publie.' },
  },
});

@ObjectType({ description: 'En quoi ce qu’un fichier donne différait de ce qui était su.' })
export class ComptesImport {
  @Field(() => Int, { description: 'Lignes du fichier qui ont été lues et retenues.' })
  lues: number;

  @Field(() => Int, { description: 'Faits que le fichier a apportés.' })
  creees: number;

  @Field(() => Int, {
    description: 'Faits que le fichier a changés ; leurs versions d’avant restent lisibles.',
  })
  changees: number;

  @Field(() => Int, { description: 'Faits qu’il donne tels qu’ils étaient.' })
  inchangees: number;

  @Field(() => Int, {
    description: 'Faits qu’il ne donne plus : ils sont gardés, avec la fin de leur validité.',
  })
  retirees: number;
}

@ObjectType({
  description:
    'Importation d’un fichier officiel : un acte du ministère, qui publie le fichier, inscrit à son journal. Elle ne juge pas le fichier et n’écrase rien.',
})
export class Importation {
  @Field(() => SorteImport, { description: 'Ce que le fichier donne.' })
  sorte: SorteImport;

  @Field(() => Int, { description: 'Version, à partir de 1 dans sa sorte.' })
  version: number;

  @Field(() => String, { description: 'Nom du fichier.' })
  fichier: string;

  @Field(() => Float, { description: 'Taille du fichier, en octets.' })
  octets: number;

  @Field(() => String, { description: 'Empreinte du fichier : SHA-256, en hexadécimal.' })
  empreinte: string;

  @Field(() => ComptesImport, { description: 'Ce que l’importation a changé.' })
  comptes: ComptesImport;

  @Field(() => String, {
    description: 'Qui l’a importé : le nom donné à la commande, ou celui du compte du système.',
  })
  importePar: string;

  @Field(() => DateTime, { description: 'Instant de l’importation.' })
  importeLe: string;

  @Field(() => Acte, { nullable: true, description: 'Acte du journal du ministère, avec son reçu.' })
  acte?: Acte | null;

  @Field(() => Provenance, { description: 'Source.' })
  provenance: Provenance;
}

/** An import as its row gives it; the act is read by its own loader. */
export interface ImportationValue extends Importation {
  readonly numeroActe: number;
}

export const ImportationConnection = createConnectionType(
  'Importation',
  () => Importation,
  () => Absence,
);
