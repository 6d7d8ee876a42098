import { type Awaitable, chain } from '@palier/runtime/awaitable';
import type { Withholding } from '@palier/runtime/history/versions';
import { mayReadReserved } from '@palier/runtime/may-read';
import type { Context } from '../tables.ts';
import { withheldByReddition } from './reddition.loader.ts';
import { TEXTE_RETENU, withholdCelluleState, withholdExamenState } from './reddition.queries.ts';
import type { CelluleRetournee, ExamenRead } from './reddition.type.ts';
import { etablissementOf } from './say-contradiction.ts';

/** The measures sent back of a version, of which who asks does not read what was written: it may repeat what is withheld. */
const loadWithheld = (context: Context, reddition: string): Awaitable<readonly string[]> =>
  mayReadReserved(context.identity, etablissementOf(reddition))
    ? []
    : withheldByReddition.load(context, reddition);

export const hideTextes = (
  context: Context,
  reddition: string,
  cellules: readonly CelluleRetournee[],
): Awaitable<readonly CelluleRetournee[]> =>
  chain(loadWithheld(context, reddition), (withheld) =>
    cellules.map((cellule) => (withheld.includes(cellule.mesureId) ? { ...cellule, ...RETENU } : cellule)),
  );

const RETENU = { motif: TEXTE_RETENU, attendu: TEXTE_RETENU, texteReserve: TEXTE_RETENU } as const;

/** Of all that is sent back together, each measure tells its own: which of them are withheld, none of the others tells. */
export const hideMotifs = (
  context: Context,
  reddition: string,
  motifs: readonly string[],
): Awaitable<readonly string[]> =>
  chain(loadWithheld(context, reddition), ({ length }) => (length === 0 ? motifs : [TEXTE_RETENU]));

export const withholdExamens: Withholding<ExamenRead> = {
  versions: (context, { redditionId }, versions) =>
    chain(loadWithheld(context, redditionId), ({ length }) =>
      length === 0
        ? versions
        : versions.map((version) => ({ ...version, etat: { ...version.etat, motifs: [TEXTE_RETENU] } })),
    ),
  differences: withholdExamenState,
};

/** Differences of what is sent back, which has no versions of its own. */
export const withholdCellules = withholdCelluleState;
