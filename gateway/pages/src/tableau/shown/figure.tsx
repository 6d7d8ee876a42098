import type { ComponentChildren, VNode } from 'preact';
import { useContext } from 'preact/hooks';
import { PlaceContext, toHref } from '../../shell/link.tsx';

/** A registered operation that gives what is shown, as data. */
export interface DataOf {
  readonly operation: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** The table wanted, where the operation has several. */
  readonly table?: string;
}

export interface SectionProps {
  readonly id: string;
  readonly title: string;
  readonly data?: DataOf | undefined;
  readonly children: ComponentChildren;
}

/** A part of a page: what it shows, and the addresses of the same figures as data. */
export function Section({ id, title, data, children }: SectionProps): VNode {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
      {data !== undefined && <DataLinks of={data} title={title} />}
    </section>
  );
}

const FORMATS = [
  ['csv', 'CSV'],
  ['xlsx', 'Excel'],
  ['json', 'JSON'],
] as const;

function DataLinks({
  of: { operation, variables, table },
  title,
}: {
  readonly of: DataOf;
  readonly title: string;
}): VNode {
  const place = useContext(PlaceContext);
  const given = Object.entries(variables).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  return (
    <p class="data-links">
      Ces chiffres :{' '}
      {FORMATS.map(([format, name], rank) => {
        const asked = format === 'csv' && table !== undefined ? [...given, ['table', table]] : given;
        const query = new URLSearchParams(asked as [string, string][]).toString();
        return (
          <span key={format}>
            {rank > 0 && ' · '}
            <a
              href={toHref(place, `/q/${operation}.${format}${query && `?${query}`}`)}
              aria-label={`${title}, en ${name}`}
            >
              {name}
            </a>
          </span>
        );
      })}
    </p>
  );
}
