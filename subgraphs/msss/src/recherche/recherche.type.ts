import { type ConnectionValue, createConnectionType } from '@palier/runtime/connection';
import { Field, Float, ID, ObjectType } from 'type-graphql';
import { Provenance } from '../document/document.type.ts';
import { Palier } from '../palier/palier.type.ts';
import type { Ailleurs } from './ailleurs.ts';
import type { RechercheDemandee } from './parse-recherche.ts';

@ObjectType({ description: 'Ce qu’une recherche a trouvé.' })
export class RechercheResultat {
  @Field(() => String, { description: 'Type de l’entité, par exemple « Standard ».' })
  type: string;

  @Field(() => ID, { description: 'Code de l’entité.' })
  code: string;

  @Field(() => String, { description: 'Son nom ou son énoncé.' })
  titre: string;

  @Field(() => String, { description: 'Passage où se trouvent les mots, d’environ 200 caractères.' })
  extrait: string;

  @Field(() => Float, {
    description:
      'Pertinence : les résultats viennent du plus grand au plus petit. Un code exact passe devant.',
  })
  rang: number;

  @Field(() => Boolean, {
    description:
      'Vrai quand il contient tous les mots, ou que son code a été demandé ; faux quand il n’en contient qu’une partie.',
  })
  complet: boolean;

  @Field(() => Provenance, { description: 'Source du fait trouvé.' })
  provenance: Provenance;
}

@ObjectType({
  description: 'Où chercher ce que d’autres paliers tiennent, et que le ministère ne peut pas lire.',
})
export class RechercheAilleurs {
  @Field(() => String, {
    description:
      'Champ à demander à la racine, par exemple « etablissement(code: "11045119") » ou « etablissements ».',
  })
  champ: string;

  @Field(() => String, { description: 'Ce qu’il contient.' })
  contenu: string;

  @Field(() => Palier, { nullable: true, description: 'Palier qui le tient.' })
  palier?: Palier | null;
}

export type RechercheAilleursValue = RechercheAilleurs & Ailleurs;

/** A page of results, with the text that was looked for, and what it chooses. */
export type RecherchePage = ConnectionValue<RechercheResultatValue> & {
  readonly texte: string;
  readonly choix: RechercheDemandee & { readonly types: readonly string[] | undefined };
};

/** A result, with the key its page is sorted by. */
export interface RechercheResultatValue extends RechercheResultat {
  readonly cle: string;
}

export const RechercheConnection = createConnectionType('RechercheResultat', () => RechercheResultat);
