import { SourceAssertion } from '@palier/runtime/exigence-enums';
import { Cost, ListSize } from '@palier/runtime/demand';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Seuil } from '../other-levels/assertion.type.ts';
import { Ecart } from '../other-levels/ministry.type.ts';
import { Provenance } from '../provenance/provenance.type.ts';

export const EtatVerdict = {
  CONFORME: 'CONFORME',
  NON_CONFORME: 'NON_CONFORME',
  INDETERMINE: 'INDETERMINE',
  SANS_VERDICT: 'SANS_VERDICT',
} as const;
export type EtatVerdict = (typeof EtatVerdict)[keyof typeof EtatVerdict];

registerEnumType(EtatVerdict, {
  name: 'EtatVerdict',
  description: 'Issue de la comparaison d’une mesure avec son exigence.',
  valuesConfig: {
    CONFORME: { description: 'Le seuil est respecté, selon toutes les sources qui en donnent un.' },
    NON_CONFORME: { description: 'Le seuil n’est pas respecté, selon toutes les sources qui en donnent un.' },
    INDETERMINE: {
      description:
        'Les sources se contredisent, ou posent une condition que la mesure ne porte pas : le verdict de chacune est donné.',
    },
    SANS_VERDICT: {
      description:
        'Rien à comparer : réalités régionales, sans objet, qualité, pas de valeur, pas de volet, ou un seuil qui n’est pas un nombre.',
    },
  },
});

@ObjectType({ description: 'Verdict selon une seule source.' })
export class VerdictSource {
  @Field(() => SourceAssertion, { description: 'Source qui parle.' })
  source: SourceAssertion;

  @Field(() => EtatVerdict, { description: 'Issue selon elle.' })
  etat: EtatVerdict;

  @Field(() => Seuil, {
    nullable: true,
    description: 'Seuil tel qu’elle l’écrit : une valeur nue n’a pas de comparateur.',
  })
  seuil: Seuil | null;

  @Field(() => String, {
    nullable: true,
    description: 'Comment le seuil a été lu, et ce que la mesure ne porte pas, quand il faut le dire.',
  })
  note: string | null;
}

@Cost(10)
@ObjectType({
  description:
    'Verdict sur une mesure : la valeur vient de l’établissement, le seuil et ses écarts du ministère, la règle de Santé Québec.',
})
export class Verdict {
  @Field(() => EtatVerdict, { description: 'Issue.' })
  etat: EtatVerdict;

  @ListSize(4)
  @Field(() => [VerdictSource], { description: 'Issue selon chaque source qui donne un seuil chiffré.' })
  parSource: VerdictSource[];

  @ListSize(6)
  @Field(() => [Ecart], {
    nullable: 'itemsAndList',
    description: 'Tous les écarts connus de l’exigence, quelle que soit l’issue.',
  })
  ecarts: Ecart[];

  @Field(() => String, { description: 'Pourquoi, en une phrase.' })
  motif: string;

  @Field(() => Provenance, {
    description: 'Le verdict est déduit ; celui d’une mesure fictive est lui-même une démonstration.',
  })
  provenance: Provenance;
}
