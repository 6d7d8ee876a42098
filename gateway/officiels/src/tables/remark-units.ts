import type { Releve } from './releve.ts';

interface Remarked<Unit extends string> {
  readonly ligne: number;
  readonly fiche: Readonly<Record<string, string>>;
  /** Code of the territory. */
  readonly territoire: string | undefined;
  /** Its units, as the graph knows them. */
  readonly known: Readonly<Record<Unit, string>>;
  /** Which column says each of them. */
  readonly columns: Readonly<Record<string, Unit>>;
}

/** What a file says otherwise of the units of a territory is kept, and said. */
export function remarkUnits<Unit extends string>(
  releve: Pick<Releve, 'remark'>,
  { ligne, fiche, territoire, known, columns }: Remarked<Unit>,
): void {
  for (const [colonne, unit] of Object.entries(columns)) {
    const lue = fiche[colonne];
    if (lue !== undefined && lue !== known[unit])
      releve.remark({
        ligne,
        colonne,
        code: 'RATTACHEMENT_DIFFERENT',
        lue,
        compris: `gardé tel quel ; le graphe donne ${known[unit]} au territoire ${territoire}`,
      });
  }
}
