import { Refusal } from '@palier/gateway/errors/errors';
import { type DocumentNode, visit } from 'graphql';
import { isMark } from './with-sources.ts';

/**
 * A text that a client sends names nothing as what is added to it does: its own fields would be taken for sources.
 * @throws {Refusal} REQUETE_INVALIDE
 */
export function refuseMarks(document: DocumentNode): void {
  visit(document, {
    Field({ alias }) {
      if (alias === undefined || !isMark(alias.value)) return;
      throw new Refusal('REQUETE_INVALIDE', {
        detail: `L’alias « ${alias.value.slice(0, 100)} » est réservé : ceux qui commencent par « _palier » disent d’où viennent les données. Donnez-lui un autre nom.`,
      });
    },
  });
}
