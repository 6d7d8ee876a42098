const LOCAL_DAY = new Intl.DateTimeFormat('fr-CA', { timeZone: 'America/Toronto', dateStyle: 'short' });

/** The day it is in Québec at an instant, as « 2027-05-15 »: a last day ends there at midnight. */
export const toLocalDay = (instant: string): string => LOCAL_DAY.format(new Date(instant));
