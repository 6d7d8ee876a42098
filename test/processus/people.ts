import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readGatewayEnvironment } from '@palier/gateway/environment';
import type { Mount } from '@palier/gateway/http/mount';
import { type House, type HouseOptions, openHouse } from '@palier/start/open-house';
import type { Database } from '@palier/runtime/database';
import { expect } from 'vitest';
import { snapshotLocation } from '../house.ts';
import { PLANNING } from '../planning.ts';
import { checkReplay } from './check-replay.ts';
import { createIssuer } from './issuer.ts';

/** An answer as a client reads it. */
interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: Readonly<Record<string, unknown>>;
  }[];
}

/** Somebody who asks the graph over HTTP, with a token of their own. */
export interface Person {
  ask<Data>(
    query: string,
    variables?: Readonly<Record<string, unknown>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer<Data>>;
  /** As `ask`; raises when the answer holds an error. */
  read<Data>(
    query: string,
    variables?: Readonly<Record<string, unknown>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Data>;
  /** Asks an address beside the graph: « /depots/modele?campagne=2026-2027 ». */
  request(path: string, init?: RequestInit): Promise<Response>;
}

/** A house whose people are told apart by real tokens. */
export interface HouseOfPeople {
  readonly house: House;
  /** All the tables, whatever the levels themselves may see of them. */
  readonly database: Database;
  readonly url: string;
  /** Nobody known, without claims. */
  person(claims?: Readonly<Record<string, unknown>>): Promise<Person>;
  /** A token of theirs, for what asks by other means. */
  token(claims: Readonly<Record<string, unknown>>): Promise<string>;
  /** Plays all that was done again first: nothing may depend on anything but the acts. */
  close(): Promise<void>;
}

/** Where a house of people keeps its data. */
interface HousePlace extends Pick<HouseOptions, 'location' | 'locations'> {
  /** Opened by who may see everything; the house's own unless given. */
  readonly administered?: Database;
  close(): Promise<void>;
}

export type OpenPlace = () => Promise<HousePlace>;

const EMBEDDED: OpenPlace = () =>
  Promise.resolve({ location: snapshotLocation(), close: () => Promise.resolve() });

interface PeopleOptions {
  readonly openPlace?: OpenPlace | undefined;
  /** What is served beside the graph: nothing, unless given. */
  readonly mounts?: readonly Mount[];
  /** Operations that are registered: none, unless given. */
  readonly operationsFolder?: string;
}

export async function openHouseOfPeople({
  openPlace = EMBEDDED,
  mounts = [],
  ...registered
}: PeopleOptions = {}): Promise<HouseOfPeople> {
  const { close, administered, ...place } = await openPlace();
  const folder = mkdtempSync(join(tmpdir(), 'palier-gens-'));
  const { env, sign } = await createIssuer(folder);
  const { settings } = readGatewayEnvironment({ ...env, PALIER_LOG_LEVEL: 'error' });
  const house = await openHouse({
    ...place,
    data: { demonstration: 'CHARGEE' },
    ...settings,
    ...registered,
    mounts,
    planning: PLANNING,
    logLevel: 'error',
  });
  const { url } = await house.gateway.listen(0, '127.0.0.1');
  return {
    house,
    database: administered ?? house.database,
    url,
    person: async (claims) => toPerson(url, claims && (await sign(claims))),
    token: sign,
    close: async () => {
      try {
        await checkReplay(administered ?? house.database);
      } finally {
        await house.close();
        await close();
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}

/** Opens 2026-2027, or another exercice, whole unless `periodes` are given, on a canevas of these indicateurs. */
export const openCampagne = (
  { read }: Person,
  indicateurs: readonly string[],
  periodes: readonly string[] = [],
  exercice = '2026-2027',
): Promise<unknown> =>
  read(
    `mutation ($indicateurs: [ID!]!, $periodes: [ID!]) {
      publierCanevas(cle: "canevas", exercice: "${exercice}", indicateurs: $indicateurs) { acte { numero } }
      ouvrirCampagne(cle: "campagne", code: "${exercice}", canevas: "${exercice}-V1", periodes: $periodes) { acte { numero } } }`,
    { indicateurs, periodes: periodes.length > 0 ? periodes : null },
  );

type Refusal = Readonly<Record<string, unknown>> & { readonly message: string | undefined };

/** What the only field asked is refused for, by its extensions and its message. */
export async function refusalOf(
  { ask }: Person,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
) {
  const { data, errors } = await ask<object>(query, variables);
  expect(Object.values(data ?? {})).toEqual([null]);
  return { ...errors?.[0]?.extensions, message: errors?.[0]?.message } as Refusal;
}

function toPerson(url: string, token: string | undefined): Person {
  const request: Person['request'] = (path, init = {}) =>
    fetch(`${url}${path}`, {
      ...init,
      headers: {
        ...(init.headers as Record<string, string> | undefined),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
    });
  const ask: Person['ask'] = async (query, variables = {}, headers = {}) => {
    const response = await request('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as never;
  };
  return {
    ask,
    request,
    read: async <Data>(
      query: string,
      variables?: Readonly<Record<string, unknown>>,
      headers?: Readonly<Record<string, string>>,
    ) => {
      const { data, errors } = await ask<Data>(query, variables, headers);
      if (errors !== undefined) throw new Error(JSON.stringify(errors, null, 2));
      return data as Data;
    },
  };
}
