import { writeJson } from '@palier/calls/json/write-json';
import { Kind, type OperationDefinitionNode } from 'graphql';
import { isOption } from './formats.ts';

/** A path with the variables of its operation, as `readGiven` and `readVariables` read them again, after its options. */
export function writeAddress(
  path: string,
  variables: Readonly<Record<string, unknown>>,
  options: Readonly<Record<string, string | undefined>> = {},
): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(options))
    if (value !== undefined) parameters.append(name, value);
  for (const [name, value] of Object.entries(variables)) {
    if (value === null || value === undefined) continue;
    const text = typeof value === 'string' ? value : writeJson(value);
    parameters.append(isOption(name) ? `$${name}` : name, text);
  }
  return parameters.size === 0 ? path : `${path}?${parameters.toString()}`;
}

/** Whether an address says these variables: it leaves a null out, which is another thing where there is a default. */
export const fitsAddress = (
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): boolean =>
  !variableDefinitions.some(
    ({ variable, defaultValue }) =>
      defaultValue !== undefined &&
      defaultValue.kind !== Kind.NULL &&
      variables[variable.name.value] === null,
  );
