/** The name, without its ending, of the file that holds an operation: « QuatreMinutes » is in `quatre-minutes.graphql`. */
export const fileNameOf = (operationName: string): string =>
  operationName.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase();
