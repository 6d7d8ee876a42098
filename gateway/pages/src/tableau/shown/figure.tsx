import type { VNode } from 'preact';
import { usePlace, toHref } from '@palier/gateway/document/link';
import { Section, type SectionProps } from '../../shell/section.tsx';

/** A registered operation that gives what is shown, as data. */
export interface DataOf {
  readonly operation: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** The table wanted, where the operation has several. */
  readonly table?: string;
}

export interface FigureProps extends SectionProps {
  readonly data: DataOf;
}

/** A part of a page that shows figures, and the addresses of the same figures as data. */
export function Figure({ data, children, ...section }: FigureProps): VNode {
  return (
    <Section {...section}>
      {children}
      <DataLinks of={data} title={section.title} />
    </Section>
  );
}

const FORMATS = [
  ['csv', 'CSV'],
  ['xlsx', 'Excel'],
  ['json', 'JSON'],
] as const;

/** What a spreadsheet in French reads of a CSV that is opened as it is. */
const FRENCH: readonly (readonly [string, string])[] = [
  ['bom', '1'],
  ['separateur', ';'],
  ['decimale', ','],
];

function DataLinks({
  of: { operation, variables, table },
  title,
}: {
  readonly of: DataOf;
  readonly title: string;
}): VNode {
  const place = usePlace();
  const given = Object.entries(variables).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  return (
    <p class="data-links">
      Ces chiffres :{' '}
      {FORMATS.map(([format, name], rank) => {
        const asked =
          format === 'csv'
            ? [...given, ...(table === undefined ? [] : [['table', table]]), ...FRENCH]
            : given;
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
