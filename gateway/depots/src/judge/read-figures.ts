import { LONGEST_JUSTIFICATION, refuseText } from '@palier/calls/entered';
import { toName } from '@palier/fichiers/to-name';
import { STATUTS_SANS_VALEUR, type StatutSansValeur } from '../demande/demande.ts';
import { sayValue } from '@palier/fichiers/file-row';
import { readNumber } from '@palier/fichiers/read-number';
import type { NamedRow, RowFaults } from './row-faults.ts';

/** Said in `statut` of a measure that its author takes back from the draft. */
export const RETIRER = 'RETIRER';
export const STATUTS_DITS = [...STATUTS_SANS_VALEUR, RETIRER] as const;

/** What a row says of its measure, as far as it can be read. */
export interface Said {
  readonly valeur: number | undefined;
  readonly statut: StatutSansValeur | typeof RETIRER | undefined;
  readonly numerateur: number | undefined;
  readonly denominateur: number | undefined;
  readonly justification: string | undefined;
}

/** What a row says of its measure; what does not go together is told. */
export function readFigures(row: NamedRow, faults: RowFaults): Said {
  const said: Said = {
    valeur: readFigure(row, 'valeur', faults),
    statut: readStatut(row, faults),
    numerateur: readFigure(row, 'numerateur', faults),
    denominateur: readFigure(row, 'denominateur', faults),
    justification: readJustification(row, faults),
  };
  checkFigures(row, said, faults);
  return said;
}

function readFigure(
  row: NamedRow,
  column: 'valeur' | 'numerateur' | 'denominateur',
  faults: RowFaults,
): number | undefined {
  const cell = faults.read(row, column);
  if (cell === undefined) return undefined;
  const number = readNumber(cell);
  if ('code' in number) return faults.refuse(row, column, number.code, number);
  if (number.isRounded)
    return faults.refuse(row, column, 'NOMBRE_ILLISIBLE', {
      attendu: 'un nombre dont tous les chiffres sont gardés : 15, et jusqu’à 17 selon sa valeur',
      remede: 'Arrondissez-le.',
    });
  if (number.isAmbiguous)
    faults.remark(row, column, 'SEPARATEUR_AMBIGU', {
      lue: sayValue(cell),
      compris: `${number.nombre.toLocaleString('fr-CA', { maximumFractionDigits: 3 })} : une seule virgule, ou un seul point, sépare les décimales`,
    });
  return number.nombre;
}

function readStatut(row: NamedRow, faults: RowFaults): Said['statut'] {
  const said = faults.readText(row, 'statut');
  if (said === '') return undefined;
  const name = toName(said).toUpperCase();
  return (
    STATUTS_DITS.find((statut) => statut === name) ??
    faults.refuse(row, 'statut', 'STATUT_INCONNU', {
      attendu: `${STATUTS_DITS.join(', ')}, ou rien quand il y a une valeur`,
      remede: 'Laissez la cellule vide si la ligne donne une valeur, ou si elle ne donne rien.',
    })
  );
}

function readJustification(row: NamedRow, faults: RowFaults): string | undefined {
  const said = faults.readText(row, 'justification');
  if ([...said].length > LONGEST_JUSTIFICATION)
    return faults.refuse(row, 'justification', 'JUSTIFICATION_TROP_LONGUE', {
      attendu: `au plus ${LONGEST_JUSTIFICATION} caractères`,
      remede: 'Abrégez-la.',
    });
  const refusal = refuseText(said);
  if (refusal !== undefined)
    return faults.refuse(row, 'justification', 'TEXTE_ILLISIBLE', {
      attendu: 'des mots qui se lisent, ou rien',
      remede: `Récrivez cette cellule, ou videz-la : ${refusal.motif}.`,
    });
  return said === '' ? undefined : said;
}

function checkFigures(
  row: NamedRow,
  { valeur, statut, numerateur, denominateur }: Said,
  faults: RowFaults,
): void {
  if (valeur !== undefined && statut !== undefined)
    faults.refuse(row, 'statut', 'VALEUR_ET_STATUT', {
      attendu: 'une valeur, ou un statut qui en tient lieu',
      remede: 'Videz l’un des deux.',
    });
  const hasNumerateur = row.cell('numerateur') !== undefined;
  if (hasNumerateur !== (row.cell('denominateur') !== undefined))
    faults.refuse(row, hasNumerateur ? 'denominateur' : 'numerateur', 'FRACTION_INCOMPLETE', {
      attendu: 'un numérateur et un dénominateur, ou aucun des deux',
      remede: 'Donnez l’autre, ou videz celui-ci.',
    });
  if (row.cell('valeur') === undefined && row.cell('statut') === undefined)
    faults.refuse(
      row,
      'valeur',
      'VALEUR_MANQUANTE',
      hasNumerateur || row.cell('denominateur') !== undefined
        ? {
            attendu: 'la valeur que cette fraction donne, dans l’unité de la ligne',
            remede: 'Donnez-la : Palier ne la calcule pas à votre place.',
          }
        : {
            attendu: 'une valeur, ou un statut qui en tient lieu, à côté de cette justification',
            remede: `Pour ne rien dire de la mesure, videz aussi la justification ; pour l’ôter du brouillon, écrivez ${RETIRER} dans « statut ».`,
          },
    );
  if (statut !== undefined && (numerateur !== undefined || denominateur !== undefined))
    faults.refuse(row, 'statut', 'VALEUR_ET_STATUT', {
      attendu: 'un statut seul, sans valeur, numérateur ni dénominateur',
      remede: 'Videz le statut, ou les nombres.',
    });
}
