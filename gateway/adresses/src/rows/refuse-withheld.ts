import { Refusal } from '@palier/gateway/errors/errors';
import type { MountRequest } from '@palier/gateway/http/mount';
import { dataOf } from '@palier/gateway/request/answer-data';
import type { AnyOperationResult } from '@palier/gateway/request/operation';

/** By the level whose past is read: the field that says when the last of its figures was withheld. */
const LAST_WITHHELD: Readonly<Record<string, string>> = {
  etablissements: 'derniereSuppressionMesures',
  'sante-quebec': 'derniereSuppressionBilans',
};

/** When the last of the figures of these levels was withheld, of those that still are: null for none, undefined where it is not known. */
export async function readLastWithheld(
  { readAside, graph }: Pick<MountRequest, 'readAside' | 'graph'>,
  levels: readonly string[],
): Promise<string | null | undefined> {
  const known = graph().schema.getQueryType()?.getFields() ?? {};
  const fields = levels.flatMap((level) => {
    const field = LAST_WITHHELD[level];
    return field !== undefined && field in known ? [field] : [];
  });
  if (fields.length === 0) return null;
  const data = dataOf(await readAside({ query: `{ ${fields.join(' ')} }` })) as Withheld | null | undefined;
  const instants = fields.map((field) => data?.[field]);
  if (instants.includes(undefined)) return undefined;
  return (
    instants
      .filter((instant) => instant != null)
      .sort()
      .at(-1) ?? null
  );
}

/**
 * A figure that is withheld now is withheld in the past that is read too: both say the same, and whoever read it before would keep it.
 * Asked aside: the request is for its operation alone.
 * @throws {Refusal} DIFFERENCE_IMPOSSIBLE where one was since, or where it is not known
 */
export async function refuseWithheld(
  request: MountRequest,
  { sealed }: AnyOperationResult,
  since: string,
): Promise<void> {
  const levels = (sealed?.versions ?? []).map(([level]) => level);
  const last = await readLastWithheld(request, levels);
  if (last === undefined)
    throw new Refusal('DIFFERENCE_IMPOSSIBLE', {
      detail: 'On ne sait pas si un chiffre a été supprimé depuis.',
    });
  if (last !== null && last >= since)
    throw new Refusal('DIFFERENCE_IMPOSSIBLE', {
      detail: `Un chiffre a été supprimé depuis, le ${last}, et le passé ne dit plus ce qu’il disait : lisez le fichier entier, puis suivez ce qui change à partir de là.`,
      facts: { supprimeLe: last },
    });
}

type Withheld = Readonly<Record<string, string | null>>;
