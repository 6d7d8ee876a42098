/** Between what the made-up values of an exigence fall, and by which step; chosen so that some meet the threshold and some do not. */
export interface Spread {
  readonly lowest: number;
  readonly highest: number;
  readonly step: number;
  /** What no value passes: the days of a year. */
  readonly cap?: number;
}

export const SPREADS: Readonly<Record<string, Spread>> = {
  'A-P5:AAOR': { lowest: 0.4, highest: 2.8, step: 0.1 },
  'A-P6:AAOR': { lowest: 6, highest: 32, step: 1 },
  'A-P7:AAOR': { lowest: 3, highest: 13, step: 1 },
  'A-P8:CONSULT_SOCIALE': { lowest: 2, highest: 10, step: 1 },
  'A-P8:CONSULT_PSY': { lowest: 2, highest: 11, step: 1 },
  'A-P9:CONSULT_SOCIALE': { lowest: 10, highest: 41, step: 1 },
  'A-P9:CONSULT_PSY': { lowest: 12, highest: 46, step: 1 },
  'A-P10:AAOR': { lowest: 2, highest: 30, step: 1 },
  'A-P10:CONSULT_SOCIALE': { lowest: 2, highest: 31, step: 1 },
  'A-P10:CONSULT_PSY': { lowest: 2, highest: 33, step: 1 },
  // Half-minutes, so that exactly 4 occurs: there, the two sources of 003 disagree.
  'A-P11:INFO_SOCIAL': { lowest: 2, highest: 5.5, step: 0.5 },
  'A-G7:AAOR': { lowest: 62, highest: 84, step: 0.5 },
  'F-A1:INFO_SOCIAL': { lowest: 360, highest: 373, step: 1, cap: 365 },
  'F-A1:CRISE': { lowest: 358, highest: 373, step: 1, cap: 365 },
};
