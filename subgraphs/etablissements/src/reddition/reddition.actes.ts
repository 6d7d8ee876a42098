import type { Acte, ActeDefinition } from '@palier/runtime/journal/acte';
import { toLocalDay } from '@palier/runtime/local-day';
import { provenanceOf } from '@palier/runtime/acts/provenance-of';
import { PreparationPerimee, RefusActe, VersionPerimee } from '@palier/runtime/acts/refus';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Tables } from '../tables.ts';
import { ligneSaisie } from './ligne-saisie.ts';
import type { RedditionTable } from '../../tables/reddition.table.ts';
import type { EtatReddition } from './reddition-enums.ts';
import { sayMesures } from './say-mesures.ts';
import {
  copyLignes,
  deleteCarried,
  deleteLignes,
  findDraft,
  findLastVersion,
  findReddition,
  findStandingVersion,
  insertDraft,
  markWithdrawn,
  submitDraft,
  touchDraft,
  upsertLignes,
} from './reddition-acts.queries.ts';
import { findWithheld, insertJugement } from '../regle/constat-validation.queries.ts';
import { findDisclosed, publishVersion, restoreMesures } from './publication.queries.ts';

/** What rules said of measures without refusing them, as an act keeps it. */
const constats = z.array(
  z.strictObject({
    mesure: z.string(),
    regle: z.string(),
    severite: z.enum(['A_JUSTIFIER', 'INFORMATION']),
    message: z.string(),
    operandes: z.array(z.string()),
    justification: z.string().min(1).max(2_000).nullable(),
  }),
);

const saisie = z
  .strictObject({
    campagne: z.string(),
    /** Of the draft that it is entered in; not said by the acts of before, which began each draft at revision 1. */
    version: z.int().min(1).optional(),
    /** How many times the draft had been written when its author read it; null when it was not read. */
    revision: z.int().min(0).nullable(),
    /**
     * The version that the draft begins as, when there is none under way: the one that stands; null when none does. The acts of
     * before, which do not say it, began as the last version, withdrawn or not.
     */
    suit: z.string().nullable().optional(),
    lignes: z.array(ligneSaisie),
    /** Measures taken out of the draft. */
    retraits: z.array(z.string()).min(1).optional(),
    /** The first of those that its author was told; not said by the acts of before. */
    constats: constats.optional(),
    /** Its key names all that was asked of it; by the acts of before, neither the file it came from nor what was to be left out. */
    cleEntiere: z.literal(true).optional(),
    /** The day in Québec whose rules judged it; not said by the acts of before. */
    jugeLe: z.iso.date().optional(),
  })
  .refine(({ lignes, retraits = [] }) => lignes.length + retraits.length > 0, {
    path: ['lignes'],
    error: 'aucune mesure n’est donnée',
  });

export type SaisieContenu = z.infer<typeof saisie>;

/** The établissement enters measures in its draft; without one, the draft of the next version begins as the former one. */
export const saisirMesures: ActeDefinition<z.infer<typeof saisie>, Tables> = {
  nature: 'saisirMesures',
  version: 1,
  reserve: 'Saisie d’un brouillon : ce qui en est publié l’est par la soumission.',
  contenu: saisie,
  saidAs: { lignes: 'mesures' },
  touches: ({ etablissement }) => `établissement ${etablissement ?? ''}`,
  check: async (database, { contenu, etablissement, inscritLe }) => {
    refuseOtherDay(contenu, inscritLe);
    await refuseOtherDraft(database, etablissement ?? '', contenu);
  },
  apply: async (database, acte) => {
    const id = await openDraft(database, acte);
    await deleteLignes(database, id, acte.contenu.retraits ?? []);
    await upsertLignes(database, {
      reddition: id,
      etablissement: acte.etablissement ?? '',
      lignes: acte.contenu.lignes,
      provenance: provenanceOf(acte),
    });
  },
};

/** The draft under way, or the next version. */
async function openDraft(database: Kysely<Tables>, acte: Acte<SaisieContenu>): Promise<string> {
  const { campagne, suit } = acte.contenu;
  const last = await findLastVersion(database, acte.etablissement ?? '', campagne);
  if (last?.etat === 'SAISIE') {
    await touchDraft(database, last.id);
    return last.id;
  }
  return beginDraft(database, acte, {
    campagne,
    version: draftAfter(last),
    // What was read of a version is never what a later one is at.
    revision: acte.contenu.version === undefined ? 1 : (last?.revision ?? 0) + 1,
    from: suit === undefined ? last?.id : suit,
  });
}

interface Beginning {
  readonly campagne: string;
  readonly version: number;
  readonly revision: number;
  readonly from: string | null | undefined;
}

/** A draft begins as another version: what is not entered again is carried over. */
async function beginDraft(
  database: Kysely<Tables>,
  acte: Acte,
  { campagne, version, revision, from }: Beginning,
): Promise<string> {
  const etablissement = acte.etablissement ?? '';
  const id = redditionId({ campagne, etablissement, version });
  await insertDraft(database, {
    id,
    etablissement_code: etablissement,
    campagne,
    version,
    etat: 'SAISIE',
    saisie_le: acte.inscritLe,
    soumise_le: null,
    soumise_par: null,
    revision,
    retiree_le: null,
    provenance: provenanceOf(acte),
  });
  if (from != null) await copyLignes(database, { from, to: id });
  return id;
}

/** The number of the draft: that of the one under way, or of the one that would be opened after the last version. */
export function draftAfter(
  last: { readonly version: number; readonly etat: EtatReddition } | undefined,
): number {
  if (last?.etat === 'SAISIE') return last.version;
  return (last?.version ?? 0) + 1;
}

interface VersionName {
  readonly campagne: string;
  readonly etablissement: string;
  readonly version: number;
}

export const redditionId = ({ campagne, etablissement, version }: VersionName): string =>
  `${campagne}:${etablissement}:V${version}`;

const soumission = z.strictObject({
  campagne: z.string(),
  version: z.int().min(1),
  /** Of the draft that was judged: it is the one that is submitted. */
  revision: z.int().min(1),
  /** There was no draft: the version says what the one that it follows says, and answers what was sent back of it. */
  ouvre: z.literal(true).optional(),
  /** The version that stood when it was judged; null when none did; not said by the acts of before. */
  suit: z.string().nullable().optional(),
  /** What it carries over leaves its place to what another campagne said since; the acts of before published all that they carried. */
  cede: z.literal(true).optional(),
  /** What was known of a measure before counts (`Publication.histoire`); by the acts of before, it did not. */
  histoire: z.literal(true).optional(),
  /** Of two versions of one instant, the one whose act is later said it last; by the acts of before, the one of the higher number. */
  rang: z.literal(true).optional(),
  /** Last day to submit, exception included; null when the campagne has none. */
  jusquAu: z.iso.date().nullable(),
  reponses: z.array(
    z.strictObject({
      mesure: z.string(),
      reponse: z.enum(['CORRIGEE', 'MAINTENUE']),
      justification: z.string().max(2_000).nullable(),
    }),
  ),
  /** What is said of measures that were not sent back; not said by the acts of before, which lost it. */
  justifications: z
    .array(z.strictObject({ mesure: z.string(), justification: z.string().min(1).max(2_000) }))
    .min(1)
    .optional(),
  /** The day in Québec whose rules judged it; not said by the acts of before. */
  jugeLe: z.iso.date().optional(),
  /** The rules that judged it, as Santé Québec had them in force; none is said by the acts of before there were any. */
  regles: z
    .array(
      z.strictObject({
        id: z.string(),
        severite: z.enum(['BLOQUANTE', 'A_JUSTIFIER', 'INFORMATION']),
        expression: z.string(),
        message: z.string(),
        unites: z.array(z.string()),
        exigences: z.array(z.string()),
      }),
    )
    .optional(),
  /** What they said of its measures; what is to be justified is. */
  constats: constats.optional(),
});

export type SoumissionContenu = z.infer<typeof soumission>;

/** Those of a version that carries a figure that is suppressed, or one that rules compare with it: whatever they said, or did not. */
async function findReserved(
  level: Parameters<typeof findWithheld>[0],
  actes: readonly Pick<Acte<SoumissionContenu>, 'contenu' | 'etablissement'>[],
): Promise<boolean[]> {
  const versions = actes.map(({ contenu: { campagne, version }, etablissement }) =>
    redditionId({ campagne, version, etablissement: etablissement ?? '' }),
  );
  const withheld = new Set((await findWithheld(level, versions)).map(({ reddition_id }) => reddition_id));
  return versions.map((version) => withheld.has(version));
}

/** The établissement submits its draft: a version for its territories, all or nothing, whose measures are then published. */
export const soumettreReddition: ActeDefinition<z.infer<typeof soumission>, Tables> = {
  nature: 'soumettreReddition',
  version: 1,
  contenu: soumission,
  saidAs: { justifications: 'reponses' },
  reserve:
    'Soumission d’une version qui porte une mesure retenue pour protéger les personnes, ou qui s’y compare.',
  findReserved,
  check: async (database, { contenu, etablissement, inscritLe }) => {
    const { campagne, version, ouvre, suit, jusquAu } = contenu;
    const own = { campagne, etablissement: etablissement ?? '' };
    refuseOtherDay(contenu, inscritLe);
    refuseOtherThanJudged(await findLastVersion(database, own.etablissement, campagne), contenu);
    await refuseOtherFormer(database, own.etablissement, { campagne, suit });
    refuseClosed(campagne, jusquAu, inscritLe);
    // What answers without a draft says what the version before said.
    if (ouvre !== true) await refuseDropped(database, own, redditionId({ ...own, version }));
  },
  apply: async (database, acte) => {
    const {
      campagne,
      version,
      revision,
      ouvre,
      suit,
      cede,
      histoire,
      rang,
      reponses,
      regles = [],
      constats = [],
    } = acte.contenu;
    const etablissement = acte.etablissement ?? '';
    if (ouvre === true) await beginDraft(database, acte, { campagne, version, revision, from: suit });
    const id = redditionId({ campagne, etablissement, version });
    const justifications = acte.contenu.justifications ?? [];
    await submitDraft(database, id, acte, [
      ...reponses,
      ...justifications.map((said) => ({ ...said, reponse: null })),
    ]);
    const provenance = provenanceOf(acte);
    await insertJugement(database, { reddition: id, etablissement, provenance, regles, constats });
    await publishVersion(database, {
      reddition: id,
      saisieLe: acte.inscritLe,
      provenance,
      par: cede === true ? saidBy(rang) : 'SOUMISE',
      histoire: histoire === true,
    });
  },
};

const saidBy = (rang: true | undefined) => (rang === true ? 'DITE' : 'DITE_AU');

const retrait = z.strictObject({
  reddition: z.string(),
  raison: z.string().min(1),
  /**
   * The draft under way, null when there is none: what it carried over from the version begins again as what the one that stands says.
   * The acts of before, which do not say it, left the draft as it was.
   */
  brouillon: z.string().nullable().optional(),
  /**
   * The version that stands again, null when none does: what it says is published again, whether or not the one withdrawn said it.
   * The acts of before, which do not say it, left out what the one withdrawn had taken out.
   */
  retablit: z.string().nullable().optional(),
  /** As that of a submission. */
  histoire: z.literal(true).optional(),
  /** As that of a submission. */
  rang: z.literal(true).optional(),
  /** Last day to submit another instead, as that of a submission; not said by the acts of before. */
  jusquAu: z.iso.date().nullable().optional(),
});

export type RetraitContenu = z.infer<typeof retrait>;

/** The établissement takes back a version that Santé Québec has not examined; the measures are again those of the one before. */
export const retirerReddition: ActeDefinition<z.infer<typeof retrait>, Tables> = {
  nature: 'retirerReddition',
  version: 1,
  contenu: retrait,
  saidAs: { raison: 'motif' },
  check: async (database, { contenu, etablissement, inscritLe }) => {
    const reddition = await findReddition(database, contenu.reddition);
    if (reddition?.etablissement_code !== etablissement || reddition.etat !== 'SOUMISE')
      throw new RefusActe({
        regle: { code: 'RETIRER_CE_QUI_EST_SOUMIS', origine: 'INFERENCE' },
        motif: `Vous n’avez pas de version soumise ${contenu.reddition}.`,
        remede: '« redditions » énumère les vôtres, avec leur état.',
      });
    const last = await findStandingVersion(database, reddition.etablissement_code, reddition.campagne);
    if (last !== undefined && last.id !== reddition.id)
      throw new RefusActe({
        regle: { code: 'RETIRER_LA_DERNIERE', origine: 'INFERENCE' },
        motif: `La version ${last.version} a suivi celle-ci.`,
        remede: 'Retirez la dernière version soumise.',
      });
    refuseIrreplaceable(contenu.jusquAu ?? null, inscritLe);
    await refuseOtherOpenDraft(database, reddition, contenu.brouillon);
    await refuseDisclosing(database, reddition);
  },
  apply: async (database, acte) => {
    const { reddition, brouillon, retablit, histoire, rang } = acte.contenu;
    await markWithdrawn(database, reddition, acte.inscritLe);
    if (brouillon != null) await restartDraft(database, { draft: brouillon, withdrawn: reddition });
    await restoreMesures(database, {
      reddition,
      retablit: retablit ?? null,
      saisieLe: acte.inscritLe,
      provenance: provenanceOf(acte),
      par: retablit === undefined ? 'SOUMISE' : saidBy(rang),
      histoire: histoire === true,
    });
  },
};

/** Raises ACTE_REFUSE for a withdrawal that was prepared with another draft than the one under way. */
async function refuseOtherOpenDraft(
  database: Kysely<Tables>,
  { etablissement_code, campagne }: Pick<RedditionTable, 'etablissement_code' | 'campagne'>,
  brouillon: string | null | undefined,
): Promise<void> {
  if (brouillon === undefined) return;
  const draft = (await findDraft(database, etablissement_code, campagne))?.id ?? null;
  if (draft === brouillon) return;
  throw new PreparationPerimee({
    regle: { code: 'RETIRER_LA_DERNIERE', origine: 'INFERENCE' },
    motif: 'Le brouillon de votre établissement a changé pendant que cette version était retirée.',
    remede: 'Redemandez le retrait : il en tiendra compte.',
  });
}

/** Raises ACTE_REFUSE for a withdrawal that would publish again what the version suppresses. */
async function refuseDisclosing(
  database: Kysely<Tables>,
  { id, etablissement_code: etablissement, campagne }: RedditionTable,
): Promise<void> {
  const disclosed = await findDisclosed(database, { etablissement, campagne, instead: { of: id } });
  if (disclosed.length === 0) return;
  throw new RefusActe({
    regle: { code: 'RETIRER_SANS_DEVOILER', origine: 'INFERENCE' },
    motif: `Ce retrait publierait de nouveau ce qui est retenu pour protéger les personnes : ${sayMesures(disclosed)}.`,
    remede:
      'Soumettez plutôt une version qui corrige le reste, où ces mesures ont le statut SUPPRIMEE, ou ne sont pas si celle-ci ne les porte pas ; de ce qui peut être montré, une version qui le dit.',
  });
}

/** Raises ACTE_REFUSE for a draft that takes out what the version that stands suppresses, where another campagne says it. */
async function refuseDropped(
  database: Kysely<Tables>,
  own: Readonly<Record<'campagne' | 'etablissement', string>>,
  draft: string,
): Promise<void> {
  const disclosed = await findDisclosed(database, { ...own, instead: { draft } });
  if (disclosed.length === 0) return;
  throw new RefusActe({
    regle: { code: 'OTER_SANS_DEVOILER', origine: 'INFERENCE' },
    motif: `Votre brouillon ne porte plus des mesures retenues pour protéger les personnes, et ce qu’en dit une autre campagne serait publié : ${sayMesures(disclosed)}.`,
    remede:
      'Saisissez-les avec le statut SUPPRIMEE (saisirMesures) ; de ce qui peut être montré, ce qui en est. D’un territoire qui n’est plus le vôtre, ôtez-les d’abord de l’autre campagne, si elle est ouverte ; sinon, l’établissement qui en répond les saisit et les soumet d’abord.',
  });
}

/** A draft says what was entered in it, and for the rest what the version that stands says: what is withdrawn is not sent again. */
async function restartDraft(
  database: Kysely<Tables>,
  { draft, withdrawn }: { readonly draft: string; readonly withdrawn: string },
): Promise<void> {
  const carried = await deleteCarried(database, { draft, from: withdrawn });
  const { etablissement_code, campagne } = (await findReddition(database, draft))!;
  const standing = await findStandingVersion(database, etablissement_code, campagne);
  if (standing !== undefined)
    await copyLignes(database, { from: standing.id, to: draft, instead: { of: withdrawn, carried } });
  await touchDraft(database, draft);
}

/** Raises ACTE_REFUSE when there is no draft of that version, VERSION_PERIMEE for what was entered since it was judged. */
function refuseOtherThanJudged(
  last: Awaited<ReturnType<typeof findLastVersion>>,
  { campagne, version, revision, ouvre }: SoumissionContenu,
): void {
  const current = last?.revision ?? 0;
  if (ouvre === true) {
    if (last?.etat === 'SAISIE' || current + 1 !== revision) throw new VersionPerimee(revision - 1, current);
    return;
  }
  if (last?.etat !== 'SAISIE' || last.version !== version) throw noDraft(campagne);
  if (current !== revision) throw new VersionPerimee(revision, current);
}

/**
 * Raises VERSION_PERIMEE for a draft that somebody wrote since it was read: revisions go on from a version to the next, and that of the
 * last one, submitted or not, tells whether anything was written since. Raises ACTE_REFUSE for one submitted since it was judged.
 */
async function refuseOtherDraft(
  database: Kysely<Tables>,
  etablissement: string,
  { campagne, revision: read, version, suit }: SaisieContenu,
): Promise<void> {
  if (read === null && version === undefined) return;
  const last = await findLastVersion(database, etablissement, campagne);
  const current = last?.revision ?? 0;
  if (read !== null && current !== read) throw new VersionPerimee(read, current);
  const next = draftAfter(last);
  if (version !== undefined && next !== version)
    throw new PreparationPerimee({
      regle: { code: 'SUIVRE_LA_DERNIERE', origine: 'INFERENCE' },
      motif: `Cette saisie a été vérifiée comme celle de la version ${version} ; elle serait maintenant celle de la version ${next}.`,
      remede: 'Redemandez-la : elle sera vérifiée comme celle du brouillon qui suit.',
    });
  await refuseOtherFormer(database, etablissement, { campagne, suit });
}

/** Raises ACTE_REFUSE for what was judged by the rules of the day before its own: others are in force since midnight. */
function refuseOtherDay({ jugeLe }: Pick<SoumissionContenu, 'jugeLe'>, inscritLe: string): void {
  const jour = toLocalDay(inscritLe);
  if (jugeLe === undefined || jugeLe === jour) return;
  throw new PreparationPerimee({
    regle: { code: 'JUGER_PAR_LES_REGLES_DU_JOUR', origine: 'INFERENCE' },
    motif: `Cet acte a été vérifié par les règles du ${jugeLe} ; il serait du ${jour}.`,
    remede: 'Redemandez-le : il sera vérifié par celles du jour.',
  });
}

/** Raises ACTE_REFUSE for what was judged as what follows another version than the one that stands. */
async function refuseOtherFormer(
  database: Kysely<Tables>,
  etablissement: string,
  { campagne, suit }: Pick<SoumissionContenu, 'campagne' | 'suit'>,
): Promise<void> {
  if (suit === undefined) return;
  const stands = (await findStandingVersion(database, etablissement, campagne))?.id ?? null;
  if (suit === stands) return;
  throw new PreparationPerimee({
    regle: { code: 'SUIVRE_LA_DERNIERE', origine: 'INFERENCE' },
    motif: `Cet acte a été vérifié comme la suite de ${suit ?? 'rien'} ; il serait maintenant celle de ${stands ?? 'rien'}.`,
    remede: 'Redemandez-le : il sera vérifié contre la version qui vaut.',
  });
}

const isOver = (jusquAu: string | null, instant: string): boolean =>
  jusquAu !== null && toLocalDay(instant) > jusquAu;

/** Raises ACTE_REFUSE for a withdrawal after the last day to submit: no version could take the place of the one withdrawn. */
export function refuseIrreplaceable(jusquAu: string | null, instant: string): void {
  if (!isOver(jusquAu, instant)) return;
  throw new RefusActe({
    regle: { code: 'RETIRER_AVANT_CLOTURE', origine: 'INFERENCE' },
    motif: `Le dernier jour pour soumettre était le ${jusquAu} : une version retirée ne pourrait plus être remplacée.`,
    remede:
      'Demandez une exception à Santé Québec (accorderException), puis soumettez une version qui corrige celle-ci.',
  });
}

/** Raises ACTE_REFUSE after the last day to submit. */
export function refuseClosed(campagne: string, jusquAu: string | null, instant: string): void {
  if (!isOver(jusquAu, instant)) return;
  throw new RefusActe({
    regle: { code: 'CLOTURE', origine: 'INFERENCE' },
    motif: `Le dernier jour pour soumettre dans la campagne ${campagne} était le ${jusquAu}.`,
    remede: 'Demandez une exception à Santé Québec (accorderException) : votre brouillon est gardé.',
  });
}

export const noDraft = (campagne: string): RefusActe =>
  new RefusActe({
    regle: { code: 'SOUMETTRE_UN_BROUILLON', origine: 'INFERENCE' },
    motif: `Vous n’avez rien saisi de nouveau dans la campagne ${campagne}.`,
    remede:
      'Saisissez des mesures (saisirMesures), puis soumettez. Pour répondre d’une dernière version retournée, des réponses (reponses) suffisent.',
  });

/** For a version that is neither the draft nor the one that stands: what is submitted is another. */
export const otherVersion = (
  campagne: string,
  { id, version, etat }: Pick<RedditionTable, 'id' | 'version' | 'etat'>,
): RefusActe =>
  new RefusActe({
    regle: { code: 'SOUMETTRE_UN_BROUILLON', origine: 'INFERENCE' },
    motif:
      etat === 'SAISIE'
        ? `Le brouillon de la campagne ${campagne} est la version ${version}, et non celle-ci : c’est lui qui se soumet.`
        : `La version qui vaut dans la campagne ${campagne} est la version ${version}, et non celle-ci : c’est elle que suit la prochaine.`,
    remede: `Voyez ce que vous pouvez faire de la version ${version} (${id}).`,
  });

/** Raises ACTE_REFUSE for a version that would say nothing: to take everything back is another act. */
export function refuseEmpty(campagne: string, lignes: readonly unknown[]): void {
  if (lignes.length > 0) return;
  throw new RefusActe({
    regle: { code: 'SOUMETTRE_DES_MESURES', origine: 'INFERENCE' },
    motif: `Votre brouillon de la campagne ${campagne} ne porte aucune mesure.`,
    remede:
      'Saisissez-en une (saisirMesures) ; de ce qui n’est pas connu, dites NON_DISPONIBLE. Une version soumise par erreur se retire (retirerReddition).',
  });
}
