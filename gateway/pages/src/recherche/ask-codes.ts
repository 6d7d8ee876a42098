import { GraphFault } from '@palier/gateway/http/graph-fault';
import {
  type PageCodePostalQuery,
  pageCode,
  pageCodeInterne,
  pageCodePostal,
} from '../operations/operations.ts';
import { nameFact } from '../fact-types/name-fact.ts';
import type { PageRequest } from '../shell/page.ts';
import type { Found } from './found.ts';

/** « G1R 2B5 », with or without its space, in whatever letters. */
const CODE_POSTAL = /^[a-z]\d[a-z][ -]?\d[a-z]\d$/i;

/** What an act, a canevas or an official file names: a number alone is of a territory, which the search finds. */
const IDENTIFIANT = /^(?!\d{1,7}$)(?=.*\d)[A-Za-z0-9][A-Za-z0-9:._-]{0,119}$/;
const CANEVAS = /^\d{4}-\d{4}-V\d{1,4}$/;
const CAMPAGNE = /^\d{4}-\d{4}$/;
const MESURE = /^\d{4}-\d{4}-P\d{2}:\d{5}:[A-Z0-9:_-]+$/;
const REDDITION = /^\d{4}-\d{4}:[A-Z0-9]+:V\d{1,4}$/;
const FICHE = /^\d{8}$/;

export type CodePostal = NonNullable<PageCodePostalQuery['territoireParCodePostal']>;

/** What a text is the code of, besides what a search of words finds. */
export interface ByCode {
  readonly found: readonly Found[];
  readonly codePostal: CodePostal | undefined;
}

interface Named {
  readonly code: string;
  /** Where it has one; what has none is named by what it is about. */
  readonly nom?: string | null;
  readonly provenance: { readonly origine: Found['provenance']['origine'] };
}

export async function askCodes({ ask }: PageRequest, q: string): Promise<ByCode> {
  if (CODE_POSTAL.test(q)) {
    const { data } = await ask(pageCodePostal, { code: q });
    const codePostal = data.territoireParCodePostal ?? undefined;
    return {
      codePostal,
      found: (codePostal?.territoires ?? []).map((one) => toFound('TerritoireClsc', one)),
    };
  }
  if (!IDENTIFIANT.test(q)) return { found: [], codePostal: undefined };
  const [told, ofSome] = await Promise.all([
    ask(pageCode, {
      code: q,
      canevas: CANEVAS.test(q),
      campagne: CAMPAGNE.test(q),
      mesure: MESURE.test(q),
      reddition: REDDITION.test(q),
      fiche: FICHE.test(q),
    }),
    // A contract may hide it.
    ask(pageCodeInterne, { code: q }).catch((error: unknown) => {
      if (error instanceof GraphFault) return { data: {} };
      throw error;
    }),
  ]);
  const named = Object.entries({ ...told.data, ...ofSome.data }) as readonly [string, Named | null][];
  return {
    found: named.flatMap(([type, one]) => (one == null ? [] : [toFound(type, one)])),
    codePostal: undefined,
  };
}

const toFound = (type: string, { provenance: { origine }, ...named }: Named): Found => ({
  type,
  code: named.code,
  titre: named.nom ?? nameFact({ ...named, __typename: type }),
  extrait: '',
  complet: true,
  provenance: { origine, lignes: null, document: null },
});
