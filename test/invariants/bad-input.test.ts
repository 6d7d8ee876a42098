import {
  type GraphQLArgument,
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestHouse, openTestHouse } from '../house.ts';
import {
  type ObjectField,
  fieldsOf,
  hasField,
  isConnection,
  listObjectTypes,
  objectTypeOf,
  readPublicApi,
  rootFields,
} from './public-api.ts';

interface Answer {
  readonly data: Readonly<Record<string, unknown>> | null | undefined;
  readonly errors: readonly { readonly message: string; readonly code: unknown }[];
}

/** One input of a field: an argument, or one field of an input object. */
interface Input {
  /** For example « TerritoireClsc.mesures(exigence) ». */
  readonly name: string;
  readonly ask: (value: unknown) => {
    readonly query: string;
    readonly variables: Readonly<Record<string, unknown>>;
  };
  readonly type: string;
  /** Whether it narrows a list of facts. */
  readonly isOfList: boolean;
}

/** How the things that take arguments are reached: each `{` is a step more. */
const PARENTS: Readonly<Record<string, string>> = {
  Query: '',
  MesureConnection: 'mesures(first: 1)',
  TerritoireClsc: 'territoireClsc(code: "06112")',
  ReseauLocal: 'reseauLocal(code: "0611")',
  ReseauTerritorial: 'reseauTerritorial(code: "061")',
  Region: 'region(code: "06")',
  Etablissement: 'etablissement(code: "11045119")',
  ExigenceConnection: 'exigences(first: 1)',
  TerritoireClscConnection: 'territoiresClsc(first: 1)',
  BilanTerritoireConnection: 'bilans(first: 1)',
  RedditionConnection: 'redditions(first: 1)',
  ConstatConnection: 'constats(first: 1)',
  EntenteConnection: 'ententes(first: 1)',
  ObligationRedditionConnection: 'etablissement(code: "11045119") { obligations(first: 1)',
  Exigence: 'exigence(code: "A-P5:AAOR")',
  RoleClsc: 'roleClsc(code: NAVIGATEUR)',
  ServiceSocial: 'serviceSocial(code: AAOR)',
  Standard: 'standard(code: "A-P5")',
  OrientationPolitique: 'orientationPolitique(code: "1.1")',
  Differences: 'differences',
};

/** Reached from an act alone, and there is none at birth; or judged as an act is, for who may act. */
const OF_ACTS = [
  'Canevas.regles',
  'Query.cleDeDepot',
  'Query.essaiRegle',
  'Query.validerMesures',
  'Query.validerReddition',
  'Reddition.constatsValidation',
  'Reddition.ecartsDepuis',
  'Reddition.lignes',
];

/** On each kind of thing, by one mechanism: asked of those that are reached for what is their own. */
const OF_ALL = ['versions'];

/** What they say of what does not exist is not a list: test/invariants/series.test.ts reads it. */
const OF_PERIODS = ['Query.classementTerritoires', 'TerritoireClsc.serie'];

/** It holds the lists of the levels: test/processus/memory/versions.test.ts holds each to the root of its level. */
const OF_LISTS = ['Query.differences'];

/** A code as it is written, of nothing that exists: what is looked up by its `id` is written as people please. */
const UNKNOWN: Readonly<Record<string, string>> = {
  arrimage: 'ARR-ZZ',
  axePolitique: 'AXE9',
  campagne: '1999-2000',
  canevasPublie: '1999-2000-V1',
  chiffre: 'F99',
  dependants: 'M99',
  document: '999',
  documentCite: 'DC99',
  ecart: 'D-99',
  element: 'ZZ-R1',
  enonce: 'E999-9999-99',
  versions: '1999-2000:11045119:V9',
  etablissement: '99999999',
  etablissementPublie: '99999999',
  exigence: 'A-P99:AAOR',
  indicateur: 'I-A-P99',
  installation: 'INCONNU-1',
  installationPubliee: '99999999',
  limitePubliee: '99999',
  livrable: 'LIV9',
  mandat: 'M99',
  mesure: '1999-2000-P01:99999:A-P5:AAOR',
  orientation: 'O9',
  orientationPolitique: '9.9',
  politique: 'PL9',
  principe: 'P9',
  recommandation: 'PT9-MSSS-9',
  referenceLegale: 'RL99',
  reglesValidation: 'REGLE_INCONNUE',
  regleValidation: 'REGLE_INCONNUE',
  region: '99',
  section: '999-9',
  sectionDocument: '999-9',
  reseauLocal: '9999',
  reseauTerritorial: '999',
  standard: 'A-P99',
  territoireClsc: '99999',
  territoiresClsc: '99999',
  // Filters, by the name of the argument.
  axe: 'AXE9',
  periode: '1999-2000-P01',
  // Of a range, what leaves nothing in it.
  periodeDe: '2998-2999-P01',
  periodeA: '1999-2000-P01',
  exercice: '1999-2000',
  territoire: '99999',
  exigences: 'A-P99:AAOR',
  territoires: '99999',
  filtreCode: 'ZZZ',
};

/** The four RUISSS are all that a digit may name: any other is malformed. */
const ALL_KNOWN = [
  'Query.territoiresClsc(filtre.ruisss)',
  'Query.mesures(ruisss)',
  'Query.bilans(ruisss)',
  'Query.redditions(ruisss)',
];

/** Malformed for whatever a code may be. */
const MALFORMED: readonly (readonly [string, string])[] = [
  ['empty', ''],
  ['blank', '   '],
  ['an injection', `'; drop table territoire_clsc; --`],
  ['very long', 'A'.repeat(20_000)],
  ['not of the alphabet', 'é🦊ﷺ'],
  ['full-width digits', '０６１１２'],
  ['with a NUL', '06112\u0000'],
  ['on two lines', '06112\n06113'],
  ['a path', '../../etc/passwd'],
  ['a wild card', '%'],
];

/** The only codes that a person who typed something wrong may meet. */
const REFUSALS = ['CODE_INVALIDE', 'FILTRE_INVALIDE', 'PAGE_INVALIDE', 'RECHERCHE_INVALIDE'];
const ENGINE_REFUSALS = ['BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED'];

/** What the other required arguments of a field are given. */
const OTHERS: Readonly<Record<string, string>> = {
  // Of what leans on a thing.
  type: '"Mandat"',
  code: '"M6"',
  texte: '"accueil"',
  valeur: '3',
  exigence: '"A-P5:AAOR"',
  expression: '"valeur >= 0"',
  exercice: '"2025-2026"',
  periode: '"2025-2026-P01"',
};

const api = readPublicApi();
const FIELDS = [
  ...rootFields(api).map((field) => ['Query', field] as const),
  ...listObjectTypes(api).flatMap((type) => fieldsOf(type).map((field) => [type.name, field] as const)),
].filter(([type, { name, args }]) => args.length > 0 && (!OF_ALL.includes(name) || type in PARENTS));
const INPUTS = FIELDS.filter(([type, { name }]) => !OF_ACTS.includes(`${type}.${name}`)).flatMap(
  ([type, field]) => listInputs(type, field),
);

const named = (...types: string[]) =>
  INPUTS.filter(({ type }) => types.includes(type)).map((input) => [input.name, input] as const);
const PAGED = INPUTS.filter(({ name }) => name.endsWith('(first)')).map(
  (input) => [input.name, input] as const,
);
const CURSORS = INPUTS.filter(({ name }) => name.endsWith('(after)')).map(
  (input) => [input.name, input] as const,
);
const CODES = named('ID');
/** What these name need not be yet: they say what may be done of it, and why not. */
const OF_WHAT_MAY_COME = ['Query.actionsSanteQuebec(exercice)', 'Etablissement.actionsPossibles(campagne)'];
const OPEN_CODES = CODES.filter(
  ([name]) =>
    !ALL_KNOWN.includes(name) &&
    !OF_WHAT_MAY_COME.includes(name) &&
    ![...OF_PERIODS, ...OF_LISTS].some((field) => name.startsWith(`${field}(`)),
);
const TEXTS = named('String').filter(([name]) => !name.endsWith('(after)'));

let house: TestHouse;

beforeAll(async () => {
  house = await openTestHouse();
});

afterAll(() => house.close());

describe('these tests', () => {
  it('reach every field that takes an argument', () => {
    const parents = new Set(
      FIELDS.filter(([type, { name }]) => !OF_ACTS.includes(`${type}.${name}`)).map(([type]) => type),
    );
    const help =
      'PARENTS of test/invariants/bad-input.test.ts says how each type whose fields take arguments is reached; OF_ACTS, which ones only an act makes';
    expect([...parents].sort(), help).toEqual(Object.keys(PARENTS).sort());
    expect(CODES.length).toBeGreaterThan(40);
    expect(TEXTS.length).toBeGreaterThan(5);
    expect(PAGED.length).toBe(CURSORS.length);
  });
});

describe('a code', () => {
  it.each(OPEN_CODES)('%s that is well formed and unknown finds nothing', async (name, input) => {
    const answer = await ask(input, unknownFor(name));
    expect(countFound(answer.data)).toBe(0);
    if (!input.isOfList) expect(answer.errors).toEqual([]);
  });

  it.each(OPEN_CODES.filter(([, { isOfList }]) => isOfList))(
    '%s that is unknown is never told as « none »: it is refused, or named by the absence',
    async (name, input) => {
      const code = unknownFor(name);
      const answer = await ask(input, code);
      if (answer.errors.length > 0) {
        expectRefusal(answer, name, ['FILTRE_INVALIDE']);
        expect(answer.errors[0]?.message).toContain(`« ${code} » est inconnu`);
      } else expect(JSON.stringify(answer.data)).toContain(code);
    },
  );

  it.each(CODES)('%s that is malformed is refused in French', async (_name, input) => {
    for (const [kind, value] of MALFORMED) expectRefusal(await ask(input, value), kind);
  });

  it.each(OPEN_CODES)('%s of the wrong length or case is refused, or finds nothing', async (name, input) => {
    const known = unknownFor(name);
    for (const value of [
      `${known}0000000000000`.slice(0, 130),
      `${known}:${known}:x`,
      known.slice(0, -1),
      known.toLowerCase(),
      `-${known}`,
    ])
      expectHarmless(await ask(input, value), value);
  });
});

describe('a text', () => {
  it.each(TEXTS)(
    '%s that nothing could match is refused in French, or finds nothing',
    async (_name, input) => {
      for (const [kind, value] of MALFORMED) expectHarmless(await ask(input, value), kind);
    },
  );

  it.each(TEXTS.filter(([name, { isOfList }]) => isOfList && !name.endsWith('(texte)')))(
    '%s that is unknown is refused by its name',
    async (_name, input) => {
      for (const value of ['Inconnu', 'zzz 9', '../../etc/passwd'])
        expectRefusal(await ask(input, value), value, ['FILTRE_INVALIDE']);
    },
  );
});

describe('a page', () => {
  it.each(PAGED)('%s is of 1 to 1000 items', async (_name, input) => {
    for (const size of [0, -1, 1001, -2_147_483_648, 2_147_483_647])
      expectRefusal(await ask(input, size), String(size), ['PAGE_INVALIDE']);
    for (const size of [2_147_483_648, 1.5, '10', 'x'])
      expectRefusal(await ask(input, size), String(size), ENGINE_REFUSALS);
    for (const size of [1, 1000]) expect((await ask(input, size)).errors).toEqual([]);
  });

  it.each(CURSORS)('%s does not start after what this graph did not give', async (_name, input) => {
    const forged = [...MALFORMED.map(([, value]) => value), Buffer.from('c1:a\u0000').toString('base64url')];
    for (const cursor of forged)
      expectRefusal(await ask(input, cursor), cursor.slice(0, 30), ['PAGE_INVALIDE']);
  });

  it.each(CURSORS)('%s refuses the cursor of another list', async (_name, input) => {
    for (const key of ['06112', 'A-P5:AAOR', '-1', 'é'])
      expectRefusal(await ask(input, Buffer.from(`uneAutreListe:${key}`).toString('base64url')), key, [
        'PAGE_INVALIDE',
      ]);
  });
});

describe('a value to judge', () => {
  it.each(['A-P5:AAOR', 'A-P11:INFO_SOCIAL', 'A-G3:CRISE', 'Q-P4:CONSULT_PSY'])(
    'of %s may be any number there is, and nothing else',
    async (code) => {
      const query =
        'query ($code: ID!, $valeur: Float!) { exigence(code: $code) { verdict(valeur: $valeur) { etat } } }';
      const judge = async (valeur: unknown) =>
        toAnswer(await house.gateway.execute({ query, variables: { code, valeur } }));
      for (const valeur of [
        0,
        -0,
        -1,
        5e-324,
        Number.MAX_VALUE,
        -Number.MAX_VALUE,
        Number.MAX_SAFE_INTEGER + 1,
      ])
        expect((await judge(valeur)).errors, String(valeur)).toEqual([]);
      for (const valeur of [Number.NaN, Infinity, -Infinity, '2', true, null, [1], {}])
        expectRefusal(await judge(valeur), String(valeur), ENGINE_REFUSALS);
    },
  );

  it('is judged on the right side of the threshold, however small the step', async () => {
    const query =
      '{ exigence(code: "A-P5:AAOR") { at: verdict(valeur: 2) { etat } over: verdict(valeur: 2.0000000000000004) { etat } } }';
    const { data } = await house.gateway.execute({ query });
    expect(JSON.parse(JSON.stringify(data))).toEqual({
      exigence: { at: { etat: 'CONFORME' }, over: { etat: 'NON_CONFORME' } },
    });
  });
});

describe('an enum', () => {
  it.each(
    INPUTS.filter(({ type }) => !['ID', 'String', 'Int', 'Float', 'Boolean'].includes(type)).map(
      (input) => [input.name, input] as const,
    ),
  )('%s that is none of its values is refused in French', async (_name, input) => {
    for (const value of ['INCONNU', '', 'é🦊', 7])
      expectRefusal(await ask(input, value), String(value), ENGINE_REFUSALS);
  });
});

async function ask(input: Input, value: unknown): Promise<Answer> {
  return toAnswer(await house.gateway.execute(input.ask(value)));
}

function toAnswer({ data, errors = [] }: Awaited<ReturnType<TestHouse['gateway']['execute']>>): Answer {
  return {
    data: data as Answer['data'],
    errors: errors.map(({ message, extensions }) => ({ message, code: extensions?.['code'] })),
  };
}

/** One error, of the table, in French. */
function expectRefusal(
  { errors }: Answer,
  what: string,
  codes: readonly string[] = [...REFUSALS, ...ENGINE_REFUSALS],
): void {
  expect(errors, what).toHaveLength(1);
  for (const { code, message } of errors) {
    expect(codes, `${what}: ${message}`).toContain(code);
    expect(message, what).not.toMatch(/\b(invalid|cannot|expected|unknown|error)\b|syntax|Expected/i);
    // The longest names every type that a level follows.
    expect(message.length, what).toBeLessThan(700);
  }
}

/** Nothing found, or a refusal; never a fault of the house. */
function expectHarmless(answer: Answer, what: string, codes: readonly string[] = REFUSALS): void {
  if (answer.errors.length > 0) expectRefusal(answer, what, codes);
}

/** How many things an answer holds: neither empty lists, nor counts, nor what was only passed through. */
function countFound(data: unknown): number {
  const [answer] = Object.values((data ?? {}) as Record<string, unknown>);
  const found = answer !== null && typeof answer === 'object' && 'inner' in answer ? answer.inner : answer;
  if (found === null || found === undefined) return 0;
  if (Array.isArray(found)) return found.length;
  // It says that there is nothing, and why.
  if (typeof found === 'object' && '__typename' in found && found.__typename === 'Absence') return 0;
  if (typeof found === 'object' && 'nodes' in found) return (found.nodes as unknown[]).length;
  return 1;
}

function unknownFor(input: string): string {
  const [, parent, field, argument] = /^(\w+)\.(\w+)\(([\w.]+)\)$/.exec(input) ?? [];
  const isLookup = parent === 'Query' && ['code', 'codes', 'id'].includes(argument ?? '');
  const key = isLookup
    ? field
    : argument
        ?.replace('filtre.code', 'filtreCode')
        .replace('filtre.', '')
        .replace(/^orientation$/, 'orientationPolitique');
  const code = UNKNOWN[key ?? ''] ?? (isLookup && argument === 'id' ? 'INCONNU-1' : undefined);
  if (code === undefined)
    throw new Error(
      `${input} has no unknown code: add one, well formed, to UNKNOWN of test/invariants/bad-input.test.ts, under « ${key ?? ''} »`,
    );
  return code;
}

function listInputs(parent: string, field: ObjectField): Input[] {
  return field.args.flatMap((argument) => {
    const filter = getNamedType(argument.type);
    if (!isInputObjectType(filter))
      return [toInput(parent, field, argument, argument.name, argument.type, (value) => value)];
    const fields = Object.values(filter.getFields());
    return fields.map((inner) => {
      const required = fields.filter((other) => other !== inner && isNonNullType(other.type));
      const others = Object.fromEntries(required.map(({ name }) => [name, 1]));
      return toInput(parent, field, argument, `${argument.name}.${inner.name}`, inner.type, (value) => ({
        ...others,
        [inner.name]: value,
      }));
    });
  });
}

function toInput(
  parent: string,
  field: ObjectField,
  argument: GraphQLArgument,
  path: string,
  type: GraphQLInputType,
  wrap: (value: unknown) => unknown,
): Input {
  const bare = isNonNullType(type) ? type.ofType : type;
  const isList = isListType(bare);
  const others = field.args
    .filter((other) => other !== argument && isNonNullType(other.type))
    .map((other) => `${other.name}: ${OTHERS[other.name] ?? firstOf(other)}`);
  const given = [`${argument.name}: $value`, ...others].join(', ');
  const call = `${field.name}(${given}) ${selectionOf(field)}`;
  const reach = PARENTS[parent] ?? '';
  const reached = reach === '' ? call : `${reach} { inner: ${call} ${' }'.repeat(reach.split('{').length)}`;
  const query = `query ($value: ${String(argument.type)}) { ${reached} }`;
  return {
    name: `${parent}.${field.name}(${path})`,
    type: String(getNamedType(type)),
    isOfList: isListField(field) && !statesNoFact(field),
    ask: (value) => ({ query, variables: { value: wrap(isList ? [value] : value) } }),
  };
}

/** Any value of an enum does. */
function firstOf({ type }: GraphQLArgument): string {
  const named = getNamedType(type);
  return isEnumType(named) ? named.getValues()[0]!.name : '';
}

function selectionOf(field: ObjectField): string {
  const type = objectTypeOf(field);
  if (type === undefined) return '';
  if (!isConnection(type)) return '{ __typename }';
  return `{ totalCount nodes { __typename } ${hasField(type, 'absence') ? 'absence { motif }' : ''} }`;
}

/**
 * A journal is narrowed by what its acts say: nobody keeps the list of those who may act, and none is a fact; nor is what a level
 * alone reads to count by, digests and what is suppressed; nor what is judged of a value that is given.
 */
function statesNoFact({ name }: ObjectField): boolean {
  return /^(journal|differences|empreintes|mesures(Supprimees|Sans)$|verdicts$)/.test(name);
}

function isListField(field: ObjectField): boolean {
  const type = objectTypeOf(field);
  const bare = isNonNullType(field.type) ? field.type.ofType : field.type;
  return isListType(bare) || (type !== undefined && isConnection(type));
}
