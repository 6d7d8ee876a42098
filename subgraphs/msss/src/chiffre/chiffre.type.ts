import { Comparateur } from '@palier/runtime/exigence-enums';
import { ListSize } from '@palier/runtime/demand';
import { Directive, Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { Provenance } from '../document/document.type.ts';
import { Ecart } from '../ecart/ecart.type.ts';

@ObjectType({ description: 'Le même dénombrement, fait dans les tables officielles.' })
export class ValeurTable {
  @Field(() => Int, { description: 'Ce que les tables comptent.' })
  valeur: number;

  @Field(() => Boolean, { description: 'Vrai quand le texte et les tables donnent le même nombre.' })
  concorde: boolean;

  @Field(() => Provenance, { description: 'Source du dénombrement.' })
  provenance: Provenance;
}

@Directive('@key(fields: "code")')
@ObjectType({ description: 'Chiffre écrit dans un document, tel quel ; jamais corrigé.' })
export class Chiffre {
  @Field(() => ID, { description: 'Par exemple « F3 ».' })
  code: string;

  @Field(() => String, { description: 'Ce qui est compté ou mesuré.' })
  libelle: string;

  @Field(() => Float, { nullable: true, description: 'La valeur ; nulle quand le texte en donne plusieurs.' })
  valeur: number | null;

  @ListSize(6)
  @Field(() => [Float], { description: 'Les valeurs, quand le texte en donne plusieurs ; vide sinon.' })
  valeurs: readonly number[];

  @Field(() => String, { nullable: true, description: 'Unité.' })
  unite: string | null;

  @Field(() => Comparateur, {
    nullable: true,
    description: 'Comment la valeur se lit, quand le texte en fait une borne.',
  })
  comparateur: Comparateur | null;

  @Field(() => String, { nullable: true, description: 'Ce qui déclenche le délai.' })
  declencheur: string | null;

  @Field(() => String, { nullable: true, description: 'Échéance, telle que le texte la donne.' })
  echeance: string | null;

  @Field(() => String, { nullable: true, description: 'Part que le texte annonce à côté du nombre.' })
  partAnnoncee: string | null;

  @Field(() => ValeurTable, {
    nullable: true,
    description:
      'Ce que comptent les tables officielles, à côté du texte ; nul pour ce qu’elles ne comptent pas.',
  })
  valeurTable?: ValeurTable | null;

  @Field(() => String, { nullable: true, description: 'Comment le lire.' })
  note: string | null;

  @ListSize(1)
  @Field(() => [Ecart], { description: 'Écarts qui le touchent.' })
  ecarts?: Ecart[];

  @Field(() => Provenance, { description: 'Source.' })
  provenance: Provenance;
}

/** What the official tables can count beside the text. */
export type Decompte = 'TERRITOIRES' | 'RLS' | 'RLS_MULTIPLES' | 'RLS_SIMPLES';

/** A figure as its row gives it. */
export type ChiffreValue = Chiffre & { readonly decompte: Decompte | null };
