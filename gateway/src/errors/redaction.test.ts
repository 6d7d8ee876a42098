import { describe, expect, it } from 'vitest';
import { createRedaction } from './redaction.ts';

const lines: string[] = [];
const log = (_: string, fields = {}): void => void lines.push(JSON.stringify(fields));
const redact = createRedaction({ debug: log, info: log, warn: log, error: log });

const redactOne = (error: { message: string; extensions?: Record<string, unknown> }): unknown => {
  lines.length = 0;
  return redact([error], 'essai-0001')[0];
};

describe('an error of a subgraph', () => {
  it.each([
    'connect ECONNREFUSED 10.0.0.7:5432',
    'request to http://sante-quebec.internal/graphql failed',
    'getaddrinfo ENOTFOUND base',
    'relation "msss.territoire" does not exist',
    'SELECT nom FROM territoire WHERE code = 3',
    'boom\n    at resolve (/srv/app/src/territoire.ts:12:3)',
    'open /etc/secrets/jeton failed',
  ])('coded, whose words are internal, loses them and is logged: %s', (message) => {
    expect(redactOne({ message, extensions: { code: 'CODE_INVALIDE', serviceName: 'msss' } })).toEqual({
      message: 'Un service a répondu par une erreur.',
      extensions: { code: 'ERREUR_SERVICE', service: 'msss', requestId: 'essai-0001' },
    });
    expect(lines).toHaveLength(1);
  });

  it('said on purpose keeps its words and its code, and nothing else', () => {
    expect(
      redactOne({
        message: 'Le code « 99 » n’est pas celui d’un territoire : 5 chiffres sont attendus.',
        extensions: {
          code: 'CODE_INVALIDE',
          serviceName: 'msss',
          stacktrace: ['a'],
          sql: 'select',
          champ: 'code',
        },
      }),
    ).toEqual({
      message: 'Le code « 99 » n’est pas celui d’un territoire : 5 chiffres sont attendus.',
      extensions: { code: 'CODE_INVALIDE', champ: 'code', service: 'msss', requestId: 'essai-0001' },
    });
    expect(lines).toEqual([]);
  });

  it('tells what is refused one by one, and of each nothing but plain facts', () => {
    const told = { rang: 1, mesure: '2026-2027-P01:01111:A-P5:AAOR', operandes: ['valeur'] };
    expect(
      redactOne({
        message: 'Une mesure est refusée.',
        extensions: {
          code: 'ACTE_REFUSE',
          serviceName: 'msss',
          fautes: [{ ...told, trace: { a: 1 }, message: 'SELECT nom FROM mesure' }, 'rien', null],
        },
      }),
    ).toMatchObject({ extensions: { fautes: [told] } });
    expect(
      redactOne({ message: 'x', extensions: { code: 'ACTE_REFUSE', serviceName: 'msss', fautes: 'toutes' } }),
    ).toEqual({
      message: 'x',
      extensions: { code: 'ACTE_REFUSE', service: 'msss', requestId: 'essai-0001' },
    });
  });

  it.each([
    'Le constat est fermé depuis le 2026-01-01T08:30:00Z, à 12:30.',
    'L’exigence « A-P5:AAOR » est sans objet.',
  ])('keeps words that only look internal: %s', (message) => {
    expect(redactOne({ message, extensions: { code: 'ACTE_REFUSE', serviceName: 'msss' } })).toMatchObject({
      message,
    });
  });

  it('that nobody thought of is masked, whatever it says', () => {
    for (const code of [undefined, 'INTERNAL_SERVER_ERROR', 'DOWNSTREAM_SERVICE_ERROR', '<b>', 3]) {
      expect(redactOne({ message: 'x', extensions: { code, serviceName: 'msss' } })).toMatchObject({
        extensions: { code: 'ERREUR_SERVICE' },
      });
    }
  });
});

describe('an error of the gateway', () => {
  it('that nobody thought of is masked, and its cause logged with the request id', () => {
    expect(
      redactOne({ message: 'Cannot read x of undefined', extensions: { cause: 'at plan.ts:3' } }),
    ).toEqual({
      message: 'Erreur interne. Citez l’identifiant de requête pour la signaler.',
      extensions: { code: 'ERREUR_INTERNE', requestId: 'essai-0001' },
    });
    expect(lines[0]).toContain('plan.ts:3');
    expect(lines[0]).toContain('essai-0001');
  });

  it('that is the gateway’s fault keeps its cause in the log alone', () => {
    const error = {
      message: 'La requête ne peut pas être planifiée.',
      extensions: { code: 'PLANIFICATION_IMPOSSIBLE', cause: 'no path' },
    };
    expect(JSON.stringify(redactOne(error))).not.toContain('no path');
    expect(lines[0]).toContain('no path');
  });

  it('of the engine is said in French, or in French first', () => {
    expect(
      redactOne({ message: 'Unknown fragment "F".', extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }),
    ).toMatchObject({
      message: 'Le fragment « F » n’existe pas.',
    });
    expect(
      redactOne({ message: 'Something new.', extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }),
    ).toMatchObject({
      message: 'La requête ne respecte pas le schéma. (Something new.)',
    });
  });
});
