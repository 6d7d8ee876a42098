/** What it is named by. */
export interface Named {
  readonly code: string;
  readonly nom: string;
}

/** One thing to declare, and what is declared of it. */
export interface Declared<Of> {
  readonly key: string;
  /** Null when the ministry did not name it. */
  readonly what: Named | null;
  /** Nothing when nobody declared anything of it. */
  readonly declared: Of | undefined;
}

/** A line for each thing there is, declared or not: what is left out of a list says nothing. @param all null when it was not read */
export function listDeclared<Of>(
  all: readonly Named[] | null,
  declared: readonly Of[],
  whatOf: (one: Of) => Named | null,
): readonly Declared<Of>[] {
  const lines = declared.map((one, rank) => {
    const what = whatOf(one);
    return { key: `${what?.code ?? ''} ${rank}`, what, declared: one };
  });
  const known = all ?? [];
  const rankOf = ({ what }: Declared<Of>): number => known.findIndex(({ code }) => code === what?.code);
  const others = known
    .filter(({ code }) => lines.every(({ what }) => what?.code !== code))
    .map((what) => ({ key: what.code, what, declared: undefined }));
  return [...lines, ...others].sort((one, other) => rankOf(one) - rankOf(other));
}
