import { ListSize } from '@palier/runtime/demand';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Provenance } from '../document/document.type.ts';
import { Ecart } from '../ecart/ecart.type.ts';
import { Element } from '../element/element.type.ts';

@Directive('@key(fields: "code")')
@ObjectType({ description: 'Une des quatre orientations ministérielles du document 004.' })
export class OrientationMinisterielle {
  @Field(() => ID, { description: 'De « O1 » à « O4 ».' })
  code: string;

  @Field(() => String, { description: 'Titre dans le corps du document.' })
  titre: string;

  @Field(() => String, { description: 'Titre dans le sommaire, qui peut différer.' })
  titreSommaire: string;

  @Field(() => String, { description: 'Ce qu’elle pose, dans nos mots.' })
  objet: string;

  @ListSize(6)
  @Field(() => [Element], { description: 'Motifs de retenir le territoire de CLSC (O1).' })
  motifs?: Element[];

  @ListSize(7)
  @Field(() => [Element], { description: 'Critères de délimitation d’un territoire (O1).' })
  criteres?: Element[];

  @ListSize(7)
  @Field(() => [Element], { description: 'Règles de modification d’un territoire (O1).' })
  reglesModification?: Element[];

  @ListSize(15)
  @Field(() => [Element], { description: 'Règles de rattachement de la personne (O3).' })
  reglesRattachement?: Element[];

  @ListSize(30)
  @Field(() => [Element], { description: 'Tous les énoncés rangés sous cette orientation.' })
  elements?: Element[];

  @ListSize(5)
  @Field(() => [Ecart], { description: 'Écarts qui la touchent.' })
  ecarts?: Ecart[];

  @Field(() => Provenance, { description: 'Source du titre et de l’objet.' })
  provenance: Provenance;

  @Field(() => Provenance, { description: 'Source du titre du sommaire.' })
  provenanceSommaire: Provenance;
}
