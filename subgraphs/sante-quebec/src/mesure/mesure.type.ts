import { Directive, Field, Float, ID, ObjectType } from 'type-graphql';
import { Exigence } from '../other-levels/exigence.type.ts';
import { Provenance } from '../provenance/provenance.type.ts';
import { Verdict } from '../verdict/verdict.type.ts';

// One selection with every field of a threshold: what the gateway does not bring here, a verdict could not show.
const REQUIRED = `
  valeur
  unite
  volet
  provenance { origine }
  exigence {
    code
    statut
    assertions {
      source
      volet
      seuil { valeur comparateur unite part declencheur precision echeance texte volet }
    }
    ecarts { code }
  }`
  .replace(/\s+/g, ' ')
  .trim();

@Directive('@key(fields: "id")')
@ObjectType()
export class Mesure {
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
  @Field(() => Exigence, { nullable: true })
  exigence?: Exigence | null;

  @Directive('@external')
  @Field(() => Provenance)
  provenance?: Provenance;

  @Directive(`@requires(fields: "${REQUIRED}")`)
  @Field(() => Verdict, {
    nullable: true,
    description: 'Verdict de Santé Québec sur cette mesure.',
  })
  verdict?: Verdict | null;
}
