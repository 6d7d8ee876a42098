import { ListSize } from '@palier/runtime/demand';
import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Exigence } from '../other-levels/exigence.type.ts';
import { Provenance } from '../provenance/provenance.type.ts';

export const DirectionIndicateur = {
  PLUS_BAS_MIEUX: 'PLUS_BAS_MIEUX',
  PLUS_HAUT_MIEUX: 'PLUS_HAUT_MIEUX',
} as const;
export type DirectionIndicateur = (typeof DirectionIndicateur)[keyof typeof DirectionIndicateur];

registerEnumType(DirectionIndicateur, {
  name: 'DirectionIndicateur',
  description: 'Dans quel sens une valeur s’améliore.',
  valuesConfig: {
    PLUS_BAS_MIEUX: { description: 'Une valeur plus basse est meilleure : un délai, par exemple.' },
    PLUS_HAUT_MIEUX: {
      description: 'Une valeur plus haute est meilleure : des heures d’accès, par exemple.',
    },
  },
});

export const FrequenceIndicateur = {
  PERIODE_FINANCIERE: 'PERIODE_FINANCIERE',
  EXERCICE: 'EXERCICE',
} as const;
export type FrequenceIndicateur = (typeof FrequenceIndicateur)[keyof typeof FrequenceIndicateur];

registerEnumType(FrequenceIndicateur, {
  name: 'FrequenceIndicateur',
  description:
    'Combien de fois une valeur est attendue. Déduit : le document 004 ne donne aucune périodicité.',
  valuesConfig: {
    PERIODE_FINANCIERE: { description: 'Une valeur par période financière, soit treize par exercice.' },
    EXERCICE: { description: 'Une valeur par exercice, saisie à la treizième période.' },
  },
});

@Directive('@key(fields: "code")')
@ObjectType({
  description:
    'Indicateur : met au travail une ou plusieurs exigences chiffrées du document 003. Palier le déduit ; aucun texte n’en arrête la liste.',
})
export class Indicateur {
  @Field(() => ID, { description: '« I- » et le code du standard, par exemple « I-A-P8 ».' })
  code: string;

  @Field(() => String, { description: 'Nom.' })
  nom: string;

  @Field(() => String, {
    description: 'Unité de la valeur : « h », « jours », « min », « h/sem » ou « j/an ».',
  })
  unite: string;

  @Field(() => DirectionIndicateur, { description: 'Sens dans lequel la valeur s’améliore.' })
  direction: DirectionIndicateur;

  @ListSize(3)
  @Field(() => [Exigence], {
    nullable: 'itemsAndList',
    description: 'Exigences qu’il met au travail.',
  })
  exigences?: (Exigence | null)[] | null;

  @Field(() => String, { description: 'Comment la valeur se calcule. La règle est une déduction de Palier.' })
  regle: string;

  @Field(() => FrequenceIndicateur, { description: 'Combien de fois une valeur est attendue (déduit).' })
  frequence: FrequenceIndicateur;

  @ListSize(2)
  @Field(() => [String], {
    description: 'Volets mesurés séparément, par exemple « en personne » ; vide s’il n’y en a pas.',
  })
  volets: string[];

  @Field(() => Provenance, { description: 'Exigence dont il est déduit.' })
  provenance: Provenance;
}
