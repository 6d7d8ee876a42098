import { describe, expect, it } from 'vitest';
import { listMissingParts } from './list-missing-parts.ts';

const EMPTY = {
  limites: null,
  motifs: [],
  avisSantePublique: null,
  communication: null,
  planRattachement: null,
};
const FULL = {
  limites: 'Rue',
  motifs: ['Croissance'],
  avisSantePublique: 'Avis',
  communication: 'Plan',
  planRattachement: 'Tous',
};
const IMPACTS = (['JURIDIQUE', 'ADMINISTRATIF', 'ORGANISATIONNEL', 'HUMAIN'] as const).map((nature) => ({
  nature,
}));

describe('the parts that a request misses', () => {
  it('are nine when it is empty, each with the lines that ask for it', () => {
    const missing = listMissingParts(EMPTY, []);
    expect(missing).toHaveLength(9);
    expect(missing.every((part) => /\(004, L\d+-\d+\)$/.test(part))).toBe(true);
  });

  it('are none when it is whole', () => {
    expect(listMissingParts(FULL, IMPACTS)).toEqual([]);
  });

  it('name the impact that is not weighed', () => {
    expect(listMissingParts(FULL, IMPACTS.slice(1))).toEqual(['impact juridique (004, L732-733)']);
  });
});
