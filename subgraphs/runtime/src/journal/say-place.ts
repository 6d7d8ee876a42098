/**
 * A place in what somebody sent, as people say it: `lignes.0.justification` is « ligne 1, justification ». What is wrong as a
 * whole is « contenu ».
 */
export function sayPlace(path: readonly PropertyKey[]): string {
  const said: string[] = [];
  for (const step of path)
    if (typeof step === 'number') said.push(`${toItem(said.pop() ?? 'contenu')} ${step + 1}`);
    else said.push(String(step));
  return said.join(', ') || 'contenu';
}

/** One of what a list is named after. */
const toItem = (list: string): string => list.replace(/s$/, '');
