import { Refusal } from '@palier/gateway/errors/errors';
import type { MountRequest } from '@palier/gateway/http/mount';
import { dataOf } from '@palier/gateway/request/answer-data';
import type { AnyOperationResult } from '@palier/gateway/request/operation';

/** By the level whose past is read: the field that says when the last of its figures was withheld. */
const LAST_WITHHELD: Readonly<Record<string, string>> = {
  etablissements: 'derniereSuppressionMesures',
  'sante-quebec': 'derniereSuppressionBilans',
};

/**
 * A figure that is withheld now is withheld in the past that is read too: both say the same, and whoever read it before would keep it.
 * Asked aside: the request is for its operation alone.
 * @throws {Refusal} DIFFERENCE_IMPOSSIBLE where one was since, or where it is not known
 */
export async function refuseWithheld(
  { readAside, graph }: MountRequest,
  { sealed }: AnyOperationResult,
  since: string,
): Promise<void> {
  const known = graph().schema.getQueryType()?.getFields() ?? {};
  const fields = (sealed?.versions ?? []).flatMap(([level]) => {
    const field = LAST_WITHHELD[level];
    return field !== undefined && field in known ? [field] : [];
  });
  if (fields.length === 0) return;
  const data = dataOf(await readAside({ query: `{ ${fields.join(' ')} }` })) as Withheld | null | undefined;
  const instants = fields.map((field) => data?.[field]);
  if (instants.includes(undefined))
    throw new Refusal('DIFFERENCE_IMPOSSIBLE', {
      detail: 'On ne sait pas si un chiffre a été supprimé depuis.',
    });
  const last = instants
    .filter((instant) => instant != null && instant >= since)
    .sort()
    .at(-1);
  if (last != null)
    throw new Refusal('DIFFERENCE_IMPOSSIBLE', {
      detail: `Un chiffre a été supprimé depuis, le ${last}, et le passé ne dit plus ce qu’il disait : lisez le fichier entier, puis suivez ce qui change à partir de là.`,
      facts: { supprimeLe: last },
    });
}

type Withheld = Readonly<Record<string, string | null>>;
