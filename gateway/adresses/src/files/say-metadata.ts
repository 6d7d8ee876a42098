import { writeJson } from '@palier/calls/json/write-json';
import { stripText } from '@palier/federation/graphql/strip-text';
import type { Cell } from '../operation/tables.ts';
import { MOST_SOURCES } from '../rows/file-table.ts';
import type { Metadata } from './metadata.ts';

/** What is said of a file, as rows of cells: what it is of, and when it was read. */
export const sayHead = ({
  demonstration,
  avertissement,
  listesIncompletes,
  operation,
  lu,
  asOf,
  updatedAfter,
  versions,
}: Metadata): Cell[][] => [
  ...(demonstration ? [['DEMONSTRATION', avertissement ?? '']] : []),
  ...listesIncompletes.map((list) => ['INCOMPLET', list]),
  ['Opération', operation.nom],
  ['Description', operation.description],
  // What no name stands for has no address to open: its text is what is asked again, by a POST there.
  ...(operation.requete === undefined
    ? [['Adresse', operation.adresse]]
    : [
        ['Requête', stripText(operation.requete)],
        ['Redemander', `POST ${operation.adresse}, avec cette requête et ces variables`],
      ]),
  ['Variables', writeJson(operation.variables)],
  ['Instant lu', asOf ?? lu],
  ...(updatedAfter === null ? [] : [['Changé depuis', updatedAfter]]),
  ...Object.entries(versions).map(([level, version]) => [`Version de ${level}`, version]),
];

/** What its rows cite, under the names of the cells. */
export const saySources = ({ sources, sourcesIncompletes }: Metadata): Cell[][] => [
  ['Origine', 'Document', 'Titre', 'Section', 'Lignes', 'Rangées qui la citent'],
  ...sources.map(({ origine, document, titre, section, lignes, rangees }) => [
    origine,
    document,
    titre,
    section,
    lignes,
    rangees,
  ]),
  ...(sourcesIncompletes ? [['INCOMPLET', `Plus de ${MOST_SOURCES} sources : les autres sont tues.`]] : []),
];
