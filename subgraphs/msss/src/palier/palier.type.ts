import { ListSize } from '@palier/runtime/demand';
import { CodePalier } from '@palier/runtime/paliers';
import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Provenance } from '../document/document.type.ts';
import { Ecart } from '../ecart/ecart.type.ts';
import { Element } from '../element/element.type.ts';
import { ReferenceLegale } from '../reference-legale/reference-legale.type.ts';

export const Niveau = {
  STRATEGIQUE: 'STRATEGIQUE',
  TACTIQUE: 'TACTIQUE',
  OPERATIONNEL: 'OPERATIONNEL',
} as const;
export type Niveau = (typeof Niveau)[keyof typeof Niveau];

registerEnumType(Niveau, {
  name: 'Niveau',
  description: 'Niveau de gouvernance d’un palier (004, 3.2).',
  valuesConfig: {
    STRATEGIQUE: { description: 'Dit ce qui doit être.' },
    TACTIQUE: { description: 'Dit comment, coordonne et outille.' },
    OPERATIONNEL: { description: 'Organise et donne les services.' },
  },
});

@Directive('@key(fields: "code")')
@ObjectType({ description: 'Un des trois paliers de gouvernance du document 004.' })
export class Palier {
  @Field(() => CodePalier, { description: 'Code du palier.' })
  code: CodePalier;

  @Field(() => Niveau, { description: 'Niveau de gouvernance.' })
  niveau: Niveau;

  @Field(() => String, { description: 'Nom.' })
  nom: string;

  @Field(() => String, { description: 'Son rôle, en bref.' })
  role: string;

  @ListSize(15)
  @Field(() => [Mandat], { description: 'Mandats de la section 3.2, dans l’ordre du texte.' })
  mandats?: Mandat[];

  @ListSize(9)
  @Field(() => [Obligation], {
    description:
      'Obligations écrites ailleurs que dans la section 3.2. Celle que plusieurs acteurs partagent figure sous chacun.',
  })
  obligations?: Obligation[];

  @Field(() => Provenance, { description: 'Source du rôle.' })
  provenance: Provenance;
}

@Directive('@key(fields: "code")')
@ObjectType({
  description:
    'Mandat qu’un palier tient de la section 3.2 du document 004. Une recommandation n’en est jamais un.',
})
export class Mandat {
  @Field(() => ID, { description: 'M1 à M9, S1 à S7 ou E1 à E13.' })
  code: string;

  @Field(() => String, { description: 'Ce qui est confié, dans nos mots.' })
  enonce: string;

  @Field(() => Palier, { description: 'Palier qui en a la charge.' })
  palier?: Palier;

  @ListSize(3)
  @Field(() => [Element], { description: 'Détail du mandat, quand le texte en donne un.' })
  sousItems?: Element[];

  @ListSize(3)
  @Field(() => [Ecart], { description: 'Écarts qui le touchent.' })
  ecarts?: Ecart[];

  @Field(() => Provenance, { description: 'Source.' })
  provenance: Provenance;
}

@ObjectType({ description: 'Obligation écrite ailleurs que dans la section 3.2 du document 004.' })
export class Obligation {
  @Field(() => ID, { description: 'Par exemple « X-SQ2 » ; c’est aussi le code de l’élément.' })
  code: string;

  @Field(() => String, { description: 'Ce qui est à faire, dans nos mots.' })
  enonce: string;

  @Field(() => String, { nullable: true, description: 'Complément.' })
  note: string | null;

  @ListSize(2)
  @Field(() => [Palier], { description: 'Paliers qui en ont la charge.' })
  paliers?: Palier[];

  @ListSize(1)
  @Field(() => [String], { description: 'Autres acteurs nommés.' })
  autresActeurs: readonly string[];

  @Field(() => Boolean, { description: 'Vrai quand plusieurs acteurs la partagent.' })
  partagee: boolean;

  @Field(() => Boolean, {
    description: 'Vrai quand le texte ne nomme pas d’acteur et que Palier le déduit du contexte.',
  })
  acteurInfere: boolean;

  @Field(() => ReferenceLegale, { nullable: true, description: 'Article invoqué.' })
  baseLegale?: ReferenceLegale | null;

  @ListSize(1)
  @Field(() => [Ecart], { description: 'Écarts qui la touchent.' })
  ecarts?: Ecart[];

  @Field(() => Provenance, { description: 'Source.' })
  provenance: Provenance;
}

/** A mandate as its row gives it. */
export type MandatValue = Mandat & { readonly palierCode: CodePalier };

/** An obligation as its row gives it. */
export type ObligationValue = Obligation & {
  readonly codesPaliers: readonly CodePalier[];
  readonly referenceCode: string | null;
};
