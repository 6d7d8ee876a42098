/**
 * What a level keeps of what people enter. An act is held to it, and so is whoever reads what will be one: each cell of a file is
 * told apart, before it is asked.
 */

/** What a figure may be, in French, where it is none. */
export const KEPT_FIGURE =
  'un nombre d’au plus quinze chiffres avant la virgule, et d’au moins 0,000000001 s’il n’est pas nul';

/** Whether a figure is counted or measured: past these bounds it is a slip, and no longer written whole. */
export const isKeptFigure = (given: number): boolean =>
  Math.abs(given) < 1e15 && (given === 0 || Math.abs(given) >= 1e-9);

/** Characters that a justification may have. */
export const LONGEST_JUSTIFICATION = 2_000;

/** What no database keeps and no JSON says: the character zero, and half of a pair. */
const UNKEPT = /[\u0000\p{Surrogate}]/u;
/** Spaces of every kind, and what is not seen at all. */
const UNSEEN = /^[\s\p{Cf}\p{Cc}\p{Z}]+$/u;
const BLANK = /^\s*$/;

/** Why a text is refused, and what to do, in French. */
interface RefusedText {
  readonly motif: string;
  readonly remede: string;
}

/** Why a text cannot be kept, or looks empty without being so; undefined of any other. */
export function refuseText(text: string): RefusedText | undefined {
  if (UNKEPT.test(text))
    return {
      motif: 'ce texte contient un caractère qui ne peut pas être gardé (U+0000, ou la moitié d’une paire)',
      remede: 'Retirez-le.',
    };
  if (UNSEEN.test(text) && !BLANK.test(text))
    return { motif: 'ce texte ne contient rien qui se voie', remede: 'Écrivez-le, ou ne le donnez pas.' };
  return undefined;
}
