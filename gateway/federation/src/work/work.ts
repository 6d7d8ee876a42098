import { EngineError } from '../errors/engine-error.ts';
import { LOOP_TURNS, type LoopTurns } from './loop-turns.ts';

/** What one operation may take, whatever was estimated of it, and what all those under way may. */
export interface WorkLimits {
  /** Objects, items of lists and leaves that are made or read for it. */
  readonly values: number;
  /** Size of its answer. */
  readonly bytes: number;
  /** How long it may last, in milliseconds. */
  readonly timeMs: number;
  /** Values held at once for all operations. */
  readonly valuesAtOnce: number;
}

export const DEFAULT_WORK: WorkLimits = {
  values: 250_000,
  bytes: 8 * 1_048_576,
  timeMs: 30_000,
  valuesAtOnce: 600_000,
};

/** An operation that holds no more is never refused for the others. */
const FREE_VALUES = 5_000;
/** Values between two looks at what is left. */
const STRIDE = 500;

const MEASURES = {
  valeurs: (limit: number) => `Sa réponse demande plus de ${limit} valeurs.`,
  octets: (limit: number) => `Sa réponse aurait plus de ${limit} octets.`,
  millisecondes: (limit: number) => `Elle dure depuis plus de ${limit} ms.`,
} as const;

const BY_PAGES =
  'Demandez moins d’éléments à la fois, par pages (« first » et « after »), ou moins de champs de chacun.';
const REMEDIES: Readonly<Record<keyof typeof MEASURES, string>> = {
  valeurs: BY_PAGES,
  octets: BY_PAGES,
  millisecondes: 'Demandez moins à la fois, ou réessayez quand la passerelle est moins occupée.',
};

/** Opens the work of operations, within what all of them may hold at once. */
export class Workplace {
  readonly limits: WorkLimits;
  readonly #turns: LoopTurns;
  #held = 0;

  constructor(limits: WorkLimits, turns = LOOP_TURNS) {
    this.limits = limits;
    this.#turns = turns;
  }

  /** Values held now by those that hold more than a little. */
  get held(): number {
    return this.#held;
  }

  /** @param times how many times the time of any other it may take */
  open(times = 1): Work {
    return new Work(this, this.#turns, this.limits.timeMs * times);
  }

  hold(values: number): boolean {
    if (this.#held + values > this.limits.valuesAtOnce) return false;
    this.#held += values;
    return true;
  }

  release(values: number): void {
    this.#held -= values;
  }
}

/** What is done for one operation: counted while it is done, refused as soon as it is too much, and cut in turns. */
export class Work {
  readonly #place: Workplace;
  readonly #turns: LoopTurns;
  readonly #mostMs: number;
  readonly #startedAt = performance.now();
  #values = 0;
  #seen = 0;
  #held = 0;
  #lookAt: number;
  #isOver = false;
  #refusal: EngineError | undefined;

  constructor(place: Workplace, turns: LoopTurns, mostMs: number) {
    this.#place = place;
    this.#turns = turns;
    this.#mostMs = mostMs;
    this.#lookAt = Math.min(STRIDE, place.limits.values + 1);
  }

  get values(): number {
    return this.#values;
  }

  get mostBytes(): number {
    return this.#place.limits.bytes;
  }

  /** Why nothing more is done, once it is so. */
  get refusal(): EngineError | undefined {
    return this.#refusal;
  }

  /** @throws {EngineError} TRAVAIL_EXCESSIF, PASSERELLE_OCCUPEE; always the same one from then on */
  spend(values: number): void {
    this.#values += values;
    if (this.#values >= this.#lookAt) this.#look();
  }

  /** A promise of a later turn when this one is over. */
  pauseIfDue(): Promise<void> | undefined {
    return this.#turns.isOver() ? this.#turns.next() : undefined;
  }

  /** @param bytes written so far */
  refuseBytes(bytes: number): never {
    return this.#refuse('octets', this.mostBytes, bytes);
  }

  /** What it held is free again, and nothing is held for what still goes on below it. */
  end(): void {
    this.#isOver = true;
    this.#place.release(this.#held);
    this.#held = 0;
  }

  #look(): void {
    if (this.#refusal) throw this.#refusal;
    const { values } = this.#place.limits;
    if (this.#values > values) this.#refuse('valeurs', values, this.#values);
    const elapsedMs = performance.now() - this.#startedAt;
    if (elapsedMs > this.#mostMs) this.#refuse('millisecondes', this.#mostMs, Math.ceil(elapsedMs));
    const more = this.#isOver ? 0 : this.#values - FREE_VALUES - this.#held;
    if (more > 0 && !this.#place.hold(more))
      this.#end(new EngineError('PASSERELLE_OCCUPEE', undefined, { extensions: { retryable: true } }));
    if (more > 0) this.#held += more;
    this.#turns.spend(this.#values - this.#seen);
    this.#seen = this.#values;
    this.#lookAt = Math.min(this.#values + STRIDE, values + 1);
  }

  /** @param done when it was cut: all of it would have been more */
  #refuse(measure: keyof typeof MEASURES, limit: number, done: number): never {
    const detail = MEASURES[measure](limit);
    return this.#end(
      new EngineError('TRAVAIL_EXCESSIF', detail, {
        extensions: { mesure: measure, limite: limit, compte: done, remede: REMEDIES[measure] },
      }),
    );
  }

  #end(refusal: EngineError): never {
    this.#refusal = refusal;
    this.#lookAt = 0;
    throw refusal;
  }
}
