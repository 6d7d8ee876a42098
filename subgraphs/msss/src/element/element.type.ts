import { ListSize } from '@palier/runtime/demand';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import type { Renvoi } from '../../tables/element.table.ts';
import { Provenance } from '../document/document.type.ts';
import { Ecart } from '../ecart/ecart.type.ts';
import { ReferenceLegale } from '../reference-legale/reference-legale.type.ts';
import { ListeElements } from './element-enums.ts';

@Directive('@key(fields: "code")')
@ObjectType({
  description:
    'Un énoncé simple d’un document : enjeu, responsabilité, condition, règle, terme. Dit dans nos mots, avec sa citation.',
})
export class Element {
  @Field(() => ID, { description: 'Par exemple « NAV-R1 ».' })
  code: string;

  @Field(() => ListeElements, { description: 'Liste du texte dont il vient.' })
  liste: ListeElements;

  @Field(() => ID, {
    nullable: true,
    description: 'Code de ce dont il fait partie : rôle, arrimage, orientation, mandat ou autre élément.',
  })
  parent: string | null;

  @Field(() => String, { nullable: true, description: 'Sous-titre du texte sous lequel il est rangé.' })
  groupe: string | null;

  @Field(() => String, { description: 'Ce qui est dit, dans nos mots.' })
  enonce: string;

  @Field(() => String, { nullable: true, description: 'Complément.' })
  note: string | null;

  @ListSize(9)
  @Field(() => [String], { description: 'Énumération rattachée à l’énoncé, dans l’ordre du texte.' })
  precisions: readonly string[];

  @Field(() => Boolean, {
    description: 'Vrai quand l’énoncé dit que le texte se tait : rien n’est inventé à la place.',
  })
  nonDit: boolean;

  @Field(() => ReferenceLegale, { nullable: true, description: 'Loi ou article que le texte invoque.' })
  baseLegale?: ReferenceLegale | null;

  @ListSize(6)
  @Field(() => [Element], { description: 'Éléments qui en font partie.' })
  elements?: Element[];

  @ListSize(4)
  @Field(() => [Ecart], { description: 'Écarts qui le touchent.' })
  ecarts?: Ecart[];

  @Field(() => Provenance, { description: 'Source.' })
  provenance: Provenance;
}

/** An element as its row gives it. */
export type ElementValue = Element & {
  readonly referenceCode: string | null;
  readonly vers: readonly Renvoi[];
};
