import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { STATEMENTS } from '../other-levels/exigence.type.ts';
import { JudgedFigure } from '../verdict/judged-figure.type.ts';
import { Verdict } from '../verdict/verdict.type.ts';

const REQUIRED = `valeur unite volet campagne provenance { origine } exigence { code ${STATEMENTS} }`;

@Directive('@key(fields: "id")')
@ObjectType()
export class Mesure extends JudgedFigure {
  @Directive('@external')
  @Field(() => ID)
  campagne?: string;

  @Directive(`@requires(fields: "${REQUIRED}")`)
  @Field(() => Verdict, {
    nullable: true,
    description: 'Verdict de Santé Québec sur cette mesure.',
  })
  verdict?: Verdict | null;
}
