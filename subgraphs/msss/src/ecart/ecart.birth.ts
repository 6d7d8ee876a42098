import type { Rows } from '@palier/runtime/birth';
import type { EcartTable, EcartToucheTable } from '../../tables/ecart.table.ts';

/** One entry of `data/ecarts.json`. */
export interface EcartEntry extends Pick<
  EcartTable,
  'code' | 'serie' | 'titre' | 'detail' | 'gravite' | 'provenances'
> {
  readonly graviteInferee: boolean;
  readonly cote: EcartTable['cotes'];
  readonly touche: readonly Pick<EcartToucheTable, 'type' | 'code'>[];
}

export function toEcartRows(entries: readonly EcartEntry[]): Rows {
  return entries.map(({ code, serie, titre, detail, gravite, graviteInferee, cote, provenances }) => ({
    code,
    serie,
    titre,
    detail,
    gravite,
    gravite_inferee: graviteInferee,
    cotes: cote,
    provenances,
  }));
}

export function toToucheRows(entries: readonly EcartEntry[]): Rows {
  return entries.flatMap((entry) =>
    entry.touche.map(({ type, code }) => ({ type, code, ecart_code: entry.code })),
  );
}
