/** What a level reads for itself, when it may: the version of its data, what its witnesses have yet to sign. */
export const isUpkeep = (text: string): boolean => /version_donnees|journal_point\b/.test(text);
