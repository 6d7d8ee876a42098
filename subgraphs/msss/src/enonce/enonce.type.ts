import { createConnectionType } from '@palier/runtime/connection';
import { ListSize } from '@palier/runtime/demand';
import { ArgsType, Directive, Field, ID, ObjectType } from 'type-graphql';
import { Document, Provenance } from '../document/document.type.ts';
import { OrientationPolitique } from '../politique/politique.type.ts';
import { ReferenceLegale } from '../reference-legale/reference-legale.type.ts';
import { SectionDocument } from '../section-document/section-document.type.ts';
import { NatureEnonce, StatutEnonce } from './enonce-enums.ts';

@Directive('@key(fields: "code")')
@ObjectType({
  description:
    'Ce qu’un document dit en quelques lignes, dans nos mots. `statut` dit ce que cela vaut : ce qui a été entendu en consultation n’est ni un fait que le ministère affirme, ni un mandat.',
})
export class Enonce {
  @Field(() => ID, { description: 'Document, première ligne et rang : par exemple « E003-0214-01 ».' })
  code: string;

  @Field(() => NatureEnonce, { description: 'Ce qu’il fait dans son texte.' })
  nature: NatureEnonce;

  @Field(() => StatutEnonce, { description: 'Ce qu’il vaut.' })
  statut: StatutEnonce;

  @Field(() => String, { nullable: true, description: 'Sous-titre du texte sous lequel il est rangé.' })
  groupe: string | null;

  @Field(() => String, { nullable: true, description: 'Thème de la consultation (001).' })
  theme: string | null;

  @Field(() => OrientationPolitique, {
    nullable: true,
    description: 'Orientation du projet de politique qu’il commente (001).',
  })
  orientation?: OrientationPolitique | null;

  @Field(() => String, { description: 'Ce qui est dit, en entier.' })
  enonce: string;

  @ListSize(16)
  @Field(() => [String], { description: 'Éléments qu’il énumère, dans l’ordre du texte.' })
  precisions: readonly string[];

  @Field(() => String, {
    nullable: true,
    description: 'Qui fait, doit faire, ou de qui il est parlé, tel que le texte le nomme.',
  })
  porteur: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Qui l’a dit, dans une consultation (001) ; nul pour un texte qui parle en son nom.',
  })
  voix: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'De qui relève ce dont il est parlé, quand le texte le dit (001). Nul quand il ne le dit pas : le rapport de consultation dit rarement de qui relève ce qu’il rapporte, et Palier ne le déduit pas.',
  })
  competence: string | null;

  @Field(() => String, { nullable: true, description: 'Loi invoquée, par son sigle ou son titre.' })
  loi: string | null;

  @Field(() => String, { nullable: true, description: 'Article invoqué ; nul pour la loi entière.' })
  article: string | null;

  @Field(() => ReferenceLegale, {
    nullable: true,
    description: 'La référence légale du graphe qui est cette loi et cet article.',
  })
  referenceLegale?: ReferenceLegale | null;

  @Field(() => Document, { description: 'Le document.' })
  document?: Document;

  @Field(() => SectionDocument, { description: 'La plus petite section qui le contient.' })
  section?: SectionDocument;

  @Field(() => Provenance, { description: 'Source.' })
  provenance: Provenance;
}

/** A statement as its row gives it. */
export type EnonceValue = Enonce & {
  readonly documentCode: string;
  readonly sectionCode: string;
  readonly orientationCode: string | null;
  readonly referenceCode: string | null;
};

export const EnonceConnection = createConnectionType('Enonce', () => Enonce);

/** What narrows a list of statements. */
@ArgsType()
export class EnoncesArgs {
  @Field(() => ID, { nullable: true, description: 'Code du document, par exemple « 003 ».' })
  document?: string | null;

  @Field(() => ID, { nullable: true, description: 'Code de la section ; ses sous-sections comptent.' })
  section?: string | null;

  @Field(() => NatureEnonce, { nullable: true, description: 'Nature.' })
  nature?: NatureEnonce | null;

  @Field(() => StatutEnonce, { nullable: true, description: 'Statut.' })
  statut?: StatutEnonce | null;

  @Field(() => String, {
    nullable: true,
    description: 'Thème exact de la consultation, par exemple « Affiliation ».',
  })
  theme?: string | null;

  @Field(() => ID, { nullable: true, description: 'Code d’une orientation du projet, par exemple « 1.1 ».' })
  orientation?: string | null;

  @Field(() => String, { nullable: true, description: 'Porteur exact, par exemple « CSSS ».' })
  porteur?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Mots qu’il doit contenir, chacun sous une de ses formes, comme dans `recherche`.',
  })
  texte?: string | null;
}
