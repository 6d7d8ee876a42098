/** A value that is longer names nothing that a person reads. */
const LONGEST_VALUE = 60;
/** What most systems of files take, with some room for « (1) ». */
const LONGEST = 180;

export interface NamedFile {
  /** « tableau-carte-territoires » */
  readonly operation: string;
  readonly table: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Its variables that say which page, and not of what. */
  readonly paging: readonly (string | undefined)[];
  readonly format: string;
}

/** « tableau-carte-territoires-A-P11_INFO_SOCIAL-2025-2026-P13.csv »: what a file is of, without opening it. */
export function nameFile({ operation, table, variables, paging, format }: NamedFile): string {
  const said = Object.entries(variables).flatMap(([name, value]) =>
    typeof value === 'string' && value.length <= LONGEST_VALUE && !paging.includes(name) ? [value] : [],
  );
  // The exercice of a période is in its code.
  const values = said.filter((value, rank) =>
    said.every((other, at) => at === rank || !isTold(value, other, at < rank)),
  );
  const parts = [operation, ...(table === undefined ? [] : [table]), ...values];
  return `${parts
    .join('-')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\w.-]/g, '_')
    .slice(0, LONGEST)}.${format}`;
}

/** Whether one value is said by another: of two that are the same, by the first. */
const isTold = (value: string, other: string, isBefore: boolean): boolean =>
  value === other ? isBefore : other.startsWith(`${value}-`);
