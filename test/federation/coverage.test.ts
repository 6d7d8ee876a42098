import { readFileSync } from 'node:fs';
import { composeServices } from '@apollo/composition';
import { CONNECT_VERSIONS, FEDERATION_VERSIONS } from '@apollo/federation-internals';
import { parse, visit } from 'graphql';
import { describe, expect, it } from 'vitest';
import { prepareSupergraph } from '@palier/federation/prepare/prepare-supergraph';
import { createPlannerEngine } from '@palier/federation/planner/planner-engine';
import { listClaims, type Claim } from './claim.ts';

const PAGE = readFileSync(new URL('README.md', import.meta.url), 'utf8');

interface Row {
  readonly directive: string;
  readonly claims: readonly string[];
}

const ROWS: readonly Row[] = [...PAGE.matchAll(/^\| `@(\w+)`[^|]*\|[^|]*\|([^|]*)\|$/gm)].map(
  ([, directive = '', claims = '']) => ({
    directive,
    claims: [...claims.matchAll(/`([\w-]+)`/g)].map(([, name = '']) => name),
  }),
);

/** Every directive that the engine knows, of federation and of connectors. */
const KNOWN = [
  'link',
  ...[FEDERATION_VERSIONS, CONNECT_VERSIONS].flatMap((versions) =>
    versions
      .latest()
      .directiveSpecs()
      .map(({ name }) => name),
  ),
];

describe('the page of claims', () => {
  it('has a row for each directive of the latest federation, and for no other', () => {
    expect([...new Set(ROWS.map(({ directive }) => directive))].toSorted()).toEqual(KNOWN.toSorted());
  });

  it('names claims that exist, and whose subgraphs use the directive', () => {
    const used = new Map(listClaims().map(({ name, subgraphs }) => [name, directivesOf(subgraphs)]));
    const wrong = ROWS.flatMap(({ directive, claims }) =>
      claims.filter((name) => !used.get(name)?.has(directive)).map((name) => `@${directive}: ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  it('leaves no directive without a claim but those refused at start', () => {
    const bare = ROWS.filter(({ claims }) => claims.length === 0).map(({ directive }) => directive);
    expect(bare).toEqual(['connect', 'source']);
  });

  it('tells rightly that connectors are refused', () => {
    const { supergraphSdl = '' } = composeServices([
      { name: 'a', url: 'http://127.0.0.1/a', typeDefs: parse(CONNECTED) },
    ]);
    expect(supergraphSdl).toContain('name: "connect"');
    expect(() => createPlannerEngine(prepareSupergraph(supergraphSdl))).toThrow('@connect');
  });
});

function directivesOf(subgraphs: Claim['subgraphs']): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { sdl } of subgraphs) visit(parse(sdl), { Directive: ({ name }) => void names.add(name.value) });
  return names;
}

const CONNECTED = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.12", import: ["@key"])
  @link(url: "https://specs.apollo.dev/connect/v0.2", import: ["@connect", "@source"])
  @source(name: "s", http: { baseURL: "http://127.0.0.1/" })
type Query { a: Int @connect(source: "s", http: { GET: "/a" }, selection: "$") }`;
