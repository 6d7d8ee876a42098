import type { GraphQLSchema } from 'graphql';
import type { VNode } from 'preact';
import { type Fact, nameFact } from '../fact-types/name-fact.ts';
import { sayCount, sayNumber } from '../shell/say-number.ts';
import { sayOrigine } from '../shell/say-source.ts';
import { Section } from '../shell/section.tsx';
import { Absence, type AbsenceLue } from '../tableau/shown/absence.tsx';
import { FactLink } from '../tableau/shown/fact-link.tsx';
import { type DataOf, DataLinks } from '../tableau/shown/figure.tsx';
import { ETABLISSEMENTS } from '../tableau/shown/level.ts';
import { NotRead } from '../tableau/shown/not-read.tsx';
import { Table } from '../tableau/shown/table.tsx';
import { labelOf } from './labels.ts';
import { Value } from './value.tsx';

/** What an établissement says of a role or of a service in one of its territories. */
interface Declaration extends Fact {
  readonly territoire: (Fact & { readonly region: Fact | null; readonly etablissement: Fact | null }) | null;
  readonly provenance: { readonly origine: string };
}

interface Declarations {
  readonly totalCount: number;
  readonly nodes: readonly (Declaration | null)[];
  readonly absence: AbsenceLue | null;
}

/** The fields that list declarations: what is told of each, and the operation that gives all of them. */
const LISTS: Readonly<
  Record<string, { readonly columns: readonly string[]; readonly all: (code: string) => DataOf }>
> = {
  exercices: {
    columns: ['description', 'declareLe'],
    all: (code) => ({ operation: 'exercices-role', variables: { role: code } }),
  },
  offres: {
    columns: ['etat', 'modalites', 'declareeLe'],
    all: (code) => ({ operation: 'offres-service', variables: { service: code } }),
  },
};

/** Whether a field lists what établissements declare, which a table shows. */
export const isDeclared = (field: string): boolean => field in LISTS;

interface DeclaredProps {
  readonly field: string;
  readonly fact: Fact;
  readonly schema: GraphQLSchema;
}

/** Where a role is exercised or a service offered, a territory a line, as établissements declare it. */
export function Declared({ field, fact, schema }: DeclaredProps): VNode {
  const title = labelOf(field);
  return (
    <Section id={field} title={title}>
      <Territoires title={title} field={field} fact={fact} schema={schema} />
    </Section>
  );
}

function Territoires({ title, field, fact, schema }: DeclaredProps & { readonly title: string }): VNode {
  const list = fact[field] as Declarations | null;
  const { columns, all } = LISTS[field]!;
  if (list === null) return <NotRead what={title} level={ETABLISSEMENTS} />;
  const { totalCount, absence } = list;
  const nodes = list.nodes.filter((node) => node !== null);
  if (nodes.length === 0) return <Absence absence={absence} />;
  return (
    <>
      <p>
        {nodes.length < totalCount
          ? `Les ${sayNumber(nodes.length)} premières de ${sayNumber(totalCount)} déclarations ; « Ces chiffres » les ont toutes.`
          : `${sayCount(totalCount, 'déclaration')} ; d’un territoire qui n’y est pas, rien n’est déclaré.`}
      </p>
      <Table
        caption={`${title}, selon les établissements`}
        rows={nodes}
        total={totalCount}
        keyOf={({ code }) => code}
        isStacked
        columns={[
          {
            name: 'Territoire',
            cell: ({ __typename, code, territoire }) => (
              <FactLink type={__typename} code={code}>
                {territoire === null ? code : nameFact(territoire)}
              </FactLink>
            ),
          },
          {
            name: 'Région',
            cell: ({ territoire }) =>
              territoire?.region && (
                <FactLink type="Region" code={territoire.region.code}>
                  {nameFact(territoire.region)}
                </FactLink>
              ),
          },
          {
            name: 'Établissement',
            cell: ({ territoire }) =>
              territoire?.etablissement && (
                <FactLink type="Etablissement" code={territoire.etablissement.code}>
                  {nameFact(territoire.etablissement)}
                </FactLink>
              ),
          },
          ...columns.map((name) => ({
            name: labelOf(name),
            cell: (node: Declaration) =>
              node[name] != null && (
                <Value field={name} value={node[name]} schema={schema} type={node.__typename} />
              ),
          })),
          { name: 'Source', cell: ({ provenance: { origine } }) => sayOrigine(origine) },
        ]}
      />
      <DataLinks of={all(fact.code)} title={title} />
    </>
  );
}
