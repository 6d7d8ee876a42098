/** What is said of a value that does not fit the schema: at a field, or as an element of a list. */
export const atField = (coordinate: string): string => `le champ « ${coordinate} »`;
export const atElement = (type: string, index: number | string): string =>
  `l’élément ${index} d’une liste de « ${type} »`;

export const sayAbsent = (place: string): string => `${capitalize(place)} manque à la réponse.`;
export const sayNull = (place: string): string =>
  `${capitalize(place)} n’admet pas null, et n’a pas reçu de valeur qui lui convienne.`;
export const sayWrong = (place: string): string => `La valeur reçue pour ${place} n’est pas de son type.`;
export const sayUnknownType = (place: string): string => `L’objet reçu pour ${place} est d’un type inconnu.`;

const capitalize = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
