import query from './welcome.graphql?raw';

/** The tab that is open at the first visit: one query over the three levels. */
export const WELCOME = query;

export const isWelcome = (text: string | null): boolean => text?.startsWith('# Bienvenue.') ?? false;
