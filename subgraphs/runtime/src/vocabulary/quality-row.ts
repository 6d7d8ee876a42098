const QUALITY_CODE = /^(Q|F-Q)/;

/**
 * Whether a standard or an exigence is about quality: document 003 warns that these criteria are neither quality
 * indicators nor performance criteria (Annexe II, L2395-2400 and L2515-2520). The warning names the rows of Annexe II; it is extended
 * to the quality statements of the fiches.
 */
export function isQualityRow(code: string): boolean {
  return QUALITY_CODE.test(code);
}

const ON_SECOND_PAGE = /^Q-O\d(:|$)/;

/** The lines of the warning: it stands above each of the two pages that the quality rows fill. */
export const WARNING_LINES = { first: 'L2395-2400', second: 'L2515-2520' } as const;

/** Those above the page of a row, by the code of its standard or of one of its cells. */
export const linesOfWarning = (code: string): string =>
  ON_SECOND_PAGE.test(code) ? WARNING_LINES.second : WARNING_LINES.first;
