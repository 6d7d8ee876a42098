import { EtatVerdict } from '@palier/runtime/etat-verdict';
import { SourceAssertion } from '@palier/runtime/exigence-enums';
import { Cost, ListSize } from '@palier/runtime/demand';
import { Field, ObjectType } from 'type-graphql';
import { Seuil } from '../other-levels/assertion.type.ts';
import { Ecart } from '../other-levels/ministry.type.ts';
import { Provenance } from '../provenance/provenance.type.ts';

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

  @Field(() => Provenance, {
    description:
      'Passage où cette source écrit le seuil ; que la mesure le respecte ou non est déduit : voir la provenance du verdict.',
  })
  provenance: Provenance;
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
