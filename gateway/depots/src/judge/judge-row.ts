import {
  type CelluleDemandee,
  type Demande,
  DITE,
  type LignePresente,
  type MesureDite,
  type MesurePlace,
  placeKey,
} from '../demande/demande.ts';
import { readFigures, RETIRER, type Said } from './read-figures.ts';
import { PlaceReader } from './read-place.ts';
import type { NamedRow, RowFaults } from './row-faults.ts';

/** A measure that a file gives, or takes back. */
export interface MesureLue extends MesurePlace, MesureDite {
  readonly ligne: number;
  /** Row that a spreadsheet gives it, from 1. */
  readonly rang: number;
  readonly estRetiree: boolean;
}

/** What is not a fault of the whole file is told of its cell; a row that has one gives nothing. */
export class RowJudge {
  readonly #demande: Demande;
  readonly #faults: RowFaults;
  readonly #places: PlaceReader;
  readonly #presentes: ReadonlyMap<string, LignePresente>;
  /** The line that first gave each measure. */
  readonly #linesOf = new Map<string, number>();
  readonly #otherCanevas = new Set<string>();

  constructor(demande: Demande, faults: RowFaults) {
    this.#demande = demande;
    this.#faults = faults;
    this.#places = new PlaceReader(demande, faults);
    this.#presentes = new Map(demande.presentes.map((ligne) => [placeKey(ligne), ligne]));
  }

  judge(row: NamedRow): MesureLue | undefined {
    if (isEmpty(row)) return undefined;
    const before = this.#faults.total;
    this.#checkCanevas(row);
    const found = this.#places.read(row);
    const { territoire, cellule, periode } = found;
    if (cellule !== undefined) this.#checkUnite(row, cellule);
    const said = readFigures(row, this.#faults);
    const estRetiree = said.statut === RETIRER;
    // What was entered at another period, before it was asked once, or of a territory that passed to another, is taken back.
    if (!estRetiree) this.#places.checkGiven(row, found);
    if (territoire === undefined || cellule === undefined || periode === undefined) return undefined;
    const place = { territoire, exigence: cellule.exigence, volet: cellule.volet, periode };
    this.#checkRepeated(row, place);
    if (this.#faults.total > before) return undefined;
    if (estRetiree && !this.#presentes.has(placeKey(place)))
      this.#faults.remark(row, 'statut', 'RETRAIT_SANS_EFFET', {
        lue: RETIRER,
        compris: 'rien à retirer : votre brouillon ne porte pas cette mesure',
      });
    const read = { ...place, ligne: row.ligne, rang: row.rang, estRetiree, ...toDite(said) };
    if (estRetiree) return read;
    const mesure = { ...read, justification: this.#justificationOf(row, read) };
    this.#remarkContradiction(row, mesure);
    return mesure;
  }

  /** A file without the column says nothing of it: the draft keeps its own, but for what is written of a figure that is suppressed now. */
  #justificationOf(row: NamedRow, read: MesurePlace & MesureDite): string | null {
    if (row.place('justification').cellule !== null) return read.justification;
    const present = this.#presentes.get(placeKey(read));
    const isSuppressed = read.statut === 'SUPPRIMEE' && present?.statut !== 'SUPPRIMEE';
    return isSuppressed ? null : (present?.justification ?? null);
  }

  /** What another campagne, or another établissement, corrected since is not what a file that was filled before means to put back. */
  #remarkContradiction(row: NamedRow, read: MesurePlace & MesureDite): void {
    const present = this.#presentes.get(placeKey(read));
    if (present?.contradiction == null || FIGURES.some((name) => read[name] !== present[name])) return;
    const isSaid = read.justification === present.justification;
    this.#faults.remark(row, present.statut === null ? 'valeur' : 'statut', 'PUBLIEE_AUTREMENT', {
      lue: present.statut ?? String(present.valeur).replace('.', ','),
      compris: `${isSaid ? NOT_SAID_AGAIN : SAID_AGAIN} ${present.contradiction}`,
    });
  }

  #checkUnite(row: NamedRow, { unite }: CelluleDemandee): void {
    const said = this.#faults.readText(row, 'unite');
    if (said !== '' && said !== unite)
      this.#faults.refuse(row, 'unite', 'UNITE_DIFFERENTE', {
        attendu: `« ${unite} », l’unité de cette exigence`,
        remede: 'Convertissez la valeur, et rétablissez l’unité.',
      });
  }

  /** Said once a canevas: every row of an old file names the same. */
  #checkCanevas(row: NamedRow): void {
    const { canevas, code } = this.#demande.campagne;
    const said = this.#faults.readText(row, 'canevas');
    if (said === '' || said === canevas || this.#otherCanevas.has(said)) return;
    this.#otherCanevas.add(said);
    this.#faults.refuse(row, 'canevas', 'CANEVAS_DIFFERENT', {
      attendu: `${canevas}, que suit la campagne ${code}`,
      remede: 'Prenez un fichier à jour (GET /depots/modele), et reportez-y vos valeurs.',
    });
  }

  #checkRepeated(row: NamedRow, place: MesurePlace): void {
    const key = placeKey(place);
    const first = this.#linesOf.get(key);
    if (first === undefined) this.#linesOf.set(key, row.ligne);
    else
      this.#faults.refuse(row, 'territoire', 'MESURE_REPETEE', {
        attendu: 'une seule ligne par territoire, exigence, volet et période',
        remede: `La ligne ${first} donne la même mesure : n’en gardez qu’une.`,
      });
  }
}

const NOT_SAID_AGAIN = 'la mesure est laissée telle quelle : ce qui est publié le reste.';
const SAID_AGAIN =
  'la justification change, la mesure est dite de nouveau, et prendra en étant soumise la place de ce qui est publié ; pour l’y laisser, videz la ligne.';

const FIGURES = DITE.filter((name) => name !== 'justification');

const toDite = ({ valeur, statut, numerateur, denominateur, justification }: Said): MesureDite => ({
  valeur: valeur ?? null,
  statut: statut === undefined || statut === RETIRER ? null : statut,
  numerateur: numerateur ?? null,
  denominateur: denominateur ?? null,
  justification: justification ?? null,
});

/** Nothing is given by a row that its author left as the modele made it: that is no zero, and no « aucun cas ». */
const isEmpty = (row: NamedRow): boolean => DITE.every((column) => row.cell(column) === undefined);
