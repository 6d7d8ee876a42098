import { isOperande, type Operande, OPERANDES, type TypeValeur } from './operandes.ts';
import { ExpressionFault, readTokens, type Token } from './read-tokens.ts';

export type Operation =
  | 'ET'
  | 'OU'
  | 'NON'
  | 'SI'
  | '='
  | '<>'
  | '<'
  | '<='
  | '>'
  | '>='
  | '+'
  | '-'
  | '*'
  | '/'
  | 'OPPOSE'
  | 'ABS'
  | 'MIN'
  | 'MAX'
  | 'CONNU';

/** An expression that was parsed, whose types were checked. */
export type Expression = { readonly type: TypeValeur; readonly depth: number } & (
  | { readonly kind: 'VALEUR'; readonly value: number | string | boolean }
  | { readonly kind: 'OPERANDE'; readonly name: Operande }
  | { readonly kind: 'OPERATION'; readonly operation: Operation; readonly parts: readonly Expression[] }
);

const DEEPEST = 64;

/** How tightly each holds what is beside it. */
const BINARY: Readonly<Record<string, { readonly force: number; readonly operation: Operation }>> = {
  ou: { force: 1, operation: 'OU' },
  et: { force: 2, operation: 'ET' },
  '=': { force: 4, operation: '=' },
  '<>': { force: 4, operation: '<>' },
  '<': { force: 4, operation: '<' },
  '<=': { force: 4, operation: '<=' },
  '>': { force: 4, operation: '>' },
  '>=': { force: 4, operation: '>=' },
  '+': { force: 5, operation: '+' },
  '-': { force: 5, operation: '-' },
  '*': { force: 6, operation: '*' },
  '/': { force: 6, operation: '/' },
};
const COMPARISON = 4;
const NEGATION = 3;
const SIGN = 7;

const FUNCTIONS: Readonly<Record<string, { readonly operation: Operation; readonly most: number }>> = {
  abs: { operation: 'ABS', most: 1 },
  min: { operation: 'MIN', most: 8 },
  max: { operation: 'MAX', most: 8 },
  connu: { operation: 'CONNU', most: 1 },
};

const RESERVED = new Set(['si', 'alors', 'et', 'ou', 'non', 'vrai', 'faux']);

/**
 * Reads what must hold of a measure: « si unite = "h/sem" alors valeur <= 168 ». Raises ExpressionFault, with the place and what
 * was expected there; nothing else, whatever the text.
 */
export function parseExpression(text: string): Expression {
  const expression = new Parser(readTokens(text)).parseWhole();
  if (expression.type !== 'LOGIQUE')
    throw new ExpressionFault(1, 'une règle doit être vraie ou fausse : il manque une comparaison');
  return expression;
}

class Parser {
  readonly #tokens: readonly Token[];
  #at = 0;
  #opened = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  parseWhole(): Expression {
    const expression = this.#parse(0);
    const next = this.#next();
    if (next.kind !== 'FIN') throw unexpected(next, 'la fin de l’expression ou un opérateur');
    return expression;
  }

  /** What holds together at least as tightly as `force`. */
  #parse(force: number): Expression {
    this.#opened += 1;
    if (this.#opened > DEEPEST) throw tooDeep(this.#next());
    let left = this.#parsePrefix(force);
    for (;;) {
      const sign = this.#next();
      const binary = sign.kind === 'TEXTE' ? undefined : own(BINARY, sign.text);
      if (binary === undefined || binary.force < force) break;
      this.#at += 1;
      const right = this.#parse(binary.force + 1);
      left = operate(sign, binary.operation, [left, right]);
      const after = this.#next();
      if (binary.force === COMPARISON && own(BINARY, after.text)?.force === COMPARISON)
        throw new ExpressionFault(
          after.position,
          'une comparaison n’en suit pas une autre : séparez-les par « et »',
        );
    }
    this.#opened -= 1;
    return left;
  }

  #parsePrefix(force: number): Expression {
    const token = this.#next();
    this.#at += 1;
    if (token.kind === 'NOMBRE') return leaf('NOMBRE', Number(token.text.replace(',', '.')));
    if (token.kind === 'TEXTE') return leaf('TEXTE', token.text);
    if (token.kind === 'MOT') return this.#parseWord(token, force);
    if (token.text === '-') return operate(token, 'OPPOSE', [this.#parse(SIGN)]);
    if (token.text !== '(') throw unexpected(token, 'un nombre, un texte, un nom ou une parenthèse');
    const inside = this.#parse(0);
    this.#expect(')');
    return inside;
  }

  #parseWord(token: Token, force: number): Expression {
    const { text: name } = token;
    if (name === 'vrai' || name === 'faux') return leaf('LOGIQUE', name === 'vrai');
    if (name === 'non') return operate(token, 'NON', [this.#parse(NEGATION)]);
    if (name === 'si' && force === 0) {
      const condition = this.#parse(1);
      this.#expect('alors');
      return operate(token, 'SI', [condition, this.#parse(0)]);
    }
    const called = own(FUNCTIONS, name);
    if (called !== undefined) return operate(token, called.operation, this.#parseArguments(called.most));
    if (isOperande(name)) return { kind: 'OPERANDE', name, type: OPERANDES[name].type, depth: 1 };
    if (RESERVED.has(name)) throw unexpected(token, 'un nombre, un texte ou un nom');
    throw new ExpressionFault(
      token.position,
      `« ${name} » n’est pas un nom connu ; il y a ${Object.keys(OPERANDES).join(', ')}`,
    );
  }

  #parseArguments(most: number): Expression[] {
    this.#expect('(');
    const given = [this.#parse(0)];
    while (this.#next().text === ';' && given.length < most) {
      this.#at += 1;
      given.push(this.#parse(0));
    }
    this.#expect(')');
    return given;
  }

  #expect(text: string): void {
    const token = this.#next();
    if (token.kind === 'TEXTE' || token.text !== text) throw unexpected(token, `« ${text} »`);
    this.#at += 1;
  }

  /** The last token is the end, and is never passed. */
  #next(): Token {
    return this.#tokens[this.#at] ?? this.#tokens.at(-1)!;
  }
}

const leaf = (type: TypeValeur, value: number | string | boolean): Expression => ({
  kind: 'VALEUR',
  type,
  value,
  depth: 1,
});

const own = <Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

const TYPES: Readonly<Record<TypeValeur, string>> = {
  NOMBRE: 'un nombre',
  TEXTE: 'un texte',
  LOGIQUE: 'vrai ou faux',
};

/** Refuses parts of another type than the operation takes. */
function operate(at: Token, operation: Operation, parts: readonly Expression[]): Expression {
  const wanted = typeTaken(operation, parts[0]!.type);
  const wrong = parts.find(({ type }) => type !== wanted);
  if (wrong !== undefined)
    throw new ExpressionFault(
      at.position,
      `« ${at.text} » s’applique à ${TYPES[wanted]}, et non à ${TYPES[wrong.type]}`,
    );
  const depth = 1 + Math.max(...parts.map((part) => part.depth));
  if (depth > DEEPEST) throw tooDeep(at);
  return { kind: 'OPERATION', operation, parts, depth, type: typeGiven(operation) };
}

const LOGICAL: ReadonlySet<Operation> = new Set(['ET', 'OU', 'NON', 'SI']);
const OF_ANY: ReadonlySet<Operation> = new Set(['=', '<>', 'CONNU']);
const COMPARING: ReadonlySet<Operation> = new Set(['=', '<>', '<', '<=', '>', '>=', 'CONNU']);

function typeTaken(operation: Operation, first: TypeValeur): TypeValeur {
  if (OF_ANY.has(operation)) return first;
  return LOGICAL.has(operation) ? 'LOGIQUE' : 'NOMBRE';
}

const typeGiven = (operation: Operation): TypeValeur =>
  LOGICAL.has(operation) || COMPARING.has(operation) ? 'LOGIQUE' : 'NOMBRE';

const tooDeep = ({ position }: Token): ExpressionFault =>
  new ExpressionFault(position, `l’expression a plus de ${DEEPEST} niveaux`);

const unexpected = ({ kind, text, position }: Token, wanted: string): ExpressionFault =>
  new ExpressionFault(
    position,
    `${kind === 'FIN' ? 'l’expression finit trop tôt' : `« ${text} » n’est pas attendu ici`} ; attendu : ${wanted}`,
  );

/** How many steps it is evaluated in. */
export const countParts = (expression: Expression): number =>
  expression.kind === 'OPERATION' ? expression.parts.reduce((sum, part) => sum + countParts(part), 1) : 1;

/** All that an expression names. */
export function operandesOf(expression: Expression): ReadonlySet<Operande> {
  if (expression.kind === 'OPERANDE') return new Set([expression.name]);
  if (expression.kind === 'VALEUR') return new Set();
  return new Set(expression.parts.flatMap((part) => [...operandesOf(part)]));
}
