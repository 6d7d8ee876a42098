/** What a level does for itself, when it may: the version of its data, what its witnesses have yet to sign. */
export const isUpkeep = (text: string): boolean =>
  /version_donnees|journal_(point|temoin|contresignature)\b/.test(text);
