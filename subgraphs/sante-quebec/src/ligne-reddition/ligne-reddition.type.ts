import { Periode } from '@palier/runtime/exercice';
import { Directive, Field, Float, ID, ObjectType } from 'type-graphql';
import { Exigence, STATEMENTS } from '../other-levels/exigence.type.ts';
import { Provenance } from '../provenance/provenance.type.ts';
import { Verdict } from '../verdict/verdict.type.ts';

const REQUIRED = `valeur unite volet periode { exercice } provenance { origine } exigence { code ${STATEMENTS} }`;

@Directive('@key(fields: "id")')
@ObjectType()
export class LigneReddition {
  @Field(() => ID)
  id: string;

  @Directive('@external')
  @Field(() => Float, { nullable: true })
  valeur?: number | null;

  @Directive('@external')
  @Field(() => String, { nullable: true })
  unite?: string | null;

  @Directive('@external')
  @Field(() => String, { nullable: true })
  volet?: string | null;

  @Directive('@external')
  @Field(() => Periode)
  periode?: Periode;

  @Directive('@external')
  @Field(() => Exigence, { nullable: true })
  exigence?: Exigence | null;

  @Directive('@external')
  @Field(() => Provenance)
  provenance?: Provenance;

  @Directive(`@requires(fields: "${REQUIRED}")`)
  @Field(() => Verdict, {
    nullable: true,
    description:
      'Verdict que Santé Québec donne à cette ligne, publiée ou non : celui que la mesure aurait, ou avait, si elle est ce que la version en dit.',
  })
  verdict?: Verdict | null;
}
