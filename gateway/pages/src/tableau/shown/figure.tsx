import type { ComponentChildren, VNode } from 'preact';
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
const FRENCH: readonly [string, string][] = [
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
      <p class="of-csv">Ouvert d’un double clic, un CSV perd le zéro des codes : 06112 y devient 6112.</p>
      {[of].flat().map((one) => (
        <p key={one.name}>
          Ces chiffres{one.name !== undefined && ` (${one.name})`} : <Formats of={one} title={title} />
        </p>
      ))}
    </div>
  );
}

function Formats({ of, title }: { readonly of: DataOf; readonly title: string }): VNode {
  const what = [title, of.name].filter((part) => part !== undefined).join(', ');
  return (
    <>
      {FORMATS.map(([format, name], rank) => (
        <span key={format}>
          {rank > 0 && ' · '}
          <DataLink of={of} format={format} label={`${what}, en ${name}`}>
            {name}
          </DataLink>
        </span>
      ))}
    </>
  );
}

interface DataLinkProps {
  readonly of: DataOf;
  readonly format: (typeof FORMATS)[number][0];
  readonly label?: string;
  readonly children: ComponentChildren;
}

/** The whole of what is shown, in one format. */
export function DataLink({ of, format, label, children }: DataLinkProps): VNode {
  const { operation, variables, table, au } = of;
  const here = usePlace();
  const given = Object.entries(variables).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, value]],
  );
  const own: [string, string][] = table === undefined ? [] : [['table', table]];
  const asked = format === 'csv' ? [...given, ...own, ...FRENCH] : given;
  const query = new URLSearchParams(asked).toString();
  return (
    <a
      href={toHref({ ...here, au: au ?? here.au }, `/q/${operation}.${format}${query && `?${query}`}`)}
      aria-label={label}
    >
      {children}
    </a>
  );
}
