import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type KeptConsolidated, keepConsolidated } from '@palier/start/keep-consolidated';
import { type HouseOfPeople, openCampagne, openHouseOfPeople, type Person } from '../people.ts';

// Bilans follow what is published by themselves, where the whole is served in one process; where there is none, the graph says why.

const CAMPAGNE = '2026-2027';
const SUPPRIMER = `mutation { saisirMesures(cle: "suppression", campagne: "${CAMPAGNE}", mesures: [
  { territoire: "01111", exigence: "A-P5:AAOR", periode: "${CAMPAGNE}-P01", statut: SUPPRIMEE }]) { acte { numero } } }`;
const SAISIR = `mutation ($cle: ID!, $valeur: Float) { saisirMesures(cle: $cle, campagne: "${CAMPAGNE}", mesures: [
  { territoire: "01111", exigence: "A-P5:AAOR", periode: "${CAMPAGNE}-P01", valeur: $valeur }]) { acte { numero } } }`;
const SOUMETTRE = `mutation ($cle: ID!) { soumettreReddition(cle: $cle, campagne: "${CAMPAGNE}") { acte { numero } } }`;

const COUNTS = '{ conformes nonConformes consolideLe }';
const ABSENCE = '{ motif doitRepondre { code } mandat { code } }';
const BILANS = `query ($campagne: ID) {
  bilanQuebec(campagne: $campagne) ${COUNTS} bilanQuebecAbsence(campagne: $campagne) ${ABSENCE}
  region(code: "01") { bilan(campagne: $campagne) ${COUNTS} bilanAbsence(campagne: $campagne) ${ABSENCE} }
  reseauTerritorial(code: "011") { bilan(campagne: $campagne) ${COUNTS} bilanAbsence(campagne: $campagne) ${ABSENCE} }
  reseauLocal(code: "0111") { bilan(campagne: $campagne) ${COUNTS} bilanAbsence(campagne: $campagne) ${ABSENCE} }
  territoireClsc(code: "01111") { bilan(campagne: $campagne) ${COUNTS} bilanAbsence(campagne: $campagne) ${ABSENCE} }
  nordique: territoireClsc(code: "17011") { bilan(campagne: $campagne) ${COUNTS} bilanAbsence(campagne: $campagne) ${ABSENCE} }
}`;

interface Place {
  readonly bilan: { readonly conformes: number; readonly nonConformes: number } | null;
  readonly bilanAbsence: { readonly motif: string; readonly doitRepondre: object | null } | null;
}

let people: HouseOfPeople;
let marie: Person;
let luc: Person;
let kept: KeptConsolidated;
const failures: unknown[] = [];

const keep = (): KeptConsolidated =>
  keepConsolidated(people.house, {
    consolidated: () => undefined,
    failed: (error) => failures.push(error),
    waitMs: 20,
  });

/** Every place of the question, Québec itself too. */
async function readPlaces(campagne: string | null): Promise<Record<string, Place>> {
  const { bilanQuebec, bilanQuebecAbsence, ...places } = await marie.read<
    Record<string, Place> & {
      bilanQuebec: Place['bilan'] & object;
      bilanQuebecAbsence: Place['bilanAbsence'] & object;
    }
  >(BILANS, { campagne });
  return { ...places, quebec: { bilan: bilanQuebec, bilanAbsence: bilanQuebecAbsence } };
}

const submit = async (cle: string, valeur: number): Promise<void> => {
  await luc.read(SAISIR, { cle: `saisie-${cle}`, valeur });
  await luc.read(SOUMETTRE, { cle: `version-${cle}` });
};

beforeAll(async () => {
  people = await openHouseOfPeople();
  marie = await people.person({ sub: 'marie', palier: 'SANTE_QUEBEC' });
  luc = await people.person({ sub: 'luc', palier: 'ETABLISSEMENT', etablissement: '11045119' });
});
afterAll(async () => {
  kept?.stop();
  await people.close();
});

it('a campagne that is not consolidated owes its bilans, where it asks something, and says so in every place', async () => {
  await openCampagne(marie, ['I-A-P5'], [`${CAMPAGNE}-P01`]);
  const { nordique, ...places } = await readPlaces(CAMPAGNE);
  for (const [name, { bilan, bilanAbsence }] of Object.entries(places)) {
    expect(bilan, name).toBeNull();
    expect(bilanAbsence, name).toMatchObject({
      motif: expect.stringContaining(CAMPAGNE) as string,
      doitRepondre: { code: 'SANTE_QUEBEC' },
      mandat: { code: 'S4' },
    });
  }
  expect(nordique).toMatchObject({ bilan: null, bilanAbsence: { doitRepondre: null, mandat: null } });
});

it('a campagne that nobody opened owes none', async () => {
  for (const { bilan, bilanAbsence } of Object.values(await readPlaces('2030-2031'))) {
    expect(bilan).toBeNull();
    expect(bilanAbsence).toMatchObject({
      motif: expect.stringContaining('2030-2031') as string,
      doitRepondre: null,
    });
  }
});

it('is consolidated at start, then after each version that is published', async () => {
  kept = keep();
  await kept.begin();
  const { nordique, ...places } = await readPlaces(CAMPAGNE);
  for (const { bilan, bilanAbsence } of Object.values(places)) {
    expect(bilan).not.toBeNull();
    expect(bilanAbsence).toBeNull();
  }
  // Nobody owes anything there, and nothing is measured: a bilan of zeros would say that all is well.
  expect(nordique).toMatchObject({ bilan: null, bilanAbsence: { doitRepondre: null } });
  await submit('1', 1);
  await expect
    .poll(async () => (await readPlaces(CAMPAGNE))['territoireClsc']?.bilan)
    .toMatchObject({ conformes: 1, nonConformes: 0 });
  await submit('2', 5);
  await expect
    .poll(async () => (await readPlaces(CAMPAGNE))['quebec']?.bilan)
    .toMatchObject({ conformes: 0, nonConformes: 1 });
  expect(failures).toEqual([]);
});

it('is consolidated by the next start when it was cut off before', async () => {
  kept.stop();
  await submit('3', 1);
  expect((await readPlaces(CAMPAGNE))['territoireClsc']?.bilan).toMatchObject({ conformes: 0 });
  kept = keep();
  await kept.begin();
  expect((await readPlaces(CAMPAGNE))['territoireClsc']?.bilan).toMatchObject({ conformes: 1 });
});

it('counts again what a version had taken out, once that version is withdrawn', async () => {
  const places = async () => (await readPlaces(CAMPAGNE))['territoireClsc']?.bilan;
  const before = await places();
  await luc.read(`mutation { saisirMesures(cle: "retrait", campagne: "${CAMPAGNE}", mesures: [], retraits: [
    { territoire: "01111", exigence: "A-P5:AAOR", periode: "${CAMPAGNE}-P01" }]) { reddition { id } } }`);
  const { saisirMesures: said } = await luc.read<{ saisirMesures: { reddition: { id: string } } }>(
    `mutation { saisirMesures(cle: "autre", campagne: "${CAMPAGNE}", mesures: [
      { territoire: "01121", exigence: "A-P5:AAOR", periode: "${CAMPAGNE}-P01", valeur: 1 }]) { reddition { id } } }`,
  );
  await luc.read(SOUMETTRE, { cle: 'sans' });
  await expect.poll(places).toMatchObject({ conformes: 0, nonConformes: 0 });
  await luc.read(
    `mutation { retirerReddition(cle: "reprise", reddition: "${said.reddition.id}", motif: "Erreur.") { acte { numero } } }`,
  );
  await expect
    .poll(places)
    .toMatchObject({ conformes: before!.conformes, nonConformes: before!.nonConformes });
});

it('tells no more the verdict of a figure that is suppressed since, though nothing is consolidated', async () => {
  const counted = () =>
    marie.read(`{
      bilanQuebec(campagne: "${CAMPAGNE}") { nonConformes sansVerdict verdictsReserves }
      territoireClsc(code: "01111") { bilan(campagne: "${CAMPAGNE}") { nonConformes sansVerdict verdictsReserves } }
      bilans(campagne: "${CAMPAGNE}", verdict: NON_CONFORME) { totalCount }
    }`);
  const told = { nonConformes: 1, sansVerdict: 0, verdictsReserves: false };
  await submit('4', 5);
  await expect
    .poll(counted)
    .toMatchObject({ bilanQuebec: told, territoireClsc: { bilan: told }, bilans: { totalCount: 1 } });
  kept.stop();
  await luc.read(SUPPRIMER);
  await luc.read(SOUMETTRE, { cle: 'version-suppression' });
  const withheld = { nonConformes: 0, sansVerdict: 1, verdictsReserves: true };
  await expect
    .poll(counted)
    .toMatchObject({ bilanQuebec: withheld, territoireClsc: { bilan: withheld }, bilans: { totalCount: 0 } });
});

describe('closed, a campagne counts', () => {
  const EXERCICE = '2023-2024';
  const mesure = (territoire: string) =>
    `territoire: "${territoire}", exigence: "A-P5:AAOR", periode: "${EXERCICE}-P01"`;
  const idOf = (etablissement: string, version: number) => `${EXERCICE}:${etablissement}:V${version}`;
  let keys = 0;
  const key = () => `cle: "ferme-${(keys += 1)}"`;
  const say = async (person: Person, said: string): Promise<void> => {
    await person.read(`mutation {
      saisirMesures(${key()}, campagne: "${EXERCICE}", mesures: [${said}]) { acte { numero } }
      soumettreReddition(${key()}, campagne: "${EXERCICE}") { acte { numero } } }`);
  };
  const sendBack = (reddition: string, territoire: string) =>
    marie.read(`mutation { retournerReddition(${key()}, reddition: "${reddition}", cellules: [
      { mesure: "${EXERCICE}-P01:${territoire}:A-P5:AAOR", motif: "Surprend.", attendu: "Confirmer." }]) { acte { numero } } }`);
  const counted = async (territoire: string) =>
    (
      await marie.read<{ territoireClsc: { bilan: object } }>(
        `{ territoireClsc(code: "${territoire}") { bilan(campagne: "${EXERCICE}") { conformes nonConformes sansVerdict absents } } }`,
      )
    ).territoireClsc.bilan;
  const NONE = { conformes: 0, nonConformes: 0, sansVerdict: 0, absents: 0 };

  it('the version that it retains, though a later one, sent back, is published', async () => {
    const omar = await people.person({ sub: 'omar', palier: 'ETABLISSEMENT', etablissement: '11045127' });
    const { etablissement } = await omar.read<{
      etablissement: { territoires: readonly { readonly code: string }[] };
    }>('{ etablissement(code: "11045127") { territoires { code } } }');
    const [own = ''] = etablissement.territoires.map(({ code }) => code);
    await marie.read(`mutation {
      publierCanevas(${key()}, exercice: "${EXERCICE}", indicateurs: ["I-A-P5"]) { acte { numero } }
      ouvrirCampagne(${key()}, code: "${EXERCICE}", canevas: "${EXERCICE}-V1", periodes: ["${EXERCICE}-P01"]) { acte { numero } } }`);
    await say(luc, `{ ${mesure('01111')}, valeur: 1 } { ${mesure('01121')}, valeur: 1 }`);
    await marie.read(
      `mutation { consoliderReddition(${key()}, reddition: "${idOf('11045119', 1)}") { acte { numero } } }`,
    );
    // Corrected and suppressed by a version that is sent back, and never answered.
    await say(luc, `{ ${mesure('01111')}, valeur: 5 } { ${mesure('01121')}, statut: SUPPRIMEE }`);
    await sendBack(idOf('11045119', 2), '01111');
    // Sent back alone, it is not valid: nothing is.
    await say(omar, `{ ${mesure(own)}, valeur: 1 }`);
    await sendBack(idOf('11045127', 1), own);
    await people.house.consolidate();
    expect([await counted('01111'), await counted(own)]).toEqual([
      { ...NONE, nonConformes: 1 },
      { ...NONE, conformes: 1 },
    ]);
    await marie.read(`mutation { fermerCampagne(${key()}, campagne: "${EXERCICE}") { acte { numero } } }`);
    await people.house.consolidate();
    expect([await counted('01111'), await counted('01121'), await counted(own)]).toEqual([
      { ...NONE, conformes: 1 },
      { ...NONE, sansVerdict: 1 },
      { ...NONE, absents: 1 },
    ]);
    expect(await marie.read(`{ mesure(id: "${EXERCICE}-P01:01111:A-P5:AAOR") { valeur } }`)).toEqual({
      mesure: { valeur: 5 },
    });
  });
});
