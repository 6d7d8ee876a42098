import { Periode } from '@palier/runtime/exercice';
import { Directive, Field, ObjectType } from 'type-graphql';
import { STATEMENTS } from '../other-levels/exigence.type.ts';
import { JudgedFigure } from '../verdict/judged-figure.type.ts';
import { Verdict } from '../verdict/verdict.type.ts';

const REQUIRED = `valeur unite volet periode { exercice } provenance { origine } exigence { code ${STATEMENTS} }`;

@Directive('@key(fields: "id")')
@ObjectType()
export class LigneReddition extends JudgedFigure {
  @Directive('@external')
  @Field(() => Periode)
  periode?: Periode;

  @Directive(`@requires(fields: "${REQUIRED}")`)
  @Field(() => Verdict, {
    nullable: true,
    description:
      'Verdict que Santé Québec donne à cette ligne, publiée ou non : celui que la mesure aurait, ou avait, si elle est ce que la version en dit.',
  })
  verdict?: Verdict | null;
}
