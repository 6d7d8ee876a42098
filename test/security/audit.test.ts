import { existsSync, readFileSync } from 'node:fs';
import { readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ANONYMOUS } from '@palier/gateway/request/identity';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openIssuer, sign, type Issuer } from './issuer.ts';
import {
  bearer,
  openProtectedGateway,
  PROTECTED_QUERY,
  trust,
  type ProtectedGateway,
} from './protected-gateway.ts';

let issuer: Issuer;
beforeAll(async () => {
  issuer = await openIssuer();
});
afterAll(() => issuer.close());

type Line = Readonly<Record<string, unknown>>;

const CLOSE = 'mutation Fermer($id: ID!) { close(id: $id) { name } }';

let gateway: ProtectedGateway;
let file: string;
let rank = 0;
beforeEach(() => {
  rank += 1;
  file = join(issuer.folder, `audit-${rank}.jsonl`);
});
afterEach(() => gateway.gateway.stop());

const open = (log = false): Promise<ProtectedGateway> =>
  openProtectedGateway({ identity: trust(issuer), audit: { log, file } });

const token = (): Promise<string> =>
  sign(issuer.key, {
    claims: { sub: 'ana', palier: 'ETABLISSEMENT', etablissement: '11045168', scope: 'root' },
  });

const linesOf = (path: string): readonly Line[] =>
  existsSync(path)
    ? readFileSync(path, 'utf8')
        .split('\n')
        .filter((text) => text !== '')
        .map((text) => JSON.parse(text) as Line)
    : [];

const untilLines = (path: string, count: number): Promise<void> =>
  expect.poll(() => linesOf(path).length).toBe(count);

const answersIn = (path: string): readonly Line[] => linesOf(path).filter(({ etape }) => etape === 'REPONSE');

describe('the file of who asked what', () => {
  it('has a line a request, what was refused included, and the text of each operation once', async () => {
    const startedAt = Date.now();
    gateway = await open();
    const headers = { ...bearer(await token()), 'x-request-id': 'demande-0001' };
    await gateway.ask('query Tous { users { name } }', headers);
    await gateway.ask('query Tous { users { name } }', headers);
    await gateway.ask(PROTECTED_QUERY);
    await gateway.ask('{ open', headers);
    await gateway.ask('{ open }', bearer('aaa.bbb.ccc'));
    await fetch(`${gateway.url}/graphql`, { method: 'DELETE' });
    await fetch(`${gateway.url}/health`);
    await untilLines(file, 8);
    expect(linesOf(file)[0]).toMatchObject({ etape: 'TEXTE', texte: expect.stringContaining('query Tous') });
    const ana = { subject: 'ana', palier: 'ETABLISSEMENT', etablissement: '11045168', client: '127.0.0.1' };
    const [first, again, ...others] = answersIn(file);
    expect(first).toMatchObject({
      ...ana,
      requestId: 'demande-0001',
      kind: 'query',
      status: 200,
      path: '/graphql',
    });
    expect(first).not.toHaveProperty('codes');
    expect(again?.['digest']).toBe(first?.['digest']);
    expect(Date.parse(String(first?.['time']))).toBeGreaterThanOrEqual(startedAt);
    expect(others).toMatchObject([
      { subject: null, status: 401, kind: 'query', codes: ['AUTHENTIFICATION_REQUISE'] },
      { ...ana, status: 200, codes: ['GRAPHQL_PARSE_FAILED'] },
      { subject: null, status: 401, codes: ['JETON_INVALIDE'] },
      { subject: null, method: 'DELETE', status: 405 },
    ]);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('never holds a value or a token', async () => {
    gateway = await open();
    const secret = await token();
    await gateway.ask(CLOSE, bearer(secret), { id: 'dossier-4512' });
    await gateway.ask('mutation { close(id: "dossier-7788") { name } }', bearer(secret));
    await gateway.ask('{ open } # dossier-9900', bearer(`${secret}x`));
    await fetch(`${gateway.url}/graphql?query={open}&access_token=${secret}`);
    await expect.poll(() => answersIn(file).length).toBe(4);
    const text = await readFile(file, 'utf8');
    for (const value of [secret, secret.split('.')[2] ?? '', 'dossier-', 'Bearer'])
      expect(text).not.toContain(value);
  });

  it('knows of a mutation before it runs', async () => {
    gateway = await open();
    const headers = bearer(await token());
    for (const round of [1, 2]) {
      const before = gateway.asked.length;
      let seen: readonly Line[] = [];
      gateway.onCall(() => (seen = linesOf(file)));
      const { body } = await gateway.ask(CLOSE, headers, { id: 'u1' });
      expect(body).toEqual({ data: { close: { name: 'Ana' } } });
      expect(gateway.asked.length).toBe(before + 1);
      expect(seen.filter(({ etape }) => etape === 'DEMANDE')).toHaveLength(round);
      expect(seen.at(-1)).toMatchObject({ etape: 'DEMANDE', subject: 'ana', kind: 'mutation' });
    }
    await expect.poll(() => answersIn(file).length).toBe(2);
    const asked = linesOf(file).filter(({ etape }) => etape === 'DEMANDE');
    expect(answersIn(file).map(({ requestId, digest, kind }) => [requestId, digest, kind])).toEqual(
      asked.map(({ requestId, digest }) => [requestId, digest, 'mutation']),
    );
  });

  it('has what is asked from inside the process, on whose behalf', async () => {
    gateway = await open();
    const identity = { ...ANONYMOUS, subject: 'consolidation', key: 'consolidation' };
    await gateway.gateway.execute({ query: PROTECTED_QUERY, identity });
    await untilLines(file, 2);
    expect(answersIn(file)).toMatchObject([{ subject: 'consolidation', client: 'interne', kind: 'query' }]);
  });

  it('goes on in a new one when it was moved, and adds to what is there', async () => {
    await writeFile(file, '{"etape":"AVANT"}\n');
    gateway = await open();
    await gateway.ask('{ open }');
    await untilLines(file, 3);
    await rename(file, `${file}.1`);
    await gateway.ask('{ open }');
    await untilLines(file, 1);
    expect(linesOf(`${file}.1`).map(({ etape }) => etape)).toEqual(['AVANT', 'TEXTE', 'REPONSE']);
    expect(linesOf(file).map(({ etape }) => etape)).toEqual(['REPONSE']);
  });
});

describe('when it cannot be written', () => {
  it('no mutation runs, queries go on, the log says so once, and nothing is lost once it can', async () => {
    const real = `${file}.vrai`;
    await writeFile(real, '');
    await symlink(real, file);
    gateway = await open();
    const headers = bearer(await token());
    expect((await gateway.ask(CLOSE, headers, { id: 'u1' })).status).toBe(200);
    await expect.poll(() => answersIn(real).length).toBe(1);
    // A full disk, from now on.
    await rm(file);
    await symlink('/dev/full', file);
    const before = gateway.asked.length;
    for (const query of [CLOSE, 'mutation Autre($id: ID!) { close(id: $id) { name } }']) {
      const { status, body } = await gateway.ask(query, headers, { id: 'u1' });
      expect([status, body.errors?.[0]?.extensions]).toMatchObject([
        503,
        { code: 'AUDIT_INDISPONIBLE', retryable: true },
      ]);
    }
    expect(gateway.asked.length).toBe(before);
    expect(await gateway.health()).toEqual([200, { statut: 'pret', degrade: ['audit'] }]);
    expect((await gateway.ask('{ open }')).body).toEqual({ data: { open: 'open' } });
    expect(gateway.log.filter((line) => line.includes('Le journal d’audit ne peut être écrit'))).toHaveLength(
      1,
    );
    await rm(file);
    await symlink(real, file);
    await expect.poll(() => answersIn(real).length).toBe(4);
    expect(answersIn(real).map(({ codes }) => codes)).toEqual([
      undefined,
      ['AUDIT_INDISPONIBLE'],
      ['AUDIT_INDISPONIBLE'],
      undefined,
    ]);
    await expect.poll(() => gateway.log.some((line) => line.includes('s’écrit de nouveau'))).toBe(true);
    expect((await gateway.ask(CLOSE, headers, { id: 'u1' })).status).toBe(200);
    expect(await gateway.health()).toEqual([200, { statut: 'pret' }]);
  });

  it('what a stop could not write is said', async () => {
    await writeFile(file, '');
    gateway = await open();
    await rm(file);
    await symlink('/dev/full', file);
    await gateway.ask('{ open }');
    await gateway.gateway.stop();
    expect(gateway.log.filter((line) => line.includes('Des lignes d’audit sont perdues'))).toEqual([
      expect.stringContaining('"lines":2'),
    ]);
  });

  it('at the start, the start is refused', async () => {
    file = join(issuer.folder, 'absent', 'audit.jsonl');
    await expect(open()).rejects.toThrow(/^PALIER_AUDIT_FILE : .* ne peut être écrit/);
  });
});

it('may be lines of the log instead', async () => {
  gateway = await openProtectedGateway({
    identity: trust(issuer),
    audit: { log: true, file: undefined },
  });
  await gateway.ask('{ open }', bearer(await token()));
  expect(gateway.log.map((line) => JSON.parse(line) as Line)).toMatchObject([
    { level: 'info', message: 'Audit', etape: 'TEXTE' },
    { level: 'info', message: 'Audit', etape: 'REPONSE', subject: 'ana', status: 200 },
  ]);
});
