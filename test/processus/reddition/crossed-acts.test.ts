import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPreparedBase } from '../../base/roles-place.ts';
import { NO_SERVER } from '../../postgres.ts';
import { type HouseOfPeople, openCampagne, openHouseOfPeople, type Person } from '../people.ts';

const ETABLISSEMENT = '11045119';
const CAMPAGNE = '2026-2027';
const REDDITION = `${CAMPAGNE}:${ETABLISSEMENT}:V1`;
const EXAMEN = `examen { statut contradiction absence { motif doitRepondre { code } } }`;

/** The turn to write in the journal of a level, until the transaction ends. */
const turnOf = (level: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`palier.journal.${level}`}, 0))`;

/** Who waits for the turn to write in a journal, or for it to be free; levels that receive each other's signatures wait for it too. */
const WAITING = sql<{ pid: number }>`
  select pid from pg_locks join pg_stat_activity using (pid)
  where locktype = 'advisory' and not granted and datname = current_database() and query not ilike 'insert into%'`;

const base = await openPreparedBase({ demonstration: 'CHARGEE' });

describe.skipIf(base === undefined)(`acts of two levels that cross${base ? '' : `: ${NO_SERVER}`}`, () => {
  let people: HouseOfPeople;
  let marie: Person;
  let luc: Person;
  beforeAll(async () => {
    const { locations, administered, close } = base!;
    people = await openHouseOfPeople({
      openPlace: () =>
        Promise.resolve({ location: { kind: 'server', url: '' }, locations, administered, close }),
    });
    marie = await people.person({ sub: 'marie', palier: 'SANTE_QUEBEC' });
    luc = await people.person({ sub: 'luc', palier: 'ETABLISSEMENT', etablissement: ETABLISSEMENT });
    await openCampagne(marie, ['I-A-P5']);
    await luc.read(`mutation {
      saisirMesures(cle: "1", campagne: "${CAMPAGNE}", mesures: [
        { territoire: "01111", exigence: "A-P5:AAOR", periode: "${CAMPAGNE}-P01", valeur: 4 }]) { acte { numero } }
      soumettreReddition(cle: "2", campagne: "${CAMPAGNE}") { acte { numero } } }`);
  });
  afterAll(() => people.close());

  /** Of what a closing retained of the établissement. */
  const contradictionOfRetained = async (campagne: string): Promise<string | null | undefined> =>
    (
      await luc.read<{
        campagne: { versionsRetenues: { etablissement: { code: string }; contradiction: string | null }[] };
      }>(`{ campagne(code: "${campagne}") { versionsRetenues { etablissement { code } contradiction } } }`)
    ).campagne.versionsRetenues.find(({ etablissement }) => etablissement.code === ETABLISSEMENT)
      ?.contradiction;

  it('both stand, and the examination says that they contradict each other, and what counts', async () => {
    const { kysely } = people.database;
    // Santé Québec has judged, and waits for its turn to write.
    const { consolidating } = await kysely.transaction().execute(async (transaction) => {
      await turnOf('sante_quebec').execute(transaction);
      const answer = marie.read<{ consoliderReddition: unknown }>(
        `mutation { consoliderReddition(cle: "3", reddition: "${REDDITION}") { reddition { ${EXAMEN} } } }`,
      );
      await expect.poll(async () => (await WAITING.execute(kysely)).rows.length).toBe(1);
      await luc.read(
        `mutation { retirerReddition(cle: "3", reddition: "${REDDITION}", motif: "Mauvais fichier.") { reddition { etat } } }`,
      );
      return { consolidating: answer };
    });
    const consolidated = await consolidating;
    const crossed = {
      examen: {
        statut: 'CONSOLIDEE',
        contradiction: expect.stringMatching(/les deux actes sont inscrits.*aucune fermeture/) as unknown,
        absence: null,
      },
    };
    expect(consolidated).toEqual({ consoliderReddition: { reddition: crossed } });
    expect(await luc.read(`{ reddition(id: "${REDDITION}") { etat ${EXAMEN} } }`)).toEqual({
      reddition: { etat: 'RETIREE', ...crossed },
    });
  });

  it('a version withdrawn before anybody examined it is owed no examination', async () => {
    await luc.read(`mutation {
      saisirMesures(cle: "4", campagne: "${CAMPAGNE}", mesures: [
        { territoire: "01111", exigence: "A-P5:AAOR", periode: "${CAMPAGNE}-P02", valeur: 5 }]) { acte { numero } }
      soumettreReddition(cle: "5", campagne: "${CAMPAGNE}") { acte { numero } }
      retirerReddition(cle: "6", reddition: "${CAMPAGNE}:${ETABLISSEMENT}:V2", motif: "Encore.") { acte { numero } } }`);
    expect(
      await luc.read(`{ reddition(id: "${CAMPAGNE}:${ETABLISSEMENT}:V2") { etat ${EXAMEN} } }`),
    ).toMatchObject({
      reddition: {
        etat: 'RETIREE',
        examen: { statut: null, contradiction: null, absence: { doitRepondre: null } },
      },
    });
  });

  it('a draft is not submitted at a revision that it was not judged at', async () => {
    const { kysely } = people.database;
    const enter = (cle: string, valeur: number) =>
      luc.ask<{ saisirMesures: { reddition: { revision: number } } }>(
        `mutation { saisirMesures(cle: "${cle}", campagne: "${CAMPAGNE}", mesures: [
          { territoire: "01111", exigence: "A-P5:AAOR", periode: "${CAMPAGNE}-P03", valeur: ${valeur} }]) { reddition { revision } } }`,
      );
    const revision = (await enter('7', 6)).data?.saisirMesures.reddition.revision ?? 0;
    const entering = await kysely.transaction().execute(async (transaction) => {
      await turnOf('etablissements').execute(transaction);
      const answer = enter('8', 7);
      await expect.poll(async () => (await WAITING.execute(kysely)).rows.length).toBe(1);
      // What is entered meanwhile would make the revision true, of a draft that nobody judged.
      const { errors } = await luc.ask(
        `mutation { soumettreReddition(cle: "9", campagne: "${CAMPAGNE}", versionAttendue: ${revision + 1}) { acte { numero } } }`,
      );
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'VERSION_PERIMEE', versionCourante: revision });
      return { answer };
    });
    expect((await entering.answer).data).toEqual({
      saisirMesures: { reddition: { revision: revision + 1 } },
    });
  });

  it('the closing keeps neither', async () => {
    const { fermerCampagne } = await marie.read<{
      fermerCampagne: { campagne: { versionsRetenues: { etablissement: { code: string } }[] } };
    }>(`mutation { fermerCampagne(cle: "7", campagne: "${CAMPAGNE}") {
      campagne { versionsRetenues { etablissement { code } reddition { id } raison } } } }`);
    expect(
      fermerCampagne.campagne.versionsRetenues.find(
        ({ etablissement }) => etablissement.code === ETABLISSEMENT,
      ),
    ).toMatchObject({ reddition: null, raison: 'AUCUNE_VERSION_VALIDE' });
  });

  it('a version that another follows while it is sent back says so, and the other is examined in its turn', async () => {
    const campagne = `${CAMPAGNE}-P03`;
    const submit = (cle: string, valeur: number) =>
      luc.read(`mutation {
        saisirMesures(cle: "saisie-${cle}", campagne: "${campagne}", mesures: [
          { territoire: "01111", exigence: "A-P5:AAOR", periode: "${CAMPAGNE}-P03", valeur: ${valeur} }]) { acte { numero } }
        soumettreReddition(cle: "${cle}", campagne: "${campagne}") { acte { numero } } }`);
    const sendBack = (
      reddition: string,
    ) => `retournerReddition(cle: "r-${reddition}", reddition: "${reddition}", cellules: [
      { mesure: "${CAMPAGNE}-P03:01111:A-P5:AAOR", motif: "Surprend.", attendu: "Confirmer." }]) { reddition { ${EXAMEN} } }`;
    const [first, second] = [1, 2].map((version) => `${campagne}:${ETABLISSEMENT}:V${version}`);
    await marie.read(
      `mutation { ouvrirCampagne(cle: "8", code: "${campagne}", canevas: "${CAMPAGNE}-V1") { acte { numero } } }`,
    );
    await submit('v1', 4);
    const { kysely } = people.database;
    const { returning } = await kysely.transaction().execute(async (transaction) => {
      await turnOf('sante_quebec').execute(transaction);
      const answer = marie.read<object>(`mutation { ${sendBack(first!)} }`);
      await expect.poll(async () => (await WAITING.execute(kysely)).rows.length).toBe(1);
      await submit('v2', 5);
      return { returning: answer };
    });
    const contradiction = expect.stringMatching(/a soumis la version 2 .*l’examine à son tour/) as unknown;
    expect(await returning).toMatchObject({
      retournerReddition: { reddition: { examen: { statut: 'RETOURNEE', contradiction } } },
    });
    expect(await marie.read(`mutation { ${sendBack(second!)} }`)).toMatchObject({
      retournerReddition: { reddition: { examen: { statut: 'RETOURNEE', contradiction: null } } },
    });
    // A version that follows an examination contradicts nothing.
    await submit('v3', 6);
    expect(await luc.read(`{ reddition(id: "${second}") { ${EXAMEN} } }`)).toMatchObject({
      reddition: { examen: { contradiction: null } },
    });
  });

  it('a version submitted while the campagne closes is published, and says that the closing left it', async () => {
    const campagne = `${CAMPAGNE}-P04`;
    await marie.read(
      `mutation { ouvrirCampagne(cle: "9", code: "${campagne}", canevas: "${CAMPAGNE}-V1") { acte { numero } } }`,
    );
    const { kysely } = people.database;
    const { closing } = await kysely.transaction().execute(async (transaction) => {
      await turnOf('sante_quebec').execute(transaction);
      const answer = marie.read(
        `mutation { fermerCampagne(cle: "10", campagne: "${campagne}") { acte { numero } } }`,
      );
      await expect.poll(async () => (await WAITING.execute(kysely)).rows.length).toBe(1);
      await luc.read(`mutation {
        saisirMesures(cle: "tard", campagne: "${campagne}", mesures: [
          { territoire: "01111", exigence: "A-P5:AAOR", periode: "${CAMPAGNE}-P04", valeur: 4 }]) { acte { numero } }
        soumettreReddition(cle: "tard-v1", campagne: "${campagne}") { acte { numero } } }`);
      return { closing: answer };
    });
    await closing;
    // Nothing is retained: there is no version of which what followed would be known.
    expect(await contradictionOfRetained(campagne)).toBeNull();
    expect(
      await luc.read(`{ reddition(id: "${campagne}:${ETABLISSEMENT}:V1") { etat ${EXAMEN} } }`),
    ).toMatchObject({
      reddition: {
        etat: 'SOUMISE',
        examen: {
          statut: null,
          contradiction: expect.stringMatching(/fermée sans que cette version soit retenue/) as unknown,
        },
      },
    });
  });

  it('a version that follows another while the campagne closes is published: what is retained, and its examination, say the same', async () => {
    const campagne = `${CAMPAGNE}-P06`;
    await marie.read(
      `mutation { ouvrirCampagne(cle: "13", code: "${campagne}", canevas: "${CAMPAGNE}-V1") { acte { numero } } }`,
    );
    const submit = (valeur: number) =>
      luc.read(`mutation {
        saisirMesures(cle: "suit-${valeur}", campagne: "${campagne}", mesures: [
          { territoire: "01111", exigence: "A-P5:AAOR", periode: "${CAMPAGNE}-P06", valeur: ${valeur} }]) { acte { numero } }
        soumettreReddition(cle: "suit-v${valeur}", campagne: "${campagne}") { acte { numero } } }`);
    await submit(4);
    const { kysely } = people.database;
    const { closing } = await kysely.transaction().execute(async (transaction) => {
      await turnOf('sante_quebec').execute(transaction);
      const answer = marie.read(
        `mutation { fermerCampagne(cle: "14", campagne: "${campagne}") { acte { numero } } }`,
      );
      await expect.poll(async () => (await WAITING.execute(kysely)).rows.length).toBe(1);
      await submit(5);
      return { closing: answer };
    });
    await closing;
    const { reddition } = await luc.read<{ reddition: { examen: { contradiction: string } } }>(
      `{ reddition(id: "${campagne}:${ETABLISSEMENT}:V2") { ${EXAMEN} } }`,
    );
    expect(reddition.examen.contradiction).toMatch(/ne la voyait pas.* et non la version retenue .*:V1\)/);
    expect(await contradictionOfRetained(campagne)).toBe(reddition.examen.contradiction);
  });

  it('a version withdrawn while the campagne closes is retained, and says so; the one before says what is published', async () => {
    const campagne = `${CAMPAGNE}-P05`;
    const [first, second] = [1, 2].map((version) => `${campagne}:${ETABLISSEMENT}:V${version}`);
    await marie.read(
      `mutation { ouvrirCampagne(cle: "11", code: "${campagne}", canevas: "${CAMPAGNE}-V1") { acte { numero } } }`,
    );
    for (const valeur of [4, 5])
      await luc.read(`mutation {
        saisirMesures(cle: "pris-${valeur}", campagne: "${campagne}", mesures: [
          { territoire: "01111", exigence: "A-P5:AAOR", periode: "${CAMPAGNE}-P05", valeur: ${valeur} }]) { acte { numero } }
        soumettreReddition(cle: "pris-v${valeur}", campagne: "${campagne}") { acte { numero } } }`);
    const { kysely } = people.database;
    const { closing } = await kysely.transaction().execute(async (transaction) => {
      await turnOf('sante_quebec').execute(transaction);
      const answer = marie.read(
        `mutation { fermerCampagne(cle: "12", campagne: "${campagne}") { acte { numero } } }`,
      );
      await expect.poll(async () => (await WAITING.execute(kysely)).rows.length).toBe(1);
      await luc.read(
        `mutation { retirerReddition(cle: "pris", reddition: "${second}", motif: "Mauvais fichier.") { acte { numero } } }`,
      );
      return { closing: answer };
    });
    await closing;
    const contradictionOf = async (id: string | undefined) =>
      (await luc.read<{ reddition: object }>(`{ reddition(id: "${id}") { ${EXAMEN} } }`)).reddition;
    expect(await contradictionOf(second)).toMatchObject({
      examen: {
        contradiction: expect.stringMatching(
          /a fermé la campagne .* que l’établissement a retirée/,
        ) as unknown,
      },
    });
    expect(await contradictionOf(first)).toMatchObject({
      examen: {
        contradiction: expect.stringContaining(`retient ${second}, que l’établissement a retirée`) as unknown,
      },
    });
    expect(await contradictionOfRetained(campagne)).toMatch(/que l’établissement a retirée/);
  });

  it('whoever reads the past during a long write waits on one connection a level, and the present is read meanwhile', async () => {
    const { kysely } = people.database;
    const read = (rank: number, headers?: Record<string, string>) =>
      luc.read<{ etablissement: { code: string } }>(
        `{ etablissement(code: "${ETABLISSEMENT}") { code r${rank}: nom } }`,
        {},
        headers,
      );
    const { reading } = await kysely.transaction().execute(async (transaction) => {
      await turnOf('sante_quebec').execute(transaction);
      const au = new Date().toISOString();
      const answers = Array.from({ length: 40 }, (_, rank) => read(rank, { 'palier-au': au }));
      await expect.poll(async () => (await WAITING.execute(kysely)).rows.length).toBe(1);
      expect((await read(40)).etablissement.code).toBe(ETABLISSEMENT);
      expect((await WAITING.execute(kysely)).rows).toHaveLength(1);
      return { reading: answers };
    });
    for (const { etablissement } of await Promise.all(reading))
      expect(etablissement.code).toBe(ETABLISSEMENT);
  });
});
