import { type CompiledQuery, DummyDriver, Kysely } from 'kysely';
import { OwnDialect } from './own-dialect.ts';
import { sentAhead, sentByName } from './sent-ahead.ts';

/** What Kysely makes a statement of, whichever of its builders. */
interface Statement<Row> {
  compile(database: Kysely<unknown>): CompiledQuery<Row>;
}

class NoDialect extends OwnDialect {
  createDriver(): DummyDriver {
    return new DummyDriver();
  }
}

/** Asks nothing of anybody: statements are made by it. */
const NOWHERE = new Kysely<unknown>({ dialect: new NoDialect() });

/** A statement that comes at each act, whose text is always the same: it is made once, and only what it is given differs. */
export class RepeatedStatement<Row> {
  readonly #compiled: CompiledQuery<Row>;
  readonly #ahead: CompiledQuery<Row>;

  constructor(make: (database: Kysely<unknown>) => Statement<Row>) {
    const compiled = make(NOWHERE).compile(NOWHERE);
    this.#compiled = sentByName(compiled);
    this.#ahead = sentAhead(compiled);
  }

  /** @param given in the order of its parameters; without it, what it was made with */
  async read(database: Kysely<unknown>, given?: readonly unknown[]): Promise<Row[]> {
    const { rows } = await database.executeQuery(giving(this.#compiled, given));
    return rows;
  }

  /** Ahead of what follows it: nobody reads what it gives. */
  async executeAhead(transaction: Kysely<unknown>, given?: readonly unknown[]): Promise<void> {
    await transaction.executeQuery(giving(this.#ahead, given));
  }
}

function giving<Row>(compiled: CompiledQuery<Row>, given = compiled.parameters): CompiledQuery<Row> {
  if (given.length !== compiled.parameters.length)
    throw new RangeError(`It takes ${compiled.parameters.length} values: ${compiled.sql}`);
  return { ...compiled, parameters: given };
}

/** The same statement in each level, made once for each. */
export function repeatedByLevel<Row>(
  make: (level: string, database: Kysely<unknown>) => Statement<Row>,
): (level: string) => RepeatedStatement<Row> {
  const made = new Map<string, RepeatedStatement<Row>>();
  return (level) => {
    const known = made.get(level);
    if (known !== undefined) return known;
    const one = new RepeatedStatement((database) => make(level, database));
    made.set(level, one);
    return one;
  };
}
