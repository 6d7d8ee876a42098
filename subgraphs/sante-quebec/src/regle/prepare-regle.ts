import { parseCode } from '@palier/runtime/code-format';
import { askOrRefuse } from '@palier/runtime/acts/ask-or-refuse';
import { contenuInvalide, type Regle } from '@palier/runtime/acts/refus';
import { toLocalDay } from '@palier/runtime/local-day';
import { evaluateConstant } from '@palier/runtime/regles/evaluate';
import { OPERANDES } from '@palier/runtime/regles/operandes';
import { type Expression, operandesOf, parseExpression } from '@palier/runtime/regles/parse-expression';
import { ExpressionFault } from '@palier/runtime/regles/read-tokens';
import { indicateurByExigence, readIndicateurs } from '../indicateur/indicateur.loader.ts';
import type { Context } from '../tables.ts';
import type { ReglePubliee } from './regle.actes.ts';
import { CODE_REGLE, readRegles } from './regle.loader.ts';
import type { FondementRegle, RegleAPublier } from './regle.type.ts';

/**
 * What is written of a rule, once what it names is known to be: the exigences and the units it is about, the lines that found
 * it. Raises CODE_INVALIDE and CONTENU_INVALIDE.
 */
export async function prepareRegle(context: Context, asked: RegleAPublier): Promise<ReglePubliee> {
  const code = parseCode(CODE_REGLE, asked.code, 'code');
  const exigences = [...new Set(asked.exigences ?? [])].sort();
  const unites = [...new Set(asked.unites ?? [])].sort();
  refuseConstant(asked.expression);
  await refuseUnmeasured(context, exigences, unites);
  await refuseUnknownLines(context, asked.fondement);
  const versions = (await readRegles(context, 'all')).filter((regle) => regle.code === code);
  return {
    code,
    version: (asked.versionAttendue ?? versions.at(-1)?.version ?? 0) + 1,
    nom: asked.nom,
    severite: asked.severite,
    expression: asked.expression,
    message: asked.message,
    remede: asked.remede,
    unites,
    exigences,
    enVigueurDe: asked.enVigueurDe ?? toLocalDay(new Date().toISOString()),
    enVigueurA: asked.enVigueurA ?? null,
    // What is missing is told by the shape of the content.
    fondement: Object.fromEntries(
      Object.entries(asked.fondement).filter(([, value]) => value != null),
    ) as unknown as ReglePubliee['fondement'],
  };
}

/** A rule that says the same of every measure judges none. What does not hold together is told by the shape of the content. */
function refuseConstant(text: string): void {
  const expression = tryParse(text);
  const value = expression && evaluateConstant(expression);
  if (expression === undefined || value == null) return;
  const says = value === true ? 'toujours vraie : elle ne refuse rien' : 'toujours fausse : elle refuse tout';
  const why =
    operandesOf(expression).size === 0
      ? 'aucune valeur n’est lue'
      : 'ce qu’elle lit de la mesure n’y change rien';
  throw contenuInvalide({
    regle: JUGER_CE_QUI_SE_MESURE,
    motif: `expression : position 1, « ${text} » est ${says}, car ${why}.`,
    remede: `Faites-la dépendre de la mesure : « valeur <= 24 », par exemple. On peut y lire ${Object.keys(OPERANDES).join(', ')}.`,
  });
}

function tryParse(text: string): Expression | undefined {
  try {
    return parseExpression(text);
  } catch (error) {
    if (error instanceof ExpressionFault) return undefined;
    throw error;
  }
}

/** A rule that no measure could ever be judged by is a slip: its author is told which units and exigences there are. */
async function refuseUnmeasured(
  context: Context,
  exigences: readonly string[],
  unites: readonly string[],
): Promise<void> {
  const indicateurs = await indicateurByExigence.loadMany(context, exigences);
  const unmeasured = exigences.filter((_code, index) => indicateurs[index] === null);
  if (unmeasured.length > 0)
    throw contenuInvalide({
      regle: JUGER_CE_QUI_SE_MESURE,
      motif: `Aucun indicateur ne met en œuvre ${unmeasured.join(', ')} : rien n’y est à juger.`,
      remede: '« indicateurs » dit quelles exigences le sont.',
    });
  const measured = new Set(
    (exigences.length > 0 ? indicateurs : await readIndicateurs(context, 'tous')).flatMap(
      (indicateur) => indicateur?.unite ?? [],
    ),
  );
  const unknown = unites.filter((unite) => !measured.has(unite));
  if (unknown.length > 0)
    throw contenuInvalide({
      regle: JUGER_CE_QUI_SE_MESURE,
      motif: `Aucune mesure ${exigences.length > 0 ? 'de ces exigences ' : ''}n’est en ${unknown.map((unite) => `« ${unite} »`).join(', ')} : rien n’y est à juger.`,
      remede: `Les unités sont : ${[...measured].sort().join(', ')}.`,
    });
}

const JUGER_CE_QUI_SE_MESURE: Regle = { code: 'JUGER_CE_QUI_SE_MESURE', origine: 'INFERENCE' };
const CITER_CE_QUI_EST_ECRIT: Regle = { code: 'CITER_CE_QUI_EST_ECRIT', origine: 'INFERENCE' };

/** The ministry keeps the documents; their sections hold all their lines. */
async function refuseUnknownLines(
  { journal }: Context,
  { origine, document, lignes }: FondementRegle,
): Promise<void> {
  if (origine !== 'TEXTE' || document == null) return;
  const { documents } = await askOrRefuse<DocumentsRead>(
    journal,
    'query DocumentsConnus { documents { code sections { lignes } } }',
  );
  const known = (documents ?? []).filter((one) => one !== null);
  const cited = known.find(({ code }) => code === document);
  if (cited === undefined)
    throw contenuInvalide({
      regle: CITER_CE_QUI_EST_ECRIT,
      motif: `Le document ${document} est inconnu.`,
      remede: `Nommez-en un de ceux-ci : ${known.map(({ code }) => code).join(', ')}.`,
    });
  const last = Math.max(...(cited.sections ?? []).flatMap((section) => readLines(section?.lignes)));
  const [first = NaN, end = first] = readLines(lignes);
  if (first < 1 || end < first || end > last)
    throw contenuInvalide({
      regle: CITER_CE_QUI_EST_ECRIT,
      motif: `Le document ${document} n’a pas de lignes ${lignes}.`,
      remede: `Ses lignes vont de L1 à L${last}.`,
    });
}

interface DocumentsRead {
  readonly documents:
    | readonly ({
        readonly code: string;
        readonly sections: readonly ({ readonly lignes: string } | null)[] | null;
      } | null)[]
    | null;
}

/** « L1503-1508 » as its numbers. What is no such thing is told by the shape of the content. */
const readLines = (lignes: string | null | undefined): number[] =>
  [...(lignes ?? '').matchAll(/\d+/g)].map(([digits]) => Number(digits));
