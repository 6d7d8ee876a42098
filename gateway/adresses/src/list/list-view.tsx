import type { VNode } from 'preact';
import { Wide } from '@palier/gateway/document/wide';
import { type FileFormat, holdsOneTable } from '../address/formats.ts';
import { exampleOf } from './example-of.ts';
import type { ListedOperation, ListedVariable } from './listed-operation.ts';
import { type Theme, themesOf } from './themes.ts';

export interface ListViewProps {
  /** That of the list. */
  readonly path: string;
  readonly operations: readonly ListedOperation[];
  /** Those that each of them holds; empty where all are shown. */
  readonly words: string;
  /** How many there are, whatever is shown. */
  readonly total: number;
}

/** The addresses of the operations for people. */
export function ListView({ path, operations, words, total }: ListViewProps): VNode {
  const themes = themesOf(operations);
  const isFiltered = words !== '';
  return (
    <>
      <h1>Adresses</h1>
      <form class="row-filter" action={path} method="get" aria-label="Filtrer les adresses">
        <label for="mots">Mots du nom, de la description ou d’une variable</label>
        <input id="mots" name="q" type="search" maxLength={200} defaultValue={words} autocomplete="off" />
        <button type="submit">Filtrer</button>
      </form>
      <p role="status">
        {isFiltered ? sayFound(operations.length, total, words) : `${sayCount(total)}.`}
        {isFiltered && (
          <>
            {' '}
            <a href={path}>Voir toutes les adresses</a>
          </>
        )}
      </p>
      {operations.length > 0 && <Themes themes={themes} />}
      <p>
        Chaque opération enregistrée a une adresse, et les mêmes chiffres dans chaque format. Les variables
        suivent un point d’interrogation : <code>{path}/nom.csv?variable=valeur</code>. Avec{' '}
        <code>asOf=</code> et un jour passé (AAAA-MM-JJ), c’est ce qui était connu ce jour-là ; avec{' '}
        <code>updatedAfter=</code>, ce qui a changé depuis, retraits compris. La mémoire commence au premier
        démarrage.
      </p>
      {themes.map((theme) => (
        <ThemeView key={theme.id} {...theme} isOpen={isFiltered} />
      ))}
    </>
  );
}

const sayCount = (count: number): string =>
  count === 0
    ? 'Aucune opération n’est enregistrée ici'
    : `${count} ${count > 1 ? 'opérations enregistrées' : 'opération enregistrée'}`;

const sayFound = (found: number, total: number, words: string): string =>
  `${found === 0 ? `Aucune des ${total} opérations ne contient` : `${found} des ${total} opérations ${found > 1 ? 'contiennent' : 'contient'}`} « ${words} ».`;

function Themes({ themes }: { readonly themes: readonly Theme[] }): VNode {
  return (
    <nav aria-labelledby="themes">
      <h2 id="themes">Par thème</h2>
      <ul>
        {themes.map(({ id, name, operations: own, isOfPages }) => (
          <li key={id}>
            <a href={`#${id}`}>{name}</a> ({own.length}){isOfPages ? '' : ' : '}
            {!isOfPages &&
              own.map(({ nom }, rank) => (
                <span key={nom}>
                  {rank > 0 && ', '}
                  <a href={`#${idOf(nom)}`}>{nom}</a>
                </span>
              ))}
          </li>
        ))}
      </ul>
    </nav>
  );
}

const idOf = (operation: string): string => `op-${operation.replace(/[^\w-]/g, '_')}`;

interface ThemeViewProps extends Theme {
  /** Whether all of it is in sight. */
  readonly isOpen: boolean;
}

function ThemeView({ id, name, operations, isOfPages, isOpen }: ThemeViewProps): VNode {
  const views = operations.map((operation) => <OperationView key={operation.nom} {...operation} />);
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{name}</h2>
      {isOfPages ? (
        <details open={isOpen}>
          <summary>{`${operations.length} opération${operations.length > 1 ? 's' : ''}`}</summary>
          {views}
        </details>
      ) : (
        views
      )}
    </section>
  );
}

/** As they are shown: what is read first, then what says how it is made. */
const SHOWN: readonly string[] = ['graphql', 'json', 'csv', 'xlsx', 'parquet', 'sdmx.csv', 'metadata.json'];

function OperationView({
  nom,
  description,
  variables,
  tableaux,
  parPages,
  adresses,
}: ListedOperation): VNode {
  const id = idOf(nom);
  const example = exampleOf({ nom, variables });
  // Without its variables or its table, the address would answer by a refusal.
  const linkOf = (format: string, address: string): string | undefined => {
    if (example === undefined) return undefined;
    const given = new URLSearchParams(example);
    if (tableaux.length !== 1 && holdsOneTable(format as FileFormat)) {
      if (tableaux[0] === undefined) return undefined;
      given.append('table', tableaux[0]);
    }
    return given.size === 0 ? address : `${address}?${given.toString()}`;
  };
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{nom}</h3>
      <p>{description}</p>
      {variables.length === 0 ? (
        <p class="soft">Sans variable.</p>
      ) : (
        <Variables operation={nom} variables={variables} />
      )}
      {tableaux.length !== 1 && <Tables names={tableaux} />}
      {parPages && (
        <p class="soft">
          Les fichiers contiennent toutes les pages, à moins de donner <code>first</code> ou{' '}
          <code>after</code>.
        </p>
      )}
      {example !== undefined && example.size > 0 && (
        <p class="soft">
          Par exemple, avec <code>{decodeURIComponent(example.toString())}</code> :
        </p>
      )}
      <ul class="formats" aria-label={`Formats de ${nom}`}>
        {SHOWN.flatMap((format) => {
          const address = adresses[format];
          if (address === undefined) return [];
          const name = format === 'graphql' ? 'GraphQL (JSON)' : `.${format}`;
          const link = linkOf(format, address);
          return (
            <li key={format}>
              {link !== undefined ? (
                <a href={link}>{name}</a>
              ) : (
                <>
                  {name} : <code>{address}</code>
                </>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Tables({ names }: { readonly names: readonly string[] }): VNode {
  return (
    <>
      <p>
        Plusieurs tableaux ; en CSV et en Parquet, nommez-en un par <code>table=</code> :
      </p>
      <ul>
        {names.map((name) => (
          <li key={name}>
            <code>{name}</code>
          </li>
        ))}
      </ul>
    </>
  );
}

interface VariablesProps {
  readonly operation: string;
  readonly variables: readonly ListedVariable[];
}

function Variables({ operation, variables }: VariablesProps): VNode {
  return (
    <Wide label={`Variables de ${operation}`} caption="Variables" class="variables">
      <table aria-label={`Variables de ${operation}`}>
        <thead>
          <tr>
            <th scope="col">Nom</th>
            <th scope="col">Type</th>
            <th scope="col">Obligatoire</th>
            <th scope="col">Ce qu’elle dit</th>
            <th scope="col">Attendu</th>
          </tr>
        </thead>
        <tbody>
          {variables.map(({ nom, type, obligatoire, attendu, description, parDefaut }) => (
            <tr key={nom}>
              <th scope="row">
                <code>{nom}</code>
              </th>
              <td>
                <code>{type}</code>
              </td>
              <td>{obligatoire ? 'oui' : 'non'}</td>
              <td>{description}</td>
              <td>
                {attendu}
                {parDefaut !== null && ` ; à défaut : ${JSON.stringify(parDefaut)}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}
