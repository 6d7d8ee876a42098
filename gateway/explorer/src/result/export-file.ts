import { FORMATS_OF, type FileFormat, type OptionName } from '@palier/adresses/formats';
import { fitsAddress, writeAddress } from '@palier/adresses/write-address';
import { fileNameOf } from '@palier/gateway/generations/operation-file-name';
import { Kind } from 'graphql';
import { fetchHere, messageOf } from '../base/ask-graph.ts';
import { keepFile } from '../base/keep-file.ts';
import type { RegisteredOperation } from '../operations/registered-operations.ts';
import type { Result } from './answers.ts';
import { chosenOperation } from './chosen-operation.ts';

/** What a file is to be. */
export interface FileChoices {
  readonly format: FileFormat;
  /** Where there are several, and the file has one. */
  readonly table: string | undefined;
  /** Of the options that only some formats have, those that are wanted. */
  readonly wanted: readonly FileOption[];
}

export type FileOption = 'POUR_TABLEUR' | 'STATUTS' | 'ENTETE';
const WRITTEN: Readonly<Record<FileOption, Readonly<Partial<Record<OptionName, string>>>>> = {
  POUR_TABLEUR: { bom: '1', separateur: ';', decimale: ',' },
  STATUTS: { statuts: '1' },
  ENTETE: { entete: '1' },
};

type Variables = Readonly<Record<string, unknown>>;

/** Those that its operation declares: an address refuses any other, which the graph passes over. */
function declaredVariables(operation: Result['operation']): Variables {
  const declared = new Set(
    chosenOperation(operation)?.definitions.flatMap((node) =>
      node.kind === Kind.OPERATION_DEFINITION
        ? (node.variableDefinitions ?? []).map(({ variable }) => variable.name.value)
        : [],
    ),
  );
  const given = Object.entries((operation.variables as Variables | null | undefined) ?? {});
  return Object.fromEntries(given.filter(([name]) => declared.has(name)));
}

/** Whether an address says it. */
export const isAddressable = ({ operation }: Result): boolean =>
  !chosenOperation(operation)?.definitions.some(
    (node) => node.kind === Kind.OPERATION_DEFINITION && !fitsAddress(node, declaredVariables(operation)),
  );

/** What the files of a registered operation have of its pages. */
export function sayPages({ operation }: Result, { parPages }: RegisteredOperation): string {
  const { first, after } = declaredVariables(operation);
  if (first != null || after != null) return ', avec la page demandée';
  return parPages ? ', avec toutes ses pages' : '';
}

/** The address of a file of a registered operation, its variables and the instant that was read. */
export function addressOf(
  { operation, instant }: Result,
  { nom }: RegisteredOperation,
  choices: FileChoices,
): string {
  const path = `/q/${encodeURIComponent(nom)}.${choices.format}`;
  return writeAddress(path, declaredVariables(operation), optionsOf(instant, choices));
}

/** Fetches a file and hands it to the browser to keep. @returns its name @throws {Error} in French */
export async function downloadFile(
  result: Result,
  registered: RegisteredOperation | undefined,
  choices: FileChoices,
): Promise<string> {
  const { operation, instant, authorization } = result;
  const identity = authorization === undefined ? {} : { authorization };
  const name = registered?.nom ?? (operation.operationName ? fileNameOf(operation.operationName) : 'requete');
  const response = await (registered === undefined
    ? fetchHere(writeAddress(`/fichiers/${name}.${choices.format}`, {}, optionsOf(instant, choices)), {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...identity },
        body: JSON.stringify(operation),
      })
    : fetchHere(addressOf(result, registered, choices), { headers: identity }));
  if (!response.ok) throw new Error(await messageOf(response));
  keepFile(await response.blob(), `${name}.${choices.format}`);
  return `${name}.${choices.format}`;
}

const optionsOf = (instant: string | undefined, { format, table, wanted }: FileChoices) => ({
  asOf: instant,
  table,
  ...Object.fromEntries(
    wanted
      .flatMap((option) => Object.entries(WRITTEN[option]))
      .filter(([name]) => FORMATS_OF[name as OptionName]?.includes(format)),
  ),
});
