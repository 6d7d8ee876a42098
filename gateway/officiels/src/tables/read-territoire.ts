import { type Cell, readCode } from './cells.ts';
import type { Releve } from './releve.ts';

/** The code of a territory that is known; another one is refused. */
export function readTerritoire(
  cell: Cell,
  territoires: { has(code: string): boolean },
  releve: Releve,
): string | undefined {
  const code = readCode(cell, 5, releve);
  if (code === undefined || territoires.has(code)) return code;
  releve.refuse({
    ligne: cell.ligne,
    colonne: cell.colonne,
    code: 'TERRITOIRE_INCONNU',
    lue: code,
    attendu: 'le code d’un des territoires de CLSC du graphe',
    remede: 'Corrigez le code. Les codes d’avant 2015 ont les mêmes cinq chiffres, avec un autre sens.',
  });
  return undefined;
}
