import type { GraphQLSchema } from 'graphql';
import type { VNode } from 'preact';
import { sayInstant } from '@palier/gateway/document/say-instant';
import type { Version } from './fact.ts';
import { Value } from './value.tsx';

interface VersionsProps {
  readonly versions: readonly Version[];
  readonly schema: GraphQLSchema;
  /** The type of the fact. */
  readonly type: string;
}

/** What was known of a fact, and when; the last first. */
export function Versions({ versions, schema, type }: VersionsProps): VNode {
  if (versions.length === 0) return <p>Aucune version n’est gardée.</p>;
  return (
    <div class="wide" tabIndex={0} role="region" aria-label="Versions">
      <table>
        <thead>
          <tr>
            <th scope="col">Connue depuis</th>
            <th scope="col">Jusqu’à</th>
            <th scope="col">Par quel acte</th>
            <th scope="col">Ce qu’elle disait</th>
          </tr>
        </thead>
        <tbody>
          {versions.toReversed().map(({ connuDepuis, connuJusqua, parActe, ...said }) => (
            <tr key={connuDepuis}>
              <td>
                <time dateTime={connuDepuis}>{sayInstant(connuDepuis)}</time>
              </td>
              <td>
                {connuJusqua === null ? (
                  'maintenant'
                ) : (
                  <time dateTime={connuJusqua}>{sayInstant(connuJusqua)}</time>
                )}
              </td>
              <td>{parActe === null ? 'aucun : donnée d’origine' : sayAct(parActe)}</td>
              <td>
                <Value field="versions" value={said} schema={schema} type={type} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const sayAct = ({ numero, natureActe, auteur, motif }: NonNullable<Version['parActe']>): string =>
  `n° ${numero}, ${natureActe}, par ${auteur}${motif === null ? '' : ` : ${motif}`}`;
