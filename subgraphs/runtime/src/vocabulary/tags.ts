/**
 * For the levels among themselves: how figures are consolidated, and requests that no text says who decides. A contract
 * may leave it out (`PALIER_CONTRACTS="public=-interne"`).
 */
export const INTERNE = '@tag(name: "interne")';
