import type { GraphQLSchema } from 'graphql';
import type { VNode } from 'preact';
import { usePlace } from '@palier/gateway/document/link';
import { sayInstant } from '@palier/gateway/document/say-instant';
import { Wide } from '@palier/gateway/document/wide';
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
  const { au } = usePlace();
  if (versions.length === 0) return <p>Aucune version n’est gardée.</p>;
  return (
    <Wide label="Versions" caption="Ce qui en a été su, la dernière version d’abord">
      <table aria-label="Versions">
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
              <th scope="row">
                <time dateTime={connuDepuis}>{sayInstant(connuDepuis)}</time>
              </th>
              <td>
                {connuJusqua === null ? (
                  sayEnd(au)
                ) : (
                  <time dateTime={connuJusqua}>{sayInstant(connuJusqua)}</time>
                )}
              </td>
              <td>{parActe === null ? WITHOUT_ACT : sayAct(parActe)}</td>
              <td>
                <Value field="versions" value={said} schema={schema} type={type} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}

/** What ended it after a past instant is not read there. */
const sayEnd = (au: string | undefined): string => (au === undefined ? 'maintenant' : 'cet instant au moins');

const WITHOUT_ACT = 'aucun : su dès l’origine, reçu d’un fichier officiel ou copié d’un autre palier';

const sayAct = ({ numero, natureActe, auteur, motif }: NonNullable<Version['parActe']>): string =>
  `n° ${numero}, ${natureActe}, par ${auteur}${motif === null ? '' : ` : ${motif}`}`;
