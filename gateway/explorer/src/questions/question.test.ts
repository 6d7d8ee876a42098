import { describe, expect, it } from 'vitest';
import { findQuestions } from './find-questions.ts';
import { isTabOf, type QuestionFiles, toQuestion } from './question.ts';

const DESCRIPTION = {
  id: 'Q07',
  question: 'Quels standards, et qui les fixe ?',
  profil: 'analyste MSSS',
  theme: 'Standards',
};

const read = (files: Partial<QuestionFiles> = {}) =>
  toQuestion({ query: '{ documents { code } }', description: DESCRIPTION, ...files })!;

describe('a question', () => {
  it('begins with its words as a comment, and names the operation that has no name', () => {
    expect(read().query).toBe(
      '# Q07 — Quels standards, et qui les fixe ?\n\nquery Q07 { documents { code } }\n',
    );
    expect(read({ query: 'query ($code: ID!) { a }' }).query).toContain('query Q07($code: ID!) { a }');
    expect(read({ query: 'query Standards { a }' }).query).toContain('query Standards { a }');
  });

  it('is shown with the apostrophes and the spaces of French', () => {
    const description = {
      ...DESCRIPTION,
      question: "Que dit « l'AAOR » : 90 % ?",
      profil: "équipe d'accueil",
    };
    expect(read({ description })).toMatchObject({
      question: 'Que dit «\u00a0l’AAOR\u00a0»\u00a0: 90\u00a0%\u00a0?',
      profil: 'équipe d’accueil',
    });
  });

  it('has the same apostrophes in the comments of its query, and leaves what is asked', () => {
    const description = { ...DESCRIPTION, question: "D'une période à l'autre ?" };
    const query = '{\n  # L\'unité.\n  lieux(nom: "L\'Érable") { nom }\n}';
    expect(read({ description, query }).query).toBe(
      '# Q07 — D’une période à l’autre ?\n\nquery Q07 {\n  # L’unité.\n  lieux(nom: "L\'Érable") { nom }\n}\n',
    );
  });

  it('is said once when its file says it too', () => {
    expect(read({ query: '# Quels standards ?\n\nquery A { a }\n' }).query).toBe(
      '# Q07 — Quels standards, et qui les fixe ?\n\nquery A { a }\n',
    );
  });

  it('is broken in lines, never before a French punctuation mark', () => {
    const question = 'mot '.repeat(40).trim().concat(' ?');
    const comments = read({ description: { ...DESCRIPTION, question } })
      .query.split('\n\n')[0]!
      .split('\n');
    expect(comments.length).toBeGreaterThan(1);
    expect(comments.every((line) => line.startsWith('# ') && line.length <= 82)).toBe(true);
    expect(comments.at(-1)).toMatch(/mot \?$/u);
  });

  it('is known again in its tab', () => {
    expect(isTabOf(read(), `${read().query}# changed`)).toBe(true);
    expect(isTabOf(read(), '# Q070 — autre')).toBe(false);
    expect(isTabOf(read(), null)).toBe(false);
  });

  it('is left out when its folder does not describe it', () => {
    expect(toQuestion({ query: '{ a }', description: undefined })).toBeUndefined();
    expect(toQuestion({ query: '{ a }', description: { id: 'Q1' } })).toBeUndefined();
  });
});

describe('finding questions', () => {
  const other = read({
    description: { id: 'Q12', question: 'Où va l’écart ?', profil: 'équipe', theme: 'Écarts' },
  });

  it('groups them by what they are about, or by who asks', () => {
    const named = (by: 'theme' | 'profil') =>
      findQuestions([read(), other, read()], '', by).map(({ name }) => name);
    expect(named('theme')).toEqual(['Standards', 'Écarts']);
    expect(named('profil')).toEqual(['analyste MSSS', 'équipe']);
  });

  it('finds what is said in the place of a word', () => {
    const late = read({ description: { ...DESCRIPTION, question: 'Quels délais ?' } });
    expect(findQuestions([read(), late], 'retard', 'theme')).toEqual([
      { name: 'Standards', questions: [late] },
    ]);
  });

  it('ignores accents and case', () => {
    expect(findQuestions([read(), other], 'ECART equipe', 'profil')).toEqual([
      { name: 'équipe', questions: [other] },
    ]);
    expect(findQuestions([read(), other], 'absent', 'profil')).toEqual([]);
  });
});
