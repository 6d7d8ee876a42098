import { toName } from '@palier/fichiers/to-name';
import { type CelluleDemandee, type Demande, periodesOf } from '../demande/demande.ts';
import { RETIRER } from './read-figures.ts';
import type { NamedRow, RowFaults } from './row-faults.ts';

/** Of which measure a row is, as far as it can be read. */
interface PlaceRead {
  readonly territoire: string | undefined;
  readonly cellule: CelluleDemandee | undefined;
  readonly periode: string | undefined;
}

/** Reads of which measure a row is, among those that a campagne asks for. */
export class PlaceReader {
  readonly #demande: Demande;
  readonly #territoires: ReadonlySet<string>;
  /** Those of which the draft holds something: theirs, and what passed to another établissement. */
  readonly #held: ReadonlySet<string>;
  readonly #cellules: ReadonlyMap<string, readonly CelluleDemandee[]>;
  readonly #periodes: ReadonlySet<string>;
  readonly #faults: RowFaults;

  constructor(demande: Demande, faults: RowFaults) {
    this.#demande = demande;
    this.#territoires = new Set(demande.territoires.map(({ code }) => code));
    this.#held = new Set(demande.presentes.map(({ territoire }) => territoire));
    this.#cellules = groupByExigence(demande.cellules);
    this.#periodes = new Set(demande.periodes);
    this.#faults = faults;
  }

  read(row: NamedRow): PlaceRead {
    return {
      territoire: this.#readTerritoire(row),
      cellule: this.#readCellule(row),
      periode: this.#readPeriode(row),
    };
  }

  /** What is given is of a territory that is theirs, and at its period where it is asked once an exercice. */
  checkGiven(row: NamedRow, { territoire, cellule, periode }: PlaceRead): void {
    if (territoire !== undefined && !this.#territoires.has(territoire))
      this.#refuseTerritoire(row, territoire);
    if (cellule === undefined || periode === undefined) return;
    const asked = periodesOf(cellule, this.#demande.periodes);
    if (asked.includes(periode)) return;
    this.#faults.refuse(row, 'periode', 'PERIODE_NON_DEMANDEE', {
      attendu: `${cellule.exigence} une fois par exercice, à la treizième période`,
      remede:
        asked.length === 0
          ? `La campagne ${this.#demande.campagne.code} ne la demande pas : videz cette ligne.`
          : `Donnez-la à ${listSome(asked)} seulement, et videz cette ligne.`,
    });
  }

  #readTerritoire(row: NamedRow): string | undefined {
    const said = this.#faults.readText(row, 'territoire');
    if (this.#isKnown(said)) return said;
    const whole = /^\d{1,4}$/.test(said) ? said.padStart(5, '0') : said;
    if (said === '')
      return this.#faults.refuse(row, 'territoire', 'CODE_MANQUANT', {
        attendu: 'le code à cinq chiffres d’un de vos territoires',
        remede: 'Donnez-le, ou videz toute la ligne.',
      });
    if (!this.#isKnown(whole)) return this.#refuseTerritoire(row, whole);
    this.#faults.remark(row, 'territoire', 'ZEROS_RETABLIS', {
      lue: said,
      compris: `le territoire ${whole} : le tableur ôte les zéros de tête d’un nombre`,
    });
    return whole;
  }

  #isKnown(territoire: string): boolean {
    return this.#territoires.has(territoire) || this.#held.has(territoire);
  }

  #refuseTerritoire(row: NamedRow, territoire: string): undefined {
    const held = this.#held.has(territoire)
      ? `Votre brouillon en porte des mesures d’avant qu’il passe à un autre établissement : ${RETIRER} dans « statut » les ôte. `
      : '';
    return this.#faults.refuse(row, 'territoire', 'TERRITOIRE_INCONNU', {
      attendu: `un des ${this.#territoires.size} territoires de l’établissement ${this.#demande.etablissement.code}`,
      remede: `${held}Les vôtres sont : ${listSome([...this.#territoires])}.`,
    });
  }

  #readCellule(row: NamedRow): CelluleDemandee | undefined {
    const exigence = this.#faults.readText(row, 'exigence').toUpperCase();
    const volets = this.#cellules.get(exigence);
    if (exigence === '')
      return this.#faults.refuse(row, 'exigence', 'CODE_MANQUANT', {
        attendu: 'le code d’une exigence du canevas',
        remede: 'Donnez-le, ou videz toute la ligne.',
      });
    if (volets === undefined)
      return this.#faults.refuse(row, 'exigence', 'EXIGENCE_NON_DEMANDEE', {
        attendu: `une exigence du canevas ${this.#demande.campagne.canevas}`,
        remede: `Il demande : ${listSome([...this.#cellules.keys()])}.`,
      });
    const said = this.#faults.readText(row, 'volet');
    const cellule = volets.find(({ volet }) => toName(volet ?? '') === toName(said));
    return (
      cellule ??
      this.#faults.refuse(row, 'volet', 'VOLET_NON_DEMANDE', {
        attendu: volets
          .map(({ volet }) => (volet === null ? 'une cellule vide' : `« ${volet} »`))
          .join(' ou '),
        remede: `Dites de quel volet de ${exigence} est la mesure.`,
      })
    );
  }

  #readPeriode(row: NamedRow): string | undefined {
    const said = this.#faults.readText(row, 'periode').toUpperCase();
    if (this.#periodes.has(said)) return said;
    const code = said === '' ? 'CODE_MANQUANT' : 'PERIODE_NON_DEMANDEE';
    const isDate = row.cell('periode')?.value instanceof Date;
    return this.#faults.refuse(row, 'periode', isDate ? 'DATE_INATTENDUE' : code, {
      attendu: `une période de la campagne ${this.#demande.campagne.code}`,
      remede: `Elle demande : ${listSome([...this.#periodes])}.`,
    });
  }
}

function groupByExigence(cellules: readonly CelluleDemandee[]): Map<string, CelluleDemandee[]> {
  const groups = new Map<string, CelluleDemandee[]>();
  for (const cellule of cellules)
    groups.set(cellule.exigence, [...(groups.get(cellule.exigence) ?? []), cellule]);
  return groups;
}

const MOST_LISTED = 15;

const listSome = (codes: readonly string[]): string =>
  codes.length <= MOST_LISTED
    ? codes.join(', ')
    : `${codes.slice(0, MOST_LISTED).join(', ')}, et ${codes.length - MOST_LISTED} autres`;
