import { CategorieEtablissement } from '@palier/runtime/categorie-etablissement';
import { ListSize } from '@palier/runtime/demand';
import { DemandeCampagne } from '@palier/runtime/demande-campagne.type';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Provenance } from '../provenance/provenance.type.ts';
import { ReseauTerritorial } from '../reseau-territorial/reseau-territorial.type.ts';
import { Region } from '../unite/unite.type.ts';
import { TerritoireClsc } from '../territoire-clsc/territoire-clsc.type.ts';

@Directive('@key(fields: "code")')
@ObjectType({ description: 'Établissement public du réseau de la santé et des services sociaux.' })
export class Etablissement {
  @Field(() => ID, {
    description: 'Huit chiffres, par exemple « 11045119 » ; « RRSSSN » est un code provisoire, non officiel.',
  })
  code: string;

  @Field(() => String, { description: 'Nom publié.' })
  nom: string;

  @Field(() => String, { nullable: true, description: 'Nom abrégé.' })
  abrege: string | null;

  @Field(() => CategorieEtablissement, { description: 'Sorte d’établissement.' })
  categorie: CategorieEtablissement;

  @Field(() => String, { description: 'Type publié, par exemple « CISSS » ou « institut ».' })
  type: string;

  @Field(() => Boolean, {
    description:
      'Vrai s’il relève de Santé Québec : voir `provenanceSanteQuebec`, car le fait n’est pas vérifié.',
  })
  santeQuebec: boolean;

  @Field(() => Provenance, { description: 'D’où vient `santeQuebec`, et avec quelle certitude.' })
  provenanceSanteQuebec: Provenance;

  @Field(() => Etablissement, {
    nullable: true,
    description: 'Établissement auquel il est rattaché, s’il est regroupé.',
  })
  rattacheA?: Etablissement | null;

  @Field(() => Provenance, {
    nullable: true,
    description: 'D’où vient `rattacheA` ; nul quand il n’y a pas de rattachement.',
  })
  provenanceRattachement: Provenance | null;

  @ListSize(1)
  @Field(() => [ReseauTerritorial], {
    nullable: 'itemsAndList',
    description: 'Réseaux territoriaux de services (RTS) qu’il dirige.',
  })
  reseauxTerritoriaux: (ReseauTerritorial | null)[];

  @ListSize(15)
  @Field(() => [TerritoireClsc], {
    nullable: 'itemsAndList',
    description: 'Territoires de CLSC dont il répond : ceux du RTS qu’il dirige (déduit).',
  })
  territoires?: (TerritoireClsc | null)[] | null;

  @ListSize(5)
  @Field(() => [DemandeCampagne], {
    nullable: true,
    description:
      'Ce que chaque campagne lui demande, et pour quand ; vide s’il n’est pas territorial. `obligations` dit ce qu’il en est advenu.',
  })
  demandes?: DemandeCampagne[] | null;

  @Field(() => String, { nullable: true, description: 'Municipalité du siège.' })
  siege: string | null;

  @Field(() => TerritoireClsc, {
    nullable: true,
    description: 'Territoire de CLSC où se trouve le siège : il ne dit rien des territoires dont il répond.',
  })
  siegeTerritoire: TerritoireClsc | null;

  @Field(() => Region, { nullable: true, description: 'Région sociosanitaire du siège.' })
  region: Region | null;

  @Field(() => Provenance, { description: 'Source.' })
  provenance: Provenance;
}

/** An établissement as its row gives it; the others it is tied to are read by their own loaders. */
export interface EtablissementValue extends Etablissement {
  readonly rattacheACode: string | null;
}
