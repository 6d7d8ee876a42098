import type { GraphQLSchema } from 'graphql';
import type { VNode } from 'preact';
import { type FactType, pathOfFact } from '../fact-types/fact-types.ts';
import { Link } from '@palier/gateway/document/link';
import { Section } from '../shell/section.tsx';
import { type Cote, Sides } from '../shell/sides.tsx';
import { Conflicts } from './conflicts.tsx';
import { type Fact, nameFact } from '../fact-types/name-fact.ts';
import { isNamed, type Line, type Provenance, type Sections } from './fact.ts';
import { labelOf } from './labels.ts';
import { Citation } from './citation.tsx';
import { Declared, isDeclared } from './declared.tsx';
import { Value } from './value.tsx';
import { Versions } from './versions.tsx';
import { WithoutWords } from './words.tsx';

export interface FactViewProps {
  readonly factType: FactType;
  readonly fact: Fact;
  readonly sections: Sections;
  readonly schema: GraphQLSchema;
  /** Fields that could not be read. */
  readonly unread: ReadonlySet<string>;
}

const HOLDERS: Readonly<Record<FactType['holder'], string>> = {
  MSSS: 'le ministère de la Santé et des Services sociaux',
  SANTE_QUEBEC: 'Santé Québec',
  ETABLISSEMENT: 'l’établissement territorial qui en répond',
};

/** Types of things that the dashboard has a view of, each under its code. */
const VIEWS: Readonly<Record<string, string>> = {
  TerritoireClsc: '/territoire/',
  Exigence: '/exigence/',
  Etablissement: '/etablissement/',
  Campagne: '?campagne=',
};

/** All that the graph says of one thing. */
export function FactView({ factType, fact, sections, schema, unread }: FactViewProps): VNode {
  const cotes = fact['cotes'] as readonly Cote[] | undefined;
  const details = sections.details.filter((line) => line.field !== 'cotes' && !isNamed(fact, line));
  const told = { schema, type: fact.__typename };
  const view = VIEWS[fact.__typename];
  return (
    <article class="fact">
      <p class="kind">
        {factType.name} <code>{fact.code}</code>
      </p>
      <h1>{titleOf(fact)}</h1>
      {view !== undefined && (
        <p>
          <Link to={`/tableau${view}${encodeURIComponent(fact.code).replaceAll('%3A', ':')}`}>
            Ses mesures et ses verdicts, au tableau de bord
          </Link>
        </p>
      )}
      {cotes && (
        <Section id="cotes" title="Les deux côtés">
          <Sides cotes={cotes} />
        </Section>
      )}
      {details.length > 0 && (
        <Section id="dit" title="Ce qu’on en sait">
          <Lines lines={details} {...told} />
        </Section>
      )}
      {Object.keys(fact)
        .filter(isDeclared)
        .map((field) => (
          <Declared key={field} field={field} fact={fact} schema={schema} />
        ))}
      <Section id="source" title="D’où cela vient">
        <Sources lines={sections.sources} />
      </Section>
      {sections.ecarts.length > 0 && (
        <Section id="ecarts" title="Ce que les sources ne disent pas d’une même voix">
          <Conflicts ecarts={sections.ecarts} />
        </Section>
      )}
      <Section id="repond" title="Qui en répond">
        <p>Ce fait est tenu par {HOLDERS[factType.holder]}, qui seul peut le changer.</p>
        <Lines lines={sections.owners} {...told} />
      </Section>
      {sections.askedDependents.length > 0 && (
        <Section id="depend" title="Ce qui en dépend">
          <Dependents of={sections} unread={unread} code={fact.code} {...told} />
        </Section>
      )}
      {sections.versions && (
        <Section id="versions" title="Ses versions">
          <Versions
            versions={sections.versions}
            path={pathOfFact(fact.__typename, fact.code) ?? ''}
            {...told}
          />
        </Section>
      )}
      <Section id="adresse" title="Son adresse">
        <p>
          <Link to={pathOfFact(fact.__typename, fact.code) ?? ''} rel="bookmark">
            {pathOfFact(fact.__typename, fact.code)}
          </Link>
          , permanente ; avec <code>.json</code> à la fin, le même contenu pour un programme.
        </p>
      </Section>
    </article>
  );
}

/** Names of roles are written in lower case, and that of a page is not; one that ends as a sentence does is none here. */
export function titleOf(fact: Fact): string {
  const name = nameFact(fact);
  return `${name.charAt(0).toLocaleUpperCase('fr-CA')}${name.slice(1).replace(/\.$/, '')}`;
}

interface DependentsProps extends Omit<LinesProps, 'lines'> {
  readonly of: Sections;
  readonly unread: ReadonlySet<string>;
  readonly code: string;
}

function Dependents({ of: { dependents, askedDependents }, unread, code, ...told }: DependentsProps): VNode {
  const silent = askedDependents.filter((field) => unread.has(field));
  const hasMore = dependents.some(isCut) || NAMED_IN_LISTS.has(told.type);
  return (
    <>
      <Lines lines={dependents} {...told} />
      {hasMore && (
        <p>
          <Link to={`/q/dependants?${new URLSearchParams({ type: told.type, code }).toString()}`}>
            Tout ce qui s’y appuie, avec ses sources
          </Link>
        </p>
      )}
      {silent.map((field) => (
        <p key={field} class="absence">
          {labelOf(field)} : non lu. Ce n’est ni une absence, ni un zéro.
        </p>
      ))}
      {dependents.length + silent.length === 0 && !hasMore && (
        <p>Cette page ne trouve rien qui s’y appuie ; elle ne liste pas tout ce qui le peut.</p>
      )}
    </>
  );
}

/** Types whose page has the lists that name them, and asks no other: a code of a closed list is no argument of `dependants`. */
const NAMED_IN_LISTS: ReadonlySet<string> = new Set(['Palier', 'RoleClsc', 'ServiceSocial']);

/** Whether more leans on it than the page tells. */
function isCut({ field, value }: Line): boolean {
  if (field !== 'dependants') return false;
  const { nodes, totalCount } = value as { readonly nodes: readonly unknown[]; readonly totalCount: number };
  return totalCount > nodes.length;
}

interface LinesProps {
  readonly lines: readonly Line[];
  readonly schema: GraphQLSchema;
  readonly type: string;
}

function Lines({ lines, schema, type }: LinesProps): VNode | null {
  if (lines.length === 0) return null;
  return (
    <dl class="lines">
      {lines.map(({ field, value }) => (
        <div key={field}>
          <dt>{labelOf(field)}</dt>
          <dd>
            <Value field={field} value={value} schema={schema} type={type} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Sources({ lines }: { readonly lines: readonly Line[] }): VNode {
  const sources = lines.flatMap(({ field, value }) =>
    ([value].flat() as readonly Provenance[]).map((provenance, rank) => ({ field, provenance, rank })),
  );
  return (
    <>
      <dl class="lines">
        {sources.map(({ field, provenance, rank }) => (
          <div key={`${field} ${rank}`}>
            <dt>{labelOf(field)}</dt>
            <dd>
              <Citation provenance={provenance} />
            </dd>
          </div>
        ))}
      </dl>
      <WithoutWords passages={sources.map(({ provenance }) => provenance.passage)} />
    </>
  );
}
