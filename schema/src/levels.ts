import { LEVELS as DEFINITIONS } from '@palier/start/levels';

const FIRST_PORT = 4001;

/** The levels, and the address written in the supergraph: constant in the file, replaced at run time. */
export const LEVELS = DEFINITIONS.map((definition, index) => ({
  definition,
  url: `http://127.0.0.1:${FIRST_PORT + index}/graphql`,
}));
