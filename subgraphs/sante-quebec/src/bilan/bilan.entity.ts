import type { Entity } from '@palier/runtime/entity';
import { defineVersions } from '@palier/runtime/history/versions';
import { BilansResolver } from './bilan-territoire.resolver.ts';
import { BilanIndicateurResolver, BilanResolver } from './bilan.resolver.ts';
import { BilanExigence, type BilanExigenceValue } from './bilan.type.ts';

export const bilan: Entity = {
  resolvers: [BilanIndicateurResolver, BilanResolver, BilansResolver],
  versions: () => [
    defineVersions(BilanExigence, {
      table: 'bilan_territoire',
      // The bilan as a whole says it.
      toldBy: { table: 'consolidation', column: 'campagne_code' },
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
        members: 'composition_territoire',
        on: ['campagne_code', 'territoire_code'],
        by: ['rls', 'rts', 'rss'],
      },
      territoire: 'territoire_code',
      fields: ['conformes', 'nonConformes', 'indetermines', 'sansVerdict', 'absents', 'verdictsReserves'],
    }),
  ],
};
