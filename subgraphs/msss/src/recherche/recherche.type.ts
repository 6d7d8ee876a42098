import { createConnectionType } from '@palier/runtime/connection';
import { Field, Float, ID, ObjectType } from 'type-graphql';
import { Provenance } from '../document/document.type.ts';

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

  @Field(() => Provenance, { description: 'Source du fait trouvé.' })
  provenance: Provenance;
}

/** A result, with the key its page is sorted by. */
export interface RechercheResultatValue extends RechercheResultat {
  readonly cle: string;
}

export const RechercheConnection = createConnectionType('RechercheResultat', () => RechercheResultat);
