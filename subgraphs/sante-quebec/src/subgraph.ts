import 'reflect-metadata';
import { defineSubgraph } from '@palier/runtime/subgraph';
import { load } from './birth.ts';
import { withholdSuppressed } from './consolidation/withhold-suppressed.ts';
import { copyWithheldLignes } from './reddition/copy-withheld-lignes.ts';
import { demonstration } from './demonstration/demonstration.ts';
import * as entities from './entities.ts';
import * as migrations from './migrations.ts';

/** The tactical level: Santé Québec says how it is done, and how it is measured. */
export const santeQuebec = defineSubgraph({
  name: 'sante-quebec',
  niveau: 'SANTE_QUEBEC',
  migrations,
  entities,
  copies: [
    'consolidation',
    'bilan_territoire',
    'composition_territoire',
    'releve_territoire',
    'ligne_retenue',
  ],
  forgotten: ['releve_territoire', 'ligne_retenue'],
  secrets: ['secret_consolidation'],
  follows: {
    ETABLISSEMENT: {
      // One of them may have suppressed a figure that a bilan counts, or that was sent back.
      work: async ({ database, graph }) => {
        const { failures } = await withholdSuppressed(database, graph);
        await copyWithheldLignes(database, graph);
        for (const { error } of failures) throw error;
      },
      said: {
        failing: (reason) =>
          `Santé Québec ne sait plus quels chiffres sont supprimés : ses bilans disent encore les verdicts d’avant, et ses retours ce qu’ils en disaient. ${reason}`,
        recovered: 'Santé Québec sait de nouveau quels chiffres sont supprimés.',
      },
    },
  },
  withheld: {
    bilan_territoire: {
      said: { column: 'reserve', value: 'true' },
      // How many are measured is public: their verdicts are not told any more.
      instead: {
        conformes: '0',
        non_conformes: '0',
        indetermines: '0',
        sans_verdict: 'passe.conformes + passe.non_conformes + passe.indetermines + passe.sans_verdict',
        verdicts_reserves: 'true',
      },
    },
  },
  load,
  demonstration,
});
