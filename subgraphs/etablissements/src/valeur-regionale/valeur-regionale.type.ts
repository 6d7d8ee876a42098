import { createConnectionType } from '@palier/runtime/connection';
import { DateScalar } from '@palier/runtime/scalars';
import { Directive, Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { Absence } from '../absence/absence.type.ts';
import { Exigence, TerritoireClsc } from '../other-levels/extended.type.ts';
import { Provenance } from '../provenance/provenance.type.ts';

@Directive('@key(fields: "id")')
@ObjectType({
  description:
    'Ce qu’un établissement retient lui-même là où le document 003 renvoie aux réalités régionales. Ce n’est pas un standard national.',
})
export class ValeurRegionale {
  @Field(() => ID, { description: 'Identifiant.' })
  id: string;

  @Field(() => Exigence, { nullable: true, description: 'Exigence.' })
  exigence: Exigence;

  @Field(() => TerritoireClsc, { nullable: true, description: 'Territoire où elle vaut.' })
  territoire: TerritoireClsc;

  @Field(() => Float, { nullable: true, description: 'Valeur, quand elle est chiffrée.' })
  valeur: number | null;

  @Field(() => String, { nullable: true, description: 'Unité.' })
  unite: string | null;

  @Field(() => String, { description: 'Ce qui est retenu, en clair.' })
  texte: string;

  @Field(() => Int, { description: 'Version, à partir de 1.' })
  version: number;

  @Field(() => DateScalar, { description: 'Jour à partir duquel elle vaut.' })
  enVigueurDepuis: string;

  @Field(() => Provenance, { description: 'Source.' })
  provenance: Provenance;
}

export const ValeurRegionaleConnection = createConnectionType(
  'ValeurRegionale',
  () => ValeurRegionale,
  () => Absence,
);
