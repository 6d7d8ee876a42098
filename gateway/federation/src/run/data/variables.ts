export type Variables = Readonly<Record<string, unknown>>;

/** Whether a Boolean variable is true, given or by default. */
export function isTrue(variables: Variables, defaults: Variables, name: string): boolean {
  const given = Object.hasOwn(variables, name) ? variables[name] : undefined;
  return (given === undefined ? defaults[name] : given) === true;
}
