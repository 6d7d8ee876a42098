import type { VNode } from 'preact';
import { Wide } from '@palier/gateway/document/wide';
import { type FileFormat, holdsOneTable } from '../address/formats.ts';
import type { ListedOperation, ListedVariable } from './listed-operation.ts';

interface ListViewProps {
  /** That of the list. */
  readonly path: string;
  readonly operations: readonly ListedOperation[];
}

/** The addresses of the operations for people. */
export function ListView({ path, operations }: ListViewProps): VNode {
  return (
    <>
      <h1>Adresses</h1>
      <p>
        Chaque opération enregistrée a une adresse, et les mêmes chiffres dans chaque format. Les variables
        suivent un point d’interrogation : <code>{path}/nom.csv?variable=valeur</code>. Avec{' '}
        <code>asOf=2026-05-01</code>, c’est ce qui était connu ce jour-là ; avec{' '}
        <code>updatedAfter=2026-05-01</code>, ce qui a changé depuis, retraits compris.
      </p>
      {operations.length === 0 && <p>Aucune opération n’est enregistrée ici.</p>}
      {operations.map((operation) => (
        <OperationView key={operation.nom} {...operation} />
      ))}
    </>
  );
}

function OperationView({
  nom,
  description,
  variables,
  tableaux,
  parPages,
  adresses,
}: ListedOperation): VNode {
  const id = `op-${nom.replace(/[^\w-]/g, '_')}`;
  const isReady = !variables.some(({ obligatoire }) => obligatoire);
  // Without its variables or its table, the address would answer by a refusal.
  const isLink = (format: string): boolean =>
    isReady && (tableaux.length === 1 || !holdsOneTable(format as FileFormat));
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{nom}</h2>
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
      <ul class="formats" aria-label={`Formats de ${nom}`}>
        {Object.entries(adresses).map(([format, address]) => {
          const name = format === 'graphql' ? 'GraphQL (JSON)' : `.${format}`;
          return (
            <li key={format}>
              {isLink(format) ? (
                <a href={address}>{name}</a>
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
            <th scope="col">Attendu</th>
          </tr>
        </thead>
        <tbody>
          {variables.map(({ nom, type, obligatoire, attendu, parDefaut }) => (
            <tr key={nom}>
              <th scope="row">
                <code>{nom}</code>
              </th>
              <td>
                <code>{type}</code>
              </td>
              <td>{obligatoire ? 'oui' : 'non'}</td>
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
