import { PalierError, type SubgraphErrorCode } from '../base/errors.ts';
import type { Origine } from '../vocabulary/provenance.ts';

/** The rule by which an act is refused, and where it comes from. */
export interface Regle {
  readonly code: string;
  /** Those of the domain's model that it applies, where there are: « R3 », « R5, V10 ». */
  readonly modele?: string;
  readonly origine: Extract<Origine, 'TEXTE' | 'INFERENCE'>;
  /** For a text: its number and lines, « 004, L885-888 ». */
  readonly citation?: string;
}

/** Why an act is refused, and what its author can do. */
export interface Refus {
  readonly regle: Regle;
  readonly motif: string;
  readonly remede: string;
  /** Each measure that makes it refused, when it is by measures. */
  readonly fautes?: readonly RefusedMesure[];
}

/** A measure that a rule of validation refuses, as a program reads it in `extensions.fautes`. */
export interface RefusedMesure {
  /** Place of the measure in what was sent, from 1. */
  readonly rang: number;
  readonly mesure: string;
  /** Code of the rule, and which version of it. */
  readonly regle: string;
  readonly version: number;
  readonly nom: string;
  readonly severite: string;
  /** « INFERENCE », or « TEXTE (003, L1503-1508) ». */
  readonly origineRegle: string;
  /** What of the measure is at fault: « valeur », « denominateur »… */
  readonly operandes: readonly string[];
  readonly message: string;
  readonly remede: string;
}

const MOST_TOLD = 5_000;

/** Faults as facts of an error: the first ones, and how many there are. */
export const tellFautes = (fautes: readonly RefusedMesure[]): Readonly<Record<string, unknown>> =>
  fautes.length === 0 ? {} : { fautes: fautes.slice(0, MOST_TOLD), compte: fautes.length };

/** An act that a rule refuses: nothing of it was written. */
export class RefusActe extends PalierError {
  constructor({ regle, motif, remede, fautes = [] }: Refus, code: SubgraphErrorCode = 'ACTE_REFUSE') {
    super(code, `${motif} ${remede}`, {
      regle: regle.code,
      ...(regle.modele && { regleModele: regle.modele }),
      origineRegle: regle.citation === undefined ? regle.origine : `${regle.origine} (${regle.citation})`,
      remede,
      ...tellFautes(fautes),
    });
  }
}

/** What an act was prepared from changed before it was written: prepared again, it may be accepted. */
export class PreparationPerimee extends RefusActe {}

/** Somebody wrote the same thing meanwhile: `versionCourante` is what is there now. */
export class VersionPerimee extends PalierError {
  constructor(asked: number, versionCourante: number) {
    super(
      'VERSION_PERIMEE',
      `Vous aviez lu la version ${asked} ; la version courante est ${versionCourante}. Relisez-la, puis agissez de nouveau.`,
      { versionCourante },
    );
  }
}
