export type Variables = Readonly<Record<string, string | undefined>>;

/** Whether it is for real. Written otherwise (`Production`, `prod`), it is meant all the same. */
export const isProduction = (environment: string | undefined): boolean =>
  /^\s*prod(uction)?\s*$/i.test(environment ?? '');

/** Reads variables one by one; what is wrong with them is gathered, so that all of it can be said at once. */
export interface VariableReader {
  report(fault: string): void;
  required(name: string, meaning: string): string;
  integer(name: string, fallback: number, bounds: { readonly from: number; readonly to?: number }): number;
  /** A whole number, of at least one. */
  positive(name: string, fallback: number): number;
  onOff(name: string, fallback: boolean): boolean;
  list(name: string, fallback: readonly string[]): readonly string[];
  origins(name: string, fallback: readonly string[]): readonly string[];
  /** An address of one of these protocols (`redis:`). What it holds, a password maybe, is not repeated. */
  url(name: string, protocols: readonly string[]): string | undefined;
  oneOf<Value extends string>(name: string, values: readonly Value[], fallback: Value): Value;
}

export function createVariableReader(variables: Variables, faults: string[]): VariableReader {
  const fault = <Value>(line: string, fallback: Value): Value => {
    faults.push(line);
    return fallback;
  };
  const list = (name: string, fallback: readonly string[]): readonly string[] => {
    const text = variables[name];
    if (text === undefined) return fallback;
    return text
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== '');
  };
  const integer: VariableReader['integer'] = (name, fallback, { from, to = Number.MAX_SAFE_INTEGER }) => {
    const text = variables[name];
    if (text === undefined || text === '') return fallback;
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= from && value <= to) return value;
    const range = to === Number.MAX_SAFE_INTEGER ? `d’au moins ${from}` : `de ${from} à ${to}`;
    return fault(`${name} vaut « ${text} » : un nombre entier ${range} est attendu.`, fallback);
  };
  return {
    report: (line) => void faults.push(line),
    integer,
    positive: (name, fallback) => integer(name, fallback, { from: 1 }),
    list,
    required(name, meaning) {
      return variables[name] || fault(`${name} manque : ${meaning}.`, '');
    },
    onOff(name, fallback) {
      const text = variables[name];
      if (text === undefined || text === '') return fallback;
      if (text === '0' || text === '1') return text === '1';
      return fault(`${name} vaut « ${text} » : 0 ou 1 est attendu.`, fallback);
    },
    origins(name, fallback) {
      const origins = list(name, fallback);
      for (const origin of origins) {
        if (!/^https?:\/\/[^/\s*]+(:\*)?$/.test(origin)) {
          faults.push(
            `${name} contient « ${origin} » : une origine comme https://exemple.ca ou http://localhost:* est attendue.`,
          );
        }
      }
      return origins;
    },
    url(name, protocols) {
      const text = variables[name];
      if (text === undefined || text === '') return undefined;
      if (URL.canParse(text) && protocols.includes(new URL(text).protocol)) return text;
      return fault(
        `${name} n’est pas une adresse ${protocols.map((it) => `${it}//…`).join(' ou ')}.`,
        undefined,
      );
    },
    oneOf(name, values, fallback) {
      const text = variables[name];
      if (text === undefined || text === '') return fallback;
      const value = values.find((candidate) => candidate === text);
      return value ?? fault(`${name} vaut « ${text} » : ${values.join(', ')} sont possibles.`, fallback);
    },
  };
}
