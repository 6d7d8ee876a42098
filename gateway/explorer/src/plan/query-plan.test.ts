import { describe, expect, it } from 'vitest';
import { readPlan } from './query-plan.ts';

describe('the plan of an answer', () => {
  it('is read call by call', () => {
    const plan = {
      dureeMs: 12.5,
      appels: [{ sousGraphe: 'msss', chemin: 'territoireClsc', dureeMs: 4, lignes: 1, sql: 2 }],
    };
    expect(readPlan({ palier: { plan } })).toEqual(plan);
  });

  it('keeps what is well formed', () => {
    const appels = [{ sousGraphe: 'msss', lignes: 'trois' }, { dureeMs: 1 }];
    expect(readPlan({ palier: { plan: { appels } } })).toEqual({ appels: [{ sousGraphe: 'msss' }] });
  });

  it('is nothing when the answer has none', () => {
    for (const extensions of [undefined, null, {}, { palier: {} }, { palier: { plan: { appels: [] } } }]) {
      expect(readPlan(extensions)).toBeUndefined();
    }
  });
});
