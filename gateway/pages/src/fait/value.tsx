import type { GraphQLSchema } from 'graphql';
import type { VNode } from 'preact';
import { findFactType, pathOfFact } from '../fact-types/fact-types.ts';
import { Link } from '@palier/gateway/document/link';
import { sayMotif } from '../shell/say-motif.ts';
import { sayNumber } from '../shell/say-number.ts';
import { type Fact, isFact, nameFact } from '../fact-types/name-fact.ts';
import { isEmpty, type Line, type Provenance } from './fact.ts';
import { labelOf } from './labels.ts';
import { describeEnum, sayValue, typeOfField } from './say-value.ts';
import { Citation } from './citation.tsx';

interface ValueProps extends Line {
  readonly schema: GraphQLSchema;
  /** The type that has the field. */
  readonly type: string | undefined;
}

/** Whatever a field holds: a text, a link to a fact, a few values together, or a list of these. */
export function Value(props: ValueProps): VNode {
  const { field, value, schema, type } = props;
  if (Array.isArray(value)) return <List {...props} items={value} />;
  if (typeof value === 'object' && value !== null && !isNumberOfJson(value))
    return <Together {...props} value={value} />;
  if (type === 'Absence' && field === 'motif') return <>{sayMotif(String(value))}</>;
  const described = describeEnum(schema, type, { field, value });
  return <>{described ?? sayValue(field, value)}</>;
}

/** A number that no double holds is an object of its own, which says itself. */
const isNumberOfJson = (value: object): boolean => !Array.isArray(value) && Object.keys(value).length === 0;

function List({ items, ...props }: ValueProps & { readonly items: readonly unknown[] }): VNode {
  if (items.length === 1) return <Value {...props} value={items[0]} />;
  return (
    <ul class={items.length > 8 ? 'facts many' : 'facts'}>
      {items.map((item, rank) => (
        <li key={rank}>
          <Value {...props} value={item} />
        </li>
      ))}
    </ul>
  );
}

function Together(props: ValueProps & { readonly value: object }): VNode {
  const { field, value, schema, type } = props;
  if (isFact(value)) return <WholeFact fact={value} />;
  const { __typename, type: named, code, nodes, totalCount } = value as Partial<Record<string, unknown>>;
  if (typeof named === 'string' && typeof code === 'string')
    return <NamedFact {...(value as NamedFactProps)} />;
  if (Array.isArray(nodes) && nodes.length > 0)
    return (
      <>
        <List {...props} items={nodes} />
        {typeof totalCount === 'number' && totalCount > nodes.length && (
          <p class="soft">
            Les {sayNumber(nodes.length)} premières de {sayNumber(totalCount)}.
          </p>
        )}
      </>
    );
  // The contract does not know a field by the name that an operation gives it.
  const own = typeof __typename === 'string' ? __typename : typeOfField(schema, type, field);
  const lines = Object.entries(value).filter(([name, held]) => !isEmpty(held) && !APART.has(name));
  const source = (value as { readonly provenance?: Provenance | null }).provenance;
  return (
    <>
      {lines.map(([name, held], rank) => (
        <span key={name} class="part">
          {rank > 0 && ' · '}
          {SAYS_ITSELF.has(name) ? '' : `${labelOf(name)} : `}
          <Value field={name} value={held} schema={schema} type={own} />
        </span>
      ))}
      {source && <Citation provenance={source} isAside />}
    </>
  );
}

const APART = new Set(['__typename', 'provenance', 'nodes', 'totalCount']);

/** What needs no name before it. */
const SAYS_ITSELF = new Set([
  'annee',
  'avertissement',
  'code',
  'contenu',
  'dit',
  'enonce',
  'fonction',
  'motif',
  'role',
  'texte',
]);

interface NamedFactProps {
  readonly type: string;
  readonly code: string;
  readonly titre?: string;
  readonly lignes?: string;
}

/** A fact that is told by its type and its code. */
function NamedFact({ type, code, titre, lignes }: NamedFactProps): VNode {
  const path = pathOfFact(type, code);
  const name = titre ?? `${findFactType(type)?.name ?? type} ${code}`;
  return (
    <>
      {path === undefined ? name : <Link to={path}>{name}</Link>}
      <span class="soft">
        {titre !== undefined && ` ${findFactType(type)?.name ?? type}`}
        {lignes !== undefined && `, ${lignes}`}
      </span>
    </>
  );
}

/** A link to a fact, by its name and its code. */
export function WholeFact({ fact }: { readonly fact: Fact }): VNode {
  const path = pathOfFact(fact.__typename, fact.code);
  const name = nameFact(fact);
  return (
    <>
      {path === undefined ? name : <Link to={path}>{name}</Link>}
      {name !== fact.code && (
        <>
          {' '}
          <code class="soft">{fact.code}</code>
        </>
      )}
    </>
  );
}
