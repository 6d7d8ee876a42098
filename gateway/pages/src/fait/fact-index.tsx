import type { GraphQLSchema } from 'graphql';
import type { VNode } from 'preact';
import { Link } from '@palier/gateway/document/link';
import { Wide } from '@palier/gateway/document/wide';
import { FACT_TYPES, pathOfFact } from '../fact-types/fact-types.ts';

/** One of each, where one is always there. */
const EXAMPLES: Readonly<Record<string, string>> = {
  Exigence: 'A-P11:INFO_SOCIAL',
  Standard: 'A-P5',
  TerritoireClsc: '06112',
  Etablissement: '11045127',
  Region: '06',
  ReseauLocal: '0611',
  ReseauTerritorial: '061',
  RoleClsc: 'NAVIGATEUR',
  ServiceSocial: 'INFO_SOCIAL',
  Indicateur: 'I-A-P11',
  Mandat: 'M6',
  Ecart: 'D-02',
  ReferenceLegale: 'RL5',
  Document: '003',
  Outil: 'CANEVAS_REDDITION',
  LevierNational: 'RESSOURCES_HUMAINES',
};

function Example({ type, code }: { readonly type: string; readonly code: string }): VNode | null {
  const path = pathOfFact(type, code);
  return path === undefined ? null : (
    <>
      par exemple <Link to={path}>{code}</Link>
    </>
  );
}

/** The types whose things have a page, as the contract describes them. */
export function FactIndex({ schema }: { readonly schema: GraphQLSchema }): VNode {
  const offered = FACT_TYPES.filter(({ type }) => schema.getType(type) !== undefined);
  return (
    <>
      <h1>Faits</h1>
      <p>
        Ce que le graphe sait et qui a un code a une page à une adresse permanente :{' '}
        <code>/fait/type/code</code>. Ce qui fait partie d’un fait est sur la sienne. Elle dit d’où vient le
        fait, ce qui le contredit, qui en répond, ce qui en dépend et ses versions. Cherchez en haut de la
        page un nom ou un code ; l’adresse d’un code à peu près juste donne les codes proches.
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
                  <code>/fait/{slug}/…</code>{' '}
                  {EXAMPLES[type] !== undefined && <Example type={type} code={EXAMPLES[type]} />}
                </td>
                <td>{schema.getType(type)?.description?.replaceAll('`', '')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </>
  );
}
