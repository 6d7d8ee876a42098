import { Directive, Field, FieldResolver, ID, ObjectType, Resolver, Root } from 'type-graphql';
import { AbsenceFields } from './absence.ts';
import { CodePalier } from './paliers.ts';
import { PASSAGE, ProvenanceFields, toPassage } from './provenance.ts';

// What the ministry owns and the other levels only name: the gateway asks the ministry for all but the key.

export const OWNED_BY_MINISTRY = '@key(fields: "code", resolvable: false)';

@Directive(OWNED_BY_MINISTRY)
@ObjectType()
export class Document {
  @Field(() => ID)
  code: string;
}

@Directive(OWNED_BY_MINISTRY)
@ObjectType()
export class Passage {
  @Field(() => ID)
  code: string;
}

@Directive(OWNED_BY_MINISTRY)
@ObjectType()
export class Palier {
  @Field(() => CodePalier)
  code: CodePalier;
}

@Directive(OWNED_BY_MINISTRY)
@ObjectType()
export class Mandat {
  @Field(() => ID)
  code: string;
}

@Directive(OWNED_BY_MINISTRY)
@ObjectType()
export class Ruisss {
  @Field(() => ID)
  code: string;
}

// What every level says, and the others but the ministry say by its names.

@Directive('@shareable')
@ObjectType('Absence', { description: 'Ce qui manque, et qui le doit ; ou pourquoi personne ne le doit.' })
export class Absence extends AbsenceFields {
  @Field(() => Palier, {
    nullable: true,
    description:
      'Palier qui doit fournir ce qui manque ; nul quand ni un texte ni une inférence marquée ne l’y oblige, et quand le palier qui répond ne sait pas si c’est dû : `motif` dit lequel des deux, et où le demander.',
  })
  doitRepondre: Palier | null;

  @Field(() => Mandat, {
    nullable: true,
    description: 'Mandat qui l’y oblige ; nul quand aucun mandat de la section 3.2 ne le dit.',
  })
  mandat: Mandat | null;
}

@Directive('@shareable')
@ObjectType('Provenance', { description: 'D’où vient un fait, et avec quelle certitude.' })
export class Provenance extends ProvenanceFields {
  @Field(() => Document, {
    nullable: true,
    description: 'Document cité ; absent pour une table officielle, une saisie ou une démonstration.',
  })
  document: Document | null;
}

@Resolver(() => Provenance)
export class ProvenanceResolver {
  @FieldResolver(() => Passage, PASSAGE)
  passage(@Root() provenance: Provenance): Passage | null {
    return toPassage(provenance);
  }
}
