const LONGEST_TOLD = 40;

/** What was read, shortened: it is shown to whoever sent it. */
export function sayRead(input: unknown): string {
  if (typeof input === 'string') return sayText(input);
  if (typeof input === 'boolean') return input ? 'vrai' : 'faux';
  if (Array.isArray(input)) return `une liste de ${input.length}`;
  return typeof input === 'object' ? 'un objet' : String(input);
}

function sayText(text: string): string {
  const letters = [...text];
  const told = letters.slice(0, LONGEST_TOLD).join('').replace(/\p{C}/gu, '\u{FFFD}');
  return letters.length <= LONGEST_TOLD ? `« ${told} »` : `« ${told}… » (${letters.length} caractères)`;
}
