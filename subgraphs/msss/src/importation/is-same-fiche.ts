type Fiche = Readonly<Record<string, string>>;

/** Whether two records say the same under each of their columns. */
export function isSameFiche(before: Fiche, now: Fiche): boolean {
  const columns = Object.keys(now);
  return (
    columns.length === Object.keys(before).length && columns.every((column) => before[column] === now[column])
  );
}
