import { expect, it } from 'vitest';
import { readQuestion } from './read-question.ts';

it.each([
  ['combien de territoires de CLSC', 'combien', 'territoires de CLSC'],
  ['Combien d’usagers ?', 'combien', 'usagers ?'],
  ['nombre de CLSC au Québec', 'combien', 'CLSC '],
  ['Quel est le nombre de RLS', 'combien', 'RLS'],
  ['qui exerce', 'qui', 'exerce'],
  ['qui peut exercer', 'permis', 'exercer'],
  ['que veut dire SASC', 'sens', 'SASC'],
  ['qu’est-ce que le navigateur', 'sens', 'navigateur'],
  ['usager : définition', 'sens', 'usager : '],
])('hears in %j what is asked, and of what', (texte, question, reste) => {
  expect(readQuestion(texte)).toEqual({ question, reste });
});

it.each([
  'services qui ne sont pas',
  'nombre',
  'combien',
  'définition de',
  'Santé Québec',
  'le nombre d’usagers varie',
  '24/7',
])('hears nothing asked in %j', (texte) => {
  expect(readQuestion(texte)).toEqual({ question: undefined, reste: texte });
});
