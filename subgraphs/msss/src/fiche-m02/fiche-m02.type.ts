import { PageArgs, createConnectionType } from '@palier/runtime/connection';
import { ListSize } from '@palier/runtime/demand';
import { DateScalar } from '@palier/runtime/scalars';
import { ArgsType, Field, Float, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Absence } from '../absence/absence.type.ts';
import { Provenance } from '../document/document.type.ts';
import { TerritoireClsc } from '../territoire-clsc/territoire-clsc.type.ts';

const StatutPublie = { PUBLIC: 'PUBLIC', PRIVE: 'PRIVE' } as const;
type StatutPublie = (typeof StatutPublie)[keyof typeof StatutPublie];

registerEnumType(StatutPublie, {
  name: 'StatutPublie',
  description: 'Statut d’un établissement dans le registre M02.',
  valuesConfig: {
    PUBLIC: { description: 'Public (code 1).' },
    PRIVE: { description: 'Privé (code 2).' },
  },
});

export const WHERE_IT_STANDS =
  'Territoire où elle se trouve : il ne dit pas à qui elle est. Nul quand le fichier le laisse blanc.';

/** What the register says of an installation and of an établissement alike. */
@ObjectType()
class FicheM02 {
  @Field(() => String, { nullable: true, description: 'Adresse publiée.' })
  adresse: string | null;

  @Field(() => String, { nullable: true, description: 'Case postale.' })
  casePostale: string | null;

  @Field(() => String, { nullable: true, description: 'Code postal du lieu.' })
  codePostal: string | null;

  @Field(() => ID, { nullable: true, description: 'Code géographique de la municipalité, cinq chiffres.' })
  municipaliteCode: string | null;

  @Field(() => String, { nullable: true, description: 'Municipalité.' })
  municipalite: string | null;

  @Field(() => String, { nullable: true, description: 'Municipalité régionale de comté (MRC).' })
  mrc: string | null;

  @Field(() => ID, { nullable: true, description: 'Code de la région sociosanitaire, tel que publié.' })
  regionCode: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Code du réseau local, tel que publié ; blanc dans les régions 10, 17 et 18.',
  })
  reseauLocalCode: string | null;

  @Field(() => ID, { nullable: true, description: 'Code du RUISSS, tel que publié.' })
  ruisssCode: string | null;

  @Field(() => StatutPublie, { nullable: true, description: 'Public ou privé.' })
  statut: StatutPublie | null;

  @Field(() => String, { nullable: true, description: 'Mode de constitution, tel que publié.' })
  modeConstitution: string | null;

  @Field(() => String, { nullable: true, description: 'Mode de financement, tel que publié.' })
  modeFinancement: string | null;

  @Field(() => String, { nullable: true, description: 'Désignation ministérielle.' })
  designation: string | null;

  @Field(() => String, { nullable: true, description: 'Instance, telle que publiée.' })
  instance: string | null;

  @ListSize(13)
  @Field(() => [String], {
    description: 'Missions et classes, par le sigle de leur colonne : « CLSC », « CHSLD ».',
  })
  missions: readonly string[];

  @ListSize(13)
  @Field(() => [String], {
    description:
      'Missions dont le fichier ne dit ni oui ni non, par le sigle de leur colonne. Les autres qui ne sont pas dans `missions` y sont « Non ».',
  })
  missionsNonDites: readonly string[];

  @Field(() => DateScalar, { nullable: true, description: 'Jour de l’incorporation.' })
  dateIncorporation: string | null;

  @Field(() => Float, { nullable: true, description: 'Longitude, en degrés.' })
  longitude: number | null;

  @Field(() => Float, { nullable: true, description: 'Latitude, en degrés.' })
  latitude: number | null;

  @Field(() => DateScalar, { nullable: true, description: 'Jour de la mise à jour, tel que publié.' })
  dateMiseAJour: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Jour de l’importation qui ne la donnait plus ; nul pour ce que la dernière donne.',
  })
  retireLe: string | null;

  @Field(() => TerritoireClsc, { nullable: true, description: WHERE_IT_STANDS })
  territoire?: TerritoireClsc | null;

  @Field(() => Provenance, { description: 'Fichier d’où vient la fiche.' })
  provenance: Provenance;
}

@ObjectType({
  description:
    'Établissement public ou privé, tel que le registre M02 du ministère le publie. Ceux que Santé Québec connaît sont dans `etablissements`.',
})
export class EtablissementPublie extends FicheM02 {
  @Field(() => ID, { description: 'Code, huit chiffres.' })
  code: string;

  @Field(() => String, { nullable: true, description: 'Nom publié.' })
  nom: string | null;

  @Field(() => String, { nullable: true, description: 'Nom abrégé publié.' })
  nomAbrege: string | null;
}

@ObjectType({
  description:
    'Installation telle que le registre M02 du ministère la publie. `installations` donne celles que les établissements déclarent : ce sont deux dires.',
})
export class InstallationPubliee extends FicheM02 {
  @Field(() => ID, { description: 'Code, huit chiffres.' })
  code: string;

  @Field(() => String, { nullable: true, description: 'Nom publié.' })
  nom: string | null;

  @Field(() => String, { nullable: true, description: 'Autre nom publié (INSTAL_N_1).' })
  autreNom: string | null;

  @Field(() => ID, { nullable: true, description: 'Code de l’établissement à qui elle appartient.' })
  etablissementCode: string | null;

  @Field(() => String, { nullable: true, description: 'Nom de cet établissement, tel que publié.' })
  etablissementNom: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Jour de l’ouverture.' })
  dateOuverture: string | null;
}

/** A row of the register, as it is read; the territory is read by its own loader. */
export type FicheValue<Fiche> = Fiche & { readonly territoireCode: string | null };

export const InstallationPublieeConnection = createConnectionType(
  'InstallationPubliee',
  () => InstallationPubliee,
  () => Absence,
);

export const EtablissementPublieConnection = createConnectionType(
  'EtablissementPublie',
  () => EtablissementPublie,
  () => Absence,
);

@ArgsType()
export class EtablissementsPubliesArgs extends PageArgs {
  @Field(() => Boolean, {
    nullable: true,
    description: 'Vrai pour ce que le registre ne donne plus, au lieu de ce qu’il donne.',
  })
  retires?: boolean | null;
}

@ArgsType()
export class InstallationsPublieesArgs extends EtablissementsPubliesArgs {
  @Field(() => ID, { nullable: true, description: 'Code du territoire où elles se trouvent.' })
  territoire?: string | null;

  @Field(() => ID, { nullable: true, description: 'Code de l’établissement à qui elles appartiennent.' })
  etablissement?: string | null;
}
