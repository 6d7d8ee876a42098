import { AbsenceFields } from '@palier/runtime/absence';
import { Directive, Field, ObjectType } from 'type-graphql';
import { Mandat, Palier } from '../palier/palier.type.ts';

@Directive('@shareable')
@ObjectType('Absence', { description: 'Ce qui manque, et qui le doit ; ou pourquoi personne ne le doit.' })
export class Absence extends AbsenceFields {
  @Field(() => Palier, {
    nullable: true,
    description:
      'Palier qui doit fournir ce qui manque ; nul quand ni un texte ni une inférence marquée ne l’y oblige, et quand le palier qui répond ne sait pas si c’est dû : `motif` dit lequel des deux, et où le demander.',
  })
  doitRepondre?: Palier | null;

  @Field(() => Mandat, {
    nullable: true,
    description: 'Mandat qui l’y oblige ; nul quand aucun mandat de la section 3.2 ne le dit.',
  })
  mandat?: Mandat | null;
}
