import { createConnectionType } from '@palier/runtime/connection';
import { Cost, ListSize } from '@palier/runtime/demand';
import { ActeArgs } from '@palier/runtime/acts/acte-args';
import { Acte, ActionPossible } from '@palier/runtime/acts/acte.type';
import type { ActeValue } from '@palier/runtime/acts/journal.loader';
import { ArgsType, Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Absence } from '../absence/absence.type.ts';
import { FrequenceIndicateur, Indicateur } from '../indicateur/indicateur.type.ts';
import { Exigence } from '../other-levels/exigence.type.ts';
import { Provenance } from '../provenance/provenance.type.ts';

export const NatureCanevas = { OFFICIEL: 'OFFICIEL', DEMONSTRATION: 'DEMONSTRATION' } as const;
export type NatureCanevas = (typeof NatureCanevas)[keyof typeof NatureCanevas];

registerEnumType(NatureCanevas, {
  name: 'NatureCanevas',
  description: 'Portée d’un canevas.',
  valuesConfig: {
    OFFICIEL: { description: 'Publié par Santé Québec.' },
    DEMONSTRATION: { description: 'Fictif, pour la démonstration seulement.' },
  },
});

@ObjectType({ description: 'Ce qu’un canevas demande : une exigence, ou un de ses volets.' })
export class CelluleCanevas {
  @Field(() => Exigence, { nullable: true, description: 'Exigence à mesurer.' })
  exigence: Exigence;

  @Field(() => ID, { description: 'Code de l’exigence.' })
  exigenceCode: string;

  @Field(() => String, { nullable: true, description: 'Volet, quand l’exigence en a.' })
  volet: string | null;

  @Field(() => FrequenceIndicateur, { description: 'À chaque période, ou une fois l’exercice.' })
  frequence: FrequenceIndicateur;
}

@Directive('@key(fields: "code")')
@ObjectType({
  description:
    'Canevas de reddition de comptes (mandat S1) : ce qu’une campagne demande. Un canevas qui nomme un standard de qualité est refusé.',
})
export class Canevas {
  @Field(() => ID, { description: 'Exercice et version, par exemple « 2025-2026-V1 ».' })
  code: string;

  @Field(() => Int, { description: 'Version, à partir de 1.' })
  version: number;

  @Field(() => String, { description: 'Exercice financier, par exemple « 2025-2026 ».' })
  exercice: string;

  @Field(() => NatureCanevas, { description: 'Publié, ou fictif.' })
  nature: NatureCanevas;

  @ListSize(9)
  @Field(() => [Indicateur], { description: 'Indicateurs demandés.' })
  indicateurs?: Indicateur[];

  @ListSize(20)
  @Field(() => [CelluleCanevas], {
    nullable: 'items',
    description: 'Ce qui est demandé, exigence par exigence.',
  })
  cellules?: CelluleCanevas[];

  @ListSize(2)
  @Field(() => [ActionPossible], {
    description:
      'Ce que vous pouvez faire de ce canevas : en publier un autre pour le même exercice, ouvrir une campagne qui le suive.',
  })
  actionsPossibles?: ActionPossible[];

  @Field(() => Provenance, { description: 'Source.' })
  provenance: Provenance;
}

export const CanevasConnection = createConnectionType(
  'Canevas',
  () => Canevas,
  () => Absence,
);

@ArgsType()
export class PublierCanevasArgs extends ActeArgs {
  @Field(() => ID, { description: 'Exercice financier, par exemple « 2026-2027 ».' })
  exercice: string;

  @Cost(3)
  @Field(() => [ID], { description: 'Codes des indicateurs que le canevas demande.' })
  indicateurs: string[];

  @Field(() => [ID], {
    nullable: true,
    description:
      'Exigences demandées, parmi celles que ces indicateurs mettent en œuvre ; sans elles, toutes le sont.',
  })
  exigences?: string[] | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Version du canevas que vous avez lue, 0 s’il n’y en avait pas : l’acte est refusé si une autre a été publiée depuis.',
  })
  versionAttendue?: number | null;
}

@ObjectType({ description: 'L’acte qui publie un canevas, et le canevas publié.' })
export class PublierCanevasResultat {
  @Field(() => Acte, { description: 'Acte inscrit au journal.' })
  acte: ActeValue;

  @Field(() => Canevas, { nullable: true, description: 'Canevas publié.' })
  canevas: Canevas | null;
}
