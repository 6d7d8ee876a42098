/** Names the past instant at which the whole graph is read, for clients and levels alike. */
export const INSTANT_HEADER = 'palier-au';

/** By it a signed call says on whose behalf it is made: see `encodeIdentity`. */
export const IDENTITY_HEADER = 'palier-identite';

/** Asks a level what its answer takes, by `1`, and brings back what it says: see `sayMeasure`. */
export const MEASURE_HEADER = 'palier-mesure';

/** Bears, on each answer, the version of the data as it stood before they were read. */
export const VERSION_HEADER = 'palier-version';

/** Tells a level how long its answer is waited for, in milliseconds. */
export const DEADLINE_HEADER = 'palier-delai';
