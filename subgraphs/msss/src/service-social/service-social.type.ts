import { CodeService } from '@palier/runtime/code-service';
import { ListSize } from '@palier/runtime/demand';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Provenance } from '../document/document.type.ts';

@ObjectType({
  description:
    'Comptes des cellules d’un service. Une cellule de l’Annexe II qui porte une valeur ou un texte compte comme fixée.',
})
export class ComptesExigences {
  @Field(() => Int, { description: 'Cellules de l’Annexe II : une par rangée, 54.' })
  cellules: number;

  @Field(() => Int, { description: 'Cellules fixées.' })
  fixes: number;

  @Field(() => Int, { description: 'Cellules qui renvoient aux réalités régionales.' })
  realitesRegionales: number;

  @Field(() => Int, { description: 'Cellules sans objet.' })
  sansObjet: number;

  @Field(() => Int, { description: 'Cellules où l’Annexe II écrit littéralement « SF ».' })
  fixesLitteraux: number;

  @Field(() => Int, { description: 'Cellules fixées, sans compter les rangées « Particularités ».' })
  fixesHorsParticularites: number;

  @Field(() => Int, { description: 'Énoncés de la fiche qu’aucune rangée de l’Annexe II ne reprend.' })
  ficheSeulement: number;
}

@Directive('@key(fields: "code")')
@ObjectType({ description: 'Un des six services sociaux généraux décrits par le document 003.' })
export class ServiceSocial {
  @Field(() => CodeService, { description: 'Code du service.' })
  code: CodeService;

  @Field(() => Int, { description: 'Numéro de sa fiche, de 1 à 6.' })
  fiche: number;

  @Field(() => String, { description: 'Nom.' })
  nom: string;

  @Field(() => String, { description: 'Ce qu’il fait, en nos mots.' })
  description: string;

  @Field(() => String, { description: 'À qui il s’adresse, en nos mots.' })
  clientele: string;

  @Field(() => Provenance, { description: 'Source de la clientèle.' })
  provenanceClientele: Provenance;

  @ListSize(6)
  @Field(() => [String], { description: 'Ce qu’il vise, en nos mots.' })
  objectifs: readonly string[];

  @Field(() => Int, {
    description: 'Nombre d’énoncés sous le titre « Standards fixés » de sa fiche ; 195 pour les six.',
  })
  nombreEnoncesFiche: number;

  @Field(() => ComptesExigences, { description: 'Comptes de ses cellules.' })
  comptes?: ComptesExigences;

  @Field(() => Provenance, { description: 'Source de la description et des objectifs.' })
  provenance: Provenance;
}
