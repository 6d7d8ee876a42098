import { type FileFormat, holdsOneTable } from '@palier/adresses/formats';
import { useGraphiQL } from '@graphiql/react';
import { type ReactElement, useMemo, useState } from 'react';
import {
  findRegistered,
  type RegisteredOperation,
  useToldOperations,
} from '../operations/registered-operations.ts';
import { SAVING } from '../save/saving.ts';
import type { Result } from './answers.ts';
import {
  addressOf,
  downloadFile,
  type FileChoices,
  type FileOption,
  isAddressable,
  sayPages,
} from './export-file.ts';
import { SHOWN } from './forms.ts';
import { TablePicker, useChosenTable } from './table-picker.tsx';
import { toTables } from './to-tables.ts';

const SAID: Readonly<Record<FileFormat, string>> = {
  csv: 'texte, un tableau',
  xlsx: 'classeur, avec sa provenance',
  parquet: 'colonnes, un tableau',
  'sdmx.csv': 'SDMX-CSV, avec les statuts',
  json: 'objets, avec leur provenance',
  'metadata.json': 'ce qui est dit des données',
};

const OPTIONS: Readonly<Record<FileOption, string>> = {
  POUR_TABLEUR: 'CSV pour un tableur en français (points-virgules, virgules décimales, marque d’encodage)',
  STATUTS: 'Statuts de chaque valeur à côté d’elle (csv, xlsx, parquet)',
  ENTETE: 'Source, version et instant en tête du CSV',
};

const FORMATS = Object.keys(SAID) as readonly FileFormat[];

/** The answer as files. Nothing is asked before a format is. */
export default function ExportPanel({
  result,
  isFormer,
}: {
  readonly result: Result;
  /** Whether it is that of another request than the one that is written. */
  readonly isFormer: boolean;
}): ReactElement {
  const schema = useGraphiQL((state) => state.schema);
  const tables = useMemo(() => toTables(result, schema), [result, schema]);
  const table = useChosenTable(tables);
  const told = useToldOperations();
  const shown = SHOWN.use();
  const [wanted, setWanted] = useState<readonly FileOption[]>([]);
  const [said, setSaid] = useState('');
  const registered = useMemo(
    () => (told && isAddressable(result) ? findRegistered(told.operations, result.operation) : undefined),
    [told, result],
  );
  if (told === undefined) return <p role="status">Un instant…</p>;
  // The answer in that form says which table it shows: it is the one of the file.
  const isTableShown = shown === 'TABLEAU' || shown === 'GRAPHIQUE';
  const choicesOf = (format: FileFormat): FileChoices => ({
    format,
    table: tables.length > 1 && holdsOneTable(format) ? table?.name : undefined,
    wanted,
  });
  const download = async (format: FileFormat): Promise<void> => {
    setSaid(`Le fichier .${format} se prépare…`);
    try {
      setSaid(`${await downloadFile(result, registered, choicesOf(format))} est téléchargé.`);
    } catch (error) {
      setSaid((error as Error).message);
    }
  };
  return (
    <section className="export" aria-label="Exporter">
      {isFormer && (
        <p>
          Ces fichiers sont ceux de la réponse montrée, qui est celle de la requête précédente
          {result.operation.operationName && (
            <>
              , <b>{result.operation.operationName}</b>
            </>
          )}
          .
        </p>
      )}
      <Origin result={result} isFormer={isFormer} registered={registered} refusal={told.refusal} />
      {table !== undefined && !isTableShown && <TablePicker tables={tables} chosen={table} />}
      {(Object.keys(OPTIONS) as FileOption[]).map((option) => (
        <label key={option} className="choice">
          <input
            type="checkbox"
            checked={wanted.includes(option)}
            onChange={({ currentTarget: { checked } }) =>
              setWanted((before) => [
                ...before.filter((other) => other !== option),
                ...(checked ? [option] : []),
              ])
            }
          />
          {OPTIONS[option]}
        </label>
      ))}
      <ul className="formats">
        {FORMATS.map((format) => (
          <li key={format}>
            {registered !== undefined && !isNamed(result) ? (
              <a href={addressOf(result, registered, choicesOf(format))} download>
                .{format}
              </a>
            ) : (
              <button type="button" onClick={() => void download(format)}>
                .{format}
              </button>
            )}{' '}
            <small>{SAID[format]}</small>
          </li>
        ))}
      </ul>
      <p role="status" className="said">
        {said}
      </p>
    </section>
  );
}

interface OriginProps {
  readonly result: Result;
  readonly isFormer: boolean;
  readonly registered: RegisteredOperation | undefined;
  /** Why it is not known whether it is registered. */
  readonly refusal: string | undefined;
}

/** What the files are made of. */
function Origin({ result, isFormer, registered, refusal }: OriginProps): ReactElement {
  if (registered !== undefined)
    return (
      <p>
        Opération enregistrée <b>{registered.nom}</b> : chaque fichier a une adresse stable
        {sayPages(result, registered)}.
        {isNamed(result) && ' Un jeton ne va pas dans une adresse : les fichiers se téléchargent ici.'}
      </p>
    );
  const asked = 'Cette requête est posée de nouveau, avec la provenance de chaque ligne.';
  if (refusal !== undefined)
    return (
      <p>
        {asked} Les opérations enregistrées ne sont pas lues : on ne sait pas si elle a une adresse. {refusal}
      </p>
    );
  // What can be saved is what is written.
  if (isFormer) return <p>{asked} Elle n’a pas d’adresse que d’autres puissent ouvrir.</p>;
  return (
    <p>
      {asked} Elle n’a pas d’adresse que d’autres puissent ouvrir :{' '}
      <button type="button" className="link" onClick={() => SAVING.set(true)}>
        l’enregistrer
      </button>{' '}
      lui en donne une.
    </p>
  );
}

/** Whether somebody known asked. */
const isNamed = ({ authorization }: Result): boolean => authorization !== undefined;
