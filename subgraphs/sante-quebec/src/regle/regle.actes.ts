import type { ActeDefinition } from '@palier/runtime/journal/acte';
import { provenanceOf } from '@palier/runtime/acts/provenance-of';
import { RefusActe, VersionPerimee } from '@palier/runtime/acts/refus';
import { toLocalDay } from '@palier/runtime/local-day';
import { isClosed, namesIn } from '@palier/runtime/regles/message-template';
import { isOperande, lookBack } from '@palier/runtime/regles/operandes';
import { operandesOf, parseExpression } from '@palier/runtime/regles/parse-expression';
import { ExpressionFault } from '@palier/runtime/regles/read-tokens';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Tables } from '../tables.ts';
import { insertRegle, insertRetraits, listRegles } from './regle.queries.ts';

const texte = (most: number) => z.string().trim().min(1).max(most);
/** What compares days is not asked of one that there is not. */
const jour = z.iso.date({ abort: true });

const expression = z.string().superRefine((text, context) => {
  try {
    parseExpression(text);
  } catch (error) {
    if (!(error instanceof ExpressionFault)) throw error;
    context.addIssue({ code: 'custom', message: `position ${error.position}, ${error.message}` });
  }
});

/** What people will read: what it opens, it closes. */
const phrase = texte(400).superRefine((text, context) => {
  if (!isClosed(text))
    context.addIssue({
      code: 'custom',
      message: 'une accolade ou un guillemet n’est pas fermé, ou pas ouvert',
    });
});

const message = phrase.superRefine((text, context) => {
  for (const name of namesIn(text).filter((one) => !isOperande(one)))
    context.addIssue({ code: 'custom', message: `« {${name}} » ne tient lieu de rien` });
});

const fondement = z.discriminatedUnion('origine', [
  z.strictObject({
    origine: z.literal('TEXTE'),
    document: texte(20),
    section: texte(200).optional(),
    lignes: z.string().regex(/^L\d+(-\d+)?$/, 'des lignes telles que L1503-1508 sont attendues'),
    note: texte(1_000).optional(),
  }),
  z.strictObject({ origine: z.literal('INFERENCE'), note: texte(1_000) }),
]);

const publication = z
  .strictObject({
    code: z.string(),
    /** The one that this act makes: one more than the current one. */
    version: z.int().min(1),
    nom: texte(120),
    severite: z.enum(['BLOQUANTE', 'A_JUSTIFIER', 'INFORMATION']),
    expression,
    message,
    remede: phrase,
    unites: z.array(texte(20)).max(20),
    exigences: z.array(z.string()).max(60),
    enVigueurDe: jour,
    enVigueurA: jour.nullable(),
    fondement,
  })
  .refine(({ enVigueurDe, enVigueurA }) => enVigueurA === null || enVigueurDe <= enVigueurA, {
    path: ['enVigueurA'],
    error: 'le dernier jour ne précède pas le premier',
  });

export type ReglePubliee = z.infer<typeof publication>;

/** Both acts read and write the versions of their own rule alone. */
const regleNamed = (code: string): string => `règle ${code}`;

/** Santé Québec publishes a version of a rule of validation (mandate S1). Former versions keep what they judged. */
export const publierRegle: ActeDefinition<ReglePubliee, Tables> = {
  nature: 'publierRegle',
  version: 1,
  contenu: publication,
  touches: ({ contenu }) => regleNamed(contenu.code),
  check: async (database, { contenu, inscritLe }) => {
    const { code, version, severite, enVigueurDe } = contenu;
    const former = (await findVersions(database, code)).at(-1);
    if ((former?.version ?? 0) !== version - 1) throw new VersionPerimee(version - 1, former?.version ?? 0);
    if (severite !== 'INFORMATION' && lookBack(operandesOf(parseExpression(contenu.expression))))
      throw new RefusActe({
        regle: { code: 'LE_PASSE_INFORME_SEULEMENT', origine: 'INFERENCE' },
        motif:
          'Une valeur qui s’écarte de celles d’avant peut être vraie : elle n’empêche rien, et n’exige rien.',
        remede: 'Donnez-lui la sévérité INFORMATION.',
      });
    const today = toLocalDay(inscritLe);
    const begun = former?.retiree_le === null ? former.en_vigueur_de : null;
    const earliest = [today, begun ?? today].sort().at(-1)!;
    if (enVigueurDe < earliest)
      throw new RefusActe({
        regle: { code: 'REGLE_SANS_EFFET_RETROACTIF', origine: 'INFERENCE' },
        motif: `Une règle ne juge pas ce qui l’a précédée : cette version peut juger à partir du ${earliest}.`,
        remede: 'Donnez ce jour, ou un autre qui le suit.',
      });
  },
  apply: (database, acte) => {
    const { enVigueurDe, enVigueurA, fondement: founded, ...regle } = acte.contenu;
    return insertRegle(database, {
      ...regle,
      en_vigueur_de: enVigueurDe,
      en_vigueur_a: enVigueurA,
      fondement: withoutMissing(founded),
      provenance: provenanceOf(acte),
    });
  },
};

/** A citation as it is kept: what is not said of it is not there. */
function withoutMissing({ origine, ...said }: ReglePubliee['fondement']) {
  return { origine, ...(Object.fromEntries(Object.entries(said)) as Record<string, string>) };
}

const retrait = z.strictObject({
  regle: z.string(),
  motif: z.string().min(1),
  /** The last that its author had read, where they said so: none that they did not see is withdrawn. */
  version: z.int().min(0).optional(),
});

/** Santé Québec withdraws a rule: from that day on, no version of it judges anything. What it judged stays said. */
export const retirerRegle: ActeDefinition<z.infer<typeof retrait>, Tables> = {
  nature: 'retirerRegle',
  version: 1,
  contenu: retrait,
  touches: ({ contenu }) => regleNamed(contenu.regle),
  check: async (database, { contenu, inscritLe }) => {
    const current = (await findVersions(database, contenu.regle)).at(-1)?.version ?? 0;
    if (contenu.version !== undefined && contenu.version !== current)
      throw new VersionPerimee(contenu.version, current);
    const ended = await findVersionsToEnd(database, contenu.regle, toLocalDay(inscritLe));
    if (ended.length === 0)
      throw new RefusActe({
        regle: { code: 'RETIRER_CE_QUI_JUGE', origine: 'INFERENCE' },
        motif: `Aucune version de la règle ${contenu.regle} ne juge, ni ne doit juger.`,
        remede: '« reglesValidation » énumère les règles, avec leurs jours.',
      });
  },
  apply: async (database, acte) => {
    const { regle, motif } = acte.contenu;
    const day = toLocalDay(acte.inscritLe);
    const ended = await findVersionsToEnd(database, regle, day);
    await insertRetraits(
      database,
      ended.map(({ code, version }) => ({
        code,
        version,
        retiree_le: day,
        motif,
        provenance: provenanceOf(acte),
      })),
    );
  },
};

const findVersions = async (database: Kysely<Tables>, code: string) =>
  (await listRegles(database)).filter((regle) => regle.code === code);

const findVersionsToEnd = async (database: Kysely<Tables>, code: string, day: string) =>
  (await findVersions(database, code)).filter(
    ({ retiree_le, en_vigueur_a }) => retiree_le === null && (en_vigueur_a === null || en_vigueur_a >= day),
  );
