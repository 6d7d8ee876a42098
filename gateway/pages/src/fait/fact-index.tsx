import type { GraphQLSchema } from 'graphql';
import type { VNode } from 'preact';
import { Wide } from '@palier/gateway/document/wide';
import { FACT_TYPES } from '../fact-types/fact-types.ts';

/** The types whose things have a page, as the contract describes them. */
export function FactIndex({ schema }: { readonly schema: GraphQLSchema }): VNode {
  const offered = FACT_TYPES.filter(({ type }) => schema.getType(type) !== undefined);
  return (
    <>
      <h1>Faits</h1>
      <p>
        Tout ce que le graphe sait et qui a un code a une page à une adresse permanente :{' '}
        <code>/fait/type/code</code>. Elle dit d’où vient le fait, ce qui le contredit, qui en répond, ce qui
        en dépend et ses versions. Cherchez en haut de la page, ou écrivez l’adresse.
      </p>
      <Wide label="Types de faits" caption="Types de faits">
        <table aria-label="Types de faits">
          <thead>
            <tr>
              <th scope="col">Type</th>
              <th scope="col">Adresse</th>
              <th scope="col">Ce que c’est</th>
            </tr>
          </thead>
          <tbody>
            {offered.map(({ type, slug, name }) => (
              <tr key={type}>
                <th scope="row">{name}</th>
                <td>
                  <code>/fait/{slug}/…</code>
                </td>
                <td>{schema.getType(type)?.description}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </>
  );
}
