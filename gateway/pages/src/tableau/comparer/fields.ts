import type { Lieu } from '../carte/carte.ts';
import { campagneField, exigenceField, type Field, voletFields } from '../choices/choice-form.tsx';
import type { Choices } from '../choices/choices.ts';

export const measuredFields = (choices: Choices | undefined): readonly Field[] =>
  choices === undefined ? [] : [exigenceField(choices), ...voletFields(choices), campagneField(choices)];

/** A territory among all; the one that is chosen is there, whatever is known of it now. */
export function lieuField(name: string, label: string, lieux: readonly Lieu[], value: string): Field {
  const isListed = lieux.some(({ code }) => code === value);
  return {
    name,
    label,
    value,
    options: [
      ...(isListed ? [] : [{ value, name: value === '' ? 'Choisir…' : value }]),
      ...lieux.map(({ code, nom, region }) => ({ value: code, name: nom, group: region.nom })),
    ],
  };
}
