import type { TerritoireClscValue } from '../territoire-clsc/territoire-clsc.type.ts';
import { isSameNom } from './is-same-nom.ts';
import type { DesaccordLimite, LimiteValue } from './limite-publiee.type.ts';

/** What the published file says of a territory otherwise than the graph; what it leaves blank says nothing. */
export function listDesaccords(limite: LimiteValue, { nom, unites }: TerritoireClscValue): DesaccordLimite[] {
  const held: readonly (readonly [string, string | null, string])[] = [
    ['RLS_code', limite.reseauLocalCode, unites.RLS],
    ['RTS_code', limite.reseauTerritorialCode, unites.RTS],
    ['RSS_code', limite.regionCode, unites.RSS],
    ['RUIS_code', limite.ruisssCode, unites.RUISSS],
  ];
  const units = held.flatMap(([colonne, publie, connu]) =>
    publie === null || publie === connu ? [] : [{ colonne, publie, connu }],
  );
  return limite.nom === null || isSameNom(limite.nom, nom)
    ? units
    : [{ colonne: 'CLSC_nom', publie: limite.nom, connu: nom }, ...units];
}
