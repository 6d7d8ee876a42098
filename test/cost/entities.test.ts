import {
  type DocumentNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  Kind,
  graphql,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  getNamedType,
  parse,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '@palier/runtime/database';
import type { Subgraph } from '@palier/runtime/subgraph';
import { LEVELS } from '@palier/start/levels';
import { snapshotLocation } from '../house.ts';

type Key = Readonly<Record<string, string>>;

const codes = (...values: string[]): Key[] => values.map((code) => ({ code }));
const ids = (...values: string[]): Key[] => values.map((id) => ({ id }));

/** Some keys of each entity; those of entities that are empty at birth are well formed and unknown. */
const KEYS: Readonly<Record<string, readonly Key[]>> = {
  Arrimage: codes('ARR-PS', 'ARR-GU', 'ARR-SP'),
  AxePolitique: codes('AXE1', 'AXE3'),
  Campagne: codes('2025-2026', '2024-2025'),
  Canevas: codes('2025-2026-V1', '2024-2025-V1'),
  Chiffre: codes('F1', 'F2', 'F5'),
  Constat: ids('C1', 'C2'),
  ConstatValidation: ids('X1', 'X2'),
  DemandeModification: ids('D1', 'D2'),
  Designation: ids('2025-01111', '2025-06112'),
  Document: codes('000', '003', '004'),
  DocumentCite: codes('DC1', 'DC8'),
  DomainePartenariat: codes('GOUVERNANCE', 'SOINS'),
  Ecart: codes('D-02', 'G-01', 'X-13'),
  Element: codes('NAV-R1', 'CS1-3', 'RA2'),
  Enonce: codes('E001-0044-01', 'E003-0214-01'),
  Entente: ids('E1', 'E2'),
  Etablissement: codes('11045119', '11045127', '11045051'),
  Exigence: codes('A-P5:AAOR', 'A-P11:INFO_SOCIAL', 'A-G3:CRISE'),
  ExerciceRole: ids('R1', 'R2'),
  Imputabilite: [
    { territoire: '01111', exigence: 'A-P5:AAOR' },
    { territoire: '06112', exigence: 'A-P9:CONSULT_PSY' },
  ],
  Indicateur: codes('I-A-P5', 'I-A-P8', 'I-A-P11'),
  Installation: codes('51221010', '51221028'),
  LigneReddition: ids('X1', 'X2'),
  Livrable: codes('LIV1', 'LIV3'),
  Mandat: codes('M6', 'S4', 'E11'),
  Mesure: ids('2025-2026-P01:01111:A-P5:AAOR', '2025-2026-P02:06112:A-P5:AAOR'),
  ModificationRecommandee: codes('A3-P1', 'A5-I3'),
  OffreService: ids('01111:AAOR', '06112:CRISE'),
  OrientationMinisterielle: codes('O1', 'O4'),
  OrientationPolitique: codes('1.1', '3.1'),
  Palier: codes('MSSS', 'SANTE_QUEBEC', 'ETABLISSEMENT'),
  Passage: codes('004:L778-788', '003:L12-15, L20'),
  Partenaire: ids('P1', 'P2'),
  Politique: codes('PL1', 'PL5'),
  Principe: codes('P1', 'P6'),
  Recommandation: codes('PT1-MSSS-3', 'PT3-SQ-1'),
  Reddition: ids('R1', 'R2'),
  ReferenceLegale: codes('RL5', 'RL7'),
  Region: codes('01', '06', '18'),
  RegleValidation: ids('VALEUR_NEGATIVE:V1', 'SAUT:V1'),
  ReseauLocal: codes('0111', '0611'),
  ReseauTerritorial: codes('011', '061', '180'),
  RoleClsc: codes('NAVIGATEUR', 'COANIMATEUR'),
  Ruisss: codes('1', '4'),
  SectionDocument: codes('003-1.2', '004-2.2.7'),
  ServiceSocial: codes('AAOR', 'CRISE'),
  Standard: codes('A-P5', 'Q-P4', 'F-E1'),
  TerritoireClsc: codes('01111', '06112', '18011'),
  ValeurRegionale: ids('V1', 'V2'),
  VersionRetenue: ids('2025-2026:11045119', '2025-2026:11045127'),
};

/** A key made of two, a field that compares with another row, and one that counts others, each take one statement more. */
const STATEMENTS: Readonly<Record<string, number>> = { 'msss Imputabilite': 2, 'sante-quebec Campagne': 3 };

const ENTITIES = LEVELS.flatMap((definition) =>
  listEntities(parse(definition.sdl())).map((type) => ({ level: definition.name, type })),
);

const subgraphs = new Map<string, Subgraph>();
let database: Database;

beforeAll(async () => {
  database = await openDatabase(snapshotLocation());
  for (const definition of LEVELS)
    subgraphs.set(definition.name, await definition.open(database, { demonstration: 'CHARGEE' }));
});

afterAll(() => database.close());

describe('an entity found by reference', () => {
  it.each(ENTITIES)('$type of $level costs the same however many are asked for', async ({ level, type }) => {
    const keys = KEYS[type];
    if (keys === undefined)
      throw new Error(
        `${type} has no keys here: add two to KEYS of test/cost/entities.test.ts, known ones, or well-formed ones when it is empty at birth, for example « ${type}: ids('X1', 'X2'), »`,
      );
    const many = Array.from({ length: 5 }, () => keys)
      .flat()
      .map((key) => ({ __typename: type, ...key }));
    const statements = await countStatements(level, type, many);
    expect(statements).toBeLessThanOrEqual(STATEMENTS[`${level} ${type}`] ?? 1);
  });
});

async function countStatements(
  level: string,
  type: string,
  representations: readonly Key[],
): Promise<number> {
  const subgraph = subgraphs.get(level);
  if (subgraph === undefined) throw new Error(level);
  const source = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on ${type} { ${listOwnLeaves(subgraph.schema, type)} } } }`;
  let statements = 0;
  const stop = database.onStatement(() => (statements += 1));
  const { errors } = await graphql({
    schema: subgraph.schema,
    source,
    variableValues: { representations },
    contextValue: subgraph.createContext(),
  });
  stop();
  expect(errors).toBeUndefined();
  return statements;
}

/** The plain fields of an entity: what its own row holds. */
function listOwnLeaves(schema: GraphQLSchema, name: string): string {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new Error(name);
  const leaves = Object.values((type as GraphQLObjectType).getFields()).filter(
    ({ type: fieldType, args, astNode }) =>
      isLeafType(getNamedType(fieldType)) &&
      !args.some(isRequiredArgument) &&
      !astNode?.directives?.some((directive) => ['external', 'requires'].includes(directive.name.value)),
  );
  return ['__typename', ...leaves.map((field) => field.name)].join(' ');
}

/** The entities that a level finds by their key. */
function listEntities(document: DocumentNode): string[] {
  return document.definitions.flatMap((node) => {
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.OBJECT_TYPE_EXTENSION) return [];
    const keys = (node.directives ?? []).filter((directive) => directive.name.value === 'key');
    const resolvable = keys.filter(
      (key) =>
        !key.arguments?.some(
          ({ name, value }) => name.value === 'resolvable' && value.kind === Kind.BOOLEAN && !value.value,
        ),
    );
    return resolvable.length > 0 ? [node.name.value] : [];
  });
}
