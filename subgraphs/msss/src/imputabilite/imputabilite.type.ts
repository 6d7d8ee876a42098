import { StatutExigence } from '@palier/runtime/exigence-enums';
import { Cost, ListSize } from '@palier/runtime/demand';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Provenance } from '../document/document.type.ts';
import { Ecart } from '../ecart/ecart.type.ts';
import { Exigence, type ExigenceValue } from '../exigence/exigence.type.ts';
import { Seuil } from '../exigence/seuil.type.ts';
import { Mandat, Palier } from '../palier/palier.type.ts';
import { TerritoireClsc } from '../territoire-clsc/territoire-clsc.type.ts';

@ObjectType({ description: 'Le palier qui fixe l’exigence : le ministère.' })
export class FixePar {
  @Field(() => Palier, { description: 'Le ministère.' })
  palier?: Palier;

  @Field(() => Mandat, { description: 'M6 : déterminer les standards attendus.' })
  mandat?: Mandat;

  @Field(() => Exigence, { description: 'La cellule du document 003.' })
  exigence: ExigenceValue;

  @Field(() => StatutExigence, { description: 'Son statut.' })
  statut: StatutExigence;

  @Field(() => String, { description: 'Ce que ce statut veut dire pour qui rend des comptes.' })
  lecture: string;

  @ListSize(4)
  @Field(() => [Seuil], { description: 'Seuils retenus.' })
  seuils?: Seuil[];

  @ListSize(6)
  @Field(() => [Ecart], {
    description: 'Écarts de la cellule, puis ceux du lien même : X-13 (territoire) et X-14 (mandat).',
  })
  ecarts?: Ecart[];

  @Field(() => Provenance, { description: 'Lignes de la cellule, dans le document 003.' })
  provenance: Provenance;

  @Field(() => Provenance, {
    description: 'Pourquoi l’exigence se rattache à ce mandat : une inférence, aucun texte ne le dit (X-14).',
  })
  lien: Provenance;

  @Field(() => Provenance, {
    description:
      'Pourquoi elle se lit sur un territoire de CLSC : une inférence, aucun texte ne le dit (X-13).',
  })
  transposition: Provenance;
}

@Directive('@key(fields: "territoire exigence")')
@Cost(10)
@ObjectType({
  description:
    'Chaîne d’imputabilité d’une exigence sur un territoire : qui la fixe, qui coordonne, qui rend compte. Chaque palier y répond pour lui-même.',
})
export class Imputabilite {
  @Field(() => ID, { description: 'Code du territoire de CLSC.' })
  territoire: string;

  @Field(() => ID, { description: 'Code de l’exigence.' })
  exigence: string;

  @Field(() => TerritoireClsc, { description: 'Le territoire de CLSC.' })
  territoireClsc: TerritoireClsc;

  @Field(() => String, {
    nullable: true,
    description:
      'Pourquoi personne ne doit de compte de cette exigence : sans objet, non dite, ou de qualité ; nul quand un compte est dû.',
  })
  motifSansCompte: string | null;

  @Field(() => FixePar, { description: 'Qui fixe l’exigence.' })
  fixePar: FixePar;
}
