import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Etablissement } from '../etablissement/etablissement.type.ts';
import { Reddition } from '../reddition/reddition.type.ts';

export const RaisonRetenue = {
  CONSOLIDEE: 'CONSOLIDEE',
  EXAMEN_NON_TERMINE: 'EXAMEN_NON_TERMINE',
  AUCUNE_VERSION_VALIDE: 'AUCUNE_VERSION_VALIDE',
} as const;
export type RaisonRetenue = (typeof RaisonRetenue)[keyof typeof RaisonRetenue];

registerEnumType(RaisonRetenue, {
  name: 'RaisonRetenue',
  description:
    'Pourquoi une version est retenue, à la fermeture d’une campagne (déduit : aucun texte ne le règle).',
  valuesConfig: {
    CONSOLIDEE: { description: 'Santé Québec l’a consolidée.' },
    EXAMEN_NON_TERMINE: { description: 'Soumise, et pas encore examinée à la fermeture.' },
    AUCUNE_VERSION_VALIDE: {
      description: 'Aucune n’a été soumise, ou toutes ont été retournées ou retirées.',
    },
  },
});

@Directive('@key(fields: "id")')
@ObjectType({
  description: 'La dernière version valide d’un établissement, retenue à la fermeture d’une campagne.',
})
export class VersionRetenue {
  @Field(() => ID, { description: 'Campagne et établissement : « 2026-2027:11045119 ».' })
  id: string;

  @Field(() => Etablissement, { nullable: true, description: 'Établissement.' })
  etablissement: Pick<Etablissement, 'code'>;

  @Field(() => Reddition, { nullable: true, description: 'Version ; nulle si aucune n’est valide.' })
  reddition: Pick<Reddition, 'id' | 'soumiseLe' | 'retireeLe' | 'depasseePar'> | null;

  @Field(() => RaisonRetenue, { description: 'Pourquoi.' })
  raison: RaisonRetenue;

  @Directive('@requires(fields: "reddition { soumiseLe retireeLe depasseePar { id version soumiseLe } }")')
  @Field(() => String, {
    nullable: true,
    description:
      'Présente quand ce qui est publié n’est pas ce qui est retenu, comme le dit l’examen de la version publiée : une version plus récente est retournée, ou a été soumise au moment de la fermeture ; ou la version retenue a été retirée à ce moment. Les bilans consolidés après la fermeture comptent ce qu’elle retient. Quand aucune n’est retenue, seule une version retournée est dite ici.',
  })
  contradiction?: string | null;
}

/** A version retained as its row gives it. */
export interface VersionRetenueValue extends VersionRetenue {
  readonly campagne: string;
  /** The number of the later version that was sent back; null without one. */
  readonly retournee: number | null;
}
