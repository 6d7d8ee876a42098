import { afterAll, beforeAll, expect, it } from 'vitest';
import { type KeptConsolidated, keepConsolidated } from '@palier/start/keep-consolidated';
import { type HouseOfPeople, openCampagne, openHouseOfPeople, type Person } from '../people.ts';

// Bilans follow what is published by themselves, where the whole is served in one process; where there is none, the graph says why.

const CAMPAGNE = '2026-2027';
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
