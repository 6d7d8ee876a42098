import { describe, expect, it } from 'vitest';
import { operandesOf, parseExpression } from './parse-expression.ts';
import { ExpressionFault } from './read-tokens.ts';

function faultOf(text: string): ExpressionFault {
  try {
    parseExpression(text);
  } catch (error) {
    if (error instanceof ExpressionFault) return error;
    throw error;
  }
  throw new Error(`« ${text} » is read`);
}

describe('an expression', () => {
  it.each([
    ['valeur <= 168', ['valeur']],
    ['valeur ≤ 168', ['valeur']],
    ['valeur >= 0 et numerateur >= 0 et denominateur >= 0', ['valeur', 'numerateur', 'denominateur']],
    ['si unite = "h/sem" alors valeur <= 168', ['unite', 'valeur']],
    ['si unite = « h/sem » alors valeur <= 168', ['unite', 'valeur']],
    ['abs(valeur - 100 * numerateur / denominateur) <= 0,5', ['valeur', 'numerateur', 'denominateur']],
    ['non (aucunCas ou supprimee)', ['aucunCas', 'supprimee']],
    ['connu(valeurPrecedente) et max(valeur; 3) > min(2; -valeur; 1.5)', ['valeurPrecedente', 'valeur']],
    ['si aucunCas alors si supprimee alors faux', ['aucunCas', 'supprimee']],
  ])('reads « %s », and says what it names', (text, names) => {
    expect([...operandesOf(parseExpression(text))]).toEqual(names);
  });

  it('holds tighter by product, sum, comparison, non, et, ou, si', () => {
    expect(parseExpression('si aucunCas ou supprimee et non valeur + 1 * 2 = 3 alors vrai')).toEqual(
      parseExpression('si (aucunCas ou (supprimee et (non ((valeur + (1 * 2)) = 3)))) alors (vrai)'),
    );
    expect(parseExpression('valeur - 1 - 2 = 0')).toEqual(parseExpression('(valeur - 1) - 2 = 0'));
  });

  it.each([
    ['', 1, /finit trop tôt/],
    ['valeur', 1, /manque une comparaison/],
    ['valeur <=', 10, /finit trop tôt/],
    ['valeur <= 168 168', 15, /« 168 » n’est pas attendu/],
    ['valuer <= 168', 1, /« valuer » n’est pas un nom connu ; il y a valeur, /],
    ['constructor = 1', 1, /n’est pas un nom connu/],
    ['valeur.constructor = 1', 7, /« \. » n’est pas du langage/],
    ['valeur <= "168"', 8, /s’applique à un nombre, et non à un texte/],
    ['unite = 1', 7, /un texte, et non à un nombre/],
    ['unite < "h"', 7, /un nombre, et non à un texte/],
    ['non valeur', 1, /vrai ou faux, et non à un nombre/],
    ['0 <= valeur <= 168', 13, /n’en suit pas une autre/],
    ['unite = "h', 9, /n’est pas fermé/],
    ['(valeur = 1', 12, /attendu : « \) »/],
    ['si aucunCas valeur = 1', 13, /attendu : « alors »/],
    ['abs(valeur; 1) = 1', 11, /attendu : « \) »/],
    ['et valeur = 1', 1, /« et » n’est pas attendu/],
    ['valeur = 1234567890123456', 10, /15 chiffres/],
    ['valeur = 1 // 2', 13, /n’est pas attendu/],
  ])('tells what is wrong in « %s », and where', (text, position, message) => {
    const fault = faultOf(text);
    expect(fault.position).toBe(position);
    expect(fault.message).toMatch(message);
  });

  it('is bounded in length and in depth', () => {
    expect(faultOf(`valeur = ${' '.repeat(1_000)}1`).message).toMatch(/dépasse 1000 caractères/);
    expect(faultOf(`${'('.repeat(100)}valeur = 1${')'.repeat(100)}`).message).toMatch(/plus de 64 niveaux/);
    expect(faultOf(`valeur = ${'1+'.repeat(100)}1`).message).toMatch(/plus de 64 niveaux/);
  });
});
