/** What an address ends by, the longest first. */
export const FORMATS = ['metadata.json', 'sdmx.csv', 'json', 'csv', 'xlsx', 'parquet'] as const;
export type FileFormat = (typeof FORMATS)[number];

const OF_ONE_TABLE: ReadonlySet<string> = new Set<FileFormat>(['csv', 'sdmx.csv', 'parquet']);
/** Whether a file holds one table alone: where there are several, one is named. */
export const holdsOneTable = (format: FileFormat): boolean => OF_ONE_TABLE.has(format);

/** The parameters of an address that are its own: a variable of the same name is written with a « $ ». */
const OPTIONS = [
  'asOf',
  'au',
  'updatedAfter',
  'table',
  'statuts',
  'entete',
  'bom',
  'separateur',
  'decimale',
] as const;
export type OptionName = (typeof OPTIONS)[number];
export const isOption = (name: string): name is OptionName => (OPTIONS as readonly string[]).includes(name);

/** Options that only some formats have. */
export const FORMATS_OF: Readonly<Partial<Record<OptionName, readonly (FileFormat | undefined)[]>>> = {
  updatedAfter: FORMATS,
  table: ['json', 'csv', 'xlsx', 'parquet', 'sdmx.csv'],
  // SDMX-CSV has them always.
  statuts: ['json', 'csv', 'xlsx', 'parquet'],
  // The others have what is said of them in a place of their own, or none.
  entete: ['csv'],
  bom: ['csv', 'sdmx.csv'],
  separateur: ['csv', 'sdmx.csv'],
  // SDMX writes its numbers one way.
  decimale: ['csv'],
};

/** « asOf, …, separateur et decimale »: what an address takes besides variables. */
export const SAID_OPTIONS = new Intl.ListFormat('fr-CA').format(OPTIONS.filter((name) => name !== 'au'));
