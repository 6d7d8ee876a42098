/**
 * A place in what somebody sent, as people say it: `mesures.0.justification` is « mesure 1, justification ». What is wrong as a
 * whole is « contenu ». What is not named as its author named it is told by that name.
 */
export function sayPlace(
  path: readonly PropertyKey[],
  saidAs: Readonly<Record<string, string>> = {},
): string {
  const said: string[] = [];
  for (const step of path)
    if (typeof step === 'number') said.push(`${toItem(said.pop() ?? 'contenu')} ${step + 1}`);
    else said.push(saidAs[String(step)] ?? String(step));
  return said.join(', ') || 'contenu';
}

/** One of what a list is named after. */
const toItem = (list: string): string => list.replace(/s$/, '');
