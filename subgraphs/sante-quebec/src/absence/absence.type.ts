import { AbsenceFields, type AbsenceValue } from '@palier/runtime/absence';
import { Directive, Field, ObjectType } from 'type-graphql';
import { Mandat, Palier } from '../other-levels/ministry.type.ts';

@Directive('@shareable')
@ObjectType('Absence', { description: 'Ce qui manque, et qui le doit ; ou pourquoi personne ne le doit.' })
export class Absence extends AbsenceFields {
  @Field(() => Palier, {
    nullable: true,
    description:
      'Palier qui doit fournir ce qui manque ; nul quand ni un texte ni une inférence marquée ne l’y oblige.',
  })
  doitRepondre: Palier | null;

  @Field(() => Mandat, {
    nullable: true,
    description: 'Mandat qui l’y oblige ; nul quand aucun mandat de la section 3.2 ne le dit.',
  })
  mandat: Mandat | null;
}

/** What Santé Québec owes under one of its mandates (S1 to S7); null when the obligation is written outside of them. */
export function owedBySanteQuebec(mandat: string | null, motif: string): AbsenceValue {
  return {
    motif,
    doitRepondre: { code: 'SANTE_QUEBEC' },
    mandat: mandat === null ? null : { code: mandat },
  };
}
