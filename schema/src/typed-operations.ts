import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { codegen } from '@graphql-codegen/core';
import * as operationTypes from '@graphql-codegen/typescript-operations';
import { sayEngineMessage } from '@palier/federation/errors/engine-messages';
import { readDescription } from '@palier/gateway/generations/operation-description';
import {
  readRegisteredOperations,
  type RegisteredDocument,
} from '@palier/gateway/generations/registered-operations';
import { isNamedByPages } from '@palier/pages/page-operations';
import { GraphQLError, Kind, type OperationDefinitionNode, parse, printSchema } from 'graphql';
import { OPERATIONS_FOLDER, findNameFaults, findTypeFaults, graphOf } from './operations.ts';

/** Who asks: the kit itself, by the names that the graph registers, or a program of one's own, by its texts. */
export interface Audience {
  /** What the module imports the type `Operation` from. */
  readonly from: string;
  readonly asks: 'BY_NAME' | 'BY_TEXT';
  /** Whether it asks an operation, by its name; all of the folder unless given. */
  readonly isAsked?: (operation: string) => boolean;
}

/** A committed module of those that ask the registered operations. */
interface Kit extends Audience {
  readonly file: string;
}

const KITS: readonly Kit[] = [
  { file: 'clients/typescript/src/operations.ts', from: './connect.ts', asks: 'BY_NAME' },
  {
    file: 'gateway/pages/src/operations/operations.ts',
    from: './operation.ts',
    asks: 'BY_NAME',
    isAsked: isNamedByPages,
  },
];

const pathOf = ({ file }: Kit): string => fileURLToPath(new URL(`../../${file}`, import.meta.url));

/** An operation that cannot be typed, one French line each. */
export class UntypedOperations extends Error {
  override readonly name = 'UntypedOperations';

  constructor(readonly faults: readonly string[]) {
    super(faults.join('\n'));
  }
}

export async function writeTypedOperations(supergraphSdl: string): Promise<void> {
  for (const kit of KITS)
    writeFileSync(pathOf(kit), await typeOperations(supergraphSdl, OPERATIONS_FOLDER, kit));
}

/** The committed modules that are not what the graph and the operations say today, in French; nothing when all are. */
export async function findTypeDrift(supergraphSdl: string): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const kit of KITS) {
    const expected = await typeOperations(supergraphSdl, OPERATIONS_FOLDER, kit);
    if (readFileSync(pathOf(kit), 'utf8') !== expected)
      faults.push(
        `${kit.file} n’est plus ce que dit le graphe : lancez « npm run schema » et relisez la différence.`,
      );
  }
  return faults;
}

/**
 * A TypeScript module: for each operation of a folder, the types of its variables and of its data, and a constant that
 * joins both to what is sent. @throws {UntypedOperations} @throws {OperationsFault}
 */
export async function typeOperations(
  supergraphSdl: string,
  folder: string,
  { from, asks, isAsked = () => true }: Audience,
): Promise<string> {
  const registered = await readRegisteredOperations(folder);
  const documents = registered.documents.filter(({ id }) => isAsked(id));
  const { schema } = graphOf(supergraphSdl);
  const faults = documents.flatMap((each) =>
    [...findNameFaults(each), ...findTypeFaults(schema, each)].map(
      (fault) => `${each.id}.graphql : ${fault}`,
    ),
  );
  if (faults.length > 0) throw new UntypedOperations(faults);
  const types = await codegen({
    filename: 'operations.ts',
    schema: parse(printSchema(schema)),
    documents: documents.map(({ id, document }) => ({ location: id, document })),
    config: {},
    plugins: [{ operationTypes: { strictScalars: true, scalars: SCALARS, skipTypename: true } }],
    pluginMap: { operationTypes },
  }).catch((error: unknown) => {
    throw error instanceof GraphQLError ? new UntypedOperations([sayEngineMessage(error.message)]) : error;
  });
  return [
    '// Written by a command from the graph and its operations: edit those, not this file.',
    `import type { Operation } from '${from}';`,
    '',
    types.trim(),
    ...documents.map((each) => `\n${writeConstant(each, asks)}`),
    '',
  ].join('\n');
}

const SCALARS = { ID: 'string', Date: 'string', DateTime: 'string' };

const SUFFIX = { query: 'Query', mutation: 'Mutation', subscription: 'Subscription' } as const;

function writeConstant({ id, text, document }: RegisteredDocument, asks: Audience['asks']): string {
  const operation = document.definitions.find(
    (node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION,
  )!;
  const name = operation.name!.value;
  const types = `${name}${SUFFIX[operation.operation]}`;
  const sent = asks === 'BY_NAME' ? `documentId: ${JSON.stringify(id)}` : `query: ${JSON.stringify(text)}`;
  const constant = `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
  return `${describe(text)}export const ${constant}: Operation<${types}, ${types}Variables> = { ${sent} };`;
}

/** What its file says of it, as a comment of the module. */
function describe(text: string): string {
  const said = readDescription(text);
  return said === '' ? '' : `/** ${said.replaceAll('*/', '* /')} */\n`;
}
