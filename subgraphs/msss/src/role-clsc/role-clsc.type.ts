import { CodeRoleClsc } from '@palier/runtime/code-role-clsc';
import { ListSize } from '@palier/runtime/demand';
import { Directive, Field, ObjectType } from 'type-graphql';
import { Provenance } from '../document/document.type.ts';
import { Ecart } from '../ecart/ecart.type.ts';
import { Element } from '../element/element.type.ts';
import { Mandat } from '../palier/palier.type.ts';

@Directive('@key(fields: "code")')
@ObjectType({ description: 'Un des quatre rôles d’un CLSC, selon le document 004.' })
export class RoleClsc {
  @Field(() => CodeRoleClsc, { description: 'Code du rôle.' })
  code: CodeRoleClsc;

  @Field(() => String, { description: 'Nom, tel que le sommaire l’abrège.' })
  nom: string;

  @Field(() => String, { description: 'Nom dans le titre de la section.' })
  nomSection: string;

  @Field(() => String, { description: 'Préfixe des codes de ses éléments, par exemple « NAV ».' })
  sigle: string;

  @ListSize(7)
  @Field(() => [Element], { description: 'Enjeux auxquels il répond.' })
  enjeux?: Element[];

  @ListSize(3)
  @Field(() => [Element], { description: 'Leviers. Le texte n’en énumère que pour le navigateur.' })
  leviers?: Element[];

  @ListSize(10)
  @Field(() => [Element], { description: 'Responsabilités ; leur découpage est celui de Palier.' })
  responsabilites?: Element[];

  @ListSize(4)
  @Field(() => [Element], {
    description: 'Effets attendus. Le texte n’en énumère que pour le coordonnateur.',
  })
  effetsAttendus?: Element[];

  @ListSize(1)
  @Field(() => [Element], { description: 'Ce que le rôle n’est pas.' })
  limites?: Element[];

  @Field(() => Element, { nullable: true, description: 'Mise en garde, quand un homonyme existe ailleurs.' })
  homonymie?: Element | null;

  @Field(() => Mandat, { nullable: true, description: 'Mandat de qui définit le rôle.' })
  definiPar?: Mandat | null;

  @Field(() => Mandat, { nullable: true, description: 'Mandat de qui l’incarne au quotidien.' })
  incarnePar?: Mandat | null;

  @ListSize(2)
  @Field(() => [Ecart], { description: 'Écarts qui le touchent.' })
  ecarts?: Ecart[];

  @Field(() => Provenance, { description: 'Source.' })
  provenance: Provenance;

  @Field(() => Provenance, { description: 'Définition dans le sommaire.' })
  provenanceSommaire: Provenance;
}

/** A role as its row gives it. */
export type RoleClscValue = RoleClsc & { readonly definitCode: string; readonly incarneCode: string };
