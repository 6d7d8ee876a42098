const MOST_NAMED = 20;

/** The first of these measures, by their identifiers, and how many more there are. */
export function sayMesures(mesures: readonly string[]): string {
  const more = mesures.length - MOST_NAMED;
  return `${mesures.slice(0, MOST_NAMED).join(' ; ')}${more > 0 ? ` ; et ${more} autres` : ''}`;
}
