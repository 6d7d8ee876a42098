import { parseCode } from '@palier/runtime/code-format';
import { PalierError } from '@palier/runtime/errors';
import { askOrRefuse } from '@palier/runtime/journal/ask-or-refuse';
import { toLocalDay } from '@palier/runtime/local-day';
import { indicateurByExigence } from '../indicateur/indicateur.loader.ts';
import type { Context } from '../tables.ts';
import type { ReglePubliee } from './regle.actes.ts';
import { CODE_REGLE, readRegles } from './regle.loader.ts';
import type { FondementRegle, RegleAPublier } from './regle.type.ts';

/**
 * What is written of a rule, once what it names is known to be: the exigences it is about, the document that founds it. Raises
 * CODE_INVALIDE and CONTENU_INVALIDE.
 */
export async function prepareRegle(context: Context, asked: RegleAPublier): Promise<ReglePubliee> {
  const code = parseCode(CODE_REGLE, asked.code);
  const exigences = [...new Set(asked.exigences ?? [])].sort();
  await refuseUnmeasured(context, exigences);
  await refuseUnknownDocument(context, asked.fondement);
  const versions = (await readRegles(context, 'all')).filter((regle) => regle.code === code);
  return {
    code,
    version: (asked.versionAttendue ?? versions.at(-1)?.version ?? 0) + 1,
    nom: asked.nom,
    severite: asked.severite,
    expression: asked.expression,
    message: asked.message,
    remede: asked.remede,
    unites: [...new Set(asked.unites ?? [])].sort(),
    exigences,
    enVigueurDe: asked.enVigueurDe ?? toLocalDay(new Date().toISOString()),
    enVigueurA: asked.enVigueurA ?? null,
    // What is missing is told by the shape of the content.
    fondement: Object.fromEntries(
      Object.entries(asked.fondement).filter(([, value]) => value != null),
    ) as unknown as ReglePubliee['fondement'],
  };
}

async function refuseUnmeasured(context: Context, exigences: readonly string[]): Promise<void> {
  const indicateurs = await indicateurByExigence.loadMany(context, exigences);
  const unmeasured = exigences.filter((_code, index) => indicateurs[index] === null);
  if (unmeasured.length > 0)
    throw new PalierError(
      'CONTENU_INVALIDE',
      `Aucun indicateur ne met en œuvre ${unmeasured.join(', ')} : rien n’y est à juger. « indicateurs » dit lesquelles le sont.`,
    );
}

/** The ministry keeps the documents. */
async function refuseUnknownDocument(
  { journal }: Context,
  { origine, document }: FondementRegle,
): Promise<void> {
  if (origine !== 'TEXTE' || document == null) return;
  const { documents } = await askOrRefuse<{
    documents: readonly ({ readonly code: string } | null)[] | null;
  }>(journal, 'query DocumentsConnus { documents { code } }');
  const known = (documents ?? []).flatMap((one) => one?.code ?? []);
  if (!known.includes(document))
    throw new PalierError(
      'CONTENU_INVALIDE',
      `Le document ${document} est inconnu ; il y a ${known.join(', ')}.`,
    );
}
