import type { VNode } from 'preact';
import { usePlace, toHref } from '@palier/gateway/document/link';
import { Section, type SectionProps } from '../../shell/section.tsx';

/** A registered operation that gives what is shown, as data. */
export interface DataOf {
  readonly operation: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** The table wanted, where the operation has several. */
  readonly table?: string;
  /** What tells it from the others of a figure that has several. */
  readonly name?: string;
  /** The past instant that it is of, where that is not the instant of the page. */
  readonly au?: string | undefined;
}

export interface FigureProps extends SectionProps {
  readonly data: DataOf | readonly DataOf[];
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
  ['xlsx', 'Excel'],
  ['csv', 'CSV'],
  ['json', 'JSON'],
] as const;

/** What a spreadsheet in French reads of a CSV that is opened as it is. */
const FRENCH: readonly (readonly [string, string])[] = [
  ['bom', '1'],
  ['separateur', ';'],
  ['decimale', ','],
];

interface DataLinksProps {
  readonly of: DataOf | readonly DataOf[];
  /** What is shown. */
  readonly title: string;
}

/** The addresses of what is shown, as data. */
export function DataLinks({ of, title }: DataLinksProps): VNode {
  return (
    <div class="data-links">
      {[of].flat().map((one) => (
        <p key={one.name}>
          Ces chiffres{one.name !== undefined && ` (${one.name})`} : <Formats of={one} title={title} />
        </p>
      ))}
    </div>
  );
}

function Formats({ of, title }: { readonly of: DataOf; readonly title: string }): VNode {
  const { operation, variables, table, name: which, au } = of;
  const here = usePlace();
  const place = { ...here, au: au ?? here.au };
  const what = [title, which].filter((part) => part !== undefined).join(', ');
  const given = Object.entries(variables).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  return (
    <>
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
              aria-label={`${what}, en ${name}`}
            >
              {name}
            </a>
          </span>
        );
      })}
    </>
  );
}
