let handedAsText = 0;

/** How often an exact number was written by who does not know of them: as text. */
export const countHandedAsText = (): number => handedAsText;

/**
 * A JSON number that neither a double nor a bigint holds, as it was written: a long decimal, an exponent out of range. It
 * is a value, never read as an object: whoever turns it into text, or has BigInt or Number read it, gets its digits.
 */
export class ExactNumber {
  readonly #digits: string;

  constructor(digits: string) {
    this.#digits = digits;
  }

  toString(): string {
    return this.#digits;
  }

  /** For messages and logs. `writeJson` writes the number itself. */
  toJSON(): string {
    handedAsText += 1;
    return this.#digits;
  }
}

/** A number that no double holds: whole, or not. */
export const isExact = (value: unknown): value is bigint | ExactNumber =>
  typeof value === 'bigint' || value instanceof ExactNumber;

/** Whether such a number is anywhere in a JSON value. */
export const holdsExact = (value: unknown): boolean =>
  isExact(value) || (typeof value === 'object' && value !== null && Object.values(value).some(holdsExact));
