import type { ClientRequest } from '../request/client-request.ts';
import { Refusal } from '../errors/errors.ts';
import { toDrops, toGrant, toSeconds, type RateLimit, type Shares } from './shares.ts';
import type { Grant } from '../request/client-request.ts';

/** What was counted for an operation before it ran. */
interface CountedWork {
  /** Counts what was done in place of what was estimated. */
  settle(values: number): void;
}

/** Grants each client its share of the work: what is estimated before, what was done after. */
export interface WorkShares {
  /**
   * Nothing for what nobody in particular asks.
   *
   * @throws {Refusal} TROP_DE_REQUETES
   */
  count(clientRequest: ClientRequest, estimate: number): Promise<CountedWork | undefined>;
}

export function createWorkShares(shares: Shares, limit: RateLimit): WorkShares {
  const drops = toDrops(limit);
  return {
    async count({ share }, estimate) {
      if (!share) return undefined;
      const { client } = share;
      const units = Math.min(Math.max(1, Math.ceil(estimate)), limit.units);
      const grant = await shares.take(client, units);
      share.left = grant;
      if (!grant.granted) throw refuse(grant, limit);
      return {
        settle(values) {
          const more = Math.max(1, values) - units;
          if (more !== 0) shares.settle(client, more);
          share.left = toGrant(true, Math.max(0, grant.resetMs + more * drops.intervalMs), drops);
        },
      };
    },
  };
}

function refuse({ retryMs }: Grant, { units, perSeconds }: RateLimit): Refusal {
  const retryAfter = Math.max(1, toSeconds(retryMs));
  return new Refusal('TROP_DE_REQUETES', {
    detail: `Ce qu’elles demandent passe ${units} valeurs par ${perSeconds} s ; réessayez dans ${retryAfter} s.`,
    facts: { mesure: 'valeurs', limite: units, retryAfter },
  });
}
