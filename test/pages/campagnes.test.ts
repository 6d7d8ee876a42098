import { setTimeout as wait } from 'node:timers/promises';
import { toLocal } from '@palier/calls/instant';
import { someoneOf } from '@palier/runtime/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linksOf } from './links-of.ts';
import { openPagesHouse, type PagesHouse } from './open-pages.ts';

const CAMPAGNE = '2026-2027';
const ETABLISSEMENT = '11045119';
const MARIE = { ...someoneOf('SANTE_QUEBEC'), key: 'marie' };
const LUC = { ...someoneOf('ETABLISSEMENT', { etablissement: ETABLISSEMENT }), key: 'luc' };

let house: PagesHouse;
/** Before the campagne was opened, after, and once it has a measure. */
let before: string;
let opened: string;
beforeAll(async () => {
  house = await openPagesHouse();
  before = await passOneInstant();
  await act(
    MARIE,
    `publierCanevas(cle: "1", exercice: "${CAMPAGNE}", indicateurs: ["I-A-P5"]) { acte { numero } }
     ouvrirCampagne(cle: "2", code: "${CAMPAGNE}", canevas: "${CAMPAGNE}-V1") { acte { numero } }`,
  );
  opened = await passOneInstant();
  await act(
    LUC,
    `saisirMesures(cle: "1", campagne: "${CAMPAGNE}", mesures: [
       { territoire: "01111", exigence: "A-P5:AAOR", periode: "${CAMPAGNE}-P03", valeur: 1.5 }]) { acte { numero } }
     soumettreReddition(cle: "2", campagne: "${CAMPAGNE}") { acte { numero } }`,
  );
});
afterAll(() => house.close());

/** An instant that nothing was written at, nor is again. */
async function passOneInstant(): Promise<string> {
  await wait(20);
  const instant = new Date().toISOString();
  await wait(20);
  return instant;
}

async function act(identity: typeof MARIE, mutations: string): Promise<void> {
  const { errors } = await house.gateway.execute({
    query: `mutation { ${mutations} }`,
    asker: 'PROGRAM',
    identity,
  });
  expect(errors).toBeUndefined();
}

const textOf = (html: string): string => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
const compare = (query: string) =>
  house.open(`/tableau/comparer?territoire=01111&exigence=A-P5:AAOR${query}`);

describe('a campagne that was opened between the two moments', () => {
  it('can be chosen, and is not open on the side of before', async () => {
    const { status, text } = await compare(`&campagne=${CAMPAGNE}&au=${before}`);
    expect(status).toBe(200);
    expect(text).toMatch(
      new RegExp(`<option (?=[^>]*selected)[^>]*value="${CAMPAGNE}"|<option value="${CAMPAGNE}" selected`),
    );
    expect(textOf(text)).toContain(
      `la campagne ${CAMPAGNE} n’était pas encore ouverte, et rien n’en était dû.`,
    );
    expect(textOf(text)).toContain(
      `la campagne ${CAMPAGNE} n’était pas encore ouverte, et n’avait pas de bilan.`,
    );
    expect(textOf(text)).toContain('1,5 h');
    expect(textOf(text)).toContain('Rien n’est dû');
  });

  it('is the one compared where none is chosen', async () => {
    const { text } = await compare(`&au=${before}`);
    expect(textOf(text)).toContain(`la campagne ${CAMPAGNE} n’était pas encore ouverte`);
  });

  it('is not asked of the page of before, and is of that of now', async () => {
    const { text } = await compare(`&campagne=${CAMPAGNE}&au=${before}`);
    const [then = '', now = ''] = [...text.matchAll(/href="(\/tableau\/territoire\/01111[^"]*)"/g)].map(
      ([, href = '']) => href.replaceAll('&amp;', '&'),
    );
    expect(new URL(then, house.url).searchParams.get('campagne')).toBeNull();
    expect(new URL(then, house.url).searchParams.get('au')).toBe(before);
    expect(new URL(now, house.url).searchParams.get('campagne')).toBe(CAMPAGNE);
    expect(new URL(now, house.url).searchParams.get('au')).toBeNull();
    for (const href of [then, now]) expect([href, (await house.open(href)).status]).toEqual([href, 200]);
  });

  it('is no absence of the one that both moments know', async () => {
    const { status, text } = await compare(`&campagne=2025-2026&au=${before}`);
    expect(status).toBe(200);
    expect(text).not.toContain('n’était pas encore ouverte');
  });

  it('is refused where neither moment knows it', async () => {
    const { status } = await compare(`&campagne=${CAMPAGNE}&au=${before}&et=${before}`);
    expect(status).toBe(400);
  });
});

describe('two moments, one of which is refused', () => {
  it.each([
    ['au=2026-13-01', '', '« 2026-13-01 » : L’instant demandé ne peut pas être lu'],
    ['au=2999-01-01', '', 'est à venir'],
    ['au=2020-01-01', '', '« 2020-01-01 » : Cet instant n’est pas dans la mémoire'],
    ['au=AVANT', 'et=hier', '« hier » : L’instant demandé ne peut pas être lu'],
  ])('are asked again, as they were typed: %s %s', async (au, et, said) => {
    const query = `&${au.replace('AVANT', before)}${et && `&${et}`}`;
    const { status, text } = await compare(query);
    expect(status).toBe(400);
    expect(textOf(text)).toContain(said);
    const typed = new URLSearchParams(query);
    expect(text).toMatch(/aria-label="Un territoire, deux moments"/);
    expect(text).toContain(`name="au"`);
    // An instant is offered again as its day and its hour in Québec.
    const [day, hour] = typed.get('au') === before ? toLocal(before).split('T') : [typed.get('au')];
    expect(text).toContain(`value="${day}"`);
    if (hour) expect(text).toContain(`value="${hour.replace(/(:00)?\.000$/, '')}"`);
    if (typed.get('et')) expect(text).toContain(`value="${typed.get('et')}"`);
    const links = [...text.matchAll(/<a href="([^"]*)"/g)].map(([, href]) => href);
    expect(links.filter((href) => href?.includes('au='))).toEqual([]);
  });

  it('are read at an hour of Québec, beside today, which is now', async () => {
    const [today, hour] = toLocal(new Date().toISOString()).split('T');
    const { status, text } = await compare(`&au=${today}&au-heure=${hour}&et=${today}`);
    expect(status).toBe(200);
    expect(text).toContain(`name="au" value="${today}"`);
    expect(textOf(text)).toContain('maintenant');
  });

  it('are asked for where none is given', async () => {
    const { status, text } = await compare('');
    expect(status).toBe(200);
    expect(text).toContain('Dites le premier moment');
  });
});

describe('the période that the dashboard opens on', () => {
  it.each(['/tableau?exigence=A-P5:AAOR', '/tableau/exigence/A-P5:AAOR?'])(
    'is the last measured: %s',
    async (path) => {
      const { text } = await house.open(path);
      expect(textOf(text)).toContain(
        `Voici la période 3 de ${CAMPAGNE}, la dernière dont une mesure est connue ; la campagne va jusqu’à la période 13 de ${CAMPAGNE}.`,
      );
      expect(text).toContain(`<option value="${CAMPAGNE}-P03" selected`);
    },
  );

  it('is the first where nothing is measured yet', async () => {
    const { text } = await house.open(`/tableau?exigence=A-P5:AAOR&au=${opened}`);
    expect(textOf(text)).toContain(
      `est encore connue dans cette campagne : voici la période 1 de ${CAMPAGNE}, la première`,
    );
  });

  it('is the one that is asked', async () => {
    const { text } = await house.open(`/tableau?exigence=A-P5:AAOR&periode=${CAMPAGNE}-P07`);
    expect(text).not.toContain('Voici');
    expect(text).toContain(`<option value="${CAMPAGNE}-P07" selected`);
  });
});

describe('an exigence that the campagne does not ask', () => {
  const NOT_ASKED = 'Cette campagne ne demande pas cette exigence.';
  const query = `campagne=${CAMPAGNE}&exigence=A-P11:INFO_SOCIAL`;

  it.each([
    `/tableau?${query}`,
    `/tableau/exigence/A-P11:INFO_SOCIAL?campagne=${CAMPAGNE}`,
    `/tableau/territoire/01111?${query}`,
    `/tableau/comparer?a=01111&b=06112&${query}`,
    `/tableau/comparer?territoire=01111&au=NOW&${query}`,
  ])('is said so, and none of it is due: %s', async (path) => {
    const { status, text } = await house.open(path.replace('NOW', opened));
    expect(status).toBe(200);
    expect(textOf(text)).toContain(NOT_ASKED);
    expect(text).toContain('class="etat-non-due"');
    expect(text).not.toContain('class="etat-non-recue"');
    expect(textOf(text)).not.toContain('Les deux disent la même chose');
    expect(textOf(text)).not.toContain('ne sait pas si c’est dû');
  });

  it('is not what the dashboard opens on', async () => {
    const { text } = await house.open(`/tableau?campagne=${CAMPAGNE}`);
    expect(text).toContain('<option value="A-P5:AAOR" selected');
    expect(textOf(text)).not.toContain(NOT_ASKED);
  });
});

describe('the links of the dashboard', () => {
  it.each([
    '/tableau?campagne=2025-2026',
    '/tableau/territoire/02111?campagne=2025-2026&exigence=A-P5:AAOR',
    '/tableau/exigence/A-P5:AAOR?campagne=2025-2026',
    '/tableau/etablissement/11045127?campagne=2025-2026',
    '/tableau/comparer?campagne=2025-2026&a=02111&b=06112',
  ])('keep the campagne that is looked at: %s', async (path) => {
    const { status, text } = await house.open(path);
    expect(status).toBe(200);
    // What is above every page, and « Palier », lead to the dashboard as it opens.
    const [around = ''] = /<header.*?<\/header>.*?<ol>.*?<\/li>/s.exec(text) ?? [];
    const [elsewhere = ''] = /Dans d’autres campagnes.*?<\/p>/s.exec(text) ?? [];
    const links = linksOf(house, text.replace(around, '').replace(elsewhere, '')).filter(({ pathname }) =>
      pathname.startsWith('/tableau'),
    );
    expect(links.length).toBeGreaterThan(1);
    expect(
      links.filter(({ searchParams }) => searchParams.get('campagne') !== '2025-2026').map(String),
    ).toEqual([]);
  });

  it('keep the exigence, from a territory to what it is compared to', async () => {
    const { text } = await house.open('/tableau/territoire/06112?campagne=2025-2026&exigence=A-P5:AAOR');
    const compared = linksOf(house, text).filter(({ pathname }) => pathname === '/tableau/comparer');
    expect(compared.map(({ searchParams }) => searchParams.get('exigence'))).toEqual([
      'A-P5:AAOR',
      'A-P5:AAOR',
    ]);
  });
});
