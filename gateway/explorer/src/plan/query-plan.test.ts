import { describe, expect, it } from 'vitest';
import { withoutPlan } from './without-plan.ts';
import { readPlan, readRefusal } from './query-plan.ts';

describe('the plan of an answer', () => {
  it('is read call by call', () => {
    const plan = {
      dureeMs: 12.5,
      cout: { estime: 40, limite: 100 },
      planification: { dureeMs: 2, connu: true },
      appels: [{ sousGraphe: 'msss', chemin: 'territoireClsc', debutMs: 2.5, dureeMs: 4, lignes: 1, sql: 2 }],
      texte: 'Appel à msss',
    };
    expect(readPlan({ palier: { plan } })).toEqual(plan);
    const failed = { sousGraphe: 'msss', code: 'DELAI_DEPASSE', erreurs: 1 };
    expect(readPlan({ palier: { plan: { appels: [failed] } } })).toEqual({ appels: [failed] });
  });

  it('may be refused, and why is read', () => {
    expect(readRefusal({ palier: { plan: { refus: 'non' } } })).toBe('non');
    expect(readRefusal({ palier: { plan: { appels: [] } } })).toBeUndefined();
  });

  it('is taken out of what is shown of the answer, and nothing else is', () => {
    expect(withoutPlan({ data: { a: 1 }, extensions: { palier: { plan: {} } } })).toEqual({ data: { a: 1 } });
    expect(withoutPlan({ data: null, extensions: { palier: {}, autre: 1 } })).toEqual({
      data: null,
      extensions: { autre: 1 },
    });
    expect(withoutPlan({ data: { a: 1 } })).toEqual({ data: { a: 1 } });
  });

  it('has a cost without a limit where there is none', () => {
    const plan = { cout: { estime: 40, limite: null }, appels: [{ sousGraphe: 'msss' }] };
    expect(readPlan({ palier: { plan } })?.cout).toEqual({ estime: 40 });
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
