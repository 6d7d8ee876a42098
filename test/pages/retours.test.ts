import { someoneOf } from '@palier/runtime/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openToldPages, type PagesHouse } from './open-pages.ts';

const ETABLISSEMENT = '11045127';
const PAGE = `/tableau/etablissement/${ETABLISSEMENT}?campagne=2024-2025`;
const RETURNED = '2024-2025-P12:02111:A-P5:AAOR';

let house: PagesHouse;
beforeAll(async () => {
  house = await openToldPages();
});
afterAll(() => house.close());

/** The cells of the only row of what came back, by the name of their column. */
async function readReturned(): Promise<Readonly<Record<string, string>>> {
  const { text } = await house.open(PAGE);
  const [, table = ''] =
    /<table[^>]* aria-label="Ce qui est revenu, mesure par mesure(.*?)<\/table>/s.exec(text) ?? [];
  const cells = [...table.matchAll(/data-name="([^"]*)"[^>]*>(.*?)<\/t[hd]>/gs)];
  expect(new Set(cells.map(([, name]) => name)).size).toBe(cells.length);
  return Object.fromEntries(cells.map(([, name = '', cell = '']) => [name, cell]));
}

async function act(query: string): Promise<void> {
  const { errors } = await house.gateway.execute({
    query: `mutation { ${query} { acte { numero } } }`,
    asker: 'PROGRAM',
    identity: { ...someoneOf('ETABLISSEMENT', { etablissement: ETABLISSEMENT }), key: 'marie' },
  });
  expect(errors).toBeUndefined();
}

it('says what came back to an établissement: where, which value, why, and what is expected', async () => {
  expect(await readReturned()).toEqual({
    Territoire:
      '<a href="/tableau/territoire/02111?exigence=A-P5%3AAAOR&amp;campagne=2024-2025&amp;periode=2024-2025-P12#exigence">Domaine-du-Roy</a>',
    Exigence: expect.stringContaining(
      '<a href="/tableau/exigence/A-P5:AAOR?campagne=2024-2025&amp;periode=2024-2025-P12" class="nowrap">A-P5:AAOR</a>',
    ),
    Période: '<span class="nowrap" data-words="P12">Période 12 de 2024-2025</span>',
    'Valeur retournée': '0,8 h (version 1)',
    Pourquoi: 'La valeur est plus basse que celles des autres territoires.',
    'Ce qui est attendu': 'Vérifier la méthode, puis corriger ou justifier.',
    'Ce qui y a été répondu': 'Rien encore : une nouvelle version y répondra.',
  });
});

it('shows the returns of the campagne that is looked at, and says where others are', async () => {
  const { text } = await house.open(`/tableau/etablissement/${ETABLISSEMENT}`);
  expect(text).not.toContain('Ce qui est revenu, mesure par mesure');
  expect(text).toContain('Aucune version n’est rendue dans cette campagne.');
  expect(text).toContain(`href="/tableau/etablissement/${ETABLISSEMENT}?campagne=2024-2025#redditions"`);
});

it('says what the next version answers, beside what was sent back', async () => {
  await act(`saisirMesures(cle: "c1", campagne: "2024-2025",
    mesures: [{ territoire: "02111", exigence: "A-P5:AAOR", periode: "2024-2025-P12", valeur: 1.4 }])`);
  expect(await readReturned()).toMatchObject({
    'Ce qui y a été répondu': expect.stringContaining('Rien encore') as string,
  });
  const { text } = await house.open(PAGE);
  const versions = [...text.matchAll(/data-name="Reddition"[^>]*>(version \d+)</g)].map(([, said]) => said);
  expect(versions).toEqual(['version 2', 'version 1']);
  await act(`soumettreReddition(cle: "s1", campagne: "2024-2025",
    reponses: [{ mesure: "${RETURNED}", justification: "Deux appels étaient comptés deux fois." }])`);
  expect(await readReturned()).toMatchObject({
    'Valeur retournée': '0,8 h (version 1)',
    'Ce qui y a été répondu': 'Corrigée : 1,4 h (version 2). Deux appels étaient comptés deux fois.',
  });
});

const textOf = (html: string): string => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');

interface Figures {
  readonly tableaux: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
}

/** The codes of every campagne, or période, that some figures tell. A chain of accountability is of the current campagne. */
const listTold = ({ tableaux }: Figures, what: 'campagne' | 'periode'): readonly string[] =>
  Object.values(tableaux)
    .flat()
    .flatMap((row) => Object.entries(row))
    .flatMap(([column, held]) =>
      new RegExp(`^(?!.*imputabilite)(.*\\.)?${what}(\\.code)?$`).test(column) && typeof held === 'string'
        ? [held]
        : [],
    );

it.each([
  ['/tableau?campagne=2024-2025&periode=2024-2025-P12', 9],
  ['/tableau?campagne=2025-2026', 9],
  ['/tableau/territoire/02111?campagne=2024-2025', 7],
  ['/tableau/exigence/A-P5:AAOR?campagne=2024-2025&periode=2024-2025-P12', 7],
  [PAGE, 3],
])('the figures of %s are of what it shows: its campagne, its période', async (path, figures) => {
  const chosen = new URL(path, house.url).searchParams;
  const { text } = await house.open(path);
  const addresses = [...text.matchAll(/href="(\/q\/[^"]+\.json[^"]*)"/g)].map(([, address = '']) =>
    address.replaceAll('&amp;', '&'),
  );
  expect(addresses).toHaveLength(figures);
  let told = 0;
  for (const address of new Set(addresses)) {
    const figuresThere = JSON.parse((await house.open(address)).text) as Figures;
    const campagne = chosen.get('campagne') ?? '';
    const periode = new URL(address, house.url).searchParams.get('periode') ?? campagne;
    expect(campagne).not.toBe('');
    if (chosen.has('periode')) expect([campagne, chosen.get('periode')]).toContain(periode);
    const campagnes = listTold(figuresThere, 'campagne');
    const periodes = listTold(figuresThere, 'periode');
    expect([address, campagnes.filter((code) => code !== campagne)]).toEqual([address, []]);
    expect([address, periodes.filter((code) => !code.startsWith(periode))]).toEqual([address, []]);
    told += campagnes.length + periodes.length;
  }
  expect(told).toBeGreaterThan(0);
});

it('says of how many what is missing is missing, beside what is there', async () => {
  const { text } = await house.open('/tableau?campagne=2024-2025');
  for (const [id, where] of [
    ['redditions', /Pour (\d+) établissements? sur (\d+)\. Aucune reddition/],
    ['roles', /Dans (\d+) territoires? sur (\d+)\. /],
  ] as const) {
    const [, section = ''] = new RegExp(`<h2 id="${id}">(.*?)</section>`, 's').exec(text) ?? [];
    const [, table = ''] = /<tbody>(.*?)<\/tbody>/s.exec(section) ?? [];
    const absences = [...section.matchAll(/<p class="absence">(.*?)<\/p>/gs)].map(([, said = '']) =>
      textOf(said).trim(),
    );
    expect(absences.length, id).toBeGreaterThan(0);
    const counts = absences.map((said) => where.exec(said)?.slice(1).map(Number));
    expect(counts, absences.join('\n')).not.toContain(undefined);
    if (id === 'redditions') {
      const rows = table.match(/<tr>.*?<\/tr>/gs) ?? [];
      const without = rows.filter((row) => row.includes('>aucune<'));
      expect(counts).toEqual([[without.length, rows.length]]);
      expect(rows.length - without.length).toBe(3);
    }
  }
});
