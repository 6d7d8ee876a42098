import { describe, expect, it } from 'vitest';
import { refuseUnseen } from './refuse-unseen.ts';

describe('what an act says', () => {
  it.each([
    ['the character zero', { nom: 'a\u0000b' }, / nom : .*U\+0000/],
    [
      'the first half of a pair',
      { cellules: [{ motif: 'bon' }, { motif: 'x\ud83d' }] },
      / cellule 2, motif : /,
    ],
    ['the second half of a pair', { textes: ['\ude00'] }, / texte 1 : /],
    ['a space of no width', { justification: '\u200b' }, / justification : .*rien qui se voie/],
    ['marks of direction among spaces', { motif: ' \u202e\u00a0\ufeff' }, / motif : .*rien qui se voie/],
  ])('is refused with %s, where it is', (_what, asked, said) => {
    expect(() => refuseUnseen(asked)).toThrow(said);
  });

  it('is whatever can be read, in any writing, and what is plainly empty is for others to judge', () => {
    const asked = {
      nom: 'Éà 😀 ᓄᓇᕕᒃ',
      vide: '',
      espaces: '  ',
      rien: null,
      nombre: 3,
      liste: ['l’e\u0301cart', true],
    };
    expect(() => refuseUnseen(asked)).not.toThrow();
  });
});
