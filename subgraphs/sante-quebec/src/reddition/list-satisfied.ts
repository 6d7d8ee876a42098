import { toCampagne } from '../campagne/campagne.loader.ts';
import type { AskedByCampagne } from '../demande/demande.loader.ts';
import type { CampagneSatisfaite } from './reddition.type.ts';

/** The other open campagnes that ask, for the same periods, what a version carries (« période:exigence/volet »). */
export function listSatisfied(
  asked: readonly AskedByCampagne[],
  campagneCode: string,
  carried: ReadonlySet<string>,
): CampagneSatisfaite[] {
  return asked
    .filter(({ campagne }) => campagne.code !== campagneCode && campagne.fermee_le === null)
    .flatMap(({ campagne, periodes, cellules }) => {
      const common = periodes.flatMap((periode) =>
        cellules
          .filter(({ exigence, volet }) => carried.has(`${periode}:${exigence}/${volet ?? ''}`))
          .map(({ exigence }) => ({ periode, exigence })),
      );
      if (common.length === 0) return [];
      return {
        campagne: toCampagne(campagne),
        exigences: [...new Set(common.map(({ exigence }) => exigence))].map((code) => ({ code })),
        periodes: [...new Set(common.map(({ periode }) => periode))],
        cellules: common.length,
      };
    });
}
