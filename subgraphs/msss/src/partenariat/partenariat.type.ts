import { ListSize } from '@palier/runtime/demand';
import type { CodePalier } from '@palier/runtime/paliers';
import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Provenance, StatutDocument } from '../document/document.type.ts';
import { Ecart } from '../ecart/ecart.type.ts';
import { Element } from '../element/element.type.ts';
import { Palier } from '../palier/palier.type.ts';

export const CodeDomainePartenariat = {
  GOUVERNANCE: 'GOUVERNANCE',
  SOINS: 'SOINS',
  COMMUNAUTES: 'COMMUNAUTES',
  ENSEIGNEMENT: 'ENSEIGNEMENT',
  RECHERCHE: 'RECHERCHE',
} as const;
export type CodeDomainePartenariat = (typeof CodeDomainePartenariat)[keyof typeof CodeDomainePartenariat];

registerEnumType(CodeDomainePartenariat, {
  name: 'CodeDomainePartenariat',
  description: 'Les cinq domaines du partenariat (002).',
  valuesConfig: {
    GOUVERNANCE: { description: 'Gouvernance.' },
    SOINS: { description: 'Soins et services.' },
    COMMUNAUTES: { description: 'Communautés.' },
    ENSEIGNEMENT: { description: 'Enseignement.' },
    RECHERCHE: { description: 'Recherche.' },
  },
});

@Directive('@key(fields: "code")')
@ObjectType({ description: 'Un des cinq domaines du partenariat (002).' })
export class DomainePartenariat {
  @Field(() => CodeDomainePartenariat, { description: 'Code du domaine.' })
  code: CodeDomainePartenariat;

  @Field(() => String, { description: 'Nom.' })
  nom: string;

  @Field(() => String, { description: 'Ce qu’il vise.' })
  visee: string;

  @ListSize(4)
  @Field(() => [Element], { description: 'Conditions de succès, telles que le tableau les range.' })
  conditionsDeSucces?: Element[];

  @ListSize(10)
  @Field(() => [Recommandation], { description: 'Recommandations du domaine, palier par palier.' })
  recommandations?: Recommandation[];

  @Field(() => Provenance, { description: 'Source.' })
  provenance: Provenance;
}

@Directive('@key(fields: "code")')
@ObjectType({
  description: 'Recommandation de l’énoncé de position sur le partenariat (002). Ce n’est pas un mandat.',
})
export class Recommandation {
  @Field(() => ID, { description: 'Par exemple « PT1-SQ-1 ».' })
  code: string;

  @Field(() => String, { description: 'Ce qui est recommandé, dans nos mots.' })
  enonce: string;

  @Field(() => Palier, { description: 'Palier auquel elle s’adresse.' })
  palier?: Palier;

  @Field(() => DomainePartenariat, { description: 'Son domaine.' })
  domaine?: DomainePartenariat;

  @Field(() => Boolean, { description: 'Vrai pour les six actions que le texte dit prioritaires.' })
  prioritaire: boolean;

  @Field(() => String, { description: 'Intention du domaine pour ce palier.' })
  intention: string;

  @ListSize(4)
  @Field(() => [Element], { description: 'Conditions de succès du domaine.' })
  conditionsDeSucces?: Element[];

  @Field(() => StatutDocument, { description: 'Toujours une recommandation.' })
  statut: StatutDocument;

  @Field(() => String, { nullable: true, description: 'Mise en garde.' })
  note: string | null;

  @ListSize(4)
  @Field(() => [Ecart], { description: 'Écarts qui la touchent.' })
  ecarts?: Ecart[];

  @Field(() => Provenance, { description: 'Source.' })
  provenance: Provenance;
}

/** A recommendation as its row gives it. */
export type RecommandationValue = Recommandation & {
  readonly domaineCode: CodeDomainePartenariat;
  readonly palierCode: CodePalier;
};
