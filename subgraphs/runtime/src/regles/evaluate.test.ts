import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blame, evaluate, evaluateConstant, type Lookup, type Valeur } from './evaluate.ts';
import { OPERANDES, type Operande } from './operandes.ts';
import { parseExpression } from './parse-expression.ts';
import { ExpressionFault } from './read-tokens.ts';

const lookup =
  (values: Partial<Record<Operande, Valeur>>): Lookup =>
  (name) =>
    values[name] ?? null;

const valueOf = (text: string, values: Partial<Record<Operande, Valeur>> = {}): Valeur =>
  evaluate(parseExpression(text), lookup(values));

describe('an expression', () => {
  it.each([
    ['valeur <= 168', { valeur: 168 }, true],
    ['valeur <= 168', { valeur: 168.001 }, false],
    ['valeur + 0,2 = 0,3', { valeur: 0.1 }, true],
    ['valeur / 3 * 3 = 1', { valeur: 1 }, true],
    ['100 * numerateur / denominateur = valeur', { valeur: 57.5, numerateur: 23, denominateur: 40 }, true],
    ['valeur - 1 < valeur', { valeur: 1e300 }, true],
    ['-valeur < 0 et abs(-valeur) = valeur', { valeur: 2 }, true],
    ['max(1; valeur; 2) = 3 et min(1; valeur; 2) = 1', { valeur: 3 }, true],
    ['unite = "h" et unite <> "min"', { unite: 'h' }, true],
    ['aucunCas = faux', { aucunCas: false }, true],
  ])('« %s » is exact', (text, values, expected) => {
    expect(valueOf(text, values)).toBe(expected);
  });

  it('takes what is too long to be calculated as not known, and what is as long as figures are as it is', () => {
    const product = (times: number): string => Array.from({ length: times }, () => 'valeur').join(' * ');
    expect(valueOf(`${product(2)} > 1`, { valeur: 1e300 })).toBe(true);
    expect(valueOf(`${product(40)} > 1`, { valeur: 1.00000000000001 })).toBe(true);
    expect(valueOf(`${product(60)} > 1`, { valeur: 1.00000000000001 })).toBeNull();
    expect(valueOf(`1 / (${product(3)}) < 1`, { valeur: 1e300 })).toBeNull();
  });

  it('takes what is not known as that, and not as zero nor as false', () => {
    expect(valueOf('valeur >= 0')).toBeNull();
    expect(valueOf('valeur >= 0', { valeur: NaN })).toBeNull();
    expect(valueOf('numerateur / denominateur < 1', { numerateur: 1, denominateur: 0 })).toBeNull();
    expect(valueOf('connu(valeur)')).toBe(false);
    expect(valueOf('connu(valeur)', { valeur: 0 })).toBe(true);
  });

  it.each([
    ['vrai', 'inconnu', null, true, null],
    ['faux', 'inconnu', false, null, true],
    ['inconnu', 'vrai', null, true, true],
    ['inconnu', 'faux', false, null, null],
    ['inconnu', 'inconnu', null, null, null],
  ])('« %s » and « %s » follow the three values of Kleene', (left, right, et, ou, si) => {
    const of = (word: string) => (word === 'inconnu' ? '(valeur = 1)' : word);
    expect(valueOf(`${of(left)} et ${of(right)}`)).toBe(et);
    expect(valueOf(`${of(left)} ou ${of(right)}`)).toBe(ou);
    expect(valueOf(`si ${of(left)} alors ${of(right)}`)).toBe(si);
  });

  it('says what of a measure makes it false', () => {
    const parsed = parseExpression('valeur >= 0 et numerateur >= 0 et denominateur >= 0');
    expect([...blame(parsed, lookup({ valeur: 1, numerateur: -1, denominateur: -2 }))]).toEqual([
      'numerateur',
      'denominateur',
    ]);
    const implied = parseExpression(
      'si valeurPrecedente > 0 alors valeur <= 2 * valeurPrecedente et valeur > 0',
    );
    expect([...blame(implied, lookup({ valeur: -1, valeurPrecedente: 1 }))]).toEqual(['valeur']);
  });
});

const LOGIQUES = ['aucunCas', 'nonDisponible', 'supprimee', 'vrai', 'faux'];
const NOMBRES = ['valeur', 'numerateur', 'denominateur', 'valeurPrecedente', '0', '1,5', '168', '0.1'];

/** Texts of the language, well made. */
const { logique } = fc.letrec<{ nombre: string; logique: string }>((tie) => ({
  nombre: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(...NOMBRES),
    fc
      .tuple(tie('nombre'), fc.constantFrom('+', '-', '*', '/'), tie('nombre'))
      .map(([a, sign, b]) => `(${a} ${sign} ${b})`),
    tie('nombre').map((a) => `-(${a})`),
    tie('nombre').map((a) => `abs(${a})`),
    fc.tuple(tie('nombre'), tie('nombre')).map(([a, b]) => `max(${a}; ${b})`),
  ),
  logique: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(...LOGIQUES),
    fc
      .tuple(tie('nombre'), fc.constantFrom('=', '<>', '<', '<=', '>', '>='), tie('nombre'))
      .map(([a, sign, b]) => `(${a} ${sign} ${b})`),
    fc
      .tuple(tie('logique'), fc.constantFrom('et', 'ou'), tie('logique'))
      .map(([a, word, b]) => `(${a} ${word} ${b})`),
    tie('logique').map((a) => `non (${a})`),
    tie('nombre').map((a) => `connu(${a})`),
    fc.tuple(tie('logique'), tie('logique')).map(([a, b]) => `(si ${a} alors ${b})`),
  ),
}));

const figure = fc.oneof(
  fc.constant(null),
  fc.double(),
  fc.integer(),
  fc.constantFrom(0, -0, 0.1, 1e308, 5e-324, Number.MAX_SAFE_INTEGER, Infinity, NaN),
);
const measure = fc.record({
  valeur: figure,
  numerateur: figure,
  denominateur: figure,
  valeurPrecedente: figure,
  aucunCas: fc.option(fc.boolean()),
  nonDisponible: fc.option(fc.boolean()),
  supprimee: fc.option(fc.boolean()),
});

/** « Read », or the fault that it has; anything else is raised. */
function read(text: string): string {
  try {
    parseExpression(text);
    return 'read';
  } catch (error) {
    if (error instanceof ExpressionFault) return `${error.position} ${error.message}`;
    throw error;
  }
}

describe('whatever is written', () => {
  const WORDS = [...Object.keys(OPERANDES), 'si', 'alors', 'et', 'ou', 'non', 'abs', 'max', '(', ')', ';'];
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 1_200 }),
    fc
      .array(fc.constantFrom(...WORDS, '<=', '=', '-', '1', '"h"', '«', '"', 'toString', '__proto__'), {
        maxLength: 300,
      })
      .map((words) => words.join(' ')),
  );

  it('is read, or has a fault that says where, the same twice', () => {
    fc.assert(
      fc.property(text, (given) => {
        const first = read(given);
        expect(first).toMatch(/^(read|\d+ .+)$/s);
        expect(read(given)).toBe(first);
      }),
      { numRuns: 1_000 },
    );
  });

  it('gives true, false or nothing of any measure, the same twice, and never raises', () => {
    fc.assert(
      fc.property(logique, measure, (given, values) => {
        const parsed = parseExpression(given);
        const once = evaluate(parsed, lookup(values));
        expect([true, false, null]).toContain(once);
        expect(evaluate(parsed, lookup(values))).toBe(once);
        for (const name of blame(parsed, lookup(values))) expect(Object.keys(OPERANDES)).toContain(name);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is told to be constant only where no measure changes what it gives', () => {
    for (const [text, constant] of [
      ['faux', false],
      ['1 < 2', true],
      ['valeur > 1 ou vrai', true],
      ['connu(valeur)', null],
      ['connu(valeur / 0) et faux', false],
      ['valeur = valeur', null],
    ] as const)
      expect([text, evaluateConstant(parseExpression(text))]).toEqual([text, constant]);
    fc.assert(
      fc.property(logique, measure, (given, values) => {
        const parsed = parseExpression(given);
        const constant = evaluateConstant(parsed);
        if (constant !== null) expect(evaluate(parsed, lookup(values))).toBe(constant);
      }),
      { numRuns: 2_000 },
    );
  });

  it('keeps what is known when more becomes so', () => {
    fc.assert(
      fc.property(
        logique,
        measure,
        fc.constantFrom('valeur', 'numerateur', 'aucunCas'),
        (given, values, name) => {
          // « connu » is what tells the two apart, and is meant to.
          fc.pre(!given.includes('connu'));
          const parsed = parseExpression(given);
          const less = evaluate(parsed, lookup({ ...values, [name]: null }));
          if (less !== null) expect(evaluate(parsed, lookup(values))).toBe(less);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('compares what is calculated as integers do, where integers can', () => {
    const small = fc.integer({ min: -1_000, max: 1_000 });
    fc.assert(
      fc.property(small, small, small, (a, b, c) => {
        const values = { valeur: a, numerateur: b, denominateur: c };
        expect(valueOf('valeur * numerateur - denominateur <= valeur + numerateur', values)).toBe(
          a * b - c <= a + b,
        );
        if (c !== 0) expect(valueOf('valeur / denominateur * denominateur = valeur', values)).toBe(true);
      }),
    );
  });
});
