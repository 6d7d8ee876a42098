const LONGEST_TOLD = 40;

/** What was read, shortened: it is told to whoever sent it. */
export function sayRead(input: unknown): string {
  if (typeof input === 'string') return sayText(input);
  if (typeof input === 'boolean') return input ? 'vrai' : 'faux';
  if (Array.isArray(input)) return `une liste de ${input.length}`;
  return typeof input === 'object' ? 'un objet' : String(input);
}

/** Nothing of it is taken for what a program says of itself, an address or a statement, which the gateway tells nobody. */
const PLAIN =
  /^(?!.*(:\d|\b(select|insert|update|delete|ECONN|ENOT|EAI_AGAIN|EPIPE|ETIMED|UND_ERR)))[\p{L}\p{N}_ :-]*$/iu;

function sayText(text: string): string {
  const letters = [...text];
  const told = letters.slice(0, LONGEST_TOLD).join('');
  const count = `${letters.length} caractère${letters.length < 2 ? '' : 's'}`;
  if (text.trim() === '') return letters.length === 0 ? 'un texte vide' : `un blanc de ${count}`;
  if (!PLAIN.test(told)) return `un texte de ${count}`;
  return letters.length <= LONGEST_TOLD ? `« ${told} »` : `« ${told}… » (${count})`;
}
