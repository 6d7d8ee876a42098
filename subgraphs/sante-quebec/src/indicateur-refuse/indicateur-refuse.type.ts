import { ListSize } from '@palier/runtime/demand';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Exigence } from '../other-levels/exigence.type.ts';
import { Standard } from '../other-levels/ministry.type.ts';
import { Provenance } from '../provenance/provenance.type.ts';

export const RaisonRefus = {
  QUALITE: 'QUALITE',
  SEUIL_NON_NUMERIQUE: 'SEUIL_NON_NUMERIQUE',
  SANS_SEUIL: 'SANS_SEUIL',
} as const;
export type RaisonRefus = (typeof RaisonRefus)[keyof typeof RaisonRefus];

registerEnumType(RaisonRefus, {
  name: 'RaisonRefus',
  description: 'Pourquoi un standard ne devient pas un indicateur.',
  valuesConfig: {
    QUALITE: { description: 'Standard de qualité : le document 003 refuse qu’il serve d’indicateur.' },
    SEUIL_NON_NUMERIQUE: { description: 'Son seuil n’est pas un nombre (déduit).' },
    SANS_SEUIL: { description: 'Aucune source ne lui donne de seuil chiffré (déduit).' },
  },
});

@ObjectType({ description: 'Standard qui ne devient pas un indicateur, et pourquoi.' })
export class IndicateurRefuse {
  @Field(() => Standard, { nullable: true, description: 'Standard refusé.' })
  standard: Standard | null;

  @Field(() => RaisonRefus, { description: 'Nature du refus.' })
  raison: RaisonRefus;

  @Field(() => String, { description: 'Raison donnée.' })
  motif: string;

  @ListSize(3)
  @Field(() => [Exigence], {
    nullable: 'itemsAndList',
    description:
      'Exigences visées quand le refus ne touche pas tout le standard ; vide s’il le touche tout entier.',
  })
  exigences: (Exigence | null)[];

  @Field(() => Provenance, { description: 'Texte qui refuse, ou déduction.' })
  provenance: Provenance;
}
