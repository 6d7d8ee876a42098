import { type Awaitable, chain } from '../base/awaitable.ts';
import { type CodeFormat, parseEachCode } from '../vocabulary/code-format.ts';
import type { ReadingContext } from '../request/context.ts';
import { PalierError } from '../base/errors.ts';
import type { Loader } from '../request/loader.ts';
import { sayUnknown } from './unknown-filter.ts';

/** The codes in the order they were given, each once. Raises CODE_INVALIDE. */
export const parseCodes = (format: CodeFormat, codes: readonly string[]): string[] => [
  ...new Set(parseEachCode(format, codes)),
];

/** What bears each code. Raises FILTRE_INVALIDE, which names it, for one that nothing bears. */
export function loadAll<Value>(
  context: ReadingContext,
  name: string,
  loader: Loader<string, Value | null>,
  codes: readonly string[],
): Awaitable<Value[]> {
  return chain(loader.loadMany(context, codes), (values) =>
    values.map((value, place) => {
      if (value !== null) return value;
      throw new PalierError('FILTRE_INVALIDE', sayUnknown({ name, value: codes[place] }));
    }),
  );
}
