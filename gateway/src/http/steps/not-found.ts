import { Refusal } from '../../errors/errors.ts';
import type { Step } from '../transport/exchange.ts';

export const refuseUnknownPath = (): Step => () => {
  throw new Refusal('ADRESSE_INCONNUE', {
    detail: 'Les requêtes GraphQL vont à /graphql, l’état se lit à /health.',
  });
};
