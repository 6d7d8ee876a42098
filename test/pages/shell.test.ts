import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPagesHouse, openSharedPages, type PagesHouse } from './open-pages.ts';

let house: PagesHouse;
beforeAll(async () => {
  house = await openSharedPages();
});
afterAll(() => house.close());

const SEARCH = '/recherche?q=urgence';

describe('what stands around every page', () => {
  it('is in French, writes nothing that runs, and shows only what this host serves', async () => {
    const { status, headers, text } = await house.open(SEARCH);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    expect(text).toMatch(/^<!doctype html><html lang="fr-CA">/);
    expect(text).not.toMatch(/<style|style="|onclick/);
    expect(text.match(/<script[^]*?<\/script>/g)).toEqual([
      expect.stringMatching(/^<script type="module" src="\/assets\/pages-[\w-]+\.js"><\/script>$/),
    ]);
  });

  it('has its style at an address that changes with it, kept for good', async () => {
    const { text } = await house.open(SEARCH);
    const [, path = ''] = /<link rel="stylesheet" href="([^"]+)"/.exec(text) ?? [];
    const sheet = await house.open(path);
    expect(sheet.headers.get('content-type')).toBe('text/css; charset=utf-8');
    expect(sheet.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect((await house.open('/style/other.css')).status).toBe(404);
  });

  it('is not sent again to whoever has it, though it says when it was read', async () => {
    const { headers, text } = await house.open(SEARCH);
    expect(text).toMatch(/Lu le <time/);
    expect(headers.get('vary')).toContain('Authorization');
    const again = await house.open(SEARCH, { 'if-none-match': headers.get('etag') ?? '' });
    expect([again.status, again.text]).toEqual([304, '']);
    expect(
      (await house.open('/recherche?q=clsc', { 'if-none-match': headers.get('etag') ?? '' })).status,
    ).toBe(200);
  });

  it('writes what was typed as a text, wherever it is said again', async () => {
    const hostile = '"><script>alert(1)</script><img src=x onerror=alert(1)>\'';
    const { status, text } = await house.open(`/recherche?q=${encodeURIComponent(hostile)}`);
    expect(status).toBe(200);
    expect(text).not.toMatch(/<script>|<img/);
    expect(text).toContain('&lt;script>alert(1)&lt;/script>');
  });

  it('says a count as every page does', async () => {
    const { text } = await house.open('/recherche?q=services');
    const [, said = ''] = /<p role="status">(.*?)<\/p>/s.exec(text) ?? [];
    expect(said).toMatch(/^\d \d{3} résultats ; les \d( \d{3}|\d{2}) plus pertinents sont là\.$/);
    expect((await house.open('/recherche?q=navigateur')).text).toMatch(
      /<p role="status">\d{1,3} résultats?\.</,
    );
  });

  it('says the version of the data of each level that was read', async () => {
    const { text } = await house.open(SEARCH);
    const [, said = ''] = /Version des données : (.*?)\./s.exec(text) ?? [];
    const levels = [...said.matchAll(/(le ministère|Santé Québec) <code>[\da-f]{8}<\/code>/g)].map(
      ([, level]) => level,
    );
    expect(levels).toEqual(['le ministère', 'Santé Québec']);
  });

  it('is read at a past instant, which every link carries on', async () => {
    const now = new Date().toISOString();
    const { status, headers, text } = await house.open(`${SEARCH}&au=${now}`);
    expect([status, headers.get('palier-au')]).toEqual([200, now]);
    expect(text).toContain('ce qui était connu le');
    expect(text).toContain(`<input type="hidden" name="au" value="${now}"`);
    expect(text).toContain(`&amp;au=${encodeURIComponent(now)}"`);
    expect(text).toContain('<a href="/recherche?q=urgence">Voir maintenant</a>');
  });

  it('carries the instant before the anchor of a link', async () => {
    const now = new Date().toISOString();
    const { text } = await house.open(`/tableau/etablissement/11045127?campagne=2025-2026&au=${now}`);
    const links = [...text.matchAll(/<a href="(\/(?:tableau|fait|q\/)[^"]*)"[^>]*>(?!Voir maintenant)/g)].map(
      ([, link = '']) => new URL(link.replaceAll('&amp;', '&'), house.url),
    );
    expect(links.filter(({ searchParams }) => searchParams.get('au') !== now).map(String)).toEqual([]);
    const anchored = links.filter(({ hash }) => hash !== '');
    expect(anchored.map(({ hash }) => hash)).toContain('#obligations');
    const { status, headers } = await house.open(anchored[0]!.pathname + anchored[0]!.search);
    expect([status, headers.get('palier-au')]).toEqual([200, now]);
  });
});

const BROWSER = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

describe('the shell of every page', () => {
  it.each([
    ['/', 200],
    ['/etat', 200],
    ['/q', 200],
    ['/fait', 200],
    ['/recherche', 200],
    ['/rien', 404],
    ['/q/rien.csv', 404],
    ['/fait/rien', 404],
  ])('holds the search and the links to all that is served: %s', async (path, status) => {
    const answer = await house.open(path, BROWSER);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'text/html; charset=utf-8']);
    expect(answer.headers.get('content-security-policy')).toContain("form-action 'self'");
    expect(answer.text).toContain('<form role="search" action="/recherche"');
    expect(answer.text).toMatch(/<a class="skip" href="#\w+"/);
    const links = linksOf(answer.text);
    expect(links).toEqual(['/tableau', '/fait', '/q', '/', '/etat']);
    for (const link of links) expect([link, (await house.open(link, BROWSER)).status]).toEqual([link, 200]);
    for (const [, sheet = ''] of answer.text.matchAll(/<link rel="stylesheet"[^>]* href="(\/style\/[^"]+)"/g))
      expect((await house.open(sheet)).status).toBe(200);
  });

  it('leads from the list of addresses of a contract to its pages', async () => {
    const { text } = await house.open('/public/q', BROWSER);
    expect(text).toContain('action="/public/recherche"');
    expect(linksOf(text)).toEqual(['/public/tableau', '/public/fait', '/public/q', '/', '/etat']);
  });

  it('is of no program, nor of who asks the graph', async () => {
    for (const [path, headers] of [
      ['/rien', {}],
      ['/rien', { accept: 'application/json' }],
      ['/graphql?query={', BROWSER],
    ] as const)
      expect((await house.open(path, headers)).headers.get('content-type')).toMatch(/json/);
  });
});

/** Where the links of the header lead. */
function linksOf(html: string): string[] {
  const [header = ''] = /<nav aria-label="Principale">.*?<\/nav>/s.exec(html) ?? [];
  return [...header.matchAll(/href="([^"]+)"/g)].map(([, link = '']) => link);
}

describe('the pages of a contract', () => {
  it('stand below it, and lead to one another', async () => {
    const { status, text } = await house.open(`/public${SEARCH}`);
    expect(status).toBe(200);
    expect(text).toContain('action="/public/recherche"');
    expect(text).toContain('href="/public/fait/');
    expect((await house.open('/public/fait/standard/A-P5')).text).toContain(
      'href="/public/fait/exigence/A-P5:AAOR"',
    );
  });
});

describe('a page that cannot be read says why, in a page', () => {
  it.each([
    ['/recherche/rien', 404, 'Cette page n’existe pas'],
    ['/recherche/%E9', 404, 'Cette page n’existe pas'],
    ['/recherche?q=a&groupe=rien', 400, '« groupe » est l’un de'],
    ['/recherche?q=a&page=0', 400, '« page » est un nombre'],
    ['/recherche?q=a&page=30', 400, 'donnez aussi « groupe »'],
    ['/recherche?q=!!!', 400, 'Le texte de recherche n’est pas valide'],
    ['/recherche?q=a&au=hier', 400, 'Donnez un instant avec son fuseau'],
    ['/recherche?q=a&au=2999-01-01', 400, 'est à venir'],
  ])('%s', async (path, status, said) => {
    const answer = await house.open(path);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.text).toContain(said);
    expect(answer.text).toContain('role="search"');
  });

  it('to a program, as JSON', async () => {
    const answer = await house.open('/recherche.json?q=a&au=hier');
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.text)).toMatchObject({ errors: [{ extensions: { code: 'INSTANT_INVALIDE' } }] });
  });
});

describe('the search of every page', () => {
  it.each([
    ['I-A-P11', '/fait/indicateur/I-A-P11'],
    ['11045127', '/fait/etablissement/11045127'],
    ['CIUSSS Saguenay', '/fait/etablissement/11045127'],
    ['2025-2026', '/fait/campagne/2025-2026'],
    ['DENOMINATEUR_NUL', '/fait/regle-validation/DENOMINATEUR_NUL'],
    ['denominateur nul', '/fait/regle-validation/DENOMINATEUR_NUL'],
  ])('finds %j, that another level holds', async (q, path) => {
    const { text } = await house.open(`/recherche?q=${encodeURIComponent(q)}`);
    expect(text).toContain(`href="${path}"`);
    expect(text).not.toMatch(/\((?:code|id): /);
    expect((await house.open(path)).status).toBe(200);
  });

  it('leads to what has the shape of a version of a reddition', async () => {
    const { text } = await house.open('/recherche?q=2024-2025:11045127:v1');
    expect(text).toContain('href="/fait/reddition/2024-2025:11045127:V1"');
  });

  it('finds no rule that does not have the words', async () => {
    const { text } = await house.open('/recherche.json?q=navigateur');
    expect(JSON.parse(text)).toMatchObject({ reglesValidation: { totalCount: 0, nodes: [] } });
  });

  it('forgives accents and endings', async () => {
    const answers = await Promise.all(['Montréal', 'montreal'].map((q) => house.open(`/recherche?q=${q}`)));
    for (const { text } of answers) expect(text).toContain('href="/fait/region/06"');
    expect((await house.open('/recherche?q=navigateurs')).text).toContain(
      'href="/fait/role-clsc/NAVIGATEUR"',
    );
  });

  it.each(['montreal centre sud', 'Pierrefonds Info-Social', 'navigateur Pierrefonds'])(
    'gives the territory that %s names before what holds a part of its words',
    async (q) => {
      const { text } = await house.open(`/recherche?q=${encodeURIComponent(q)}`);
      const [first = '', second = ''] = text.match(/href="\/fait\/[^"]+"/g) ?? [];
      expect(q.startsWith('navigateur') ? second : first).toMatch(/territoire-clsc\/(06323|06112)/);
    },
  );

  it('gives its results by what people look for, with their number, and one group whole', async () => {
    const { text } = await house.open('/recherche?q=navigateur');
    expect(text).toContain('href="/fait/role-clsc/NAVIGATEUR"');
    const [, count = ''] = /groupe=faits">Autres faits \((\d+)\)/.exec(text) ?? [];
    const group = await house.open('/recherche?q=navigateur&groupe=faits');
    expect(group.text.match(/<li><a href="\/fait\//g)?.length).toBe(Math.min(50, Number(count)));
  });

  it('leads back from a group without results, and from a page after the last', async () => {
    const none = await house.open('/recherche?q=minutes&groupe=etablissements');
    expect(none.text).toContain('Aucun n’est dans ce groupe.');
    expect(none.text).toContain('<a href="/recherche?q=minutes">Voir tous les résultats</a>');
    const past = await house.open('/recherche?q=navigateur&groupe=faits&page=40');
    const [, last = ''] = /Cette page est vide : la dernière est la page (\d+)\./.exec(past.text) ?? [];
    const [, address = ''] = /<a href="([^"]+)">Page précédente/.exec(past.text) ?? [];
    const back = await house.open(address.replaceAll('&amp;', '&'));
    expect(new URL(address.replaceAll('&amp;', '&'), house.url).searchParams.get('page') ?? '1').toBe(last);
    expect(back.text).toMatch(/<ol class="results"[^>]*><li>/);
  });

  it('says of a result that no text gives what its source is', async () => {
    const { text } = await house.open('/recherche?q=Pierrefonds');
    expect(text).toMatch(/<code>06112<\/code>[^<]* · table officielle<\/p>/);
  });

  it.each([
    ['délai urgence Zzyzx', 'Aucun ne contient « Zzyzx » : ceux-ci contiennent le reste.'],
    ['Pierrefonds Info-Social', 'Aucun résultat ne contient tous les mots ; '],
    ['urgence zzyzx', 'Rien de ce que tient le ministère ne contient « zzyzx ».'],
  ])('says which words it left out: %s', async (q, said) => {
    expect((await house.open(`/recherche?q=${encodeURIComponent(q)}`)).text).toContain(said);
    expect((await house.open('/recherche?q=urgence')).text).not.toContain('class="absence"');
  });

  it('says that nothing was found, and invites who asks nothing', async () => {
    expect((await house.open('/recherche?q=zzzzzz')).text).toContain('Rien n’a été trouvé');
    expect((await house.open('/recherche')).text).toContain('Écrivez en haut de la page');
  });

  it('is the same content as data', async () => {
    const { headers, text } = await house.open('/recherche.json?q=navigateur');
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(JSON.parse(text)).toMatchObject({ recherche: { nodes: expect.any(Array) }, demonstration: false });
  });
});

it('says of a share of work that is spent when to ask again, as the graph does', async () => {
  const spent = await openPagesHouse({
    operationsAllowed: 'ALL',
    workRate: { units: 1, perSeconds: 3_600 },
  });
  const paths = ['/graphql?query={regions{code}}', '/q/campagnes.csv', '/tableau.json', '/tableau'];
  await spent.open('/tableau.json');
  for (const path of paths) {
    const { status, headers } = await spent.open(path);
    expect([path, status]).toEqual([path, 429]);
    expect(headers.get('retry-after'), path).toMatch(/^\d+$/);
    expect(headers.get('ratelimit'), path).toMatch(/"travail";r=0/);
    expect(headers.get('cache-control'), path).toBe('no-store');
  }
  await spent.close();
});
