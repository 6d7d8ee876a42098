import { Refusal } from '@palier/gateway/errors/errors';
import { GraphFault } from '@palier/gateway/http/graph-fault';
import { type FactType, findFactTypeBySlug, pathOfFact } from '../fact-types/fact-types.ts';
import type { Asked, Page, PageRequest, PageView } from '../shell/page.ts';
import type { Operation } from '../operations/operation.ts';
import type { Fact } from '../fact-types/name-fact.ts';
import { toSections } from './fact.ts';
import { FactIndex } from './fact-index.tsx';
import { FactView, titleOf } from './fact-view.tsx';
import { findNear } from './find-near.ts';
import { UnknownFact, type UnknownFactProps } from './unknown-fact.tsx';

/** `/fait/<type>/<code>`: all that the graph says of one thing; `/fait`: the types that have a page. */
export const fait: Page = {
  path: '/fait',
  shown: { link: 'Faits', style: new URL('./fait.css', import.meta.url) },
  takes: () => [],
  answer: answerFact,
};

const BREADCRUMBS = [{ name: 'Faits', path: '/fait' }];

async function answerFact(request: PageRequest): Promise<PageView> {
  const [slug, code, ...more] = request.segments;
  if (slug === undefined) return { title: 'Faits', main: <FactIndex schema={request.graph.schema} /> };
  const factType = findFactTypeBySlug(slug);
  if (more.length > 0 || (code === undefined && factType === undefined))
    throw new Refusal('ADRESSE_INCONNUE');
  if (factType === undefined || code === undefined || code === '')
    return answerUnknown(request, { slug, factType, code: code ?? '' });
  const { fact, expected, fault } = await readFact(request, factType, code);
  return fact === undefined
    ? answerUnknown(request, { slug, factType, code, expected })
    : answerKnown(request, factType, { fact, fault });
}

interface FactData {
  /** Of a type that has no field for one thing, all of them. */
  readonly fait: Fact | readonly Fact[] | null;
  /** What other fields tell of it. */
  readonly [field: string]: unknown;
}

/** The operation of a type of fact: its fields are shown as they were asked, whatever they are. */
const factOperation = (slug: string): Operation<FactData, { readonly code: string }> => ({
  documentId: `fait-${slug}`,
});

/** What codes that have not the form of one are refused by. */
const MALFORMED: ReadonlySet<unknown> = new Set(['CODE_INVALIDE', 'BAD_USER_INPUT']);

interface ReadFact {
  readonly fact: Fact | undefined;
  readonly fault?: GraphFault | undefined;
  /** What its code should be like. */
  readonly expected?: string | undefined;
}

/** @throws {GraphFault} when the level that holds it does not answer */
async function readFact({ ask }: PageRequest, { slug }: FactType, code: string): Promise<ReadFact> {
  let asked: Asked<FactData>;
  try {
    asked = await ask(factOperation(slug), { code });
  } catch (error) {
    if (!(error instanceof GraphFault) || !MALFORMED.has(codeOf(error))) throw error;
    return { fact: undefined, expected: expectedBy(error) };
  }
  const { data, fault } = asked;
  const { fait, ...beside } = data;
  const held = [fait ?? []].flat().find((one) => one.code === code);
  const fact = held && { ...held, ...beside };
  if (fait !== null || fault === undefined) return { fact, fault };
  if (!MALFORMED.has(codeOf(fault))) throw fault;
  return { fact, expected: expectedBy(fault) };
}

/** What refuses a value of a list speaks of the operation, which a reader did not write. */
const expectedBy = (fault: GraphFault): string | undefined =>
  codeOf(fault) === 'CODE_INVALIDE' ? fault.message : undefined;

const codeOf = ({ errors }: GraphFault): unknown => errors[0]?.extensions?.['code'];

function answerKnown(
  { graph }: PageRequest,
  factType: FactType,
  { fact, fault }: { readonly fact: Fact; readonly fault: GraphFault | undefined },
): PageView {
  const sections = toSections(fact);
  return {
    title: titleOf(fact),
    breadcrumbs: [...BREADCRUMBS],
    main: (
      <FactView
        factType={factType}
        fact={fact}
        sections={sections}
        schema={graph.schema}
        unread={listUnread(fact, fault)}
      />
    ),
    content: {
      type: fact.__typename,
      adresse: pathOfFact(fact.__typename, fact.code),
      palier: factType.holder,
      fait: fact,
    },
  };
}

/** Its fields that are null where something was not read: an error is told of what was being read, which may hold them. */
function listUnread(fact: Fact, fault: GraphFault | undefined): ReadonlySet<string> {
  const paths = fault?.errors.map(({ path = [] }) => path.filter((part) => typeof part === 'string')) ?? [];
  const isOnTheWay = (field: string): boolean =>
    paths.some(([root = field, name = field]) => root === field || (root === 'fait' && name === field));
  return new Set(Object.keys(fact).filter((field) => fact[field] === null && isOnTheWay(field)));
}

async function answerUnknown(
  request: PageRequest,
  unknown: Omit<UnknownFactProps, 'near'>,
): Promise<PageView> {
  const { factType, code } = unknown;
  const near = code === '' ? [] : await findNear(request, factType, code);
  return {
    status: 404,
    title: 'Ce fait n’est pas connu',
    breadcrumbs: BREADCRUMBS,
    main: <UnknownFact {...unknown} near={near} />,
    content: { type: factType?.type ?? null, code, fait: null, proches: near },
  };
}
