import { z } from 'zod';
import type { Awaitable } from '../base/awaitable.ts';
import { sayRead } from '../base/say-read.ts';
import type { SubgraphContext } from '../request/context.ts';
import type { Identity } from '@palier/calls/identity';
import { createKeptValues } from '../data/kept-values.ts';
import type { CodePalier } from '../vocabulary/paliers.ts';
import type { Acte, ActeDefinition, Acteur } from '../journal/acte.ts';
import { refuseUnseen } from './refuse-unseen.ts';
import {
  ActeDansLePasse,
  contenuInvalide,
  PreparationPerimee,
  RefusActe,
  type Regle,
  VersionPerimee,
} from './refus.ts';
import { ABSENT_TEXT, sayIssue } from './say-issue.ts';
import { sayPlace } from '../journal/say-place.ts';

z.config({ localeError: sayIssue });

/** An act as a mutation asks it. */
export interface ActeAsked<Contenu> {
  readonly definition: ActeDefinition<Contenu>;
  readonly cle: string;
  readonly motif?: string | null | undefined;
  /** Whether the reason is a part of what it says: it is not done without one. */
  readonly needsMotif?: boolean;
  /** What the caller sent, all of it but the key and the reason. */
  readonly asked: object;
  /** The same as the act that its key names says it was asked, where that one, of before, says less; undefined where it says as much. */
  readonly askedBefore?: (contenu: Contenu) => object | undefined;
  /** Which version of what it changes the caller says it has read; without one, it is made from what is there when it is written. */
  readonly versionAttendue?: number | null | undefined;
  /** Code of the établissement in whose name it is done; for the level of the établissements alone. */
  readonly etablissement?: string | undefined;
  /** Makes what is written of it. What another level holds is read here, through the graph, and kept in the content. */
  readonly prepare: () => Awaitable<Contenu>;
  /** Whether making it changes something: it is then begun only once nothing is known by its key. */
  readonly preparing?: 'READS' | 'WRITES';
}

const CLE = /^[\x21-\x7e]{1,128}$/;
const LONGEST_MOTIF = 2_000;

/**
 * Does an act, for who asks, and gives it as it is written. Raises what refuses it: AUTHENTIFICATION_REQUISE, ACTE_NON_AUTORISE,
 * CONTENU_INVALIDE, CLE_REPRISE, VERSION_PERIMEE, ACTE_REFUSE.
 */
export async function act<Contenu>(
  context: SubgraphContext,
  asking: ActeAsked<Contenu>,
): Promise<Acte<Contenu>> {
  const { definition, cle, versionAttendue, prepare } = asking;
  const { journal } = context;
  const demande = { ...parseAsked(context, asking), cle };
  const isAfter = asking.preparing === 'WRITES';
  let known = isAfter ? await journal.recall(demande) : undefined;
  if (known !== undefined) return known as Acte<Contenu>;
  let prepared = begin(prepare);
  // Content that is there already goes to the journal, which knows whether its key was used.
  if (!isAfter && prepared instanceof Promise) {
    // What the key names is given, whatever has become of what it was made from.
    prepared.catch(() => undefined);
    known = await journal.recall(demande);
    if (known !== undefined) return known as Acte<Contenu>;
  }
  try {
    for (let tries = 1; ; tries += 1)
      try {
        const contenu = parseContenu(definition, await prepared);
        return (await journal.write({ ...demande, contenu })) as Acte<Contenu>;
      } catch (error) {
        // What was written meanwhile is read, and the act made again from it, unless its author said to have read otherwise.
        if (!mayRetry(error, versionAttendue) || tries === MOST_TRIES) throw error;
        forgetValues(context);
        prepared = begin(prepare);
      }
  } finally {
    forgetValues(context);
  }
}

/** Who asks, and what they say of it beside what it holds. Raises what refuses that; without a key, there is none to judge. */
export function parseAsked<Contenu>(
  context: SubgraphContext,
  {
    definition,
    cle,
    motif = null,
    asked,
    needsMotif,
    versionAttendue,
    etablissement,
    askedBefore,
  }: Omit<ActeAsked<Contenu>, 'cle' | 'prepare'> & { readonly cle: string | null },
) {
  if (context.au !== undefined) throw new ActeDansLePasse();
  const acteur = parseActeur(context.identity, context.journal.niveau, definition.nature, etablissement);
  if (cle !== null && !CLE.test(cle))
    throw contenuInvalide({
      regle: { code: 'NOMMER_SON_ACTE', origine: 'INFERENCE' },
      motif: `cle : de 1 à 128 caractères imprimables sont attendus, sans espace ni accent ; reçu : ${sayRead(cle)}.`,
      remede: 'Donnez à l’acte un nom de cette forme, que vous n’avez donné à aucun autre.',
    });
  refuseUnseen({ ...asked, motif: motif ?? '' });
  if (needsMotif === true && parseMotif(motif) === null)
    throw contenuInvalide({
      regle: { code: 'DIRE_POURQUOI', origine: 'INFERENCE' },
      motif: `motif : ${ABSENT_TEXT}.`,
      remede: 'Dites pourquoi vous faites cet acte : la raison est gardée avec lui.',
    });
  if (versionAttendue != null && versionAttendue < 0)
    throw contenuInvalide({
      regle: { code: 'NOMMER_CE_QUI_EST_LU', origine: 'INFERENCE' },
      motif: `versionAttendue : un nombre à partir de 0 est attendu ; reçu : ${versionAttendue}.`,
      remede: 'Donnez la version que vous avez lue, 0 s’il n’y en avait aucune, ou ne la donnez pas.',
    });
  return { definition, acteur, motif: parseMotif(motif), asked, askedBefore };
}

/** Who read no version has none that is outdated; what another was prepared from, nobody read. */
const mayRetry = (error: unknown, versionAttendue: number | null | undefined): boolean =>
  error instanceof PreparationPerimee || (error instanceof VersionPerimee && versionAttendue == null);

/** Of those who write the same thing at once, one is written at each try: past this many, the others are told to ask again. */
const MOST_TRIES = 20;

/** What it raises at once is raised by whoever waits for it. */
function begin<Value>(work: () => Awaitable<Value>): Awaitable<Value> {
  try {
    return work();
  } catch (error) {
    return Promise.reject(error as Error);
  }
}

/** Raises AUTHENTIFICATION_REQUISE and ACTE_NON_AUTORISE. */
export function parseActeur(
  { subject, palier, etablissement, scopes }: Identity,
  niveau: CodePalier,
  nature: string,
  wanted: string | undefined,
): Acteur {
  if (subject === undefined)
    throw new RefusActe(
      {
        regle: { code: 'AGIR_SOUS_SON_NOM', origine: 'INFERENCE' },
        motif: 'Un acte a un auteur, et votre demande ne dit pas qui vous êtes.',
        remede: 'Envoyez un jeton : « authorization: Bearer … ».',
      },
      'AUTHENTIFICATION_REQUISE',
    );
  if (palier !== niveau)
    throw notAllowed(
      { code: 'AGIR_A_SON_PALIER', origine: 'INFERENCE', modele: 'V8' },
      `« ${nature} » est un acte du palier ${niveau} ; votre jeton ${palier === undefined ? 'n’en nomme aucun' : `est du palier ${palier}`}.`,
      'Demandez-le à qui agit pour ce palier.',
    );
  if (!allows(scopes, nature))
    throw notAllowed(
      { code: 'PORTEES_DU_JETON', origine: 'INFERENCE' },
      `Les portées de votre jeton ne permettent pas « ${nature} ».`,
      `Obtenez un jeton dont les portées nomment « ${ACTE_SCOPE}${nature} », ou n’en nomment aucun.`,
    );
  if (niveau !== 'ETABLISSEMENT') return { sub: subject, palier, etablissement: null };
  if (etablissement === undefined)
    throw notAllowed(
      { code: 'NOMMER_SON_ETABLISSEMENT', origine: 'INFERENCE' },
      'Votre jeton ne nomme pas d’établissement.',
      'Obtenez-en un qui dit au nom duquel vous agissez.',
    );
  if (wanted !== undefined && wanted !== etablissement)
    throw notAllowed(
      { code: 'AGIR_EN_SON_NOM', origine: 'INFERENCE', modele: 'V8' },
      `Vous agissez au nom de l’établissement ${etablissement}, et non de ${wanted}.`,
      'Demandez-le à cet établissement.',
    );
  return { sub: subject, palier, etablissement };
}

const ACTE_SCOPE = 'acte:';

const notAllowed = (regle: Regle, motif: string, remede: string): RefusActe =>
  new RefusActe({ regle, motif, remede }, 'ACTE_NON_AUTORISE');

/** A token that names acts permits those alone; one that names none permits all those of its level. */
function allows(scopes: ReadonlySet<string>, nature: string): boolean {
  const named = [...scopes].filter((scope) => scope.startsWith(ACTE_SCOPE));
  return named.length === 0 || named.includes(`${ACTE_SCOPE}${nature}`);
}

function parseMotif(motif: string | null): string | null {
  const text = motif?.trim() ?? '';
  if ([...text].length > LONGEST_MOTIF)
    throw contenuInvalide({
      regle: BIEN_FORME,
      motif: `motif : au plus ${LONGEST_MOTIF} caractères sont permis ; reçu : ${sayRead(text)}.`,
      remede: CORRIGER,
    });
  return text === '' ? null : text;
}

/** Raises CONTENU_INVALIDE. */
export function parseContenu<Contenu>({ contenu, saidAs }: ActeDefinition<Contenu>, value: Contenu): Contenu {
  const result = contenu.safeParse(value);
  if (result.success) return result.data;
  throw contenuInvalide({
    regle: BIEN_FORME,
    motif: result.error.issues
      .slice(0, MOST_FAULTS)
      .map(({ path, message }) => `${sayPlace(path, saidAs)} : ${message}.`)
      .join(' '),
    remede: CORRIGER,
  });
}

const BIEN_FORME: Regle = { code: 'CONTENU_BIEN_FORME', origine: 'INFERENCE' };
const CORRIGER = 'Corrigez-le, puis redemandez l’acte.';

const MOST_FAULTS = 20;

/** What the request had read may have just changed: it reads it again. */
function forgetValues(context: SubgraphContext): void {
  context.loaders.clear();
  context.kept = createKeptValues();
}
