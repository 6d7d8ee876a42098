import { foldText } from '@palier/gateway/base/fold-text';
import { Refusal } from '@palier/gateway/errors/errors';
import { sayNear } from '@palier/gateway/base/near-name';
import type { ListedOperation } from './listed-operation.ts';

/** What the list takes: words, and the instant that every link carries along, which changes nothing of it. */
const TAKEN: readonly string[] = ['q', 'au', 'asOf'];

/** The words that the operations listed must hold; empty for all of them. @throws {Refusal} REQUETE_INVALIDE */
export function readWords(parameters: URLSearchParams): string {
  for (const name of parameters.keys()) {
    if (!TAKEN.includes(name))
      throw invalid(
        `Le paramètre « ${name.slice(0, 100)} » est inconnu.${sayNear(name, TAKEN)} Cette liste prend : ${TAKEN.join(', ')}.`,
      );
    if (parameters.getAll(name).length > 1)
      throw invalid(`Le paramètre « ${name} » est donné plusieurs fois.`);
  }
  return parameters.get('q')?.trim() ?? '';
}

const invalid = (detail: string): Refusal => new Refusal('REQUETE_INVALIDE', { detail });

/** Those whose name, description and variables hold every word, accents and capitals aside. */
export function findOperations(
  operations: readonly ListedOperation[],
  words: string,
): readonly ListedOperation[] {
  const asked = foldText(words).split(/\s+/);
  return operations.filter(({ nom, description, variables }) => {
    const said = foldText([nom, description, ...variables.map((one) => one.nom)].join(' '));
    return asked.every((word) => said.includes(word));
  });
}
