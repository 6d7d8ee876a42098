import type { GraphQLSchema } from 'graphql';
import type { VNode } from 'preact';
import { writeJson } from '@palier/calls/json/write-json';
import { toHref, usePlace } from '@palier/gateway/document/link';
import { sayInstant } from '@palier/calls/say-instant';
import { Wide } from '@palier/gateway/document/wide';
import { sayActe, sayNote } from '../shell/say-acte.ts';
import { sayOrigine } from '../shell/say-source.ts';
import { isEmpty, isSourceField, type Provenance, type Version } from './fact.ts';
import { labelOf } from './labels.ts';
import { typeOfField } from './say-value.ts';
import { Value } from './value.tsx';

interface VersionsProps {
  /** The last first, as the graph gives them. */
  readonly versions: readonly Version[];
  readonly schema: GraphQLSchema;
  /** The type of the fact. */
  readonly type: string;
  /** Of the page of the fact. */
  readonly path: string;
}

/** What was known of a fact, and when; the last first, what each changed of the one before it marked. */
export function Versions({ versions, schema, type, path }: VersionsProps): VNode {
  const { base, au } = usePlace();
  if (versions.length === 0) return <p>Aucune version n’est gardée.</p>;
  const own = typeOfField(schema, type, 'versions');
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
          {versions.map((version, rank) => (
            <tr key={version.connuDepuis}>
              <th scope="row">
                <a href={toHref({ base, au: version.connuDepuis }, path)}>
                  <time dateTime={version.connuDepuis}>{sayInstant(version.connuDepuis)}</time>
                </a>
              </th>
              <td>
                <End of={version} au={au} />
              </td>
              <td>{version.parActe === null ? WITHOUT_ACT : sayAct(version.parActe)}</td>
              <td>
                <Said of={version} before={versions[rank + 1]} schema={schema} type={own} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}

function End({
  of: { connuJusqua, finiParActe },
  au,
}: {
  readonly of: Version;
  readonly au: string | undefined;
}): VNode {
  // What ended it after a past instant is not read there.
  if (connuJusqua === null) return <>{au === undefined ? 'maintenant' : 'cet instant au moins'}</>;
  return (
    <>
      <time dateTime={connuJusqua}>{sayInstant(connuJusqua)}</time>
      {finiParActe !== null && `, par l’acte n° ${finiParActe.numero}`}
    </>
  );
}

const WITHOUT_ACT = 'aucun : su dès l’origine, reçu d’un fichier officiel ou copié d’un autre palier';

const sayAct = ({ numero, natureActe, auteur, motif }: NonNullable<Version['parActe']>): string =>
  `n° ${numero}, ${sayActe(natureActe)}, par ${auteur}${motif === null ? '' : ` : ${motif}`}`;

/** When it was known and by what: no part of what it said. */
const ABOUT = new Set(['connuDepuis', 'connuJusqua', 'parActe', 'finiParActe']);

interface SaidProps {
  readonly of: Version;
  /** The version before it; nothing for the first that is kept. */
  readonly before: Version | undefined;
  readonly schema: GraphQLSchema;
  readonly type: string | undefined;
}

function Said({ of, before, schema, type }: SaidProps): VNode {
  const fields = Object.keys(of)
    .filter((field) => !ABOUT.has(field))
    .map((field) => ({
      field,
      isOtherwise: before !== undefined && writeJson(of[field]) !== writeJson(before[field]),
    }))
    .filter(({ field, isOtherwise }) => isOtherwise || !isEmpty(of[field]));
  return (
    <ul class="facts">
      {fields.map(({ field, isOtherwise }) => (
        <li key={field} class={isOtherwise ? 'changed' : undefined}>
          {labelOf(field)} : <One field={field} value={of[field]} schema={schema} type={type} />
          {isOtherwise && (
            <span class="before">
              {' '}
              (changé ; avant : <One field={field} value={before?.[field]} schema={schema} type={type} />)
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

interface OneProps extends Pick<SaidProps, 'schema' | 'type'> {
  readonly field: string;
  readonly value: unknown;
}

function One({ field, value, ...told }: OneProps): VNode {
  if (isEmpty(value)) return <>rien</>;
  if (isSourceField(field)) return <>{saySource(value as Provenance)}</>;
  return <Value field={field} value={value} {...told} />;
}

const saySource = ({ origine, section, lignes, confiance, note }: Provenance): string =>
  [sayOrigine(origine), section, lignes, confiance, note && sayNote(note)]
    .filter((part) => !isEmpty(part))
    .join(', ');
