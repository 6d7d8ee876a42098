import { afterAll, beforeAll, expect, it } from 'vitest';
import { type HouseOfPeople, openHouseOfPeople, type Person } from '../people.ts';

/** What is offered to each person, of each kind of thing, at each step of a process agrees with what the act answers. */
const CAMPAGNE = '2023-2024';
const ETABLISSEMENT = '11045119';
const MESURE = `${CAMPAGNE}-P01:01111:A-P5:AAOR`;
const PLACE = `territoire: "01111", exigence: "A-P5:AAOR", periode: "${CAMPAGNE}-P01"`;

interface Offered {
  readonly nom: string;
  readonly motifSiRefusee: string | null;
}

let people: HouseOfPeople;
let persons: Readonly<Record<'marie' | 'luc' | 'sophie', Person>>;
beforeAll(async () => {
  people = await openHouseOfPeople();
  persons = {
    marie: await people.person({ sub: 'marie', palier: 'SANTE_QUEBEC' }),
    luc: await people.person({ sub: 'luc', palier: 'ETABLISSEMENT', etablissement: ETABLISSEMENT }),
    sophie: await people.person({ sub: 'sophie', palier: 'MSSS' }),
  };
});
afterAll(() => people.close());

let keys = 0;
/** What is entered at each is other. */
let step = 0;
/** Given as a variable: a text is planned once, whatever its key. */
const KEY = 'cle: $cle';
const REGLE = `code: "ESSAI_ACTIONS", nom: "Essai", severite: INFORMATION, expression: "valeur < 1000", message: "vaut {valeur}.",
  remede: "Corrigez.", fondement: { origine: INFERENCE, note: "essai" }`;

/** How each act is asked, of the version of the return that is looked at. */
const ACTS: Readonly<Record<string, (version: number) => string>> = {
  publierCanevas: () => `publierCanevas(${KEY}, exercice: "${CAMPAGNE}", indicateurs: ["I-A-P5"])`,
  ouvrirCampagne: () =>
    `ouvrirCampagne(${KEY}, code: "${CAMPAGNE}", canevas: "${CAMPAGNE}-V1", periodes: ["${CAMPAGNE}-P01"],
      cloture: "2098-01-01")`,
  publierRegle: () => `publierRegle(${KEY}, regle: { ${REGLE} })`,
  retirerRegle: () => `retirerRegle(${KEY}, regle: "ESSAI_ACTIONS", motif: "Essai.")`,
  saisirMesures: () =>
    `saisirMesures(${KEY}, campagne: "${CAMPAGNE}", mesures: [{ ${PLACE}, valeur: ${(step % 9) + 1} }])`,
  soumettreReddition: () => `soumettreReddition(${KEY}, campagne: "${CAMPAGNE}")`,
  retirerReddition: (version) =>
    `retirerReddition(${KEY}, reddition: "${CAMPAGNE}:${ETABLISSEMENT}:V${version}", motif: "Essai.")`,
  retournerReddition: (version) =>
    `retournerReddition(${KEY}, reddition: "${CAMPAGNE}:${ETABLISSEMENT}:V${version}", cellules: [
      { mesure: "${MESURE}", motif: "Surprend.", attendu: "Confirmer." }])`,
  consoliderReddition: (version) =>
    `consoliderReddition(${KEY}, reddition: "${CAMPAGNE}:${ETABLISSEMENT}:V${version}")`,
  accorderException: () =>
    `accorderException(${KEY}, campagne: "${CAMPAGNE}", etablissement: "${ETABLISSEMENT}", jusquAu: "2099-01-01", motif: "Essai.")`,
  transmettreBilan: () => `transmettreBilan(${KEY}, campagne: "${CAMPAGNE}")`,
  fermerCampagne: () => `fermerCampagne(${KEY}, campagne: "${CAMPAGNE}", motif: "Essai.")`,
  apprecierBilan: () => `apprecierBilan(${KEY}, campagne: "${CAMPAGNE}", texte: "Vu.")`,
};

const ACTIONS = 'actionsPossibles { nom motifSiRefusee }';

/** All that is offered, by the thing and the version that it is of. */
async function readOffered(person: Person, versions: number) {
  const of = Array.from({ length: versions }, (_, rank) => rank + 1);
  const said = await person.read<Record<string, unknown>>(`{
    exercice: actionsSanteQuebec(exercice: "${CAMPAGNE}") { nom motifSiRefusee }
    etablissement(code: "${ETABLISSEMENT}") { actionsPossibles(campagne: "${CAMPAGNE}") { nom motifSiRefusee } }
    campagne(code: "${CAMPAGNE}") { ${ACTIONS} canevas { ${ACTIONS} } appreciation { ${ACTIONS} } }
    regle: regleValidation(code: "ESSAI_ACTIONS") { ${ACTIONS} }
    ${of.map((version) => `v${version}: reddition(id: "${CAMPAGNE}:${ETABLISSEMENT}:V${version}") { ${ACTIONS} examen { ${ACTIONS} } }`).join('\n')} }`);
  const found: (Offered & { readonly version: number; readonly thing: string })[] = [];
  const walk = (value: unknown, thing: string, version: number): void => {
    if (Array.isArray(value)) found.push(...(value as Offered[]).map((one) => ({ ...one, thing, version })));
    else if (typeof value === 'object' && value !== null)
      for (const [name, inner] of Object.entries(value)) walk(inner, `${thing}.${name}`, version);
  };
  for (const [thing, value] of Object.entries(said))
    walk(value, thing, /^v\d+$/.test(thing) ? Number(thing.slice(1)) : versions);
  return found;
}

/** @returns why it is refused; null when it was done */
async function doAct(person: Person, mutation: string): Promise<string | null> {
  keys += 1;
  const { errors } = await person.ask(`mutation ($cle: ID!) { ${mutation} { acte { numero } } }`, {
    cle: `a${keys}`,
  });
  return errors?.[0]?.message ?? null;
}

/** Whoever acts, at each step, and how many versions there are then. */
const STORY = [
  ['marie', 'publierCanevas', 0],
  ['marie', 'ouvrirCampagne', 0],
  ['luc', 'saisirMesures', 0],
  ['luc', 'soumettreReddition', 1],
  ['luc', 'retirerReddition', 1],
  ['luc', 'saisirMesures', 1],
  ['luc', 'soumettreReddition', 2],
  ['marie', 'retournerReddition', 2],
  ['luc', 'saisirMesures', 2],
  ['luc', 'soumettreReddition', 3],
  ['marie', 'consoliderReddition', 3],
  ['marie', 'accorderException', 3],
  ['marie', 'transmettreBilan', 3],
  ['sophie', 'apprecierBilan', 3],
  ['marie', 'publierRegle', 3],
  ['marie', 'retirerRegle', 3],
  ['marie', 'fermerCampagne', 3],
] as const;

it('what is done was offered, and what is not offered is refused, at each step and to each person', async () => {
  const dead: string[] = [];
  for (const [who, act, versions] of [...STORY, [undefined, undefined, 3] as const]) {
    step += 1;
    for (const [name, person] of Object.entries(persons)) {
      // Refused, it changes nothing: it is so for each thing that tells it.
      const answers = new Map<string, string | null>();
      for (const { nom, motifSiRefusee, thing, version } of await readOffered(person, versions)) {
        // The draft is submitted, whichever version tells that it is another.
        if (motifSiRefusee === null || (nom === 'soumettreReddition' && version !== versions)) continue;
        const mutation = ACTS[nom]!(version);
        if (!answers.has(mutation)) answers.set(mutation, await doAct(person, mutation));
        // Where several rules refuse it, each tells the one that it meets first.
        if (answers.get(mutation) === null)
          dead.push(`${act} ${name} ${thing} ${nom}: told « ${motifSiRefusee} », and done`);
      }
    }
    if (who === undefined) continue;
    const offered = (await readOffered(persons[who], versions)).filter(
      ({ nom, version }) => nom === act && version === versions,
    );
    if (offered.length > 0 && offered.every(({ motifSiRefusee }) => motifSiRefusee !== null))
      dead.push(`${act} is not offered to ${who}: ${JSON.stringify(offered)}`);
    expect(await doAct(persons[who], ACTS[act]!(versions)), act).toBeNull();
  }
  expect(dead).toEqual([]);
});
