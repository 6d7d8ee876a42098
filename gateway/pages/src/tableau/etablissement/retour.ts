import { wholeOf } from '../shown/whole-of.ts';
import type { RedditionLue, Retour } from './data.ts';

export type LigneLue = NonNullable<Retour['mesure']>['lignes'][number];

/** The measures that were sent back of versions; none of an examination that could not be read whole, which its line says. */
export const listRetours = (versions: readonly RedditionLue[]): readonly Retour[] =>
  versions.flatMap((reddition) =>
    (wholeOf(reddition.examen?.cellules) ?? []).map((cellule) => ({ ...cellule, reddition })),
  );

/** What the version that was sent back says of the measure. */
export const ligneOf = ({ reddition, mesure }: Retour): LigneLue | undefined =>
  mesure?.lignes.find((ligne) => ligne.reddition?.id === reddition.id);

/** What the next version of the same campagne that carries the measure says of it: nothing until it is submitted. */
export const answerOf = ({ reddition: { campagne, version }, mesure }: Retour): LigneLue | undefined =>
  mesure?.lignes
    .filter(({ reddition }) => reddition?.campagne === campagne && reddition.version > version)
    .sort((one, other) => (one.reddition?.version ?? 0) - (other.reddition?.version ?? 0))[0];
