import { DateScalar, DateTime } from '@palier/runtime/scalars';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Etablissement } from '../etablissement/etablissement.type.ts';
import { Provenance } from '../provenance/provenance.type.ts';
import { Reddition } from '../reddition/reddition.type.ts';

@ObjectType({ description: 'Délai accordé à un établissement après la clôture d’une campagne.' })
export class ExceptionCampagne {
  @Field(() => Etablissement, { nullable: true, description: 'Établissement.' })
  etablissement: Pick<Etablissement, 'code'>;

  @Field(() => Int, {
    description:
      'Rang parmi celles de l’établissement dans la campagne, à partir de 1 : la dernière vaut. À donner à `versionAttendue` pour la remplacer.',
  })
  version: number;

  @Field(() => DateScalar, { description: 'Dernier jour pour soumettre.' })
  jusquAu: string;

  @Field(() => String, { description: 'Raison.' })
  motif: string;

  @Field(() => DateTime, { description: 'Instant où elle a été accordée.' })
  accordeeLe: string;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'Instant où l’exception suivante de l’établissement, ou la fermeture de la campagne, y a mis fin, son dernier jour n’étant pas passé ; nul si elle court, ou a couru jusqu’au bout.',
  })
  finieLe: string | null;

  @Field(() => Provenance, { description: 'Source.' })
  provenance: Provenance;
}

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

@ObjectType({
  description: 'La dernière version valide d’un établissement, retenue à la fermeture d’une campagne.',
})
export class VersionRetenue {
  @Field(() => Etablissement, { nullable: true, description: 'Établissement.' })
  etablissement: Pick<Etablissement, 'code'>;

  @Field(() => Reddition, { nullable: true, description: 'Version ; nulle si aucune n’est valide.' })
  reddition: Pick<Reddition, 'id'> | null;

  @Field(() => RaisonRetenue, { description: 'Pourquoi.' })
  raison: RaisonRetenue;

  @Field(() => String, {
    nullable: true,
    description:
      'Présente quand une version plus récente est retournée, et donc non retenue : elle reste publiée, et les bilans comptent ce qui l’était quand ils ont été consolidés.',
  })
  contradiction: string | null;
}
