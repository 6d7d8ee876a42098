import { etablissements } from '@palier/etablissements';
import { msss } from '@palier/msss';
import { santeQuebec } from '@palier/sante-quebec';

/** The three levels, and the address written in the supergraph: constant in the file, replaced at run time. */
export const LEVELS = [
  { definition: msss, url: 'http://127.0.0.1:4001/graphql' },
  { definition: santeQuebec, url: 'http://127.0.0.1:4002/graphql' },
  { definition: etablissements, url: 'http://127.0.0.1:4003/graphql' },
] as const;
