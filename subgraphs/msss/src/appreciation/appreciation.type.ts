import { ListSize } from '@palier/runtime/demand';
import { ActeArgs } from '@palier/runtime/acts/acte-args';
import { Acte, ActionPossible } from '@palier/runtime/acts/acte.type';
import type { ActeValue } from '@palier/runtime/acts/journal.loader';
import { DateScalar, DateTime } from '@palier/runtime/scalars';
import { ArgsType, Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import type { AbsenceValue } from '@palier/runtime/absence';
import { Absence } from '../absence/absence.type.ts';
import { Provenance } from '../document/document.type.ts';

@ObjectType({ description: 'Une version de l’appréciation des bilans d’une campagne par le ministère.' })
export class VersionAppreciation {
  @Field(() => Int, { description: 'Version, à partir de 1 ; aucune n’en remplace une autre.' })
  version: number;

  @Field(() => String, { description: 'Ce que le ministère en dit.' })
  texte: string;

  @Field(() => DateScalar, { description: 'Jour de l’appréciation.' })
  date: string;

  @Field(() => String, {
    description: 'Version des bilans appréciés, telle que `Transmission.version` la donne.',
  })
  versionBilans: string;

  @Field(() => DateTime, { description: 'Instant où ces bilans avaient été transmis.' })
  transmiseLe: string;

  @Field(() => DateTime, { description: 'Instant de l’acte.' })
  apprecieeLe: string;

  @Field(() => Provenance, { description: 'Source.' })
  provenance: Provenance;
}

@ObjectType({
  description:
    'Appréciation des bilans d’une campagne par le ministère. Le document 004 lui confie d’en déterminer l’évaluation (M6, L1787-1788) ; qu’il apprécie les bilans transmis est une inférence. `texte` est de la dernière version, et `versions` dit de quels bilans ; sans appréciation de ceux transmis en dernier, `absence` dit qui la doit, ou pourquoi personne.',
})
export class Appreciation {
  @Field(() => Int, {
    description: 'Dernière version, 0 s’il n’y en a pas : à donner à `versionAttendue`.',
  })
  version: number;

  @Field(() => String, {
    nullable: true,
    description: 'Ce que le ministère en dit, dans sa dernière version.',
  })
  texte: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Jour de cette version.' })
  date: string | null;

  @ListSize(5)
  @Field(() => [VersionAppreciation], { description: 'Toutes les versions, la dernière d’abord.' })
  versions: readonly VersionAppreciation[];

  @Field(() => Absence, {
    nullable: true,
    description: 'Présente quand manque l’appréciation des bilans transmis en dernier.',
  })
  absence?: Absence | null;

  @ListSize(1)
  @Field(() => [ActionPossible], { description: 'Ce que vous pouvez faire de ces bilans.' })
  actionsPossibles?: ActionPossible[];

  @Field(() => Provenance, { nullable: true, description: 'Source de la dernière version.' })
  provenance: Provenance | null;
}

/** What the ministry adds to a campagne, which Santé Québec owns. */
@Directive('@key(fields: "code")')
@ObjectType()
export class Campagne {
  @Field(() => ID)
  code: string;

  @Directive('@external')
  @Field(() => DateTime, { nullable: true })
  transmiseLe?: string | null;

  @Directive('@requires(fields: "transmiseLe")')
  @Field(() => Appreciation, { nullable: true, description: 'Appréciation de ses bilans par le ministère.' })
  appreciation?: Appreciation | null;
}

/** An appreciation as its rows give it, and the campagne it is of. */
export interface AppreciationValue extends Omit<Appreciation, 'absence'> {
  readonly campagne: string;
  readonly dejaTransmise: string | null;
  readonly absence: AbsenceValue | null;
}

@ArgsType()
export class ApprecierBilanArgs extends ActeArgs {
  @Field(() => ID, { description: 'Campagne dont les bilans sont appréciés, par exemple « 2026-2027 ».' })
  campagne: string;

  @Field(() => String, { description: 'Appréciation, de 1 à 10 000 caractères.' })
  texte: string;

  @Field(() => String, {
    nullable: true,
    description: 'Jour de l’appréciation : « 2027-07-01 » ; sans lui, celui de l’acte.',
  })
  date?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Version de l’appréciation que vous avez lue, 0 s’il n’y en avait pas : l’acte est refusé si une autre l’a suivie.',
  })
  versionAttendue?: number | null;
}

@ObjectType({ description: 'L’acte qui apprécie les bilans d’une campagne, et la campagne.' })
export class AppreciationResultat {
  @Field(() => Acte, { description: 'Acte inscrit au journal.' })
  acte: ActeValue;

  @Field(() => Campagne, { nullable: true, description: 'Campagne, telle qu’elle est maintenant.' })
  campagne: Campagne | null;
}
