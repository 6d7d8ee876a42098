import { ListSize } from '@palier/runtime/demand';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Provenance, StatutDocument } from '../document/document.type.ts';
import { Ecart } from '../ecart/ecart.type.ts';
import { Element } from '../element/element.type.ts';

export const TypeModification = {
  PRECISER: 'PRECISER',
  MODIFIER: 'MODIFIER',
  INCLURE: 'INCLURE',
  BONIFIER: 'BONIFIER',
} as const;
export type TypeModification = (typeof TypeModification)[keyof typeof TypeModification];

registerEnumType(TypeModification, {
  name: 'TypeModification',
  description: 'Nature d’une modification recommandée par la consultation (001).',
  valuesConfig: {
    PRECISER: { description: 'Dire plus clairement ce qui y est.' },
    MODIFIER: { description: 'Changer ce qui y est.' },
    INCLURE: { description: 'Ajouter ce qui n’y est pas.' },
    BONIFIER: { description: 'Renforcer ce qui y est.' },
  },
});

@Directive('@key(fields: "code")')
@ObjectType({ description: 'Une des sept politiques que le document 004 cite comme son contexte.' })
export class Politique {
  @Field(() => ID, { description: 'De « PL1 » à « PL7 ».' })
  code: string;

  @Field(() => String, { description: 'Titre.' })
  titre: string;

  @Field(() => String, { nullable: true, description: 'Où elle en est, quand le document 004 le dit.' })
  statut: string | null;

  @ListSize(1)
  @Field(() => [Element], { description: 'Ce qui la lie au document 004.' })
  liens?: Element[];

  @Field(() => Element, { nullable: true, description: 'Qui la pilote, quand Palier peut le déduire.' })
  pilote?: Element | null;

  @ListSize(5)
  @Field(() => [AxePolitique], {
    description: 'Axes de la proposition soumise à la consultation (001) ; vide pour les autres politiques.',
  })
  axes?: AxePolitique[];

  @ListSize(2)
  @Field(() => [Ecart], { description: 'Écarts qui la touchent.' })
  ecarts?: Ecart[];

  @Field(() => Provenance, { description: 'Source.' })
  provenance: Provenance;
}

@Directive('@key(fields: "code")')
@ObjectType({
  description: 'Axe de la proposition de politique de première ligne soumise à la consultation (001).',
})
export class AxePolitique {
  @Field(() => ID, { description: 'De « AXE1 » à « AXE5 ».' })
  code: string;

  @Field(() => Int, { description: 'Numéro de l’axe.' })
  rang: number;

  @Field(() => String, { description: 'Titre.' })
  titre: string;

  @Field(() => Politique, { description: 'Politique dont c’est un axe.' })
  politique?: Politique;

  @ListSize(4)
  @Field(() => [OrientationPolitique], { description: 'Orientations de l’axe.' })
  orientations?: OrientationPolitique[];

  @ListSize(10)
  @Field(() => [ModificationRecommandee], { description: 'Modifications que la consultation recommande.' })
  modifications?: ModificationRecommandee[];

  @ListSize(1)
  @Field(() => [Element], { description: 'Ce qui le lie au document 004.' })
  liens?: Element[];

  @ListSize(3)
  @Field(() => [Ecart], { description: 'Écarts qui le touchent.' })
  ecarts?: Ecart[];

  @Field(() => Provenance, { description: 'Source.' })
  provenance: Provenance;
}

@Directive('@key(fields: "code")')
@ObjectType({
  description:
    'Orientation d’un axe de la proposition de politique (001). Ce n’est pas une orientation ministérielle du document 004.',
})
export class OrientationPolitique {
  @Field(() => ID, { description: 'Par exemple « 3.1 ».' })
  code: string;

  @Field(() => String, { description: 'Titre.' })
  titre: string;

  @ListSize(5)
  @Field(() => [String], { description: 'Thèmes sous lesquels elle a été discutée.' })
  themes: readonly string[];

  @Field(() => AxePolitique, { description: 'Son axe.' })
  axe?: AxePolitique;

  @ListSize(7)
  @Field(() => [Ecart], { description: 'Écarts qui la touchent.' })
  ecarts?: Ecart[];

  @Field(() => Provenance, { description: 'Source.' })
  provenance: Provenance;
}

@Directive('@key(fields: "code")')
@ObjectType({
  description: 'Modification que la consultation recommande (001). Ce n’est ni un mandat, ni un fait adopté.',
})
export class ModificationRecommandee {
  @Field(() => ID, { description: 'Par exemple « A3-P1 ».' })
  code: string;

  @Field(() => TypeModification, { description: 'Nature de la modification.' })
  type: TypeModification;

  @Field(() => String, { description: 'Ce qui est recommandé, dans nos mots.' })
  enonce: string;

  @Field(() => StatutDocument, { description: 'Toujours une recommandation.' })
  statut: StatutDocument;

  @Field(() => AxePolitique, { description: 'Axe auquel le rapport la rattache.' })
  axe?: AxePolitique;

  @ListSize(2)
  @Field(() => [OrientationPolitique], { description: 'Orientations touchées, selon Palier.' })
  orientationsTouchees?: OrientationPolitique[];

  @Field(() => Provenance, { description: 'Nature de `orientationsTouchees` : une inférence.' })
  provenanceOrientations: Provenance;

  @ListSize(2)
  @Field(() => [Ecart], { description: 'Écarts qui la touchent.' })
  ecarts?: Ecart[];

  @Field(() => Provenance, { description: 'Source.' })
  provenance: Provenance;
}

/** The rows, with the codes of what they belong to. */
export type AxePolitiqueValue = AxePolitique & { readonly politiqueCode: string };
export type OrientationPolitiqueValue = OrientationPolitique & { readonly axeCode: string };
export type ModificationRecommandeeValue = ModificationRecommandee & {
  readonly axeCode: string;
  readonly codesOrientations: readonly string[];
};
