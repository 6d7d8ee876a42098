import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSharedPages, type PagesHouse, weighView } from './open-pages.ts';

let house: PagesHouse;
beforeAll(async () => {
  house = await openSharedPages();
});
afterAll(() => house.close());

const INFO_SOCIAL = 'exigence=A-P11:INFO_SOCIAL&periode=2025-2026-P13';

/** What is read on a page, its marks left out. */
const textOf = (html: string): string => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');

/** « 1 026 » */
const toNumber = (said: string): number => Number(said.replaceAll(/\s/g, ''));

async function askGraph<Data>(query: string): Promise<Data> {
  const { data, errors } = await house.gateway.execute({ query, asker: 'PROGRAM' });
  expect(errors).toBeUndefined();
  return data as Data;
}

/** Opens each, and names those that are not whole. */
async function findBroken(paths: readonly string[]): Promise<readonly string[]> {
  const broken: string[] = [];
  for (const path of paths) {
    const { status, text } = await house.open(path);
    const isJunk = /\bundefined\b|\[object |\bNaN\b|\bnull\b/.test(textOf(text));
    if (status !== 200 || isJunk || text.includes('id="manque"')) broken.push(`${path} ${status}`);
  }
  return broken;
}

const ONE_IN = Number(process.env['PAGES_ONE_IN'] ?? 8);

/** What is drawn alike for hundreds of things, of one in so many: the first, the last, and those between. */
const someOf = <Item>(items: readonly Item[]): readonly Item[] =>
  items.filter((_, rank) => rank % ONE_IN === 0 || rank === items.length - 1);

describe('the pages of the dashboard are whole', () => {
  it('of territories of each région, those that no établissement territorial leads with them', async () => {
    const { territoiresClsc } = await askGraph<{
      territoiresClsc: { nodes: { code: string; region: { code: string } }[] };
    }>('{ territoiresClsc(first: 1000) { nodes { code region { code } } } }');
    expect(territoiresClsc.nodes).toHaveLength(166);
    const regions = [...new Set(territoiresClsc.nodes.map(({ region }) => region.code))];
    expect(regions).toEqual(expect.arrayContaining(['17', '18']));
    const codes = regions.flatMap((region) =>
      someOf(territoiresClsc.nodes.filter((one) => one.region.code === region)).map(({ code }) => code),
    );
    expect(await findBroken(codes.map((code) => `/tableau/territoire/${code}`))).toEqual([]);
  });

  it('of exigences of each statut and attribut, measured or not', async () => {
    const { standards, indicateurs } = await askGraph<{
      standards: { attribut: string; exigences: { code: string; statut: string }[] }[];
      indicateurs: { exigences: { code: string }[] }[];
    }>('{ standards { attribut exigences { code statut } } indicateurs { exigences { code } } }');
    const groups = new Map<string, string[]>();
    for (const { attribut, exigences } of standards)
      for (const { code, statut } of exigences)
        groups.set(`${attribut} ${statut}`, [...(groups.get(`${attribut} ${statut}`) ?? []), code]);
    expect([...groups.values()].flat().length).toBeGreaterThan(300);
    expect(groups.size).toBeGreaterThan(10);
    const measured = indicateurs.flatMap(({ exigences }) => exigences.map(({ code }) => code));
    const codes = new Set([...measured, ...[...groups.values()].flatMap((group) => someOf(group))]);
    expect(await findBroken([...codes].map((code) => `/tableau/exigence/${code}`))).toEqual([]);
  });

  it('of établissements of each catégorie, territorial or not', async () => {
    const { etablissements } = await askGraph<{ etablissements: { code: string; categorie: string }[] }>(
      '{ etablissements { code categorie } }',
    );
    const categories = [...new Set(etablissements.map(({ categorie }) => categorie))];
    expect(categories.length).toBeGreaterThan(1);
    const codes = categories.flatMap((categorie) =>
      someOf(etablissements.filter((one) => one.categorie === categorie)).map(({ code }) => code),
    );
    expect(await findBroken(codes.map((code) => `/tableau/etablissement/${code}`))).toEqual([]);
  });

  it('of every measured exigence on the map, and of what is compared', async () => {
    const { indicateurs } = await askGraph<{ indicateurs: { exigences: { code: string }[] }[] }>(
      '{ indicateurs { exigences { code } } }',
    );
    const codes = indicateurs.flatMap(({ exigences }) => exigences.map(({ code }) => code));
    expect(
      await findBroken([
        ...codes.map((code) => `/tableau?exigence=${code}`),
        '/tableau/comparer',
        '/tableau/comparer?a=06112&b=13111',
        '/tableau/comparer?territoire=06112',
        `/tableau/comparer?territoire=06112&au=${new Date().toISOString()}`,
      ]),
    ).toEqual([]);
  });
});

it('every view is whole at a past instant too', async () => {
  const au = encodeURIComponent(new Date().toISOString());
  expect(
    await findBroken(
      [
        '/tableau?',
        '/tableau/territoire/06112?',
        '/tableau/exigence/A-P11:INFO_SOCIAL?',
        '/tableau/exigence/A-P1:AAOR?',
        '/tableau/etablissement/11045127?',
        '/tableau/comparer?a=06112&b=13111&',
      ].map((path) => `${path}au=${au}`),
    ),
  ).toEqual([]);
});

/** How a state is drawn, by its name. */
const CLASSES: Readonly<Record<string, string>> = {
  Conforme: 'etat-conforme',
  'Non conforme': 'etat-non-conforme',
  'Sources en conflit': 'etat-conflit',
  Indéterminée: 'etat-indetermine',
  'Sans verdict': 'etat-sans-verdict',
  'Sans valeur': 'etat-sans-valeur',
  'Non reçue': 'etat-non-recue',
};

/** The table of the same figures as the map. */
const tableOf = (text: string): string => {
  const [, table = ''] = /<details id="chiffres"(.*?)<\/details>/s.exec(text) ?? [];
  return table;
};

describe('the map', () => {
  it('has a tile for each territory, which leads to its page with what was chosen', async () => {
    const { text } = await house.open(`/tableau?${INFO_SOCIAL}`);
    const tiles = text.match(
      /<a href="\/tableau\/territoire\/\d{5}\?exigence=A-P11%3AINFO_SOCIAL[^"]*" class="etat-/g,
    );
    expect(tiles).toHaveLength(166);
  });

  it('says what its table says: the same states, as many times', async () => {
    const { text } = await house.open(`/tableau?${INFO_SOCIAL}`);
    const drawn = countOf(text, /<a href="[^"]*" class="(etat-[\w-]+)" aria-label/g);
    const table = tableOf(text);
    expect(countOf(table, /<svg class="(etat-[\w-]+)"/g)).toEqual(drawn);
    const told = countOf(text.slice(0, text.indexOf('tile-map')), /class="(etat-[\w-]+)"/g);
    expect(Object.keys(told).sort()).toEqual(Object.keys(drawn).sort());
  });

  it('is counted région by région: as many territories, in the same states', async () => {
    const { text } = await house.open(`/tableau?${INFO_SOCIAL}`);
    const table = text.slice(text.indexOf('<h2 id="regions">'), text.indexOf('<h2 id="carte">'));
    const names = [...table.matchAll(/<th scope="col"[^>]*>([^<]*)<\/th>/g)].map(([, name = '']) => name);
    const sums = names.map(() => 0);
    for (const [row] of table.matchAll(/<tr><th scope="row">.*?<\/tr>/gs))
      [...row.matchAll(/<td class="figure">(\d+)<\/td>/g)].forEach(([, count], rank) => {
        sums[rank + 1]! += Number(count);
      });
    const drawn = countOf(text, /<a href="[^"]*" class="(etat-[\w-]+)" aria-label/g);
    expect(names.slice(-2)).toEqual(['Territoires', 'Source']);
    expect(sums.at(-2)).toBe(166);
    const byClass = names.slice(1, -2).map((name, rank) => [CLASSES[name], sums[rank + 1]]);
    expect(Object.fromEntries(byClass)).toEqual(drawn);
  });

  it('draws as many marks on its axis as the table has values', async () => {
    const { text } = await house.open(`/tableau?${INFO_SOCIAL}`);
    const [, wide = '', narrow = ''] = text.split(/<figure class="moved (?:wide|narrow)-chart">/);
    const marks = wide.match(/class="mark /g) ?? [];
    expect(narrow.slice(0, narrow.indexOf('</figure>')).match(/class="mark /g)).toHaveLength(marks.length);
    const table = tableOf(text);
    const values = table.match(/<td class="figure">[\d,]+[  ]min<\/td>/g) ?? [];
    expect(values).toHaveLength(marks.length);
    expect(marks.length).toBeGreaterThan(100);
  });

  it('never says zero where nothing was measured', async () => {
    const { text } = await house.open(`/tableau?${INFO_SOCIAL}`);
    const rows = tableOf(text).match(/<tr>.*?<\/tr>/gs) ?? [];
    const absent = rows.filter((row) => /etat-(non-recue|sans-valeur|non-due)/.test(row));
    expect(absent.length).toBeGreaterThan(0);
    for (const row of absent) expect(row).toContain('<td class="figure"></td>');
  });
});

describe('the file of the map', () => {
  const EN_PERSONNE = 'exigence=A-G7:AAOR&volet=en+personne&periode=2025-2026-P13';

  it.each([
    ['/tableau', INFO_SOCIAL],
    ['/tableau', EN_PERSONNE],
    ['/tableau/exigence/A-P11:INFO_SOCIAL', 'periode=2025-2026-P13'],
  ])('has each row of the table, measured or not: %s?%s', async (path, query) => {
    const { text } = await house.open(`${path}?${query}`);
    const rows = (tableOf(text).match(/<tr><th scope="row">.*?<\/tr>/gs) ?? []).map((row) => {
      const [, code = ''] = /territoire\/(\d{5})/.exec(row) ?? [];
      const [, valeur = ''] = /<td class="figure">([^<]*)</.exec(row) ?? [];
      const [, etat = ''] = /class="(etat-[\w-]+)"/.exec(row) ?? [];
      const [, etablissement = ''] = /etablissement\/(\w+)/.exec(row) ?? [];
      return { code, etablissement, valeur: parseFloat(valeur.replace(',', '.')), etat };
    });
    const address = /id="carte".*?href="(\/q\/[^"]+\.json[^"]*)"/s.exec(text)?.[1]?.replaceAll('&amp;', '&');
    const { tableaux } = JSON.parse((await house.open(address!)).text) as {
      tableaux: Record<string, Record<string, unknown>[]>;
    };
    const file = Object.values(tableaux)[0]!;
    expect([rows.length, file.length]).toEqual([166, 166]);
    const without = ['etat-non-recue', 'etat-non-due'];
    expect(rows.some(({ etat }) => without.includes(etat))).toBe(true);
    for (const { code, etablissement, valeur, etat } of rows) {
      const told = file.find((row) => row['territoiresClsc.nodes.code'] === code) ?? {};
      const of = (field: string): unknown => told[`territoiresClsc.nodes.${field}`];
      expect([code, of('etablissement.code'), of('provenanceEtablissement.origine')]).toEqual([
        code,
        etablissement,
        'INFERENCE',
      ]);
      expect([code, of('mesures.nodes.valeur') ?? NaN]).toEqual([code, valeur]);
      // What is missing is said, by its reason.
      expect([code, typeof of('mesures.absence.motif')]).toEqual([
        code,
        without.includes(etat) ? 'string' : 'object',
      ]);
      if (etat === 'etat-non-recue')
        expect([code, of('mesures.absence.doitRepondre.code')]).toEqual([code, 'ETABLISSEMENT']);
    }
  });
});

/** How many times each is met. */
function countOf(text: string, pattern: RegExp): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const [, name = ''] of text.matchAll(pattern)) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

describe('what a page tells', () => {
  it('is marked as demonstration where it is', async () => {
    for (const path of ['/tableau', '/tableau/territoire/06112', '/tableau/etablissement/11045127'])
      expect((await house.open(path)).text).toContain('Données de démonstration');
  });

  it('shows both sources of a conflict, and the verdict of each', async () => {
    const { text } = await house.open('/tableau/territoire/06112?exigence=A-P11:INFO_SOCIAL');
    expect(textOf(text)).toContain('Annexe II : non conforme ; Fiche du service : conforme');
    expect(textOf(text)).toContain(
      'Annexe II : 90 % en moins de 4 min Fiche du service : 90 % en 4 min au plus',
    );
    expect(text).toContain('href="/fait/ecart/D-02"');
  });

  it('leads to the page of each side as it was known at the moment of that side', async () => {
    const [one, other] = [new Date(Date.now() - 1).toISOString(), new Date().toISOString()];
    const { text } = await house.open(`/tableau/comparer?territoire=06112&au=${one}&et=${other}`);
    const links = [...text.matchAll(/href="\/tableau\/territoire\/06112\?[^"]*&amp;au=([^"]*)"/g)];
    expect(links.map(([, au = '']) => decodeURIComponent(au))).toEqual([one, other]);
    // Of one minute, they are told apart all the same.
    for (const moment of [one, other])
      expect(textOf(text)).toMatch(new RegExp(`\\d,${moment.slice(-4, -1)} s`));
    const now = await house.open(`/tableau/comparer?territoire=06112&au=${one}`);
    const [, last = ''] = [...now.text.matchAll(/href="(\/tableau\/territoire\/06112[^"]*)"/g)].at(-1) ?? [];
    expect(last).toContain('campagne=2025-2026');
    expect(last).not.toContain('au=');
  });

  it('is kept by nobody where one of the things it reads is not to be', async () => {
    const { headers } = await house.open(`/tableau?au=${new Date().toISOString()}`);
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('says the nature of a source that names no document', async () => {
    const { text } = await house.open('/tableau/territoire/06112');
    expect(textOf(text)).toContain('(population 2019) (table officielle)');
  });

  it.each([
    ['/tableau/territoire/06112', 1],
    ['/tableau/comparer?a=06112&b=06113', 2],
  ])('says the nature and the source of the very population that it shows: %s', async (path, times) => {
    const { territoireClsc } = await askGraph<{
      territoireClsc: {
        population: {
          annee: number;
          nature: string;
          provenance: { origine: string; section: string; note: string };
        };
      };
    }>(
      '{ territoireClsc(code: "06112") { population { annee nature provenance { origine section note } } } }',
    );
    const { annee, nature, provenance } = territoireClsc.population;
    expect([nature, provenance.origine]).toEqual(['ESTIMATION', 'INFERENCE']);
    const said = textOf((await house.open(path)).text);
    const shown = new RegExp(`personnes \\(estimation de ${annee}\\) : (.*?)\\(déduit : aucun texte`, 'g');
    const sources = [...said.matchAll(shown)].map(([, source = '']) => source.trim());
    expect(sources).toEqual(Array.from({ length: times }, () => expect.stringContaining(provenance.section)));
  });

  it('counts what is due as the graph does, late and missing, and leads to where it is listed', async () => {
    const { etablissements } = await askGraph<{
      etablissements: {
        code: string;
        obligations: { totalCount: number; repartition: { cle: string; nombre: number }[] };
        recuesEnRetard: { totalCount: number };
      }[];
    }>(`{ etablissements(categorie: ETABLISSEMENT_TERRITORIAL) { code
      obligations(campagne: "2025-2026", first: 1) { totalCount repartition(par: ETAT) { cle nombre } }
      recuesEnRetard: obligations(campagne: "2025-2026", aTemps: false, first: 1) { totalCount } } }`);
    const { text } = await house.open('/tableau');
    const table = text.slice(text.indexOf('<h2 id="retards">'), text.indexOf('<h2 id="redditions">'));
    const [headings = '', ...rows] = table.match(/<tr>.*?<\/tr>/gs) ?? [];
    const names = [...headings.matchAll(/<th[^>]*>([^<]*)</g)].map(([, name = '']) => name);
    expect(names).toEqual(expect.arrayContaining(['En retard', 'Absentes à la clôture', 'Ensemble']));
    expect(rows).toHaveLength(etablissements.length);
    for (const { code, obligations, recuesEnRetard } of etablissements) {
      const row = rows.find((one) =>
        one.includes(`/tableau/etablissement/${code}?campagne=2025-2026#obligations`),
      );
      const figures = [...(row ?? '').matchAll(/<td class="figure">([^<]*)</g)].map(([, said = '']) =>
        toNumber(said),
      );
      // The states, then what they make together, and how much of it was received late.
      expect([code, ...figures.slice(-2)]).toEqual([code, obligations.totalCount, recuesEnRetard.totalCount]);
      expect(figures.slice(0, -2).reduce((sum, one) => sum + one, 0)).toBe(obligations.totalCount);
      const countOfEtat = (etat: string): number =>
        obligations.repartition.find(({ cle }) => cle === etat)?.nombre ?? 0;
      for (const [name, etat] of [
        ['En retard', 'EN_RETARD'],
        ['Absentes à la clôture', 'ABSENTE'],
      ] as const)
        expect([code, name, figures[names.indexOf(name) - 1]]).toEqual([code, name, countOfEtat(etat)]);
    }
    const one = await house.open('/tableau/etablissement/11045127?etat=ABSENTE');
    const total = etablissements.find(({ code }) => code === '11045127')!.obligations.totalCount;
    expect(textOf(one.text).replaceAll(/(?<=\d)\s(?=\d)/g, '')).toContain(`Toutes (${total})`);
  });

  it('gives one figure to one word on the page of an établissement', async () => {
    const { text } = await house.open('/tableau/etablissement/11045127');
    const due = [...text.matchAll(/etat=(?!TOUTES)[A-Z_]+#obligations"[^>]*>([^<(]+) \(([^)]+)\)/g)].map(
      ([, name = '', said = '']) => [name, toNumber(said)] as const,
    );
    const [table = ''] = /<table class="bilan".*?<\/table>/s.exec(text) ?? [];
    const names = [...table.matchAll(/<th scope="col"[^>]* class="figure">(.*?)<\/th>/gs)].map(
      ([, heading = '']) => textOf(heading).trim(),
    );
    const rows = [...table.matchAll(/<tr role="row"><th scope="row".*?<\/tr>/gs)].map(([row]) =>
      [...row.matchAll(/<td [^>]*class="figure">([^<]*)</g)].map(([, said = '']) => toNumber(said)),
    );
    const counted = names.map(
      (name, rank) => [name, rows.reduce((sum, row) => sum + row[rank]!, 0)] as const,
    );
    expect([due.length, counted.length]).toEqual([7, 7]);
    const figures = new Set([...due, ...counted].map((told) => told.join(' : ')));
    expect(figures.size).toBe(new Set([...due, ...counted].map(([name]) => name)).size);
    expect(due.reduce((sum, [, figure]) => sum + figure, 0)).toBe(counted.at(-1)?.[1]);
  });

  it('has a line for each role and each service, declared or not, and says who owes what is not', async () => {
    const asked = await askGraph<{
      rolesClsc: { nom: string }[];
      servicesSociaux: { nom: string }[];
      territoireClsc: {
        exerciceRoles: { nodes: { role: { nom: string } }[] };
        offre: { nodes: { service: { nom: string } }[] };
      };
    }>(`{ rolesClsc { nom } servicesSociaux { nom } territoireClsc(code: "06112") {
      exerciceRoles { nodes { role { nom } } } offre { nodes { service { nom } } } } }`);
    const { exerciceRoles, offre } = asked.territoireClsc;
    const { text } = await house.open('/tableau/territoire/06112');
    for (const [id, mandat, all, declared] of [
      ['roles', 'E12', asked.rolesClsc, exerciceRoles.nodes.map(({ role }) => role.nom)],
      ['offre', 'E4', asked.servicesSociaux, offre.nodes.map(({ service }) => service.nom)],
    ] as const) {
      const [, section = ''] = new RegExp(`<h2 id="${id}">(.*?)</section>`, 's').exec(text) ?? [];
      const rows = section.match(/<tr role="row"><th scope="row".*?<\/tr>/gs) ?? [];
      const undeclared = rows.filter((row) => row.includes('rien n’est déclaré'));
      expect([id, rows.length, undeclared.length]).toEqual([id, all.length, all.length - declared.length]);
      expect(undeclared.length).toBeGreaterThan(0);
      for (const row of undeclared) {
        expect(row).toContain(`href="/fait/mandat/${mandat}"`);
        expect(textOf(row)).toContain(', déduit)');
        expect(declared.filter((nom) => textOf(row).includes(nom))).toEqual([]);
      }
    }
  });

  it('says why nobody owes what is not declared, and that this is from memory', async () => {
    const { text } = await house.open('/tableau/territoire/17011');
    const [, section = ''] = /<h2 id="roles">(.*?)<\/section>/s.exec(text) ?? [];
    expect(section).toContain('rien n’est déclaré');
    expect(section.match(/de mémoire, non vérifié/g)).toHaveLength(1);
    expect(section).not.toContain('aucun texte ne le demande');
  });

  it('leads from each link of the chain to a page that cites the same lines', async () => {
    const { text } = await house.open('/tableau/territoire/06112');
    const chain = text.slice(text.indexOf('<ol class="chain">'));
    const cited = [...chain.matchAll(/Lignes citées : .*?<a href="([^"]*)">([^<]*)<\/a>/gs)];
    expect(cited.map(([, href]) => href)).toEqual([
      '/fait/exigence/A-P11:INFO_SOCIAL',
      '/fait/mandat/S4',
      '/fait/mandat/E11',
    ]);
    for (const [, href = '', said = ''] of cited) {
      const lignes = said.match(/L\d+(-\d+)?/g) ?? [];
      expect(lignes.length, href).toBeGreaterThan(0);
      const { text: page } = await house.open(href);
      const source = page.slice(page.indexOf('id="source"'), page.indexOf('id="repond"'));
      for (const one of lignes) expect(source, href).toContain(one);
    }
  });

  it('has its figures as data, at the address that it gives', async () => {
    const pages = await Promise.all(
      [
        `/tableau?${INFO_SOCIAL}`,
        '/tableau/territoire/06112',
        '/tableau/exigence/A-P11:INFO_SOCIAL',
        '/tableau/etablissement/11045127',
      ].map((path) => house.open(path)),
    );
    const addresses = pages.flatMap(({ text }) =>
      [...text.matchAll(/href="(\/q\/[^"]+)"/g)].map(([, address = '']) => address.replaceAll('&amp;', '&')),
    );
    expect(addresses.length).toBeGreaterThan(20);
    for (const address of new Set(addresses))
      expect([address, (await house.open(address)).status]).toEqual([address, 200]);
  });

  it.each([
    `/tableau?${INFO_SOCIAL}`,
    '/tableau/territoire/06112',
    '/tableau/exigence/A-P11:INFO_SOCIAL',
    '/tableau/etablissement/11045127',
    '/tableau/comparer?a=06112&b=13111',
  ])('has its figures as data under each table and each chart: %s', async (path) => {
    const { text } = await house.open(path);
    const sections =
      text.match(
        /<section aria-labelledby="(?!region-).*?(?=<section aria-labelledby="(?!region-)|<\/main>)/gs,
      ) ?? [];
    const shown = sections.filter((section) => /<table|<svg class="chart/.test(section));
    expect(shown.length).toBeGreaterThan(1);
    expect(
      shown
        .filter((section) => !section.includes('class="data-links"'))
        .map((section) => /<h2[^>]*>([^<]*)/.exec(section)?.[1]),
    ).toEqual([]);
  });

  it.each([
    ['/tableau/territoire/06112', /Établissement qui en répond.*?déduit : aucun texte ne le dit/],
    [`/tableau?${INFO_SOCIAL}`, /\(déduit\)/],
    ['/tableau/etablissement/11045127', /Que ces territoires soient les siens est déduit/],
    ['/tableau/etablissement/11045127', /Bilans consolidés par Santé Québec le \d/],
    ['/tableau/comparer?a=06112&b=13111', /Établissement CIUSSS [^(]*\(déduit : /],
  ])('says what is deduced, and when it was consolidated: %s', async (path, said) => {
    expect(said.test(textOf((await house.open(path)).text))).toBe(true);
  });

  it('says of each line of its bilans and of what is due where it comes from', async () => {
    for (const path of ['/tableau', '/tableau/territoire/06112', '/tableau/etablissement/11045127']) {
      const { text } = await house.open(path);
      const [table = ''] = /<table class="bilan".*?<\/table>/s.exec(text) ?? [];
      const rows = table.match(/<tr role="row"><th scope="row".*?<\/tr>/gs) ?? [];
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows)
        expect([path, row]).toEqual([path, expect.stringMatching(/data-name="Source">\S/)]);
    }
    const { text } = await house.open('/tableau');
    const [, due = ''] = /<h2 id="retards">(.*?)<\/section>/s.exec(text) ?? [];
    const rows = due.match(/<tr><th scope="row".*?<\/tr>/gs) ?? [];
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row).toMatch(/<td>[^<]+<\/td><\/tr>$/);
  });

  it('says on paper an address that gives the same later: what nobody chose is said, and when it was read', async () => {
    for (const path of ['/tableau?campagne=2025-2026', '/public/tableau/territoire/06112']) {
      const { text } = await house.open(path);
      const host = new URL(house.url).host;
      const [, address = ''] = /Adresse de cette vue : <code>([^<]*)<\/code>/.exec(text) ?? [];
      expect(address).toMatch(new RegExp(`^${host}${path.split('?')[0]!}\\?`));
      const { searchParams } = new URL(`http://${address.replaceAll('&amp;', '&')}`);
      expect(Object.fromEntries(searchParams)).toMatchObject({
        exigence: 'A-P11:INFO_SOCIAL',
        campagne: '2025-2026',
        ...(path.includes('territoire') ? {} : { periode: expect.stringMatching(/^2025-2026-P\d\d$/) }),
        au: /<time dateTime="([^"]+)"/i.exec(text.slice(text.indexOf('Lu le')))?.[1],
      });
    }
  });

  it('is light: the first view, and its style, hold within 150 kB', async () => {
    expect(await weighView(house, '/tableau')).toBeLessThan(150_000);
  });
});

describe('an address that asks what there is not', () => {
  it.each([
    ['/tableau/territoire/99999', 404, 'Aucun territoire de CLSC n’a le code « 99999 »'],
    ['/tableau/exigence/X', 400, 'Attendu : un standard et un service'],
    ['/tableau/etablissement/00000000', 404, 'Aucun établissement n’a le code'],
    ['/tableau/autre', 404, 'Cette page n’existe pas'],
    ['/tableau/territoire', 404, 'Cette page n’existe pas'],
    ['/tableau/territoire/06112/plus', 404, 'Cette page n’existe pas'],
    ['/tableau?exigence=A-P1:AAOR', 400, 'Aucun indicateur ne mesure'],
    ['/tableau?campagne=1999-2000', 400, 'Aucune campagne n’a le code'],
    ['/tableau/etablissement/11045127?etat=PERDUE', 400, 'Aucune mesure due n’est dans l’état « PERDUE »'],
    ['/tableau/comparer?a=06112&b=99999', 404, 'Aucun territoire de CLSC'],
    ['/tableau/comparer?a=06112&b=13111&territoire=06112', 400, 'donnez l’un ou l’autre'],
    [
      '/tableau/comparer?territoire=06112&au=2020-01-01',
      400,
      '« 2020-01-01 » : Cet instant n’est pas dans la mémoire du graphe',
    ],
  ])('%s', async (path, status, said) => {
    const answer = await house.open(path);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'text/html; charset=utf-8']);
    expect(textOf(answer.text)).toContain(said);
  });

  it('writes what it was given as text', async () => {
    const { text } = await house.open('/tableau?exigence=%3Cscript%3Ealert(1)%3C/script%3E');
    expect(text).not.toContain('<script>');
  });
});
