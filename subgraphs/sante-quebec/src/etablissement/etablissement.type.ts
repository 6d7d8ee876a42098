import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Region } from '../other-levels/ministry.type.ts';
import { Provenance } from '../provenance/provenance.type.ts';
import { ReseauTerritorial } from '../reseau-territorial/reseau-territorial.type.ts';
import { TerritoireClsc } from '../territoire-clsc/territoire-clsc.type.ts';

export const CategorieEtablissement = {
  ETABLISSEMENT_TERRITORIAL: 'ETABLISSEMENT_TERRITORIAL',
  AUTRE_QUE_TERRITORIAL: 'AUTRE_QUE_TERRITORIAL',
  REGROUPE: 'REGROUPE',
  HORS_SANTE_QUEBEC_NORDIQUE: 'HORS_SANTE_QUEBEC_NORDIQUE',
} as const;
export type CategorieEtablissement = (typeof CategorieEtablissement)[keyof typeof CategorieEtablissement];

registerEnumType(CategorieEtablissement, {
  name: 'CategorieEtablissement',
  description: 'Sorte d’établissement public.',
  valuesConfig: {
    ETABLISSEMENT_TERRITORIAL: {
      description:
        'Établissement territorial : il dirige un réseau territorial de services et met en œuvre les CLSC.',
    },
    AUTRE_QUE_TERRITORIAL: { description: 'Centre hospitalier universitaire ou institut.' },
    REGROUPE: {
      description:
        'Établissement regroupé, rattaché à un établissement territorial ; statut de 2026 à valider.',
    },
    HORS_SANTE_QUEBEC_NORDIQUE: { description: 'Établissement nordique, hors de Santé Québec.' },
  },
});

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

  @Field(() => [ReseauTerritorial], {
    nullable: 'items',
    description: 'Réseaux territoriaux de services (RTS) qu’il dirige.',
  })
  reseauxTerritoriaux: (ReseauTerritorial | null)[];

  @Field(() => [TerritoireClsc], {
    nullable: 'itemsAndList',
    description: 'Territoires de CLSC dont il répond : ceux du RTS qu’il dirige (déduit).',
  })
  territoires?: (TerritoireClsc | null)[] | null;

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
