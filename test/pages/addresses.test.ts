import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linksOf } from './links-of.ts';
import { openSharedPages, type PagesHouse } from './open-pages.ts';

let house: PagesHouse;
beforeAll(async () => {
  house = await openSharedPages();
});
afterAll(() => house.close());

describe('an instant that is refused', () => {
  it.each([
    ['/tableau', 'hier', 'campagne=2025-2026'],
    ['/tableau', '2020-01-01', 'campagne=2025-2026'],
    ['/tableau', '2999-01-01', 'campagne=2025-2026'],
    ['/tableau/territoire/06112', '1 mai 2026', 'campagne=2025-2026'],
    ['/tableau/exigence/A-P11:INFO_SOCIAL', '2020-01-01', 'campagne=2025-2026'],
    ['/tableau/etablissement/11045127', '2026-13-01', 'campagne=2025-2026'],
    ['/fait', 'hier', ''],
    ['/fait/standard/A-P5', '2020-01-01', ''],
    ['/recherche', 'hier', 'q=a'],
    ['/public/tableau', 'hier', 'campagne=2025-2026'],
  ])('is typed again, said, and on no link: %s, %s', async (path, au, own) => {
    const query = new URLSearchParams(own);
    const { status, text } = await house.open(
      `${path}?${[...query, ['au', au]].map(([name, value]) => `${name}=${encodeURIComponent(value!)}`).join('&')}`,
    );
    expect(status).toBe(400);
    expect(text).toContain('<h1>Cet instant ne peut pas être lu</h1>');
    expect(text).toContain(`action="${path}" method="get" aria-label="Un autre instant"`);
    for (const [name, value] of query)
      expect(text).toContain(`<input type="hidden" name="${name}" value="${value}"`);
    expect(text).toMatch(new RegExp(`<input (?=[^>]*name="au")(?=[^>]*value="${au}")(?![^>]*hidden)`));
    expect(text).not.toMatch(/type="hidden" name="au"/);
    expect(text).toContain(`<a href="${path}${own && `?${own}`}">Voir maintenant</a>`);
    expect(linksOf(house, text).filter(({ searchParams }) => searchParams.has('au'))).toEqual([]);
  });

  it('is on no link of what does not exist either', async () => {
    for (const path of ['/tableau/autre', '/recherche/rien']) {
      const { status, text } = await house.open(`${path}?au=hier`);
      expect([path, status]).toEqual([path, 404]);
      expect(linksOf(house, text).filter(({ searchParams }) => searchParams.has('au'))).toEqual([]);
    }
  });

  it('is refused when two are given that differ', async () => {
    const { status, text } = await house.open('/fait?au=2026-05-01&asOf=2026-05-02');
    expect([status, text.includes('n’est pas le même')]).toEqual([400, true]);
  });
});

describe('a field that is left empty', () => {
  it.each([
    ['/tableau', 'exigence=&campagne=&periode=&volet=&au='],
    ['/tableau/territoire/06112', 'exigence=&campagne=&volet=&au='],
    ['/tableau/exigence/A-P11:INFO_SOCIAL', 'campagne=&periode=&volet=&au='],
    ['/tableau/etablissement/11045127', 'campagne=&etat=&apres=&au='],
    ['/tableau/comparer', 'a=&b=&territoire=&exigence=&volet=&campagne=&au=&et='],
    ['/recherche', 'q=navigateur&groupe=&page=&au='],
    ['/fait/standard/A-P5', 'au=&asOf=%20'],
  ])('is not there: %s?%s', async (path, query) => {
    const filled = new URLSearchParams([...new URLSearchParams(query)].filter(([, value]) => value.trim()));
    const to = filled.size === 0 ? path : `${path}?${filled.toString()}`;
    const { status, headers } = await house.open(`${path}?${query}`);
    expect([status, headers.get('location')]).toEqual([308, to]);
    expect((await house.open(to)).status).toBe(200);
  });
});

describe('what an address is not understood by', () => {
  it.each([
    ['/tableau?exigense=A-P11:INFO_SOCIAL', 'Le paramètre « exigense » est inconnu.', 'exigence'],
    ['/tableau/territoire/06112?etat=ABSENTE', 'Le paramètre « etat » est inconnu.', undefined],
    ['/tableau?volet=x', 'Aucune exigence mesurée n’a le volet « x ».', undefined],
    ['/tableau?periode=2025-2026-P14', 'Aucune campagne n’a la période « 2025-2026-P14 ».', '2025-2026-P04'],
    ['/tableau/etablissement/11045127?etat=RETOURNE', '(RETOURNEE)', 'RETOURNEE'],
    ['/fait/standard/A-P5?page=2', 'Le paramètre « page » est inconnu.', undefined],
    ['/recherche?q=a&groupes=faits', 'Le paramètre « groupes » est inconnu.', 'groupe'],
  ])('is refused, and what was likely meant is named: %s', async (path, said, near) => {
    const { status, text } = await house.open(path);
    const page = text.replaceAll('\u00a0', ' ');
    expect([path, status]).toEqual([path, 400]);
    expect(page).toContain(said);
    expect(/Vouliez-vous dire « ([^»]+) »/.exec(page)?.[1]).toBe(near);
  });

  it.each(['/tablau', '/Tableau', '/tableaux/x'])(
    'leads to the page that was likely meant: %s',
    async (path) => {
      const { status, text } = await house.open(path, { accept: 'text/html' });
      expect([path, status]).toEqual([path, 404]);
      expect(text).toContain('Vouliez-vous dire <a href="/tableau">/tableau</a>');
    },
  );

  it('says that the two that are compared are one', async () => {
    const { text } = await house.open('/tableau/comparer?a=06112&b=06112');
    expect(text).toContain('Les deux sont le même territoire');
  });
});

describe('an instant, as it may be written', () => {
  it('has the name that it has at /q', async () => {
    const now = new Date().toISOString();
    const { status, headers, text } = await house.open(`/fait/standard/A-P5?asOf=${now}`);
    expect([status, headers.get('palier-au')]).toEqual([200, now]);
    expect(text).toContain('<a href="/fait/standard/A-P5">Voir maintenant</a>');
    expect(text).toContain(`au=${encodeURIComponent(now)}`);
  });

  it.each(['/fait/standard/A-P5?au=', '/q/campagnes?au=', '/q/campagnes.csv?asOf='])(
    'may have the + of its zone as it is: %s',
    async (path) => {
      const local = new Date(Date.now() + 2 * 3_600_000).toISOString().replace('Z', '+02:00');
      expect([path, (await house.open(`${path}${local}`)).status]).toEqual([path, 200]);
    },
  );
});

describe('a slash at the end of an address', () => {
  it.each([
    ['/fait/', '/fait'],
    ['/fait/standard/A-P5/?au=2026-05-01', '/fait/standard/A-P5?au=2026-05-01'],
    ['/recherche/?q=a', '/recherche?q=a'],
    ['/tableau/territoire/06112//', '/tableau/territoire/06112'],
    ['/public/tableau/', '/public/tableau'],
    ['/q/', '/q'],
    ['/q/campagnes.csv/', '/q/campagnes.csv'],
    ['/etat/', '/etat'],
    ['/health/', '/health'],
    ['/index.html/', '/index.html'],
    ['/nulle-part/', '/nulle-part'],
  ])('leads to the one without it: %s', async (path, to) => {
    const { status, headers } = await house.open(path);
    expect([status, headers.get('location')]).toEqual([308, to]);
  });
});

describe('the figures of the dashboard', () => {
  it('give what is shown as data, in the state that is looked at', async () => {
    const { text } = await house.open('/tableau/etablissement/11045127?etat=ABSENTE');
    const data = linksOf(house, text).filter(({ pathname }) =>
      pathname.startsWith('/q/tableau-obligations.'),
    );
    expect(data.map(({ searchParams }) => searchParams.get('etat'))).toEqual([
      'ABSENTE',
      'ABSENTE',
      'ABSENTE',
    ]);
  });

  it('give a CSV that a spreadsheet in French reads as it is', async () => {
    const { text } = await house.open('/tableau');
    const csv = linksOf(house, text).find(({ pathname }) => pathname === '/q/tableau-carte-territoires.csv')!;
    const file = await fetch(csv);
    const bytes = Buffer.from(await file.arrayBuffer());
    expect([file.status, bytes.subarray(0, 3).toString('hex')]).toEqual([200, 'efbbbf']);
    const [titles = ''] = bytes.toString().split('\r\n');
    expect(titles.split(';').length).toBeGreaterThan(5);
    expect(bytes.toString()).toMatch(/;\d+,\d+;/);
  });
});
