const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** In milliseconds; NaN for what is no instant with its zone: an hour alone is none. */
export const timeOfInstant = (text: string): number => (INSTANT.test(text) ? Date.parse(text) : NaN);
