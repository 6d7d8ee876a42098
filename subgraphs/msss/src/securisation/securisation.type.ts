import { ListSize } from '@palier/runtime/demand';
import { Field, ObjectType } from 'type-graphql';
import { Chiffre } from '../chiffre/chiffre.type.ts';
import { Document, StatutDocument } from '../document/document.type.ts';
import { Ecart } from '../ecart/ecart.type.ts';
import { Element } from '../element/element.type.ts';

@ObjectType({
  description:
    'Plan de sécurisation culturelle (000). Antérieur à Santé Québec : gardé pour l’histoire, et ne crée aucun mandat.',
})
export class SecurisationCulturelle {
  @Field(() => Document, { description: 'Le document.' })
  document: Document;

  @Field(() => StatutDocument, { description: 'Ce que le document oblige.' })
  statut: StatutDocument;

  @ListSize(5)
  @Field(() => [Element], { description: 'Rôles du ministère.' })
  rolesMinistere: Element[];

  @ListSize(6)
  @Field(() => [Element], { description: 'Rôles des CISSS et des CIUSSS.' })
  rolesCisssCiusss: Element[];

  @Field(() => Element, {
    nullable: true,
    description: 'Place du centre intégré dans son réseau territorial.',
  })
  reseauTerritorial: Element | null;

  @Field(() => Element, {
    nullable: true,
    description: 'Unité du ministère ; ses fonctions sont ses `elements`.',
  })
  uniteMinistere: Element | null;

  @Field(() => Element, {
    nullable: true,
    description: 'Responsable dans chaque établissement ; ses fonctions sont ses `elements`.',
  })
  responsableEtablissement: Element | null;

  @ListSize(3)
  @Field(() => [Element], { description: 'Mécanismes de coordination.' })
  coordination: Element[];

  @ListSize(4)
  @Field(() => [Element], { description: 'Étapes charnières.' })
  etapes: Element[];

  @ListSize(4)
  @Field(() => [Element], { description: 'Principes directeurs.' })
  principes: Element[];

  @ListSize(3)
  @Field(() => [Element], { description: 'Niveaux d’action ; ce ne sont pas des paliers de gouvernance.' })
  niveauxAction: Element[];

  @Field(() => Element, { nullable: true, description: 'Annonce des actions.' })
  annonce: Element | null;

  @ListSize(5)
  @Field(() => [Element], {
    description: 'Les cinq actions structurantes ; leur détail est dans `elements`.',
  })
  actions: Element[];

  @ListSize(1)
  @Field(() => [Chiffre], { description: 'Fonds annoncés, avec leur échéance.' })
  financement?: Chiffre[];

  @Field(() => Element, { nullable: true, description: 'Fréquence de la reddition de comptes.' })
  reddition: Element | null;

  @ListSize(7)
  @Field(() => [Element], { description: 'Suivi : priorité, partenaires, reddition, évaluation, résultats.' })
  suivi: Element[];

  @ListSize(6)
  @Field(() => [Ecart], { description: 'Écarts qui touchent le document.' })
  ecarts?: Ecart[];
}
