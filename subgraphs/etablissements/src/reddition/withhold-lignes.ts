import { chain } from '@palier/runtime/awaitable';
import { toInstant } from '@palier/runtime/instant';
import { mayReadReserved } from '@palier/runtime/may-read';
import type { Withholding } from '@palier/runtime/history/versions';
import { withholdLigneState } from '../mesure/mesure.queries.ts';
import { loadSuppressed } from '../mesure/withhold-mesures.ts';
import type { Context } from '../tables.ts';
import { hideLigne } from './hide-suppressed.ts';
import { redditions, saidByOfLigne } from './reddition.loader.ts';
import type { LigneReddition } from './reddition.type.ts';

/** « 2026-2027:11045119:V2:2026-2027-P01:01111:A-P5:AAOR » : a version, and a measure. */
const LIGNE = /^([^:]+:[^:]+:V\d+):(.+)$/;
const partsOf = (ligne: string): readonly [version: string, mesure: string] => {
  const [, version = '', mesure = ''] = LIGNE.exec(ligne) ?? [];
  return [version, mesure];
};

/** What a draft said before it was submitted, and what is suppressed since, is told to its établissement and to Santé Québec alone. */
export const withholdLignes: Withholding<LigneReddition> = {
  versions: (context: Context, { id }, versions) => {
    const [reddition, mesure] = partsOf(id);
    return chain(redditions.byKey.load(context, reddition), (version) => {
      if (mayReadReserved(context.identity, version?.etablissement.code ?? null)) return versions;
      const since = version?.soumiseLe;
      if (since == null) return [];
      const published = versions.filter(({ jusqua }) => jusqua === null || toInstant(jusqua) > since);
      return chain(loadSuppressed(context, [mesure]), (suppressed) => {
        if (!suppressed.has(mesure)) return published;
        return chain(saidByOfLigne.load(context, id), (said) =>
          published.map((row) => ({ ...row, etat: hideLigne(row.etat, said, suppressed.get(mesure)) })),
        );
      });
    });
  },
  differences: withholdLigneState,
};
