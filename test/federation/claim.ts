import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse, type GraphQLSchema } from 'graphql';
import { parseJson } from '@palier/calls/json/parse-json';

/** What a claim's `resolvers.ts` gives: resolvers by subgraph, on data of their own at each call. */
export type CreateResolvers = () => Readonly<Record<string, Resolvers>>;

type Resolvers = Readonly<Record<string, unknown>>;

/** One claim: a folder with subgraphs, their data, and queries with what they must answer. */
export interface Claim {
  readonly name: string;
  readonly folder: string;
  readonly subgraphs: readonly { readonly name: string; readonly sdl: string }[];
  readonly cases: readonly Case[];
}

export interface Case {
  readonly name: string;
  readonly query: string;
  readonly expected: Expected;
  readonly request: CaseRequest;
}

export interface ExpectedError {
  readonly path?: readonly (string | number)[];
  readonly code?: string;
  readonly message?: string;
}

export interface Expected {
  /** Compared with its key order; absent: not compared. */
  readonly data?: unknown;
  /** `true`: some; a list: these and no other; absent: none. */
  readonly errors?: true | readonly ExpectedError[];
  /** What subgraphs were asked, by name, as counts. */
  readonly calls?: Readonly<Record<string, number>>;
}

/** What a case says besides its query: `request.json` or `request.<case>.json`. */
interface CaseRequest {
  readonly variables?: Record<string, unknown>;
  readonly operationName?: string;
  readonly labels?: readonly string[];
  readonly access?: {
    readonly authenticated?: boolean;
    readonly scopes?: readonly string[];
    readonly policies?: readonly string[];
  };
}

const ROOT = import.meta.dirname;

export function listClaims(): readonly Claim[] {
  return readdirSync(ROOT, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => readClaim(entry.name))
    .toSorted((first, second) => first.name.localeCompare(second.name));
}

function readClaim(name: string): Claim {
  const folder = join(ROOT, name);
  const files = readdirSync(folder);
  const subgraphs = readdirSync(join(folder, 'subgraphs')).map((file) => ({
    name: file.replace(/\.graphql$/, ''),
    sdl: readFileSync(join(folder, 'subgraphs', file), 'utf8'),
  }));
  const cases = files
    .filter((file) => /^query(\..+)?\.graphql$/.test(file))
    .map((file) => readCase(folder, file));
  return { name, folder, subgraphs, cases };
}

function readCase(folder: string, file: string): Case {
  const name = /^query\.(.+)\.graphql$/.exec(file)?.[1];
  const suffix = name ? `.${name}` : '';
  const json = (base: string) => parseJson(readFileSync(join(folder, `${base}${suffix}.json`), 'utf8'));
  return {
    name: name ?? 'query',
    query: readFileSync(join(folder, file), 'utf8'),
    expected: json('expected') as Expected,
    request: readdirSync(folder).includes(`request${suffix}.json`) ? (json('request') as CaseRequest) : {},
  };
}

/** The supergraph of a claim; `urlOf` gives each subgraph's address. */
export function composeClaim(claim: Claim, urlOf: (subgraph: string) => string): string {
  const composed = composeServices(
    claim.subgraphs.map(({ name, sdl }) => ({ name, typeDefs: parse(sdl), url: urlOf(name) })),
  );
  if (composed.supergraphSdl === undefined) {
    const reasons = composed.errors?.map((error) => error.message).join('\n');
    throw new Error(`${claim.name} does not compose:\n${reasons}`);
  }
  return composed.supergraphSdl;
}

/** The executable subgraphs of a claim: made once, which takes as long as a hundred questions. */
export interface BuiltSubgraphs {
  readonly schemas: ReadonlyMap<string, GraphQLSchema>;
  /** Gives them their data as at birth. */
  renew(): void;
}

export async function buildSubgraphs({ folder, subgraphs }: Claim): Promise<BuiltSubgraphs> {
  const { createResolvers } = (await import(join(folder, 'resolvers.ts'))) as {
    createResolvers: CreateResolvers;
  };
  let resolvers = createResolvers();
  const build = ({ name, sdl }: (typeof subgraphs)[number]): GraphQLSchema =>
    buildSubgraphSchema({
      typeDefs: parse(sdl),
      resolvers: followResolvers(() => resolvers[name] ?? {}) as never,
    });
  return {
    schemas: new Map(subgraphs.map((subgraph) => [subgraph.name, build(subgraph)])),
    renew: () => (resolvers = createResolvers()),
  };
}

type Resolve = (...given: unknown[]) => unknown;

/** What resolves is what stands there at the time; a scalar, or the values of an enum, is of no time. */
function followResolvers(now: () => Resolvers): Resolvers {
  const follow = (type: string, field: string, value: unknown): unknown =>
    typeof value === 'function'
      ? (...given: unknown[]) => (now()[type] as Record<string, Resolve>)[field]?.(...given)
      : value;
  const followType = (type: string, fields: unknown): unknown =>
    Object.getPrototypeOf(fields) === Object.prototype
      ? Object.fromEntries(
          Object.entries(fields as Resolvers).map(([field, value]) => [field, follow(type, field, value)]),
        )
      : fields;
  return Object.fromEntries(Object.entries(now()).map(([type, fields]) => [type, followType(type, fields)]));
}
