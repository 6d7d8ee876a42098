import type { Unite } from '@palier/runtime/unites';
import { createConnectionType } from '@palier/runtime/connection';
import type { EtatVerdict } from '@palier/runtime/etat-verdict';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Absence } from '../absence/absence.type.ts';
import { Provenance } from '../provenance/provenance.type.ts';
import { GroupeRepartition } from '../repartition/groupe-repartition.type.ts';
import { TerritoireClsc } from '../territoire-clsc/territoire-clsc.type.ts';
import { Bilan, type BilanValue } from './bilan.type.ts';

export const TriBilans = {
  TERRITOIRE: 'TERRITOIRE',
  CONFORMES: 'CONFORMES',
  NON_CONFORMES: 'NON_CONFORMES',
  INDETERMINES: 'INDETERMINES',
  SANS_VERDICT: 'SANS_VERDICT',
  ABSENTS: 'ABSENTS',
  ATTENDUES: 'ATTENDUES',
} as const;
export type TriBilans = (typeof TriBilans)[keyof typeof TriBilans];

registerEnumType(TriBilans, {
  name: 'TriBilans',
  description:
    'Ordre d’une liste de bilans : par un de leurs comptes, qui ne dit ni taux ni rang, les territoires n’ayant pas tous autant de mesures dues. Ceux dont des verdicts sont réservés (`verdictsReserves`) viennent à la fin d’un ordre de verdicts, dans les deux sens : ces comptes ne se disent plus.',
  valuesConfig: {
    TERRITOIRE: { description: 'Par code de territoire : l’ordre par défaut.' },
    CONFORMES: { description: 'Par nombre de mesures conformes.' },
    NON_CONFORMES: { description: 'Par nombre de mesures non conformes.' },
    INDETERMINES: { description: 'Par nombre de mesures indéterminées.' },
    SANS_VERDICT: { description: 'Par nombre de mesures sans verdict.' },
    ABSENTS: { description: 'Par nombre de mesures dues qui manquent.' },
    ATTENDUES: { description: 'Par nombre de mesures demandées qui ne sont pas encore dues.' },
  },
});

export const DimensionBilan = {
  REGION: 'REGION',
  RESEAU_TERRITORIAL: 'RESEAU_TERRITORIAL',
  RESEAU_LOCAL: 'RESEAU_LOCAL',
  RUISSS: 'RUISSS',
} as const;
export type DimensionBilan = (typeof DimensionBilan)[keyof typeof DimensionBilan];

registerEnumType(DimensionBilan, {
  name: 'DimensionBilan',
  description:
    'Ce par quoi des bilans se répartissent : les unités où la consolidation a compté chaque territoire.',
  valuesConfig: {
    REGION: { description: 'Région sociosanitaire.' },
    RESEAU_TERRITORIAL: { description: 'RTS.' },
    RESEAU_LOCAL: { description: 'RLS.' },
    RUISSS: { description: 'RUISSS.' },
  },
});

@ObjectType({ description: 'Un territoire, et son bilan pour une campagne.' })
class BilanTerritoire {
  @Field(() => ID, { description: 'Campagne et territoire : « 2025-2026/06112 ».' })
  id: string;

  @Field(() => TerritoireClsc, { nullable: true, description: 'Territoire.' })
  territoire: { readonly code: string };

  @Field(() => Bilan, { description: 'Son bilan.' })
  bilan: Bilan;

  @Field(() => Provenance, { description: 'Nature des mesures comptées, comme celle du bilan.' })
  provenance: Provenance;
}

/** A territory's bilan as its rows give it. */
export interface BilanTerritoireValue extends BilanTerritoire {
  readonly bilan: BilanValue;
}

/** Which bilans: those of a campagne, in the units given, that count a measure of the indicateur and of the outcome given. */
export interface BilansChoice extends Readonly<Record<Unite, string | null>> {
  readonly campagne: string;
  readonly etablissement: string | null;
  /** These alone. */
  readonly territoires: readonly string[] | null;
  readonly indicateur: string | null;
  readonly verdict: EtatVerdict | null;
}

export const BilanTerritoireConnection = createConnectionType(
  'BilanTerritoire',
  () => BilanTerritoire,
  () => Absence,
  { by: DimensionBilan, groups: GroupeRepartition },
);
