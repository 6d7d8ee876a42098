import type { SubgraphContext } from '../request/context.ts';
import type { Acte, ActeDefinition, ActeDemande, Acteur } from '../journal/acte.ts';
import { type ActeAsked, parseActeur, parseAsked, parseContenu } from './act.ts';
import { judgingDatabase } from './read-once.ts';
import { ActeDansLePasse } from './refus.ts';

/** An act as its trial asks it: without a key, it is not asked whether that one names another. */
export interface ActeTried<Contenu> extends Omit<ActeAsked<Contenu>, 'cle' | 'preparing'> {
  readonly cle?: string | null | undefined;
}

/** What an act would be worth. */
export interface Trial<Contenu> {
  readonly contenu: Contenu;
  /** The one that its key names already: nothing more would be done. */
  readonly acte: Acte<Contenu> | undefined;
}

/** Judges an act as `act` would, for who asks, and writes nothing. Raises all that `act` does. */
export async function tryAct<Contenu>(
  context: SubgraphContext,
  { cle = null, prepare, ...asking }: ActeTried<Contenu>,
): Promise<Trial<Contenu>> {
  const { definition } = asking;
  context.isOfThisMoment = true;
  const demande = parseAsked(context, { ...asking, cle });
  const acte =
    cle === null
      ? undefined
      : ((await context.journal.recall({ ...demande, cle })) as Acte<Contenu> | undefined);
  if (acte !== undefined) return { contenu: acte.contenu, acte };
  const contenu = parseContenu(definition, await prepare());
  await definition.check(judgingDatabase(context), toProspect(context, { ...demande, contenu }));
  return { contenu, acte };
}

/** What an act is judged by, at this moment. */
export function toProspect<Contenu>(
  { journal }: SubgraphContext,
  {
    definition,
    acteur,
    contenu,
    cle = null,
    motif = null,
  }: {
    readonly definition: ActeDefinition<Contenu>;
    readonly acteur: Acteur;
    readonly contenu: Contenu;
    readonly cle?: string | null;
    readonly motif?: string | null | undefined;
  },
): ActeDemande<Contenu> {
  return {
    niveau: journal.niveau,
    nature: definition.nature,
    version: definition.version,
    auteur: acteur.sub,
    palier: acteur.palier,
    etablissement: acteur.etablissement,
    cle: cle ?? '',
    motif,
    inscritLe: new Date().toISOString(),
    origine: 'SAISIE',
    contenu,
    demande: '',
  };
}

/**
 * Who asks what an act would be worth, without doing it: what is answered is true of this moment alone. Raises what parseActeur does,
 * and ACTE_DANS_LE_PASSE.
 */
export function parseProspect(context: SubgraphContext, nature: string): Acteur {
  if (context.au !== undefined) throw new ActeDansLePasse();
  context.isOfThisMoment = true;
  return parseActeur(context.identity, context.journal.niveau, nature, undefined);
}
