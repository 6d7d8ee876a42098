import { etablissements } from '@palier/etablissements';
import { msss } from '@palier/msss';
import { verifyLevelJournal } from '@palier/runtime/level/verify-level-journal';
import { santeQuebec } from '@palier/sante-quebec';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { moveDays } from '../move-days.ts';
import { type HouseOfPeople, openHouseOfPeople, type OpenPlace, type Person, refusalOf } from '../people.ts';

const BAS_SAINT_LAURENT = '11045119';
const AUTRE = '11045127';
const TERRITOIRE = '01111';
const CAMPAGNE = '2026-2027';
const P01 = '2026-2027-P01';
const P02 = '2026-2027-P02';

/**
 * Reddition de comptes from its first act to its last, by the people who do it: Marie for Santé Québec, Luc and Ana for the
 * établissement of the Bas-Saint-Laurent, Omar for another, Sophie for the ministry. Each test goes on from the one before.
 */
export function playReddition(openPlace?: OpenPlace): void {
  let people: HouseOfPeople;
  let marie: Person;
  let sophie: Person;
  let luc: Person;
  let ana: Person;
  let omar: Person;
  beforeAll(async () => {
    people = await openHouseOfPeople({ openPlace });
    const of = (sub: string, etablissement: string) =>
      people.person({ sub, palier: 'ETABLISSEMENT', etablissement });
    marie = await people.person({ sub: 'marie', palier: 'SANTE_QUEBEC' });
    sophie = await people.person({ sub: 'sophie', palier: 'MSSS' });
    [luc, ana, omar] = await Promise.all([
      of('luc', BAS_SAINT_LAURENT),
      of('ana', BAS_SAINT_LAURENT),
      of('omar', AUTRE),
    ]);
  });
  afterAll(async () => {
    await move(OPENED_WITH);
    await people.close();
  });

  /** Of the campagne whose closing has passed: it was opened with others. */
  const OPENED_WITH = { echeance: '2098-05-01', cloture: '2098-05-15' };
  const move = (days: typeof OPENED_WITH): Promise<void> =>
    moveDays({ database: people.database, gateways: [people.house.gateway] }, '2026-2027-P01', days);

  const ACTE = 'acte { numero natureActe auteur etablissement origine }';

  const PUBLIER = `mutation ($cle: ID!) { publierCanevas(cle: $cle, exercice: "2026-2027", indicateurs: ["I-A-P5", "I-A-G7"]) {
  ${ACTE} canevas { code cellules { exigenceCode volet frequence } actionsPossibles { nom motifSiRefusee } } } }`;
  const OUVRIR = `mutation ($cle: ID!, $code: ID = "${CAMPAGNE}", $canevas: ID = "2026-2027-V1", $recommandee: String, $echeance: String, $cloture: String) {
  ouvrirCampagne(cle: $cle, code: $code, canevas: $canevas, periodes: ["${P01}", "${P02}"],
    echeanceRecommandee: $recommandee, echeance: $echeance, cloture: $cloture) {
    ${ACTE} campagne { code statut courante periodes echeanceRecommandee echeance cloture actionsPossibles { nom motifSiRefusee } } } }`;
  const SAISIR = `mutation ($cle: ID!, $mesures: [MesureASaisir!]!, $revision: Int, $campagne: ID = "${CAMPAGNE}") {
  saisirMesures(cle: $cle, campagne: $campagne, mesures: $mesures, versionAttendue: $revision) {
    ${ACTE} constats { id } reddition { id version etat revision lignes { totalCount nodes { mesureId valeur statut } } actionsPossibles { nom motifSiRefusee } } } }`;
  const SOUMETTRE = `mutation ($cle: ID!, $reponses: [ReponseRetour!], $campagne: ID = "${CAMPAGNE}") {
  soumettreReddition(cle: $cle, campagne: $campagne, reponses: $reponses) {
    ${ACTE} reddition { id version etat soumiseLe lignes { nodes { mesureId valeur reponse justification } } examen { statut absence { motif } } } } }`;
  const RETIRER = `mutation ($cle: ID!, $reddition: ID!, $motif: String) { retirerReddition(cle: $cle, reddition: $reddition, motif: $motif) { ${ACTE} reddition { id etat } } }`;
  const RETOURNER = `mutation ($cle: ID!, $reddition: ID!, $cellules: [CelluleARetourner!]!) {
  retournerReddition(cle: $cle, reddition: $reddition, cellules: $cellules) {
    ${ACTE} reddition { id examen { statut motifs cellules { mesureId motif attendu mesure { valeur } } } } } }`;
  const CONSOLIDER = `mutation ($cle: ID!, $reddition: ID!) { consoliderReddition(cle: $cle, reddition: $reddition) { ${ACTE} reddition { id examen { statut } } } }`;
  const FERMER = `mutation ($cle: ID!, $motif: String) { fermerCampagne(cle: $cle, campagne: "${CAMPAGNE}", motif: $motif) {
  ${ACTE} campagne { statut versionsRetenues { etablissement { code } reddition { id version } raison } } } }`;
  const TRANSMETTRE = `mutation ($cle: ID!) { transmettreBilan(cle: $cle, campagne: "${CAMPAGNE}") { ${ACTE} campagne { transmissions { version } } } }`;
  const APPRECIER = `mutation ($cle: ID!, $texte: String = "Délais à suivre.", $date: String, $lue: Int, $campagne: ID = "${CAMPAGNE}") {
  apprecierBilan(cle: $cle, campagne: $campagne, texte: $texte, date: $date, versionAttendue: $lue) {
    ${ACTE} campagne { code statut appreciation { version texte versions { version versionBilans provenance { origine } } } } } }`;
  const APPRECIATION = `{ campagne(code: "${CAMPAGNE}") { appreciation {
  version texte date absence { doitRepondre { code nom } mandat { code } } actionsPossibles { nom motifSiRefusee } provenance { origine } } } }`;
  const EXCEPTION = `mutation ($cle: ID!, $campagne: ID!, $etablissement: ID!, $jusquAu: String!, $motif: String) {
  accorderException(cle: $cle, campagne: $campagne, etablissement: $etablissement, jusquAu: $jusquAu, motif: $motif) { ${ACTE} campagne { exceptions { etablissement { code } jusquAu motif } } } }`;

  const mesure = (valeur: number | null, periode = P01, more: object = {}) => ({
    territoire: TERRITOIRE,
    exigence: 'A-P5:AAOR',
    periode,
    valeur,
    ...more,
  });
  const ID_P01 = `${P01}:${TERRITOIRE}:A-P5:AAOR`;
  const ID_P02 = `${P02}:${TERRITOIRE}:A-P5:AAOR`;
  const V1 = `${CAMPAGNE}:${BAS_SAINT_LAURENT}:V1`;
  const V2 = `${CAMPAGNE}:${BAS_SAINT_LAURENT}:V2`;

  /** Why each act on a version would be refused; null for those that would not. */
  const motifsOf = async (person: Person, id: string): Promise<Record<string, string | null>> => {
    const { reddition } = await person.read<{
      reddition: { actionsPossibles: { nom: string; motifSiRefusee: string | null }[] };
    }>('query ($id: ID!) { reddition(id: $id) { actionsPossibles { nom motifSiRefusee } } }', { id });
    return Object.fromEntries(
      reddition.actionsPossibles.map(({ nom, motifSiRefusee }) => [nom, motifSiRefusee]),
    );
  };

  /** Why an établissement could not enter its first measures; null when it can. */
  const firstOf = async (person: Person): Promise<string | null | undefined> => {
    const { etablissement } = await person.read<{
      etablissement: { actionsPossibles: { nom: string; motifSiRefusee: string | null }[] };
    }>(
      'query ($code: ID!, $campagne: ID!) { etablissement(code: $code) { actionsPossibles(campagne: $campagne) { nom motifSiRefusee } } }',
      { code: BAS_SAINT_LAURENT, campagne: CAMPAGNE },
    );
    expect(etablissement.actionsPossibles.map(({ nom }) => nom)).toEqual(['saisirMesures']);
    return etablissement.actionsPossibles[0]?.motifSiRefusee;
  };

  const publishedOf = async (id: string): Promise<unknown> =>
    (
      await luc.read<{ mesure: unknown }>(
        `query ($id: ID!) { mesure(id: $id) { valeur statut version provenance { origine } } }`,
        { id },
      )
    ).mesure;

  describe('before anything is there, what can be done is offered', () => {
    it('to Santé Québec: a canevas, and no campagne without one; a first rule', async () => {
      const query = '{ actionsSanteQuebec(exercice: "2026-2027") { nom motifSiRefusee } }';
      const unpublished = expect.stringContaining('n’est pas publié') as string;
      expect((await marie.read<{ actionsSanteQuebec: object }>(query)).actionsSanteQuebec).toEqual([
        { nom: 'publierCanevas', motifSiRefusee: null },
        { nom: 'ouvrirCampagne', motifSiRefusee: unpublished },
        { nom: 'publierRegle', motifSiRefusee: null },
      ]);
      for (const { motifSiRefusee } of (
        await luc.read<{ actionsSanteQuebec: { motifSiRefusee: string }[] }>(query)
      ).actionsSanteQuebec)
        expect(motifSiRefusee).toContain('est un acte du palier SANTE_QUEBEC');
    });

    it('to an établissement: nothing, while no campagne is open', async () => {
      expect(await firstOf(luc)).toContain(`n’a pas ouvert de campagne ${CAMPAGNE}`);
    });
  });

  describe('Santé Québec opens', () => {
    it('a canevas, whose cells it says', async () => {
      const { publierCanevas } = await marie.read<{
        publierCanevas: { canevas: { code: string; cellules: unknown[] } };
      }>(PUBLIER, {
        cle: 'canevas',
      });
      expect(publierCanevas.canevas).toMatchObject({
        code: '2026-2027-V1',
        actionsPossibles: [
          { nom: 'publierCanevas', motifSiRefusee: null },
          { nom: 'ouvrirCampagne', motifSiRefusee: null },
        ],
        cellules: [
          { exigenceCode: 'A-G7:AAOR', volet: 'en personne', frequence: 'PERIODE_FINANCIERE' },
          { exigenceCode: 'A-G7:AAOR', volet: 'par téléphone', frequence: 'PERIODE_FINANCIERE' },
          { exigenceCode: 'A-P5:AAOR', volet: null, frequence: 'PERIODE_FINANCIERE' },
        ],
      });
    });

    it.each([
      ['days before its periods end', { echeance: '2026-04-28', cloture: '2097-06-01' }, 'ACTE_REFUSE'],
      ['days that are past', { echeance: '2026-07-01', cloture: '2097-06-01' }, 'ACTE_REFUSE'],
      ['dates in another order', { echeance: '2026-06-01', cloture: '2026-05-01' }, 'CONTENU_INVALIDE'],
      ['a day that is none', { echeance: '2026-02-30' }, 'CONTENU_INVALIDE'],
      ['a canevas that nobody published', { canevas: '2026-2027-V9' }, 'ACTE_REFUSE'],
      ['a canevas of another exercice', { code: '2027-2028', canevas: '2026-2027-V1' }, 'CODE_INVALIDE'],
    ])('no campagne with %s', async (_what, variables, code) => {
      expect(await refusalOf(marie, OUVRIR, { cle: 'non', ...variables })).toMatchObject({ code });
    });

    it('a campagne, whose three dates are three facts', async () => {
      const { ouvrirCampagne } = await marie.read<{ ouvrirCampagne: object }>(OUVRIR, {
        cle: 'campagne',
        recommandee: '2097-05-01',
        echeance: '2097-05-15',
        cloture: '2097-06-01',
      });
      expect(ouvrirCampagne).toMatchObject({
        acte: { natureActe: 'ouvrirCampagne', auteur: 'marie', origine: 'DEMONSTRATION' },
        campagne: {
          statut: 'OUVERTE',
          courante: true,
          periodes: [P01, P02],
          echeanceRecommandee: '2097-05-01',
          echeance: '2097-05-15',
          cloture: '2097-06-01',
          actionsPossibles: [
            { nom: 'accorderException', motifSiRefusee: null },
            { nom: 'fermerCampagne', motifSiRefusee: null },
            { nom: 'transmettreBilan', motifSiRefusee: null },
          ],
        },
      });
      expect(await refusalOf(marie, OUVRIR, { cle: 'encore' })).toMatchObject({
        code: 'ACTE_REFUSE',
        regle: 'CAMPAGNE_UNIQUE',
        origineRegle: 'INFERENCE',
      });
    });
  });

  describe('an établissement enters', () => {
    it('when it may, and that is said before it has any reddition', async () => {
      expect(await firstOf(luc)).toBeNull();
      expect(await firstOf(marie)).toContain('est un acte du palier ETABLISSEMENT');
    });

    it('by a file of its own, whose name the level makes for who sends it', async () => {
      const asked = `{ cleDeDepot(empreinte: "${'0'.repeat(64)}") }`;
      const names = [await luc.read(asked), await luc.read(asked), await ana.read(asked)];
      expect(names[1]).toEqual(names[0]);
      expect(names[2]).not.toEqual(names[0]);
    });

    it('measures in a draft, which publishes nothing', async () => {
      const { saisirMesures } = await luc.read<{ saisirMesures: object }>(SAISIR, {
        cle: 's1',
        mesures: [mesure(3), mesure(null, P02, { statut: 'AUCUN_CAS' })],
      });
      expect(saisirMesures).toMatchObject({
        acte: { natureActe: 'saisirMesures', auteur: 'luc', etablissement: BAS_SAINT_LAURENT },
        reddition: {
          id: V1,
          version: 1,
          etat: 'SAISIE',
          revision: 1,
          lignes: {
            totalCount: 2,
            nodes: [
              { mesureId: ID_P01, valeur: 3, statut: 'PROVISOIRE' },
              { mesureId: ID_P02, valeur: null, statut: 'AUCUN_CAS' },
            ],
          },
          actionsPossibles: [
            { nom: 'saisirMesures', motifSiRefusee: null },
            { nom: 'soumettreReddition', motifSiRefusee: null },
            {
              nom: 'retirerReddition',
              motifSiRefusee: expect.stringContaining('pas de version soumise') as unknown,
            },
          ],
        },
      });
      expect(await publishedOf(ID_P01)).toBeNull();
    });

    it.each([
      ['of a territory that is not its own', mesure(1, P01, { territoire: '06112' }), /06112 n’est pas/],
      ['of a period that is not asked for', mesure(1, '2026-2027-P05'), /P05/],
      [
        'of an exigence that the canevas does not ask for',
        mesure(1, P01, { exigence: 'A-P6:AAOR' }),
        /A-P6:AAOR/,
      ],
      ['of a volet that it does not have', mesure(1, P01, { volet: 'en personne' }), /en personne/],
      ['without a value nor what stands for one', mesure(null), /Donnez une valeur/],
      [
        'with a value and what stands for one',
        mesure(1, P01, { statut: 'AUCUN_CAS' }),
        /ne vont pas ensemble/,
      ],
      ['below zero', mesure(-1), /valeur/],
      ['with a numerator alone', mesure(1, P01, { numerateur: 3 }), /dénominateur/],
    ])('no measure %s', async (_what, wrong, told) => {
      const refusal = await refusalOf(luc, SAISIR, { cle: 'faux', mesures: [mesure(1, P02), wrong] });
      expect(refusal).toMatchObject({ code: 'CONTENU_INVALIDE' });
      expect(refusal.message).toMatch(told);
    });

    it('nothing that another of its people did not see', async () => {
      expect(await refusalOf(ana, SAISIR, { cle: 's2', revision: 0, mesures: [mesure(4)] })).toMatchObject({
        code: 'VERSION_PERIMEE',
        versionCourante: 1,
      });
      const below = await refusalOf(ana, SAISIR, { cle: 's2', revision: -1, mesures: [mesure(4)] });
      expect(below.message).toContain('versionAttendue : un nombre à partir de 0 est attendu ; reçu : -1.');
      const { saisirMesures } = await ana.read<{ saisirMesures: { reddition: object } }>(SAISIR, {
        cle: 's3',
        revision: 1,
        mesures: [mesure(2)],
      });
      expect(saisirMesures.reddition).toMatchObject({ version: 1, revision: 2 });
    });

    it('nothing more by way of a trial than for good', async () => {
      const VALIDER = `query ($mesures: [MesureASaisir!]!) { validerMesures(campagne: "${CAMPAGNE}", mesures: $mesures) { mesures } }`;
      expect(await luc.read(VALIDER, { mesures: [mesure(4)] })).toEqual({ validerMesures: { mesures: 1 } });
      for (const mesures of [[], [mesure(4, P01, { justification: '\u200b' })]]) {
        const refusal = await refusalOf(luc, VALIDER, { mesures });
        expect(refusal).toMatchObject({ code: 'CONTENU_INVALIDE' });
        expect(await refusalOf(luc, SAISIR, { cle: 'essai', mesures })).toMatchObject({
          code: 'CONTENU_INVALIDE',
          message: refusal.message,
        });
      }
    });

    it('nothing in a campagne that is not open', async () => {
      expect(
        await refusalOf(luc, SAISIR, { cle: 's4', campagne: '2030-2031', mesures: [mesure(1)] }),
      ).toMatchObject({
        code: 'ACTE_REFUSE',
        regle: 'CAMPAGNE_OUVERTE',
      });
    });
  });

  describe('an établissement submits', () => {
    it('its draft whole: the measures are then published', async () => {
      const { soumettreReddition } = await luc.read<{ soumettreReddition: { reddition: object } }>(
        SOUMETTRE,
        {
          cle: 'v1',
        },
      );
      expect(soumettreReddition.reddition).toMatchObject({
        id: V1,
        etat: 'SOUMISE',
        examen: {
          statut: null,
          absence: { motif: expect.stringContaining('pas encore examinée') as unknown },
        },
      });
      expect(await publishedOf(ID_P01)).toEqual({
        valeur: 2,
        statut: 'PROVISOIRE',
        version: 1,
        provenance: { origine: 'DEMONSTRATION' },
      });
      expect(await publishedOf(ID_P02)).toMatchObject({ valeur: null, statut: 'AUCUN_CAS' });
    });

    it('nothing when it has no draft, and nothing for another', async () => {
      expect(await refusalOf(luc, SOUMETTRE, { cle: 'v1-bis' })).toMatchObject({
        regle: 'SOUMETTRE_UN_BROUILLON',
      });
      expect(await refusalOf(omar, SOUMETTRE, { cle: 'v1' })).toMatchObject({
        regle: 'SOUMETTRE_UN_BROUILLON',
      });
      expect(await refusalOf(marie, SOUMETTRE, { cle: 'v1' })).toMatchObject({ code: 'ACTE_NON_AUTORISE' });
    });

    it('the same under the same key, once', async () => {
      const first = await luc.read(SOUMETTRE, { cle: 'v1' });
      expect(await luc.read(SOUMETTRE, { cle: 'v1' })).toEqual(first);
    });
  });

  describe('Santé Québec sends back', () => {
    it('a version cell by cell, with what is expected of each', async () => {
      expect(
        await refusalOf(marie, RETOURNER, {
          cle: 'r0',
          reddition: V1,
          cellules: [{ mesure: `${P01}:${TERRITOIRE}:A-G7:AAOR`, motif: 'x', attendu: 'y' }],
        }),
      ).toMatchObject({ code: 'CONTENU_INVALIDE' });
      const { retournerReddition } = await marie.read<{ retournerReddition: { reddition: object } }>(
        RETOURNER,
        {
          cle: 'r1',
          reddition: V1,
          cellules: [
            { mesure: ID_P01, motif: 'Trop bas pour ce territoire.', attendu: 'Vérifier la méthode.' },
            { mesure: ID_P02, motif: 'Aucun cas surprend.', attendu: 'Confirmer.' },
          ],
        },
      );
      expect(retournerReddition.reddition).toEqual({
        id: V1,
        examen: {
          statut: 'RETOURNEE',
          motifs: ['Trop bas pour ce territoire.', 'Aucun cas surprend.'],
          cellules: [
            {
              mesureId: ID_P01,
              motif: 'Trop bas pour ce territoire.',
              attendu: 'Vérifier la méthode.',
              mesure: { valeur: 2 },
            },
            {
              mesureId: ID_P02,
              motif: 'Aucun cas surprend.',
              attendu: 'Confirmer.',
              mesure: { valeur: null },
            },
          ],
        },
      });
      expect(await refusalOf(marie, CONSOLIDER, { cle: 'r2', reddition: V1 })).toMatchObject({
        regle: 'UN_EXAMEN_PAR_VERSION',
      });
      expect(await refusalOf(luc, RETIRER, { cle: 'r3', reddition: V1, motif: 'erreur' })).toMatchObject({
        regle: 'RETIRER_AVANT_EXAMEN',
      });
      // No button offers what would be refused, though another level knows it.
      expect((await motifsOf(luc, V1))['retirerReddition']).toMatch(
        /Santé Québec a déjà examiné cette version/,
      );
    });

    it('and the next version answers each, corrected or maintained; the rest is carried over', async () => {
      const { saisirMesures } = await luc.read<{ saisirMesures: { reddition: object } }>(SAISIR, {
        cle: 's5',
        mesures: [mesure(5)],
      });
      // What Luc had read of the first version, at revision 1, is never taken for the draft of the second.
      expect(saisirMesures.reddition).toMatchObject({ id: V2, revision: 3 });
      expect(await refusalOf(ana, SAISIR, { cle: 's5', revision: 1, mesures: [mesure(9)] })).toMatchObject({
        code: 'VERSION_PERIMEE',
        versionCourante: 3,
      });
      // What was done before is answered as it was, whatever draft is under way.
      for (const [query, asked] of [
        [SOUMETTRE, { cle: 'v1' }],
        [SAISIR, { cle: 's1', mesures: [mesure(3), mesure(null, P02, { statut: 'AUCUN_CAS' })] }],
      ] as const) {
        const again = await luc.read<Record<string, { reddition: object }>>(query, asked);
        expect(Object.values(again)).toMatchObject([{ reddition: { id: V1 } }]);
      }
      const refusal = await refusalOf(luc, SOUMETTRE, { cle: 'v2-non' });
      expect(refusal).toMatchObject({ regle: 'REPONDRE_AUX_RETOURS' });
      expect(refusal.message).toContain(ID_P02);
      const { soumettreReddition } = await luc.read<{ soumettreReddition: { reddition: object } }>(
        SOUMETTRE,
        {
          cle: 'v2',
          reponses: [{ mesure: ID_P02, justification: 'Vérifié au registre.' }],
        },
      );
      expect(soumettreReddition.reddition).toMatchObject({
        id: V2,
        lignes: {
          nodes: [
            { mesureId: ID_P01, valeur: 5, reponse: 'CORRIGEE', justification: null },
            { mesureId: ID_P02, valeur: null, reponse: 'MAINTENUE', justification: 'Vérifié au registre.' },
          ],
        },
      });
      expect(await publishedOf(ID_P01)).toMatchObject({ valeur: 5, statut: 'REVISEE', version: 2 });
      expect(await publishedOf(ID_P02)).toMatchObject({ version: 1 });
    });

    it('and whoever examines is offered the version that is to be examined', async () => {
      const offeredTo = async (person: Person, id: string) =>
        (
          await person.read<{ reddition: { examen: { actionsPossibles: object[] } } }>(
            'query ($id: ID!) { reddition(id: $id) { examen { actionsPossibles { nom motifSiRefusee } } } }',
            { id },
          )
        ).reddition.examen.actionsPossibles;
      const both = (motifSiRefusee: unknown) =>
        ['retournerReddition', 'consoliderReddition'].map((nom) => ({ nom, motifSiRefusee }));
      expect(await offeredTo(marie, V2)).toEqual(both(null));
      expect(await offeredTo(marie, V1)).toEqual(
        both(expect.stringContaining('La version 2 a suivi celle-ci')),
      );
      expect(await offeredTo(luc, V2)).toEqual(both(expect.stringContaining('SANTE_QUEBEC')));
    });

    it('and whoever examines sees what changed, and which version followed', async () => {
      const { former, latest } = await marie.read<Record<'former' | 'latest', object>>(
        `query ($v1: ID!, $v2: ID!) {
        former: reddition(id: $v1) { depasseePar { id version } }
        latest: reddition(id: $v2) { depasseePar { id } ecartsDepuis(version: 1) { mesureId nature valeurAvant valeurApres } }
      }`,
        { v1: V1, v2: V2 },
      );
      expect(former).toEqual({ depasseePar: { id: V2, version: 2 } });
      expect(latest).toEqual({
        depasseePar: null,
        ecartsDepuis: [{ mesureId: ID_P01, nature: 'CHANGEE', valeurAvant: 2, valeurApres: 5 }],
      });
    });
  });

  describe('an établissement withdraws', () => {
    it('a version that nobody examined: the measures are again those of the one before', async () => {
      const unsaid = await refusalOf(luc, RETIRER, { cle: 't0', reddition: V2, motif: ' ' });
      expect(unsaid).toMatchObject({ code: 'CONTENU_INVALIDE' });
      expect(unsaid.message).toMatch(/ motif : un texte est attendu, et il est vide\. Dites pourquoi/);
      const { retirerReddition } = await luc.read<{ retirerReddition: { reddition: object } }>(RETIRER, {
        cle: 't1',
        reddition: V2,
        motif: 'Mauvais fichier.',
      });
      expect(retirerReddition.reddition).toEqual({ id: V2, etat: 'RETIREE' });
      const { reddition } = await marie.read<{ reddition: object }>(
        'query ($id: ID!) { reddition(id: $id) { examen { actionsPossibles { motifSiRefusee } } } }',
        { id: V2 },
      );
      const refused = { motifSiRefusee: expect.stringContaining('à l’état RETIREE') as unknown };
      expect(reddition).toEqual({ examen: { actionsPossibles: [refused, refused] } });
      expect(await publishedOf(ID_P01)).toMatchObject({ valeur: 2, version: 3 });
    });
  });

  describe('Santé Québec closes', () => {
    it('gives more time to who needs it, after the closing alone', async () => {
      const asked = { campagne: CAMPAGNE, etablissement: BAS_SAINT_LAURENT };
      expect(
        await refusalOf(marie, EXCEPTION, { ...asked, cle: 'e0', jusquAu: '2097-05-20', motif: 'Panne.' }),
      ).toMatchObject({ regle: 'EXCEPTION_APRES_CLOTURE' });
      expect(
        await refusalOf(marie, EXCEPTION, {
          ...asked,
          cle: 'e0',
          etablissement: '99999999',
          jusquAu: '2097-07-01',
          motif: 'x',
        }),
      ).toMatchObject({ code: 'CONTENU_INVALIDE' });
      const { accorderException } = await marie.read<{ accorderException: { campagne: object } }>(EXCEPTION, {
        ...asked,
        cle: 'e1',
        jusquAu: '2097-07-01',
        motif: 'Panne.',
      });
      expect(accorderException.campagne).toEqual({
        exceptions: [{ etablissement: { code: BAS_SAINT_LAURENT }, jusquAu: '2097-07-01', motif: 'Panne.' }],
      });
    });

    it('a campagne whose closing has passed takes nothing without an exception', async () => {
      await marie.read(OUVRIR, {
        cle: 'close',
        code: '2026-2027-P01',
        ...OPENED_WITH,
      });
      await move({ echeance: '2026-05-01', cloture: '2026-05-15' });
      await omar.read(SAISIR, {
        cle: 'o1',
        campagne: '2026-2027-P01',
        mesures: [{ territoire: '02111', exigence: 'A-P5:AAOR', periode: P01, valeur: 1 }],
      });
      expect(await refusalOf(omar, SOUMETTRE, { cle: 'o2', campagne: '2026-2027-P01' })).toMatchObject({
        regle: 'CLOTURE',
      });
      const motifs = async () => motifsOf(omar, `2026-2027-P01:${AUTRE}:V1`);
      expect(await motifs()).toMatchObject({
        saisirMesures: null,
        soumettreReddition: expect.stringContaining('Le dernier jour pour soumettre') as string,
      });
      expect(
        await refusalOf(marie, EXCEPTION, {
          cle: 'e2',
          campagne: '2026-2027-P01',
          etablissement: AUTRE,
          jusquAu: '2026-05-20',
          motif: 'Panne.',
        }),
      ).toMatchObject({ code: 'ACTE_REFUSE', regle: 'EXCEPTION_A_VENIR' });
      await marie.read(EXCEPTION, {
        cle: 'e2',
        campagne: '2026-2027-P01',
        etablissement: AUTRE,
        jusquAu: '2099-01-01',
        motif: 'Panne.',
      });
      const { soumettreReddition } = await omar.read<{ soumettreReddition: { reddition: object } }>(
        SOUMETTRE,
        {
          cle: 'o2',
          campagne: '2026-2027-P01',
        },
      );
      expect(soumettreReddition.reddition).toMatchObject({ etat: 'SOUMISE' });
    });

    it('nothing that was sent back is forgotten because its answer was withdrawn', async () => {
      await luc.read(SAISIR, { cle: 's6', mesures: [mesure(6)] });
      const refusal = await refusalOf(luc, SOUMETTRE, { cle: 'v3' });
      expect(refusal).toMatchObject({ regle: 'REPONDRE_AUX_RETOURS' });
      expect(refusal.message).toContain(ID_P02);
    });

    it('consolidates the version that answers, transmits the bilans, and says which version it retains', async () => {
      await luc.read(SOUMETTRE, {
        cle: 'v3',
        reponses: [{ mesure: ID_P02, justification: 'Vérifié au registre.' }],
      });
      const v3 = `${CAMPAGNE}:${BAS_SAINT_LAURENT}:V3`;
      expect(await refusalOf(marie, CONSOLIDER, { cle: 'c0', reddition: V2 })).toMatchObject({
        regle: 'EXAMINER_CE_QUI_EST_SOUMIS',
      });
      const { consoliderReddition } = await marie.read<{ consoliderReddition: { reddition: object } }>(
        CONSOLIDER,
        {
          cle: 'c1',
          reddition: v3,
        },
      );
      expect(consoliderReddition.reddition).toEqual({ id: v3, examen: { statut: 'CONSOLIDEE' } });
      expect(await refusalOf(sophie, APPRECIER, { cle: 'trop-tot' })).toMatchObject({
        code: 'ACTE_REFUSE',
        regle: 'APPRECIER_CE_QUI_EST_TRANSMIS',
        origineRegle: 'INFERENCE',
      });
      expect(await sophie.read(APPRECIATION)).toMatchObject({
        campagne: {
          appreciation: {
            absence: { doitRepondre: null, mandat: null },
            actionsPossibles: [
              {
                nom: 'apprecierBilan',
                motifSiRefusee: expect.stringContaining('n’a pas transmis') as string,
              },
            ],
          },
        },
      });
      await marie.read(TRANSMETTRE, { cle: 'tr' });
      const { territoireClsc } = await marie.read<{ territoireClsc: { bilan: object } }>(
        `{ territoireClsc(code: "${TERRITOIRE}") { bilan(campagne: "${CAMPAGNE}") { conformes nonConformes absents provenance { origine } } } }`,
      );
      expect(territoireClsc.bilan).toMatchObject({
        nonConformes: 1,
        provenance: { origine: 'DEMONSTRATION' },
      });
      expect(await refusalOf(marie, FERMER, { cle: 'f1' })).toMatchObject({
        code: 'ACTE_REFUSE',
        regle: 'FERMER_AVANT_CLOTURE_EN_LE_DISANT',
      });
      const { fermerCampagne } = await marie.read<{
        fermerCampagne: {
          campagne: { statut: string; versionsRetenues: { etablissement: { code: string } }[] };
        };
      }>(FERMER, { cle: 'f1', motif: 'Tous ont répondu.' });
      expect(fermerCampagne.campagne.statut).toBe('FERMEE');
      const retenues = fermerCampagne.campagne.versionsRetenues;
      expect(retenues.find(({ etablissement }) => etablissement.code === BAS_SAINT_LAURENT)).toEqual({
        etablissement: { code: BAS_SAINT_LAURENT },
        reddition: { id: v3, version: 3 },
        raison: 'CONSOLIDEE',
      });
      expect(retenues.find(({ etablissement }) => etablissement.code === AUTRE)).toMatchObject({
        reddition: null,
        raison: 'AUCUNE_VERSION_VALIDE',
      });
      expect(await refusalOf(luc, SAISIR, { cle: 's7', mesures: [mesure(7)] })).toMatchObject({
        regle: 'CAMPAGNE_OUVERTE',
      });
      expect(await motifsOf(luc, v3)).toMatchObject({
        saisirMesures: expect.stringContaining('est fermée') as string,
        soumettreReddition: expect.stringContaining('est fermée') as string,
      });
      const again = await luc.read(SAISIR, { cle: 's6', mesures: [mesure(6)] });
      const constats = ['SAUT', 'VALEUR_ATYPIQUE'].map((regle) => ({ id: `${v3}:${ID_P01}:${regle}:V1` }));
      expect(again).toMatchObject({ saisirMesures: { reddition: { id: v3 }, constats } });
      expect(await refusalOf(marie, FERMER, { cle: 'f2' })).toMatchObject({ regle: 'CAMPAGNE_OUVERTE' });
    });
  });

  describe('the ministry appreciates', () => {
    it('what was transmitted to it, in its own name alone', async () => {
      expect(await refusalOf(marie, APPRECIER, { cle: 'a0' })).toMatchObject({ code: 'ACTE_NON_AUTORISE' });
      expect(await refusalOf(sophie, APPRECIER, { cle: 'a0', texte: '  ' })).toMatchObject({
        code: 'CONTENU_INVALIDE',
      });
      expect(await refusalOf(sophie, APPRECIER, { cle: 'a0', campagne: '2030-2031' })).toMatchObject({
        code: 'CONTENU_INVALIDE',
      });
      expect(await refusalOf(sophie, APPRECIER, { cle: 'a0', date: '2020-01-01' })).toMatchObject({
        code: 'ACTE_REFUSE',
        regle: 'APPRECIER_APRES_TRANSMISSION',
        message: expect.stringMatching(/Donnez le \d{4}-\d\d-\d\d, ou aucun jour/) as unknown,
      });
      expect(await sophie.read(APPRECIATION)).toMatchObject({
        campagne: {
          appreciation: {
            version: 0,
            texte: null,
            absence: {
              doitRepondre: { code: 'MSSS', nom: expect.any(String) as string },
              mandat: { code: 'M6' },
            },
            actionsPossibles: [{ nom: 'apprecierBilan', motifSiRefusee: null }],
            provenance: null,
          },
        },
      });
      const asked = { cle: 'a1', lue: 0 };
      const first = await sophie.read<{ apprecierBilan: object }>(APPRECIER, asked);
      expect(first.apprecierBilan).toMatchObject({
        acte: { numero: 1, natureActe: 'apprecierBilan', auteur: 'sophie', origine: 'DEMONSTRATION' },
        campagne: {
          statut: 'FERMEE',
          appreciation: {
            version: 1,
            texte: 'Délais à suivre.',
            versions: [{ version: 1, provenance: { origine: 'DEMONSTRATION' } }],
          },
        },
      });
      expect(await sophie.read(APPRECIER, asked)).toEqual(first);
      expect(await refusalOf(sophie, APPRECIER, { cle: 'a1', texte: 'Autre.' })).toMatchObject({
        code: 'CLE_REPRISE',
      });
      expect(await refusalOf(sophie, APPRECIER, { cle: 'a2', lue: 0 })).toMatchObject({
        code: 'VERSION_PERIMEE',
        versionCourante: 1,
      });
    });

    it('again, without replacing what it said', async () => {
      const { transmissions, appreciation } = (
        await sophie.read<{
          apprecierBilan: { campagne: { transmissions: { version: string }[]; appreciation: object } };
        }>(
          `mutation { apprecierBilan(cle: "a3", campagne: "${CAMPAGNE}", texte: "Précision.") { campagne {
          transmissions { version } appreciation { texte versions { version texte versionBilans } } } } }`,
        )
      ).apprecierBilan.campagne;
      const versionBilans = transmissions.at(-1)?.version;
      expect(appreciation).toEqual({
        texte: 'Précision.',
        versions: [
          { version: 2, texte: 'Précision.', versionBilans },
          { version: 1, texte: 'Délais à suivre.', versionBilans },
        ],
      });
    });
  });

  describe('the list of redditions', () => {
    interface Row {
      readonly id: string;
      readonly etat: string;
      readonly campagne: string;
      readonly version: number;
      readonly soumiseLe: string | null;
      readonly etablissement: { readonly code: string };
      readonly provenance: { readonly origine: string };
    }
    interface Groupe {
      readonly cle: string;
      readonly nombre: number;
      readonly fictifs: number;
    }
    interface List {
      readonly totalCount: number;
      readonly nodes: readonly Row[];
      readonly repartition: readonly Groupe[];
      readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
      readonly absence: { readonly motif: string; readonly doitRepondre: object | null } | null;
    }
    const list = async (given: string, par = 'ETAT') =>
      (
        await luc.read<{ redditions: List }>(`{ redditions(first: 1000${given}) { totalCount
          nodes { id etat campagne version soumiseLe etablissement { code } provenance { origine } }
          repartition(par: ${par}) { cle nombre fictifs } pageInfo { endCursor hasNextPage } absence { motif doitRepondre { code } } } }`)
      ).redditions;
    const KEYS = {
      ETAT: ({ etat }: Row) => etat,
      CAMPAGNE: ({ campagne }: Row) => campagne,
      ETABLISSEMENT: ({ etablissement }: Row) => etablissement.code,
    };

    it.each(Object.entries(KEYS))('is counted by %s as its rows say', async (par, keyOf) => {
      const { nodes, repartition, totalCount } = await list('', par);
      expect(new Set(nodes.map(keyOf)).size).toBe(repartition.length);
      expect(totalCount).toBe(nodes.length);
      for (const { cle, nombre, fictifs } of repartition) {
        const own = nodes.filter((node) => keyOf(node) === cle);
        expect([nombre, fictifs], cle).toEqual([
          own.length,
          own.filter(({ provenance }) => provenance.origine === 'DEMONSTRATION').length,
        ]);
      }
    });

    it('is counted for an établissement as it is narrowed to it', async () => {
      const { repartition } = await list(`, etablissement: "${BAS_SAINT_LAURENT}"`);
      expect(repartition.map(({ cle }) => cle)).toContain('RETIREE');
      const { etablissement } = await luc.read<{ etablissement: { redditions: List } }>(
        `{ etablissement(code: "${BAS_SAINT_LAURENT}") { redditions { repartition(par: ETAT) { cle nombre fictifs } } } }`,
      );
      expect(etablissement.redditions.repartition).toEqual(repartition);
    });

    it.each(['IDENTIFIANT', 'SOUMISE_LE', 'VERSION', 'ETABLISSEMENT'])(
      'is in the order of %s, page after page, in both directions',
      async (tri) => {
        const all = (await list('')).nodes;
        const valueOf = ({ id, soumiseLe, version, etablissement }: Row) =>
          ({ IDENTIFIANT: id, SOUMISE_LE: soumiseLe, VERSION: version, ETABLISSEMENT: etablissement.code })[
            tri
          ] ?? null;
        for (const sens of ['CROISSANT', 'DECROISSANT']) {
          const sorted = all.toSorted((a, b) => {
            const [one, other] = [valueOf(a), valueOf(b)];
            if (one === other) return a.id < b.id ? -1 : 1;
            if (one === null || other === null) return one === null ? 1 : -1;
            return one < other === (sens === 'CROISSANT') ? -1 : 1;
          });
          const paged: string[] = [];
          for (let after = ''; ;) {
            const { nodes, pageInfo } = (
              await luc.read<{ redditions: List }>(
                `{ redditions(first: 2, tri: ${tri}, sens: ${sens}${after}) { nodes { id } pageInfo { endCursor hasNextPage } } }`,
              )
            ).redditions;
            paged.push(...nodes.map(({ id }) => id));
            if (!pageInfo.hasNextPage) break;
            after = `, after: "${pageInfo.endCursor}"`;
          }
          expect(paged, sens).toEqual(sorted.map(({ id }) => id));
        }
      },
    );

    it('is narrowed by what its rows say, both ends of a span included', async () => {
      const { nodes } = await list('');
      const submitted = nodes.flatMap(({ soumiseLe }) => soumiseLe ?? []).toSorted();
      const [first, last] = [submitted[0]!, submitted.at(-1)!];
      expect(first < last).toBe(true);
      const idsOf = async (given: string) => (await list(given)).nodes.map(({ id }) => id);
      const which = (is: (row: Row) => boolean) => nodes.filter(is).map(({ id }) => id);
      expect(await idsOf(', etat: RETIREE')).toEqual(which(({ etat }) => etat === 'RETIREE'));
      expect(await idsOf(`, soumiseDe: "${last}"`)).toEqual(which(({ soumiseLe }) => soumiseLe === last));
      expect(await idsOf(`, soumiseA: "${first}"`)).toEqual(which(({ soumiseLe }) => soumiseLe === first));
      expect(await idsOf(`, soumiseDe: "${first}", soumiseA: "${last}"`)).toEqual(
        which(({ soumiseLe }) => soumiseLe !== null),
      );
      expect(await idsOf(', region: "01"')).toEqual(
        which(({ etablissement }) => etablissement.code === BAS_SAINT_LAURENT),
      );
      expect(await idsOf(', reseauTerritorial: "011", etat: SOUMISE')).toEqual(
        which(({ etablissement, etat }) => etablissement.code === BAS_SAINT_LAURENT && etat === 'SOUMISE'),
      );
    });

    it('says what is missing where it is empty, and refuses a span that ends before it begins', async () => {
      expect(await list(', region: "12"')).toMatchObject({
        totalCount: 0,
        repartition: [],
        absence: { motif: expect.stringContaining('Demandé : region 12') as string },
      });
      for (const given of [
        'soumiseDe: "2026-06-02", soumiseA: "2026-06-01"',
        'soumiseDe: "hier"',
        'soumiseA: "2026-02-30"',
      ])
        expect(await refusalOf(luc, `{ redditions(${given}) { totalCount } }`, {})).toMatchObject({
          code: 'FILTRE_INVALIDE',
        });
    });
  });

  describe('the journals', () => {
    it('hold every act, by who did it and in whose name', async () => {
      const { journalSanteQuebec, journalEtablissements } = await luc.read<
        Record<
          'journalSanteQuebec' | 'journalEtablissements',
          { nodes: { numero: number; natureActe: string; auteur: string }[] }
        >
      >(`{
      journalSanteQuebec(first: 1000) { nodes { numero natureActe auteur } }
      journalEtablissements(first: 1000) { nodes { numero natureActe auteur } }
    }`);
      expect(journalSanteQuebec.nodes.map(({ natureActe }) => natureActe)).toEqual([
        'publierCanevas',
        'ouvrirCampagne',
        'retournerReddition',
        'accorderException',
        'ouvrirCampagne',
        'accorderException',
        'consoliderReddition',
        'transmettreBilan',
        'fermerCampagne',
      ]);
      expect(journalEtablissements.nodes.map(({ natureActe, auteur }) => `${auteur} ${natureActe}`)).toEqual([
        'luc saisirMesures',
        'ana saisirMesures',
        'luc soumettreReddition',
        'luc saisirMesures',
        'luc soumettreReddition',
        'luc retirerReddition',
        'omar saisirMesures',
        'omar soumettreReddition',
        'luc saisirMesures',
        'luc soumettreReddition',
      ]);
    });

    // They are played again when the house closes.
    it('hold what their acts say', async () => {
      const keys = people.house.journalKeys.publics();
      for (const [definition, actes] of [
        [santeQuebec, 9],
        [etablissements, 10],
        [msss, 2],
      ] as const)
        expect(await verifyLevelJournal(people.database.kysely, definition, keys)).toMatchObject({
          actes,
          fautes: [],
        });
    });
  });
}
