import type { Awaitable } from '../base/awaitable.ts';
import { PalierError, type Regle, type SubgraphErrorCode, tellRegle } from '../base/errors.ts';

export type { Regle };

/** Why an act is refused, and what its author can do. */
export interface Refus {
  readonly regle: Regle;
  readonly motif: string;
  readonly remede: string;
  /** Each measure that makes it refused, when it is by measures. */
  readonly fautes?: readonly RefusedMesure[];
  /** What else a program may read of it. */
  readonly faits?: Readonly<Record<string, unknown>>;
}

/** A measure that a rule refuses, as a program reads it in `extensions.fautes`. */
export interface RefusedMesure {
  /** Place of the measure in what was sent, from 1. */
  readonly rang: number;
  readonly mesure: string;
  /** Code of the rule, and which version of it; null for one that is no rule of validation, and has none. */
  readonly regle: string;
  readonly version: number | null;
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
const tellFautes = (fautes: readonly RefusedMesure[]): Readonly<Record<string, unknown>> =>
  fautes.length === 0 ? {} : { fautes: fautes.slice(0, MOST_TOLD), compte: fautes.length };

/** What an act is refused by, whoever asks and whatever it holds: each says its rule and what to do. */
type CodeRefus = Extract<
  SubgraphErrorCode,
  | 'ACTE_REFUSE'
  | 'ACTE_NON_AUTORISE'
  | 'AUTHENTIFICATION_REQUISE'
  | 'CANEVAS_REFUSE'
  | 'CONTENU_INVALIDE'
  | 'VERSION_PERIMEE'
>;

/** An act that a rule refuses: nothing of it was written. */
export class RefusActe extends PalierError {
  readonly refus: Refus;

  constructor(refus: Refus, code: CodeRefus = 'ACTE_REFUSE') {
    const { motif, remede } = refus;
    super(code, `${motif} ${remede}`, { ...tellRefus(refus), ...refus.faits });
    this.refus = refus;
  }
}

const tellRefus = ({ regle, remede, fautes = [] }: Refus) => ({
  ...tellRegle(regle, remede),
  ...tellFautes(fautes),
});

/**
 * Raises all that refuses an act, of checks that need not one another: the first names the refusal, as it would alone, and tells the
 * others, each with its rule, what to do and its measures (`autresRefus`). What is no refusal of what was asked is raised at once.
 */
export async function refuseTogether(checks: readonly (() => Awaitable<unknown>)[]): Promise<void> {
  const refused: RefusActe[] = [];
  for (const check of checks)
    try {
      await check();
    } catch (error) {
      if (!(error instanceof RefusActe) || error.extensions['code'] !== 'ACTE_REFUSE') throw error;
      refused.push(error);
    }
  const [first, ...others] = refused.map(({ refus }) => refus);
  if (first === undefined) return;
  if (others.length === 0) throw refused[0]!;
  const said = others.map(({ motif, remede }) => `${motif} ${remede}`);
  const autresRefus = others.map((refus, rank) => ({ ...tellRefus(refus), message: said[rank] }));
  const together = new RefusActe({ ...first, faits: { ...first.faits, autresRefus } });
  together.message = [together.message, ...said].join(' De plus : ');
  throw together;
}

/** What is wrong in what an act holds. */
export const contenuInvalide = (refus: Refus): RefusActe => new RefusActe(refus, 'CONTENU_INVALIDE');

/** What is wrong in a code, as an act tells it: by which rule, and what to do. */
export function withRegle(error: unknown): unknown {
  if (!(error instanceof PalierError) || error.extensions['code'] !== 'CODE_INVALIDE') return error;
  const remede = 'Corrigez ce code, puis redemandez l’acte.';
  const told = new PalierError(
    'CODE_INVALIDE',
    undefined,
    tellRegle({ code: 'CODE_BIEN_FORME', origine: 'INFERENCE' }, remede),
  );
  told.message = `${error.message} ${remede}`;
  return told;
}

/** An act asked of a past instant. Twin of the gateway's own. */
export class ActeDansLePasse extends PalierError {
  constructor() {
    const regle: Regle = { code: 'AGIR_AU_PRESENT', origine: 'INFERENCE' };
    super('ACTE_DANS_LE_PASSE', undefined, tellRegle(regle, 'Agissez sans demander d’instant.'));
  }
}

/** What an act was prepared from changed before it was written: prepared again, it may be accepted. */
export class PreparationPerimee extends RefusActe {}

/** Somebody wrote the same thing meanwhile: `versionCourante` is what is there now. */
export class VersionPerimee extends RefusActe {
  constructor(asked: number, versionCourante: number) {
    super(
      {
        regle: { code: 'AGIR_SUR_CE_QUI_EST_LU', origine: 'INFERENCE' },
        motif: `Vous aviez lu la version ${asked} ; la version courante est ${versionCourante}.`,
        remede: 'Relisez-la, puis agissez de nouveau.',
        faits: { versionCourante },
      },
      'VERSION_PERIMEE',
    );
  }
}
