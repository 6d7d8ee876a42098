import { type Cell, toText } from '../tables/cells.ts';
import { readCsvTable } from '../tables/csv-table.ts';
import { readTerritoire } from '../tables/read-territoire.ts';
import { type FichierRead, Releve } from '../tables/releve.ts';

/** The postal codes that reach one territory: a code may reach several. A file has hundreds of thousands of them. */
export interface LigneCodesPostaux {
  readonly territoire: string;
  /** Six characters each, without a space, in the order of the file. */
  readonly codesPostaux: readonly string[];
}

/** Every postal code of Québec, several times over. */
const MOST_ROWS = 1_000_000;

const COLUMNS = {
  codePostal: ['code_postal', 'code_posta', 'codepostal', 'code_postaux'],
  territoire: ['clsc_code', 'code_clsc', 'territoire', 'code_du_territoire', 'clsc'],
} as const;

/** As the Post writes them: some letters are never used. */
const CODE_POSTAL = /^[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z]\d[ABCEGHJ-NPRSTV-Z]\d$/;

/**
 * Reads a correspondence of postal codes and territories: two columns, and no other is kept. A file of a finer grain says the same
 * pair by several lines. Raises a `FileFault` for what is no CSV.
 */
export async function readCodesPostaux(
  bytes: Uint8Array,
  territoires: { has(code: string): boolean },
  progress: (lines: number) => void = () => undefined,
): Promise<FichierRead<LigneCodesPostaux>> {
  const releve = new Releve();
  const read = new Map<string, Map<string, number>>();
  const needed = ['codePostal', 'territoire'] as const;
  const options = { names: COLUMNS, needed, most: MOST_ROWS, releve, progress };
  for await (const row of readCsvTable(bytes, options)) {
    const codePostal = readCodePostal(row.cell('codePostal'), releve);
    const territoire = readTerritoire(row.cell('territoire'), territoires, releve);
    if (codePostal === undefined || territoire === undefined) continue;
    const lines = read.get(territoire) ?? new Map<string, number>();
    read.set(territoire, lines);
    const first = lines.get(codePostal);
    if (first === undefined) lines.set(codePostal, row.ligne);
    else
      releve.remark({
        ligne: row.ligne,
        code: 'COUPLE_REPETE',
        lue: `${codePostal}, ${territoire}`,
        compris: `la même chose qu’à la ligne ${first}`,
      });
  }
  if (read.size === 0 && releve.fautes.total === 0)
    releve.refuse({
      code: 'AUCUNE_LIGNE',
      attendu: 'une ligne par code postal et territoire, sous l’en-tête',
      remede: 'Prenez le fichier tel qu’il est publié : un fichier vide retirerait tout.',
    });
  const lignes = [...read].map(([territoire, lines]) => ({ territoire, codesPostaux: [...lines.keys()] }));
  return { lignes, releve };
}

function readCodePostal({ ligne, colonne, value }: Cell, releve: Releve): string | undefined {
  const text = toText(value);
  const code = text.replace(/[ -]/g, '').toUpperCase();
  if (CODE_POSTAL.test(code)) return code;
  releve.refuse({
    ligne,
    colonne,
    code: text === '' ? 'VALEUR_MANQUANTE' : 'CODE_ILLISIBLE',
    lue: text,
    attendu: 'un code postal : « H2X 1Y4 »',
    remede: 'Corrigez le code, ou retirez la ligne.',
  });
  return undefined;
}
