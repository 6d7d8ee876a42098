import { FACT_TYPES, pathOfFact } from '@palier/pages/fact-types/fact-types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enterDeclared, importPublished } from './enter-facts.ts';
import { FACT_CODES } from './fact-codes.ts';
import { findUnclosed } from './find-unclosed.ts';
import { openToldPages, type PagesHouse } from './open-pages.ts';

/** Those whose page asks nothing that may lean on them. */
const WITHOUT_DEPENDENTS = new Set([
  'Canevas',
  'Constat',
  'Designation',
  'EtablissementPublie',
  'ExerciceRole',
  'Installation',
  'InstallationPubliee',
  'LevierNational',
  'LimitePubliee',
  'OffreService',
  'Outil',
  'Partenaire',
  'ValeurRegionale',
]);

let house: PagesHouse;
const search = async (q: string) => (await house.open(`/recherche?q=${encodeURIComponent(q)}`)).text;
const said = (text: string) => text.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
beforeAll(async () => {
  house = await openToldPages();
  expect(said(await search('G1R 2B5'))).toContain('Code postal G1R 2B5 : La correspondance');
  await enterDeclared(house);
  await importPublished(house);
});
afterAll(() => house.close());

describe('the page of a fact', () => {
  it('gives to each source the verdict that is its own, and to it alone', async () => {
    const { text } = await house.open('/fait/mesure/2025-2026-P02:06112:A-P11:INFO_SOCIAL');
    const said = text.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
    expect(said).toContain('Le seuil n’est pas respecté, selon cette source');
    expect(said).toContain('Le seuil est respecté, selon cette source');
    expect(said).not.toContain('selon toutes les sources');
  });

  it.each(FACT_TYPES.map(({ type }) => type))(
    'says of a %s all that is known, and the same as data',
    async (type) => {
      const path = pathOfFact(type, FACT_CODES[type] ?? '') ?? '';
      const { status, text } = await house.open(path);
      expect({ path, status, missing: text.includes('Une partie de cette page manque') }).toEqual({
        path,
        status: 200,
        missing: false,
      });
      expect(findUnclosed(text)).toEqual([]);
      for (const section of ['D’où cela vient', 'Qui en répond', 'Son adresse'])
        expect(text).toContain(`>${section}</h2>`);
      expect(text.includes('>Ce qui en dépend</h2>')).toBe(!WITHOUT_DEPENDENTS.has(type));
      expect(text).not.toMatch(/\[object Object\]|undefined/);
      const data = JSON.parse((await house.open(`${path}.json`)).text) as Record<string, unknown>;
      expect(data).toMatchObject({ type, adresse: path, fait: { __typename: type, code: FACT_CODES[type] } });
    },
  );

  it.each([
    [
      'Mesure',
      'Accueil, analyse, orientation et référence (AAOR) : ',
      ', Pierrefonds, période 1 de 2025-2026',
    ],
    ['Reddition', 'Version d’une reddition de comptes', '2024-2025, version 1'],
    ['ExerciceRole', 'Coanimateur, Pierrefonds', ''],
    ['Designation', 'Désignation d’un gestionnaire de CLSC, Pierrefonds', ''],
    ['Canevas', 'Version d’un canevas de reddition de comptes, 2025-2026, version 1', ''],
  ])('names a %s by what it is of', async (type, begin, end) => {
    const { text } = await house.open(pathOfFact(type, FACT_CODES[type]!)!);
    const [, title = ''] = /<h1>(.*?)<\/h1>/.exec(text) ?? [];
    expect([title.startsWith(begin), title.endsWith(end), title]).toEqual([true, true, title]);
  });

  it('says who answers for a measure', async () => {
    const { text } = await house.open(pathOfFact('Mesure', FACT_CODES['Mesure']!)!);
    const answers = text.slice(text.indexOf('id="repond"'));
    expect(answers).toMatch(/<dt>Établissement<\/dt><dd><a href="\/fait\/etablissement\/\d+">/);
  });

  it('gives both sides of a conflict, and says that neither is retained without a rule', async () => {
    const { text } = await house.open('/fait/exigence/A-P11:INFO_SOCIAL');
    expect(text).toContain('href="/fait/ecart/D-02"');
    expect(text).toContain('<dt>Annexe II</dt><dd>90 % des appels en &lt; 4 min');
    expect(text).toContain('<dt>Fiche du service</dt><dd>90 % des appels en ≤ 4 min');
    expect(text).toContain('href="/fait/document/003"');
    expect(text).toContain('L2382-2391');
    expect(text).toContain('href="/fait/mandat/M6"');
  });

  it('says that the text that it cites was not imported, where nobody did', async () => {
    const { text } = await house.open('/fait/mandat/M6');
    expect(text.match(/Le texte du document \d{3} n’a pas été importé/g)).toHaveLength(1);
    expect(text).not.toContain('<blockquote');
  });

  it('says of each version when it was known, and what it said', async () => {
    const { text } = await house.open('/fait/exigence/A-P11:INFO_SOCIAL');
    expect(text).toMatch(
      /<td>aucun : su dès l’origine, reçu d’un fichier officiel ou copié d’un autre palier<\/td><td>.+?Le ministère fixe le standard</,
    );
  });

  it('says the last version first, and what it changed of the one before', async () => {
    const { text } = await house.open('/fait/reddition/2024-2025:11045127:V1');
    const rows = text.slice(text.indexOf('id="versions"')).match(/<tr><th scope="row">.*?<\/tr>/gs) ?? [];
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.map((row) => row.includes('<td>maintenant</td>'))).toEqual(rows.map((_, rank) => rank === 0));
    expect(rows.map((row) => row.includes('class="changed"'))).toEqual(
      rows.map((_, rank) => rank < rows.length - 1),
    );
  });

  it.each(['an address', 'a header'])(
    'says of a version that is read in the past, as %s says, no more than what was known then',
    async (said) => {
      const path = '/fait/exigence/A-P11:INFO_SOCIAL';
      const now = new Date().toISOString();
      const { text } =
        said === 'an address'
          ? await house.open(`${path}?au=${now}`)
          : await house.open(path, { 'palier-au': now });
      expect(text).toContain('<td>cet instant au moins</td>');
      expect(text).not.toContain('<td>maintenant</td>');
      expect(text).toContain(`href="/fait/standard/A-P11?au=${encodeURIComponent(now)}"`);
    },
  );

  it.each([
    ['/fait/mandat/M6', '/fait/exigence/A-G1:AAOR'],
    ['/fait/mandat/M6', '/q/dependants?type=Mandat&amp;code=M6'],
    ['/fait/mandat/M2', '/fait/role-clsc/NAVIGATEUR'],
    ['/fait/document/002', '/fait/chiffre/CH002-'],
    ['/fait/document/002', '/q/dependants?type=Document&amp;code=002'],
    ['/fait/territoire-clsc/06112', '/fait/designation/DEMO-DES-06112'],
    ['/fait/territoire-clsc/06112', '/fait/limite-publiee/06112'],
    ['/fait/etablissement/11045127', '/fait/reddition/2024-2025:11045127:V1'],
    ['/fait/exigence/C-O5:INFO_SOCIAL', '/fait/valeur-regionale/VAL-1'],
    ['/fait/exigence/A-P5:AAOR', '/fait/mesure/'],
    ['/fait/palier/SANTE_QUEBEC', '/fait/recommandation/PT1-SQ-1'],
    ['/fait/palier/SANTE_QUEBEC', '/q/dependants?type=Palier&amp;code=SANTE_QUEBEC'],
    ['/fait/role-clsc/NAVIGATEUR', '/q/dependants?type=RoleClsc&amp;code=NAVIGATEUR'],
    ['/fait/service-social/AAOR', '/q/dependants?type=ServiceSocial&amp;code=AAOR'],
  ])('says of %s that %s leans on it', async (path, dependent) => {
    const { text } = await house.open(path);
    expect(text.slice(text.indexOf('id="depend"'))).toContain(`href="${dependent}`);
  });

  it.each([
    ['/fait/role-clsc/NAVIGATEUR', 'exercices', 'exercice-role', '/q/exercices-role.xlsx?role=NAVIGATEUR'],
    ['/fait/service-social/AAOR', 'offres', 'offre-service', '/q/offres-service.xlsx?service=AAOR'],
  ])('%s tells where établissements declare it, a territory a line', async (path, id, fact, all) => {
    const { text } = await house.open(path);
    const section = text.slice(text.indexOf(`id="${id}"`), text.indexOf('id="source"'));
    const rows = section.slice(section.indexOf('<tbody')).match(/<tr/g) ?? [];
    expect(section).toContain(
      `${rows.length} déclarations ; d’un territoire qui n’y est pas, rien n’est déclaré.`,
    );
    expect(section).toContain(`href="${all}"`);
    expect(section.match(new RegExp(`href="/fait/${fact}/`, 'g'))).toHaveLength(rows.length);
    expect(section.match(/href="\/fait\/region\//g)).toHaveLength(rows.length);
    expect(section.match(/href="\/fait\/etablissement\//g)).toHaveLength(rows.length);
    expect(section.match(/donnée fictive, de démonstration/g)).toHaveLength(rows.length);
    expect(text).toContain('<strong>Données de démonstration</strong>');
  });

  it('says what leans on a campagne and on a version of a reddition', async () => {
    const campagne = await house.open('/fait/campagne/2024-2025');
    expect(campagne.text).toContain('href="/fait/reddition/2024-2025:11045127:V1"');
    const reddition = await house.open('/fait/reddition/2024-2025:11045127:V1');
    expect(reddition.text).toContain('href="/fait/mesure/2024-2025-P12:02111:A-P5:AAOR"');
    // Of a line too that no published measure names.
    expect(reddition.text).toContain('href="/fait/territoire-clsc/02111"');
    expect(reddition.text).toContain('href="/fait/exigence/A-P5:AAOR"');
    expect(reddition.text).toMatch(/Période : [^·]*2024-2025-P12/);
  });

  it('says of what a version tells of a measure what its state is, in words', async () => {
    const { text } = await house.open('/fait/mesure/2024-2025-P12:02111:A-P5:AAOR');
    expect(text).toContain('href="/fait/reddition/2024-2025:11045127:V1"');
    expect(text).not.toMatch(/Statut : [A-Z_]+</);
  });

  it('says what founds a rule as it says any source', async () => {
    const { text } = await house.open('/fait/regle-validation/VALEUR_NEGATIVE');
    const source = text.slice(text.indexOf('id="source"'), text.indexOf('id="repond"'));
    expect(source).toContain('<dt>Fondement</dt>');
    expect(text).not.toMatch(/(?:origine|confiance|ecarts) : /);
  });

  it('says that demonstration data is made up', async () => {
    const { text } = await house.open('/fait/territoire-clsc/06112');
    expect(text).toContain('<strong>Données de démonstration</strong>');
    expect((await house.open('/fait/standard/A-P5')).text).not.toContain('Données de démonstration');
  });

  it('is read as of a past instant', async () => {
    const now = new Date().toISOString();
    const { status, headers, text } = await house.open(`/fait/standard/A-P5?au=${now}`);
    expect([status, headers.get('palier-au')]).toEqual([200, now]);
    expect(text).toContain('ce qui était connu le');
  });

  it('leads to pages that are there', async () => {
    const { text } = await house.open('/fait/standard/A-P5');
    const links = [...new Set([...text.matchAll(/href="(\/fait[^"]*)"/g)].map(([, link]) => link!))];
    expect(links.length).toBeGreaterThan(8);
    const statuses = await Promise.all(links.map(async (link) => (await house.open(link)).status));
    expect(new Set(statuses)).toEqual(new Set([200]));
  });
});

it.each([
  ['/fait/territoire-clsc/06112', '/tableau/territoire/06112'],
  ['/fait/exigence/A-P11:INFO_SOCIAL', '/tableau/exigence/A-P11:INFO_SOCIAL'],
  ['/fait/etablissement/11045127', '/tableau/etablissement/11045127'],
])('%s leads to its view of the dashboard', async (path, view) => {
  expect((await house.open(path)).text).toContain(`href="${view}"`);
  expect((await house.open(view)).status).toBe(200);
});

describe('the search', () => {
  // The limits of a territory are under its code, and its page leads to them.
  const found = FACT_TYPES.map(({ type }) => type).filter((type) => type !== 'LimitePubliee');
  it.each(found)('finds a %s by its code', async (type) => {
    const results = (await search(FACT_CODES[type]!)).split('id="ailleurs"')[0];
    expect(results).toContain(`href="${pathOfFact(type, FACT_CODES[type]!)}"`);
  });

  it.each([
    ['établissement Laval', '/fait/etablissement/11045267'],
    ['région de Montréal', '/fait/region/06'],
    ['CLSC Pierrefonds', '/fait/territoire-clsc/06112'],
  ])('finds « %s », the name of a thing beside what it is', async (q, path) => {
    expect(await search(q)).toContain(`href="${path}"`);
  });

  it.each(['G1R 2B5', 'g1r2b5', 'G1R-2B5'])('finds the territories that %s touches', async (q) => {
    const text = await search(q);
    expect(said(text)).toContain('Le code postal G1R 2B5 touche 2 territoires de CLSC');
    for (const code of ['06112', '06113']) expect(text).toContain(`href="/fait/territoire-clsc/${code}"`);
  });

  it('says that a postal code is not among those that were imported', async () => {
    expect(said(await search('H0H 0H0'))).toContain(
      'Le code H0H0H0 n’est pas dans la correspondance importée',
    );
  });
});

describe('a fact that nobody knows', () => {
  it.each([
    ['/fait/territoire-clsc/6113', '/fait/territoire-clsc/06113'],
    ['/fait/palier/sante', ''],
    ['/fait/exigence/A-P11:RIEN', '/fait/exigence/A-P11:INFO_SOCIAL'],
    ['/fait/territoire-clsc/06199', '/fait/territoire-clsc/0611'],
    ['/fait/role-clsc/NAVIGATRICE', ''],
    ['/fait/rien/A-P11', '/fait/standard/A-P11'],
    ['/fait/standard/%3Cscript%3E', ''],
    ['/fait/standard', ''],
  ])('%s is not found, and what is near is', async (path, near) => {
    const { status, headers, text } = await house.open(path);
    expect([status, headers.get('cache-control')]).toEqual([404, 'no-store']);
    expect(text).toContain('Ce fait n’est pas connu');
    expect(text).toContain(`href="${near}`);
    expect(text).not.toContain('<script>');
    expect(text).not.toContain('$code');
  });

  it('a type that is none is what is said, not that no fact has the code', async () => {
    const { status, text } = await house.open('/fait/roles/NAVIGATEUR');
    expect(status).toBe(404);
    expect(text).toContain('Aucun type de faits ne s’écrit <code>roles</code>.');
    expect(text).not.toContain('n’a le code');
    expect(text).toContain('href="/fait/role-clsc/NAVIGATEUR"');
  });

  it('is not found as data either', async () => {
    const { status, text } = await house.open('/fait/exigence/A-P11:RIEN.json');
    expect(status).toBe(404);
    expect(JSON.parse(text)).toMatchObject({ fait: null, proches: expect.any(Array) });
  });

  it('nor is a type without things, or a path below a fact', async () => {
    for (const path of ['/fait/rien', '/fait/standard/A-P5/rien'])
      expect((await house.open(path)).status).toBe(404);
  });
});
