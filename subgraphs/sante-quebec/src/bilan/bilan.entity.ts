import type { Entity } from '@palier/runtime/entity';
import { defineVersions } from '@palier/runtime/history/versions';
import { BilansResolver } from './bilan-territoire.resolver.ts';
import { BilanIndicateurResolver, BilanResolver } from './bilan.resolver.ts';
import { Bilan, BilanExigence, type BilanExigenceValue, type BilanValue } from './bilan.type.ts';

const COUNTS = [
  'conformes',
  'nonConformes',
  'indetermines',
  'sansVerdict',
  'absents',
  'attendues',
  'verdictsReserves',
];
// The bilan as a whole says it.
const TOLD_BY = { table: 'consolidation', column: 'campagne_code' };
const MEMBERS = { members: 'composition_territoire', on: ['campagne_code', 'territoire_code'] };

export const bilan: Entity = {
  resolvers: [BilanIndicateurResolver, BilanResolver, BilansResolver],
  versions: () => [
    defineVersions(BilanExigence, {
      table: 'bilan_territoire',
      toldBy: TOLD_BY,
      key: {
        campagne_code: ({ key }: BilanExigenceValue) => key.campagne,
        territoire_code: ({ key }: BilanExigenceValue) => key.territoire,
        exigence_code: ({ key }: BilanExigenceValue) => key.exigence,
        volet: ({ key }: BilanExigenceValue) => key.volet,
      },
      summed: {
        isSum: ({ unite }: BilanExigenceValue) => unite !== null,
        of: ({ unite }: BilanExigenceValue) => [unite?.sorte.toLowerCase() ?? '', unite?.code ?? ''],
        key: ['campagne_code', 'exigence_code', 'volet'],
        ...MEMBERS,
        by: ['rls', 'rts', 'rss'],
      },
      territoire: 'territoire_code',
      fields: COUNTS,
    }),
    defineVersions(Bilan, {
      table: 'bilan_territoire',
      toldBy: TOLD_BY,
      key: { campagne_code: ({ campagneCode }: BilanValue) => campagneCode },
      summed: {
        isSum: () => true,
        of: ({ de }: BilanValue) => de,
        key: ['campagne_code'],
        ...MEMBERS,
        by: ['rls', 'rts', 'rss', 'territoire_code'],
      },
      isWhole: true,
      fields: COUNTS,
    }),
  ],
};
