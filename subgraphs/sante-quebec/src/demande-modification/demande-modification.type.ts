import { ListSize } from '@palier/runtime/demand';
import { DateTime } from '@palier/runtime/scalars';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Absence } from '../absence/absence.type.ts';
import { Element } from '../other-levels/ministry.type.ts';
import { Provenance } from '../provenance/provenance.type.ts';

@ObjectType({
  description:
    'Analyse, par Santé Québec, d’une demande de modification de territoire. Sans analyse, `absence` dit ce qui manque. Le texte ne nomme pas qui accepte une demande (G-14).',
})
export class AnalyseDemande {
  @ListSize(10)
  @Field(() => [String], {
    description:
      'Effet domino : découpages touchés (RLS, RTS, RSS, RUISSS) ; vide tant qu’il n’y a pas d’analyse.',
  })
  effetDomino: string[];

  @Field(() => String, { nullable: true, description: 'Conclusion. Ce n’est pas une décision.' })
  conclusion: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Moment où elle a été rendue.' })
  rendueLe: string | null;

  @Field(() => Element, {
    nullable: true,
    description: 'Obligation d’établir le processus de traitement (X-CO1).',
  })
  obligation: Element | null;

  @Field(() => Absence, { nullable: true, description: 'Présente quand l’analyse manque.' })
  absence: Absence | null;

  @Field(() => Provenance, { nullable: true, description: 'Source.' })
  provenance: Provenance | null;
}

@Directive('@key(fields: "id")')
@ObjectType()
export class DemandeModification {
  @Field(() => ID)
  id: string;

  @Field(() => AnalyseDemande, { nullable: true, description: 'Analyse de cette demande par Santé Québec.' })
  analyse?: AnalyseDemande | null;
}
