import type { Awaitable } from '../base/awaitable.ts';
import type { SubgraphContext } from '../request/context.ts';
import { isRefusal } from '../base/errors.ts';
import { parseActeur } from './act.ts';
import { judgingDatabase } from './read-once.ts';
import type { ActeDefinition } from '../journal/acte.ts';
import type { ActionPossible } from './acte.type.ts';
import { ActeDansLePasse } from './refus.ts';
import { toProspect } from './try-act.ts';

/** An act as it would be asked, as far as it can be known before its author fills it. */
export interface ProspectiveActe {
  readonly definition: ActeDefinition;
  readonly contenu: unknown;
  /** What stands for the reason that its author may have to give. */
  readonly motif?: string;
  readonly etablissement?: string | undefined;
  /** Raises what refuses it while it is prepared, by another level too: before it is judged here, as of an act that is asked. */
  readonly elsewhere?: () => Awaitable<void>;
}

/** What the caller may do, each act judged by the very rules that would refuse it: nothing is written. */
export function listActions(
  context: SubgraphContext,
  actes: readonly ProspectiveActe[],
): Promise<ActionPossible[]> {
  // A day that passes, or what another level does, changes what may be done.
  if (context.au === undefined) context.isOfThisMoment = true;
  return Promise.all(
    actes.map(async (acte) => ({
      nom: acte.definition.nature,
      motifSiRefusee: await findRefusal(context, acte),
    })),
  );
}

async function findRefusal(
  context: SubgraphContext,
  { definition, contenu, motif, etablissement, elsewhere }: ProspectiveActe,
): Promise<string | null> {
  const { identity, journal, au } = context;
  if (au !== undefined) return new ActeDansLePasse().message;
  try {
    const acteur = parseActeur(identity, journal.niveau, definition.nature, etablissement);
    await elsewhere?.();
    await definition.check(
      judgingDatabase(context),
      toProspect(context, { definition, acteur, contenu, motif }),
    );
    return null;
  } catch (error) {
    if (isRefusal(error)) return error.message;
    throw error;
  }
}
