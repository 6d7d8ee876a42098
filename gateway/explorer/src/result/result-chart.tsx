import type { Column } from '@palier/adresses/tables';
import { type ReactElement, type RefObject, useEffect, useId, useRef, useState } from 'react';
import { sayCell } from './say-cell.ts';
import { type Bar, MOST_BARS, toBars } from './to-bars.ts';
import { isNumeric, shortName, type ShownTable } from './to-tables.ts';

/** One number of each row, by what names the row; nothing is added up, and what is absent is drawn as such. */
export function ResultChart({ table }: { readonly table: ShownTable }): ReactElement {
  const { columns } = table;
  const numbers = columns.filter(isNumeric);
  const names = columns.filter((column) => !isNumeric(column));
  const [number, setNumber] = useState(() => chooseNumber(table, numbers)?.name ?? '');
  const [name, setName] = useState(() => chooseName(table, names)?.name ?? '');
  if (numbers.length === 0)
    return <p>Rien n’est à dessiner : aucune colonne de ce tableau n’est un nombre.</p>;
  if (table.isEmpty) return <p>Rien n’est à dessiner : la liste est vide.</p>;
  const bars = toBars(table, number, name);
  if (bars === undefined) return <p>Ce tableau n’a pas la colonne qui était dessinée.</p>;
  return (
    <figure className="chart">
      <div className="choice">
        <Choice label="Nombre" columns={numbers} table={table} value={number} onChange={setNumber} />
        <Choice label="Selon" columns={names} table={table} value={name} onChange={setName} />
      </div>
      <Bars bars={bars} title={`${number} selon ${name === '' ? 'la ligne' : name}`} />
      <figcaption>
        Une barre par ligne du tableau ci-dessous
        {table.rows.length > MOST_BARS && `, les ${MOST_BARS} premières de ${table.rows.length}`} ; ce qui est
        absent, sans valeur ou réservé est hachuré, et n’est pas zéro.
      </figcaption>
    </figure>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly columns: readonly Column[];
  readonly table: ShownTable;
  readonly value: string;
  readonly onChange: (name: string) => void;
}

function Choice({ label, columns, table, value, onChange }: ChoiceProps): ReactElement | null {
  const id = useId();
  if (columns.length === 0) return null;
  return (
    <span className="choice">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
        {columns.map((column) => (
          <option key={column.name} value={column.name}>
            {shortName(table, column)}
          </option>
        ))}
      </select>
    </span>
  );
}

const LEAST_WIDTH = 280;
const MOST_WIDTH = 860;
/** Of the width, at most. */
const LABEL_SHARE = 0.4;
const LETTER = 7.5;
const FIGURES = 70;
const ROW = 24;
const THICK = 14;
const ABSENT_WIDTH = 36;

function Bars({ bars, title }: { readonly bars: readonly Bar[]; readonly title: string }): ReactElement {
  const pattern = useId();
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const values = bars.flatMap(({ value }) => (value === null ? [] : [value]));
  const least = Math.min(0, ...values);
  const most = Math.max(0, ...values);
  const longest = Math.max(...bars.map(({ label }) => label.length));
  const labels = Math.min(width * LABEL_SHARE, longest * LETTER + 12);
  const letters = Math.floor((labels - 12) / LETTER);
  const length = width - labels - FIGURES;
  const at = (value: number): number =>
    labels + (most === least ? 0 : ((value - least) / (most - least)) * length);
  const height = bars.length * ROW + 8;
  return (
    <div ref={place}>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`${title} : ${sayBars(bars)}. Le tableau dit chaque valeur.`}
      >
        <defs>
          <pattern
            id={pattern}
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <line className="hatch" x1="0" y1="0" x2="0" y2="6" strokeWidth="2.5" />
          </pattern>
        </defs>
        {bars.map(({ label, value, said, title: saidAtLength }, index) => {
          const middle = index * ROW + ROW / 2 + 4;
          const from = value === null ? at(0) : Math.min(at(0), at(value));
          const to = value === null ? at(0) + ABSENT_WIDTH : Math.max(at(0), at(value));
          return (
            <g key={index}>
              <text x={labels - 8} y={middle} className="label" textAnchor="end" dominantBaseline="central">
                {shorten(label, letters)}
                {label.length > letters && <title>{label}</title>}
              </text>
              <rect
                className={value === null ? 'absence' : 'bar'}
                x={from}
                y={middle - THICK / 2}
                width={to - from}
                height={THICK}
                {...(value === null && { fill: `url(#${pattern})` })}
              />
              <text
                x={to + 6}
                y={middle}
                className={value === null ? 'figure absent' : 'figure'}
                dominantBaseline="central"
              >
                {said}
                {said !== saidAtLength && <title>{saidAtLength}</title>}
              </text>
            </g>
          );
        })}
        <line className="axis" x1={at(0)} y1="0" x2={at(0)} y2={height} />
      </svg>
    </div>
  );
}

/** The drawing is as wide as its place, so that what is written in it is of one size everywhere. */
function useWidth(place: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(LEAST_WIDTH);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, Math.floor(entry.contentRect.width))));
    });
    if (place.current) observer.observe(place.current);
    return () => observer.disconnect();
  }, [place]);
  return width;
}

const shorten = (label: string, most: number): string =>
  label.length > most ? `${label.slice(0, most - 1)}…` : label;

function sayBars(bars: readonly Bar[]): string {
  const values = bars.flatMap(({ value }) => (value === null ? [] : [value]));
  const empty = bars.flatMap(({ value, said }) => (value === null ? [said] : []));
  return [
    bars.length === 1 ? '1 barre' : `${bars.length} barres`,
    ...(values.length > 0 ? [`de ${sayCell(Math.min(...values))} à ${sayCell(Math.max(...values))}`] : []),
    ...[...new Set(empty)].map((said) => `${empty.filter((other) => other === said).length} « ${said} »`),
  ].join(', ');
}

/** What names a row, the best last. */
const NAMES: readonly string[] = ['libelle', 'abrege', 'titre', 'nom'];

/** A number of the list itself, rather than one that is said above it. */
const chooseNumber = (
  { name, rows, columns }: ShownTable,
  numbers: readonly Column[],
): Column | undefined => {
  const inside = numbers.filter((column) => column.name.startsWith(`${name}.`));
  const isKnown = (column: Column): boolean => rows.some((cells) => cells[columns.indexOf(column)] !== null);
  return inside.find(isKnown) ?? inside[0] ?? numbers[0];
};

/** What tells the rows apart best, a name before a code. */
function chooseName({ columns, rows }: ShownTable, names: readonly Column[]): Column | undefined {
  const distinct = (column: Column): number =>
    new Set(rows.slice(0, MOST_BARS).map((cells) => cells[columns.indexOf(column)])).size;
  const isName = ({ name }: Column): number => NAMES.indexOf(name.slice(name.lastIndexOf('.') + 1));
  return [...names].sort((one, other) => distinct(other) - distinct(one) || isName(other) - isName(one))[0];
}
