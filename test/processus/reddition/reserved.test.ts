import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HouseOfPeople, openCampagne, openHouseOfPeople, type Person } from '../people.ts';

const ETABLISSEMENT = '11045119';
const CAMPAGNE = '2026-2027';
const P01 = `${CAMPAGNE}-P01`;
const MESURE = `${P01}:01111:A-P5:AAOR`;
const version = (number: number): string => `${CAMPAGNE}:${ETABLISSEMENT}:V${number}`;

/** What an établissement has not published, or publishes no more, is read by itself and by Santé Québec: by every way there is. */
describe('what is not published', () => {
  let people: HouseOfPeople;
  let marie: Person;
  let luc: Person;
  let others: readonly Person[];
  let keys = 0;
  beforeAll(async () => {
    people = await openHouseOfPeople();
    const of = (etablissement: string) =>
      people.person({ sub: etablissement, palier: 'ETABLISSEMENT', etablissement });
    marie = await people.person({ sub: 'marie', palier: 'SANTE_QUEBEC' });
    luc = await of(ETABLISSEMENT);
    others = [
      await people.person(),
      await of('11045127'),
      await people.person({ sub: 'sophie', palier: 'MSSS' }),
    ];
    await openCampagne(marie, ['I-A-P5']);
  });
  afterAll(() => people.close());

  const enter = async (said: string): Promise<void> => {
    keys += 1;
    await luc.read(`mutation { saisirMesures(cle: "s${keys}", campagne: "${CAMPAGNE}", mesures: [
      { territoire: "01111", exigence: "A-P5:AAOR", periode: "${P01}", ${said} }]) { acte { contenu contenuReserve } } }`);
  };
  const submit = async (): Promise<void> => {
    keys += 1;
    await luc.read(
      `mutation { soumettreReddition(cle: "v${keys}", campagne: "${CAMPAGNE}") { acte { numero } } }`,
    );
  };

  /** All that the graph says of the measure and of the versions that carry it. */
  const readAll = async (person: Person, versions: readonly number[]): Promise<string> =>
    JSON.stringify(
      await person.read(`{
        ${versions
          .map(
            (number) => `v${number}: reddition(id: "${version(number)}") { lignes {
              nodes { valeur statut verdict { etat motif } versions { valeur statut parActe { contenu } } } edges { node { valeur } } absence { motif } } }`,
          )
          .join('\n')}
        mesure(id: "${MESURE}") { valeur statut versions { valeur statut } lignes { valeur versions { valeur } } }
        journalEtablissements(nature: "saisirMesures", etablissement: "${ETABLISSEMENT}") { nodes { contenu contenuReserve } }
        differencesEtablissements(first: 1000, etablissement: "${ETABLISSEMENT}") { nodes { type champ avant apres } }
      }`),
    );
  /** Which of these values somebody reads anywhere. */
  const readOf = async (person: Person, versions: readonly number[], values: readonly number[]) => {
    const said = await readAll(person, versions);
    return values.filter((value) => isTold(value, said));
  };
  // Neither a part of a digest nor of an hour.
  const isTold = (value: number, said: string): boolean =>
    new RegExp(`(?<![\\w.+/-])${value}(?![\\w.+/:-])`).test(said);

  const verdictsOf = async (person: Person, number: number) =>
    (
      await person.read<{ reddition: { lignes: { nodes: { verdict: object }[] } } }>(
        `{ reddition(id: "${version(number)}") { lignes { nodes { verdict { etat motif } } } } }`,
      )
    ).reddition.lignes.nodes.map(({ verdict }) => verdict);

  it('of a draft, is said to be withheld', async () => {
    await enter('valeur: 151');
    for (const person of others) {
      expect(await readOf(person, [1], [151])).toEqual([]);
      const { reddition, journalEtablissements } = await person.read<Record<string, object>>(`{
        reddition(id: "${version(1)}") { etat lignes { nodes { valeur } absence { motif doitRepondre { code } } } }
        journalEtablissements(nature: "saisirMesures", etablissement: "${ETABLISSEMENT}") { nodes { contenu contenuReserve } } }`);
      expect(reddition).toEqual({
        etat: 'SAISIE',
        lignes: {
          nodes: [],
          absence: { motif: expect.stringMatching(/^Lignes retenues/) as unknown, doitRepondre: null },
        },
      });
      expect(journalEtablissements).toMatchObject({
        nodes: [
          {
            contenu: expect.stringMatching(/^\{"reserve":"Saisie/) as unknown,
            contenuReserve: expect.stringMatching(/^Saisie/) as unknown,
          },
        ],
      });
    }
    for (const person of [luc, marie]) {
      expect(await readOf(person, [1], [151])).toEqual([151]);
      expect(await verdictsOf(person, 1)).toEqual([
        { etat: 'NON_CONFORME', motif: expect.stringContaining('151 h') as unknown },
      ]);
    }
  });

  it('of a draft, is not found by trying what gives the digest of its act', async () => {
    const read = async (person: Person) =>
      (
        await person.read<{ journalEtablissements: { nodes: { contenu: string; feuille: string }[] } }>(
          `{ journalEtablissements(nature: "saisirMesures", etablissement: "${ETABLISSEMENT}") { nodes { contenu feuille } } }`,
        )
      ).journalEtablissements.nodes.at(-1)!;
    const digest = (text: string) => createHash('sha256').update(text).digest('hex');
    const { empreinteContenu } = JSON.parse((await read(others[0]!)).feuille) as { empreinteContenu: string };
    // All of it is public, or easily supposed, but the value and what was drawn.
    const { contenu } = await read(luc);
    const supposed = contenu.replace(/,"sel":"[0-9a-f]{32}"/, '');
    const tried = Array.from({ length: 1_000 }, (_, guess) => supposed.replaceAll(':151,', `:${guess},`));
    expect(new Set(tried).size).toBe(1_000);
    expect(tried.filter((guess) => digest(guess) === empreinteContenu)).toEqual([]);
    expect(digest(contenu)).toBe(empreinteContenu);
  });

  it('is what was published, once it is, and never what a draft said before', async () => {
    await submit();
    await enter('valeur: 99');
    const compare = (person: Person, number: number, since: number) =>
      person.ask<object>(
        `{ reddition(id: "${version(number)}") { ecartsDepuis(version: ${since}) { valeurAvant valeurApres } } }`,
      );
    for (const person of others) {
      expect(await readOf(person, [1, 2], [151, 99])).toEqual([151]);
      for (const [number, since] of [
        [1, 2],
        [2, 1],
      ] as const)
        expect((await compare(person, number, since)).errors?.[0]).toMatchObject({
          message: expect.stringContaining('La version 2 n’est pas soumise') as unknown,
          extensions: { code: 'FILTRE_INVALIDE' },
        });
    }
    expect((await compare(marie, 2, 1)).data).toEqual({
      reddition: { ecartsDepuis: [{ valeurAvant: 151, valeurApres: 99 }] },
    });
    for (const person of [luc, ...others])
      expect((await compare(person, 1, 9)).errors?.[0]).toMatchObject({
        message: expect.stringContaining('il n’y a pas de version 9. Possibles : 1, 2.') as unknown,
        extensions: { code: 'FILTRE_INVALIDE' },
      });
    await enter('valeur: 47');
    await submit();
    for (const person of others) expect(await readOf(person, [1, 2], [151, 99, 47])).toEqual([151, 47]);
    for (const person of [luc, marie])
      expect(await readOf(person, [1, 2], [151, 99, 47])).toEqual([151, 99, 47]);
  });

  it('is no more what is suppressed, of whatever was said before', async () => {
    const known = new Date().toISOString();
    const atThat = { 'palier-au': known };
    const PAST = `{ mesure(id: "${MESURE}") { valeur statut versions { valeur } lignes { valeur } verdict { etat } }
      mesures(exigence: "A-P5:AAOR", territoire: "01111") { nodes { valeur statut } }
      parValeur: mesures(exigence: "A-P5:AAOR", tri: VALEUR) { nodes { valeur } }
      V1: reddition(id: "${version(1)}") { lignes { nodes { valeur } } } }`;
    // Read then, and kept.
    for (const person of others) expect(JSON.stringify(await person.read(PAST, {}, atThat))).toContain('47');
    await enter('statut: SUPPRIMEE');
    await submit();
    for (const person of others) {
      expect(await readOf(person, [1, 2, 3], [151, 99, 47])).toEqual([]);
      const { former, ecarts, mesure } = await person.read<Record<string, object>>(`{
        former: reddition(id: "${version(1)}") { lignes { nodes { valeur statut } } }
        ecarts: reddition(id: "${version(2)}") { ecartsDepuis(version: 1) { valeurAvant statutAvant valeurApres statutApres } }
        mesure(id: "${MESURE}") { versions { valeur statut } } }`);
      const hidden = { valeur: null, statut: 'SUPPRIMEE' };
      expect(former).toEqual({ lignes: { nodes: [hidden] } });
      // Nor that it was another before.
      expect(ecarts).toEqual({ ecartsDepuis: [] });
      expect(mesure).toEqual({ versions: [hidden, hidden, hidden] });
      expect(await verdictsOf(person, 1)).toMatchObject([{ etat: 'SANS_VERDICT' }]);
    }
    expect(await verdictsOf(luc, 1)).toMatchObject([{ etat: 'NON_CONFORME' }]);
    for (const person of [luc, marie])
      expect(await readOf(person, [1, 2, 3], [151, 99, 47])).toEqual([151, 99, 47]);
    for (const person of others) {
      await expect
        .poll(async () => {
          const said = JSON.stringify(await person.read(PAST, {}, atThat));
          return [47, 151].filter((value) => isTold(value, said));
        })
        .toEqual([]);
      expect(await person.read(PAST, {}, atThat)).toMatchObject({
        mesure: { valeur: null, statut: 'SUPPRIMEE', verdict: { etat: 'SANS_VERDICT' } },
        mesures: { nodes: [{ valeur: null, statut: 'SUPPRIMEE' }] },
      });
    }
    // Whose it is reads it where it stood.
    expect(await luc.read(PAST, {}, atThat)).toMatchObject({
      mesure: { lignes: [{ valeur: 151 }, { valeur: 47 }] },
    });
  });

  it('is not published again by the withdrawal of what suppresses it, and no button offers it', async () => {
    const { errors } = await luc.ask(
      `mutation { retirerReddition(cle: "retrait", reddition: "${version(3)}", motif: "Erreur.") { acte { numero } } }`,
    );
    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining(MESURE) as unknown,
      extensions: { code: 'ACTE_REFUSE', regle: 'RETIRER_SANS_DEVOILER' },
    });
    const { reddition } = await luc.read<{ reddition: object }>(
      `{ reddition(id: "${version(3)}") { actionsPossibles { nom motifSiRefusee } } }`,
    );
    expect(reddition).toMatchObject({
      actionsPossibles: expect.arrayContaining([
        { nom: 'retirerReddition', motifSiRefusee: errors?.[0]?.message },
      ]) as unknown,
    });
    for (const person of others) expect(await readOf(person, [1, 2, 3], [151, 99, 47])).toEqual([]);
  });
});
