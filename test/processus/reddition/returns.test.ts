import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HouseOfPeople, openHouseOfPeople, type Person, refusalOf } from '../people.ts';

const ETABLISSEMENT = '11045119';
const CAMPAGNE = '2026-2027';
const P01 = `${CAMPAGNE}-P01`;
const P02 = `${CAMPAGNE}-P02`;
const P03 = `${CAMPAGNE}-P03`;
const idOf = (periode: string): string => `${periode}:01111:A-P5:AAOR`;

/** What Santé Québec sends back, and what versions answer to it until it examines another: by two people of one établissement. */
describe('what was sent back', () => {
  let people: HouseOfPeople;
  let marie: Person;
  let luc: Person;
  let ana: Person;
  let keys = 0;
  beforeAll(async () => {
    people = await openHouseOfPeople();
    const of = (sub: string) => people.person({ sub, palier: 'ETABLISSEMENT', etablissement: ETABLISSEMENT });
    marie = await people.person({ sub: 'marie', palier: 'SANTE_QUEBEC' });
    [luc, ana] = await Promise.all([of('luc'), of('ana')]);
    await marie.read(
      `mutation { publierCanevas(cle: "canevas", exercice: "${CAMPAGNE}", indicateurs: ["I-A-P5"]) { acte { numero } } }`,
    );
  });
  afterAll(() => people.close());

  interface Ligne {
    readonly mesureId: string;
    readonly valeur: number | null;
    readonly reponse: string | null;
    readonly justification: string | null;
  }
  interface Version {
    readonly id: string;
    readonly version: number;
    readonly revision: number;
    readonly lignes: { readonly nodes: readonly Ligne[] };
  }
  const SHOWN =
    'reddition { id version revision lignes { nodes { mesureId valeur reponse justification } } }';
  type Said = Readonly<Record<string, number>>;
  type Answers = Readonly<Record<string, string>>;

  const next = (): string => {
    keys += 1;
    return `cle: "${keys}"`;
  };
  const entering = (campagne: string, said: Said, lue?: number): string =>
    `saisirMesures(${next()}, campagne: "${campagne}"${lue === undefined ? '' : `, versionAttendue: ${lue}`}, mesures: [${Object.entries(
      said,
    )
      .map(
        ([periode, valeur]) =>
          `{ territoire: "01111", exigence: "A-P5:AAOR", periode: "${periode}", valeur: ${valeur} }`,
      )
      .join(' ')}]) { ${SHOWN} }`;
  const submitting = (campagne: string, answers: Answers = {}): string =>
    `soumettreReddition(${next()}, campagne: "${campagne}", reponses: [${Object.entries(answers)
      .map(([periode, text]) => `{ mesure: "${idOf(periode)}", justification: "${text}" }`)
      .join(' ')}]) { ${SHOWN} }`;
  const refusal = (person: Person, mutation: string) => refusalOf(person, `mutation { ${mutation} }`);
  const done = async (person: Person, mutation: string): Promise<Version> => {
    const answer = await person.read<Record<string, { reddition: Version }>>(`mutation { ${mutation} }`);
    return Object.values(answer)[0]!.reddition;
  };
  const enter = (campagne: string, said: Said): Promise<Version> => done(luc, entering(campagne, said));
  const submit = (campagne: string, answers?: Answers): Promise<Version> =>
    done(luc, submitting(campagne, answers));
  const sendBack = (id: string, periodes: readonly string[]) =>
    marie.read(
      `mutation { retournerReddition(${next()}, reddition: "${id}", cellules: [${periodes
        .map((periode) => `{ mesure: "${idOf(periode)}", motif: "Surprend.", attendu: "Confirmer." }`)
        .join(' ')}]) { acte { numero } } }`,
    );
  const withdraw = (id: string): string =>
    `retirerReddition(${next()}, reddition: "${id}", motif: "Erreur.") { reddition { id } }`;
  const answersOf = ({ lignes }: Version) =>
    Object.fromEntries(
      lignes.nodes.map(({ mesureId, valeur, reponse, justification }) => [
        mesureId.slice(0, P01.length),
        [valeur, reponse, justification],
      ]),
    );
  /** Why a version would not be submitted, or answered as it is; null when it would. */
  const offered = async (id: string) => {
    const { reddition } = await luc.read<{
      reddition: { actionsPossibles: { nom: string; motifSiRefusee: string | null }[] };
    }>(`{ reddition(id: "${id}") { actionsPossibles { nom motifSiRefusee } } }`);
    return reddition.actionsPossibles.find(({ nom }) => nom === 'soumettreReddition')?.motifSiRefusee;
  };
  const open = async (name: string): Promise<string> => {
    const code = `${CAMPAGNE}-${name}`;
    await marie.read(
      `mutation { ouvrirCampagne(${next()}, code: "${code}", canevas: "${CAMPAGNE}-V1") { acte { numero } } }`,
    );
    return code;
  };

  it('is answered by every version until another is examined, by what the examined one says', async () => {
    const campagne = await open('A');
    await enter(campagne, { [P01]: 150, [P02]: 12, [P03]: 3 });
    await sendBack((await submit(campagne)).id, [P01, P02]);
    await enter(campagne, { [P01]: 5 });
    const second = await submit(campagne, { [P02]: 'Vérifié.' });
    expect(answersOf(second)).toEqual({
      [P01]: [5, 'CORRIGEE', null],
      [P02]: [12, 'MAINTENUE', 'Vérifié.'],
      [P03]: [3, null, null],
    });
    // What was corrected is not put back unanswered, though the version that corrected it was not examined.
    await enter(campagne, { [P01]: 150 });
    const refused = await refusal(luc, submitting(campagne));
    expect(refused).toMatchObject({ code: 'ACTE_REFUSE', regle: 'REPONDRE_AUX_RETOURS' });
    expect(refused.message).toContain(idOf(P01));
    expect(refused.message).not.toContain(idOf(P02));
    await enter(campagne, { [P01]: 6, [P03]: 4 });
    const third = await submit(campagne);
    expect(answersOf(third)).toEqual({
      [P01]: [6, 'CORRIGEE', null],
      [P02]: [12, 'MAINTENUE', 'Vérifié.'],
      [P03]: [4, null, null],
    });
    // The next examination ends what was to be answered.
    await marie.read(
      `mutation { consoliderReddition(${next()}, reddition: "${third.id}") { acte { numero } } }`,
    );
    await enter(campagne, { [P01]: 150 });
    expect(answersOf(await submit(campagne))).toMatchObject({
      [P01]: [150, null, null],
      [P02]: [12, null, null],
    });
  });

  it('is answered without a draft when all of it is maintained', async () => {
    const campagne = await open('B');
    await enter(campagne, { [P01]: 7, [P02]: 8 });
    const first = await submit(campagne);
    expect(await offered(first.id)).toMatch(/rien saisi/);
    await sendBack(first.id, [P01, P02]);
    expect(await offered(first.id)).toBeNull();
    const refused = await refusal(luc, submitting(campagne));
    expect(refused).toMatchObject({ regle: 'SOUMETTRE_UN_BROUILLON' });
    expect(refused.message).toMatch(/retournée, des réponses \(reponses\) suffisent/);
    expect(await refusal(luc, submitting(campagne, { [P01]: 'Vérifié.' }))).toMatchObject({
      regle: 'REPONDRE_AUX_RETOURS',
    });
    const second = await submit(campagne, { [P01]: 'Vérifié.', [P02]: 'Compté deux fois.' });
    expect(second).toMatchObject({ version: 2, revision: first.revision + 1 });
    expect(answersOf(second)).toEqual({
      [P01]: [7, 'MAINTENUE', 'Vérifié.'],
      [P02]: [8, 'MAINTENUE', 'Compté deux fois.'],
    });
    // Answered already: there is nothing more to submit.
    expect(await refusal(luc, submitting(campagne, { [P01]: 'Encore.' }))).toMatchObject({
      regle: 'SOUMETTRE_UN_BROUILLON',
    });
  });

  it('is answered as it is once the version that followed was withdrawn, and a button offers it', async () => {
    const campagne = await open('G');
    await enter(campagne, { [P01]: 7 });
    const first = await submit(campagne);
    await sendBack(first.id, [P01]);
    await enter(campagne, { [P01]: 8 });
    expect(await offered(first.id)).toMatch(/brouillon .* est la version 2, .*:V2\)/);
    const { id } = await submit(campagne);
    expect(await offered(first.id)).toMatch(/qui vaut .* est la version 2, .*:V2\)/);
    await done(luc, withdraw(id));
    expect(await offered(first.id)).toBeNull();
    expect(await offered(id)).toMatch(/qui vaut .* est la version 1,/);
    expect(await submit(campagne, { [P01]: 'Vérifié.' })).toMatchObject({ version: 3 });
    // One that followed and stands is what the next version would follow.
    const fourth = await enter(campagne, { [P01]: 9 });
    await submit(campagne);
    await done(luc, withdraw(fourth.id));
    expect(await offered(first.id)).toMatch(/est la version 3,/);
    const { id: draft } = await enter(campagne, { [P01]: 10 });
    expect(await offered(draft)).toBeNull();
    for (const other of [first.id, id, fourth.id])
      expect(await offered(other)).toMatch(/brouillon .* est la version 5,/);
  });

  it('is answered by another figure, and by what stands for one with a reason: the same one again answers nothing', async () => {
    const campagne = await open('I');
    const say = (figures: string, periode = P01) =>
      done(
        luc,
        `saisirMesures(${next()}, campagne: "${campagne}", mesures: [
          { territoire: "01111", exigence: "A-P5:AAOR", periode: "${periode}", ${figures} }]) { ${SHOWN} }`,
      );
    await say('valeur: 3');
    await say('statut: AUCUN_CAS', P02);
    await sendBack((await submit(campagne)).id, [P01, P02]);
    const refused = async (answers: Answers, ...faults: readonly string[]) => {
      const { regle, message } = (await refusal(luc, submitting(campagne, answers))) as {
        regle: string;
        message: string;
      };
      expect(regle).toBe('REPONDRE_AUX_RETOURS');
      expect(message).toMatch(/valeur, numérateur, dénominateur, ou statut .*AUCUN_CAS ou NON_DISPONIBLE/);
      expect(message.match(/(?<=: |; )2026-2027-P\d\d[^)]*\)/g)).toEqual(faults);
    };
    await say('valeur: 3');
    await say('statut: AUCUN_CAS', P02);
    const expected = 'attendu : Confirmer.';
    await refused({}, `${idOf(P01)} (${expected})`, `${idOf(P02)} (${expected})`);
    const unsaid = `${expected} ; dite NON_DISPONIBLE sans justification`;
    await say('statut: NON_DISPONIBLE');
    await say('statut: NON_DISPONIBLE', P02);
    await refused({}, `${idOf(P01)} (${unsaid})`, `${idOf(P02)} (${unsaid})`);
    await refused({ [P01]: 'Registre perdu.' }, `${idOf(P02)} (${unsaid})`);
    // Of what it is made of, something is said that was not.
    await say('valeur: 3, numerateur: 3, denominateur: 1');
    expect(answersOf(await submit(campagne, { [P02]: 'Registre perdu.' }))).toEqual({
      [P01]: [3, 'CORRIGEE', null],
      [P02]: [null, 'CORRIGEE', 'Registre perdu.'],
    });
  });

  it('is never taken out, before nor after it was sent back: the answer would go with it', async () => {
    const campagne = await open('H');
    const takingOut = (periode: string, name = 'saisirMesures', cle = `${next()}, `, shown = SHOWN): string =>
      `${name}(${cle}campagne: "${campagne}", mesures: [], retraits: [
        { territoire: "01111", exigence: "A-P5:AAOR", periode: "${periode}" }]) { ${shown} }`;
    await enter(campagne, { [P01]: 7, [P02]: 8, [P03]: 9 });
    const first = await submit(campagne);
    await done(luc, takingOut(P01));
    await sendBack(first.id, [P01, P02]);
    const removed = (periode: string) => ({
      regle: 'REPONDRE_AUX_RETOURS',
      message: expect.stringMatching(`ôtées.*: ${idOf(periode)}\\..*AUCUN_CAS`) as unknown,
    });
    expect(await refusal(luc, takingOut(P02))).toMatchObject(removed(P02));
    const { errors } = await luc.ask(`{ ${takingOut(P02, 'validerMesures', '', 'retraits')} }`);
    expect(errors?.[0]).toMatchObject({ extensions: { regle: 'REPONDRE_AUX_RETOURS' } });
    const answers = { [P01]: 'Aucun cas.', [P02]: 'Vérifié.' };
    expect(await refusal(luc, submitting(campagne, answers))).toMatchObject(removed(P01));
    await done(luc, takingOut(P03));
    await done(
      luc,
      `saisirMesures(${next()}, campagne: "${campagne}", mesures: [
        { territoire: "01111", exigence: "A-P5:AAOR", periode: "${P01}", statut: AUCUN_CAS }]) { ${SHOWN} }`,
    );
    expect(answersOf(await submit(campagne, answers))).toEqual({
      [P01]: [null, 'CORRIGEE', 'Aucun cas.'],
      [P02]: [8, 'MAINTENUE', 'Vérifié.'],
    });
  });

  it('and what is said of measures that were not is kept with them', async () => {
    const campagne = await open('C');
    await enter(campagne, { [P01]: 7 });
    expect(answersOf(await submit(campagne, { [P01]: 'Trois mois de grève.' }))).toEqual({
      [P01]: [7, null, 'Trois mois de grève.'],
    });
  });

  it('what was withdrawn is not what the next version begins as', async () => {
    const campagne = await open('D');
    await enter(campagne, { [P01]: 1, [P02]: 2 });
    await submit(campagne);
    await enter(campagne, { [P01]: 99 });
    const { id } = await submit(campagne);
    await done(luc, withdraw(id));
    expect(answersOf(await enter(campagne, { [P02]: 3 }))).toEqual({
      [P01]: [1, null, null],
      [P02]: [3, null, null],
    });
  });

  it('a version that somebody else submitted meanwhile is seen, whatever was read before it', async () => {
    const campagne = await open('E');
    const { revision } = await done(ana, entering(campagne, { [P01]: 11 }, 0));
    await done(ana, submitting(campagne));
    for (const lue of [0, revision + 1])
      expect(await refusal(luc, entering(campagne, { [P01]: 3 }, lue))).toMatchObject({
        code: 'VERSION_PERIMEE',
        versionCourante: revision,
      });
    expect(await done(luc, entering(campagne, { [P01]: 3 }, revision))).toMatchObject({ version: 2 });
  });

  it('a version that a closing retained is not withdrawn any more, and no button offers it', async () => {
    const campagne = await open('F');
    await enter(campagne, { [P01]: 1 });
    const { id } = await submit(campagne);
    const offered = async () =>
      (
        await luc.read<{ reddition: object }>(
          `{ reddition(id: "${id}") { examen { contradiction } actionsPossibles { nom motifSiRefusee } } }`,
        )
      ).reddition;
    const withdrawing = (motifSiRefusee: unknown) => ({
      examen: { contradiction: null },
      actionsPossibles: expect.arrayContaining([{ nom: 'retirerReddition', motifSiRefusee }]) as unknown,
    });
    expect(await offered()).toMatchObject(withdrawing(null));
    await marie.read(`mutation { fermerCampagne(${next()}, campagne: "${campagne}") { acte { numero } } }`);
    expect(await refusal(luc, withdraw(id))).toMatchObject({
      code: 'ACTE_REFUSE',
      regle: 'CAMPAGNE_OUVERTE',
    });
    expect(await offered()).toMatchObject(withdrawing(expect.stringContaining('est fermée')));
  });
});
