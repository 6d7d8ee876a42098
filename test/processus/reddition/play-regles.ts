import { openDepots } from '@palier/depots/depots';
import { toLocalDay } from '@palier/runtime/local-day';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type HouseOfPeople,
  openCampagne,
  openHouseOfPeople,
  type OpenPlace,
  type Person,
  refusalOf,
} from '../people.ts';

const BAS_SAINT_LAURENT = '11045119';
const CAMPAGNE = '2026-2027';
const P01 = '2026-2027-P01';
const P02 = '2026-2027-P02';
const TODAY = toLocalDay(new Date().toISOString());
const CSV = 'text/csv';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * Rules of validation, by the people who live with them: Marie publishes and withdraws them for Santé Québec, Luc enters and
 * submits for the établissement of the Bas-Saint-Laurent. Each test goes on from the one before.
 */
export function playRegles(openPlace?: OpenPlace): void {
  let people: HouseOfPeople;
  let marie: Person;
  let luc: Person;
  beforeAll(async () => {
    people = await openHouseOfPeople({ openPlace, mounts: openDepots() });
    marie = await people.person({ sub: 'marie', palier: 'SANTE_QUEBEC' });
    luc = await people.person({ sub: 'luc', palier: 'ETABLISSEMENT', etablissement: BAS_SAINT_LAURENT });
    await openCampagne(marie, ['I-A-P5', 'I-A-G7'], [P01, P02]);
  });
  afterAll(() => people.close());

  const DELAI = { territoire: '01111', exigence: 'A-P5:AAOR', periode: P01 };
  const HEURES = { territoire: '01111', exigence: 'A-G7:AAOR', volet: 'en personne', periode: P01 };
  const ID_DELAI = `${P01}:01111:A-P5:AAOR`;
  const ID_HEURES = `${P01}:01111:A-G7:AAOR:EN_PERSONNE`;

  const CONSTAT = 'mesureId regle { id code } severite message operandes justification';
  const SAISIR = `mutation ($cle: ID!, $mesures: [MesureASaisir!]!) {
  saisirMesures(cle: $cle, campagne: "${CAMPAGNE}", mesures: $mesures) { acte { numero } constats { ${CONSTAT} } } }`;
  const SOUMETTRE = `mutation ($cle: ID!, $reponses: [ReponseRetour!]) {
  soumettreReddition(cle: $cle, campagne: "${CAMPAGNE}", reponses: $reponses) {
    acte { numero } constats { ${CONSTAT} } reddition { id } } }`;
  const VALIDER = `{ validerReddition(campagne: "${CAMPAGNE}") {
  mesures bloquants aJustifier informations constats { ${CONSTAT} } regles { code } } }`;
  const PUBLIER = `mutation ($cle: ID!, $regle: RegleAPublier!) { publierRegle(cle: $cle, regle: $regle) { regle { id } } }`;
  const JUGEE = `query ($id: ID!) { reddition(id: $id) {
  reglesAppliquees { id expression } constatsValidation { totalCount nodes { ${CONSTAT} provenance { origine } } } } }`;

  const DELAI_LONG = {
    code: 'DELAI_D_UN_JOUR',
    nom: 'Délai de plus d’un jour',
    severite: 'A_JUSTIFIER',
    expression: 'valeur <= 24',
    message: 'le délai est de {valeur} heures.',
    remede: 'Corrigez-le, ou dites ce qui l’explique.',
    exigences: ['A-P5:AAOR'],
    fondement: { origine: 'INFERENCE', note: 'choisi pour cet essai' },
  };

  const send = (body: string, query = '', accept = 'application/json'): Promise<Response> =>
    luc.request(`/depots/mesures?campagne=${CAMPAGNE}${query}`, {
      method: 'POST',
      headers: { 'content-type': CSV, accept },
      body: ['territoire;exigence;volet;periode;valeur;numerateur;denominateur;justification', body].join(
        '\n',
      ),
    });

  describe('what cannot be true', () => {
    const IMPOSSIBLE = [
      { ...HEURES, valeur: 169 },
      { ...DELAI, valeur: -1, numerateur: -1, denominateur: 0 },
      { ...DELAI, periode: P02, valeur: 2 },
    ];

    it('is refused when it is entered, every fault at once, each by its rule and what to do', async () => {
      const refusal = await refusalOf(luc, SAISIR, { cle: 's0', mesures: IMPOSSIBLE });
      expect(refusal).toMatchObject({
        code: 'CONTENU_INVALIDE',
        compte: 3,
        fautes: [
          {
            rang: 1,
            mesure: ID_HEURES,
            regle: 'HEURES_DANS_LA_SEMAINE',
            version: 1,
            severite: 'BLOQUANTE',
            origineRegle: 'INFERENCE',
            operandes: ['valeur'],
            message: 'une semaine a 168 heures ; valeur lue : 169.',
            remede: 'Donnez le nombre d’heures d’une seule semaine.',
          },
          { rang: 2, mesure: ID_DELAI, regle: 'DENOMINATEUR_NUL', operandes: ['denominateur'] },
          { rang: 2, mesure: ID_DELAI, regle: 'VALEUR_NEGATIVE', operandes: ['valeur', 'numerateur'] },
        ],
      });
      expect(refusal.message).toContain(
        'mesure 1 : plus d’heures que dans une semaine (HEURES_DANS_LA_SEMAINE)',
      );
    });

    it('is refused in a file by line, column and cell, beside what cannot be read', async () => {
      const file = [
        `01111;A-G7:AAOR;en personne;${P01};168,5;;;`,
        `01111;A-P5:AAOR;;${P01};-1;-1;0;`,
        `99999;A-P5:AAOR;;${P01};1;;;`,
      ].join('\n');
      for (const query of ['', '&essai=1']) {
        const response = await send(file, query);
        expect(response.status).toBe(422);
        expect(await response.json()).toMatchObject({
          errors: [{ extensions: { code: 'FICHIER_REFUSE', compte: 5 } }],
          fautes: [
            {
              code: 'HEURES_DANS_LA_SEMAINE',
              regle: { id: 'HEURES_DANS_LA_SEMAINE:V1', severite: 'BLOQUANTE', origine: 'INFERENCE' },
              ligne: 2,
              colonne: 'valeur',
              cellule: 'E2',
              lue: '168,5',
            },
            { code: 'VALEUR_NEGATIVE', cellule: 'E3', lue: '-1' },
            { code: 'VALEUR_NEGATIVE', cellule: 'F3', lue: '-1' },
            {
              code: 'DENOMINATEUR_NUL',
              cellule: 'G3',
              lue: '0',
              message: expect.stringContaining('AUCUN_CAS') as string,
            },
            { code: 'TERRITOIRE_INCONNU', cellule: 'A4' },
          ],
        });
      }
      const [good] = [file.split('\n').slice(0, 2).join('\n')];
      const csv = await (await send(good!, '', CSV)).text();
      expect(csv).toContain('2;valeur;E2;HEURES_DANS_LA_SEMAINE;Plus d’heures que dans une semaine;168,5;');
      const marked = await readXlsx(new Uint8Array(await (await send(good!, '', XLSX)).arrayBuffer()), {
        readStyles: true,
      });
      expect(marked.sheets[0]?.cells?.get('1,4')?.comment?.text).toContain(
        'Plus d’heures que dans une semaine',
      );
      expect(marked.sheets[0]?.cells?.get('2,6')?.comment?.text).toContain('Dénominateur nul');
    });
  });

  describe('what surprises', () => {
    it('is said and refuses nothing: a jump from the period before', async () => {
      const mesures = [
        { ...DELAI, valeur: 2 },
        { ...DELAI, periode: P02, valeur: 30 },
        { ...HEURES, valeur: 80 },
      ];
      const asked = { cle: 's1', mesures };
      const { saisirMesures } = await luc.read<{
        saisirMesures: { constats: { regle: { code: string } }[] };
      }>(SAISIR, asked);
      expect(saisirMesures.constats).toContainEqual({
        mesureId: `${P02}:01111:A-P5:AAOR`,
        regle: { id: 'SAUT:V1', code: 'SAUT' },
        severite: 'INFORMATION',
        message: 'la valeur passe de 2 à 30.',
        operandes: ['valeur', 'valeurPrecedente'],
        justification: null,
      });
      expect(await luc.read(SAISIR, asked)).toEqual({ saisirMesures });
    });

    it('is to be justified once Santé Québec says so, which a trial told before', async () => {
      // Nothing of what was answered before is kept: a rule of another level changes it.
      expect(await luc.read(VALIDER)).toMatchObject({ validerReddition: { mesures: 3, aJustifier: 0 } });
      const { essaiRegle } = await marie.read<{
        essaiRegle: { mesuresJugees: number; mesuresTouchees: number; exemples: { valeur: number }[] };
      }>(
        `query ($regle: RegleAPublier!) { essaiRegle(regle: $regle) { mesuresJugees mesuresTouchees mesuresIndecises exemples { id valeur } } }`,
        { regle: { ...DELAI_LONG, expression: 'valeur <= 1,5' } },
      );
      const { mesures } = await marie.read<{ mesures: { nodes: { valeur: number }[]; totalCount: number } }>(
        `{ mesures(exigence: "A-P5:AAOR", first: 1000) { totalCount nodes { valeur } } }`,
      );
      expect(essaiRegle.mesuresJugees).toBeGreaterThanOrEqual(mesures.totalCount);
      expect(essaiRegle.mesuresTouchees).toBeGreaterThan(0);
      expect(essaiRegle.exemples.every(({ valeur }) => valeur > 1.5)).toBe(true);
      expect(await marie.read(PUBLIER, { cle: 'r1', regle: DELAI_LONG })).toEqual({
        publierRegle: { regle: { id: 'DELAI_D_UN_JOUR:V1' } },
      });
      const { validerReddition } = await luc.read<{ validerReddition: { constats: object[] } }>(VALIDER);
      expect(validerReddition).toMatchObject({ mesures: 3, bloquants: 0, aJustifier: 1 });
      expect(validerReddition.constats).toContainEqual({
        mesureId: `${P02}:01111:A-P5:AAOR`,
        regle: { id: 'DELAI_D_UN_JOUR:V1', code: 'DELAI_D_UN_JOUR' },
        severite: 'A_JUSTIFIER',
        message: 'le délai est de 30 heures.',
        operandes: ['valeur'],
        justification: null,
      });
    });

    it('is refused without a reason, and submitted with one, which the version keeps', async () => {
      expect(await refusalOf(luc, SOUMETTRE, { cle: 'v1' })).toMatchObject({
        code: 'ACTE_REFUSE',
        regle: 'JUSTIFIER',
        origineRegle: 'INFERENCE',
        compte: 1,
        fautes: [{ mesure: `${P02}:01111:A-P5:AAOR`, regle: 'DELAI_D_UN_JOUR', severite: 'A_JUSTIFIER' }],
      });
      const reponses = [{ mesure: `${P02}:01111:A-P5:AAOR`, justification: 'Fermeture de trois jours.' }];
      await luc.read(SOUMETTRE, { cle: 'v1', reponses });
      const { reddition } = await luc.read<{
        reddition: { reglesAppliquees: { id: string }[]; constatsValidation: { nodes: object[] } };
      }>(JUGEE, { id: `${CAMPAGNE}:${BAS_SAINT_LAURENT}:V1` });
      expect(reddition.reglesAppliquees).toContainEqual({
        id: 'DELAI_D_UN_JOUR:V1',
        expression: 'valeur <= 24',
      });
      expect(reddition.constatsValidation.nodes).toContainEqual(
        expect.objectContaining({
          mesureId: `${P02}:01111:A-P5:AAOR`,
          severite: 'A_JUSTIFIER',
          justification: 'Fermeture de trois jours.',
          provenance: { origine: 'DEMONSTRATION' },
        }),
      );
    });

    it('stays justified in the next version when it did not change, and not when it did', async () => {
      await luc.read(SAISIR, { cle: 's2', mesures: [{ ...DELAI, valeur: 3 }] });
      const { soumettreReddition } = await luc.read<{ soumettreReddition: { constats: object[] } }>(
        SOUMETTRE,
        {
          cle: 'v2',
        },
      );
      expect(soumettreReddition.constats).toContainEqual(
        expect.objectContaining({ severite: 'A_JUSTIFIER', justification: 'Fermeture de trois jours.' }),
      );
      // Nor is it told, of what is sent again, that there is something left to justify.
      const again = await send(`01111;A-P5:AAOR;;${P02};30;;;`, '&essai=1');
      expect(
        ((await again.json()) as { remarques: { code: string }[] }).remarques.map(({ code }) => code),
      ).not.toContain('DELAI_D_UN_JOUR');
      await luc.read(SAISIR, { cle: 's3', mesures: [{ ...DELAI, periode: P02, valeur: 31 }] });
      expect(await refusalOf(luc, SOUMETTRE, { cle: 'v3' })).toMatchObject({ regle: 'JUSTIFIER' });
    });

    it('is justified by a file too, which says what is left to justify', async () => {
      const bare = await send(`01111;A-P5:AAOR;;${P02};32;;;`, '&essai=1');
      expect(((await bare.json()) as { remarques: object[] }).remarques).toContainEqual(
        expect.objectContaining({
          code: 'DELAI_D_UN_JOUR',
          ligne: 2,
          cellule: 'E2',
          lue: '32',
          compris: expect.stringContaining(
            'À justifier avant de soumettre : le délai est de 32 heures.',
          ) as string,
        }),
      );
      const told = await send(`01111;A-P5:AAOR;;${P02};32;;;Panne du réseau.`);
      const { remarques } = (await told.json()) as { remarques: { code: string }[] };
      expect(remarques.map(({ code }) => code)).not.toContain('DELAI_D_UN_JOUR');
      await luc.read(SOUMETTRE, { cle: 'v3' });
    });
  });

  describe('a rule that changes', () => {
    let before: string;

    it('blocks from its day on, and what was submitted before stays judged by the one of its day', async () => {
      before = new Date().toISOString();
      await marie.read(PUBLIER, {
        cle: 'r2',
        regle: { ...DELAI_LONG, severite: 'BLOQUANTE', expression: 'valeur <= 10' },
      });
      const { reddition } = await luc.read<{
        reddition: { reglesAppliquees: { id: string }[]; constatsValidation: { nodes: object[] } };
      }>(JUGEE, { id: `${CAMPAGNE}:${BAS_SAINT_LAURENT}:V3` });
      expect(reddition.reglesAppliquees.map(({ id }) => id)).toContain('DELAI_D_UN_JOUR:V1');
      expect(reddition.reglesAppliquees.map(({ id }) => id)).not.toContain('DELAI_D_UN_JOUR:V2');
      expect(reddition.constatsValidation.nodes).toContainEqual(
        expect.objectContaining({
          regle: { id: 'DELAI_D_UN_JOUR:V1', code: 'DELAI_D_UN_JOUR' },
          justification: 'Panne du réseau.',
        }),
      );

      await luc.read(SAISIR, { cle: 's4', mesures: [{ ...HEURES, valeur: 81 }] });
      const refusal = await refusalOf(luc, SOUMETTRE, { cle: 'v4' });
      expect(refusal).toMatchObject({
        code: 'ACTE_REFUSE',
        regle: 'MESURES_VALIDES',
        compte: 1,
        fautes: [{ mesure: `${P02}:01111:A-P5:AAOR`, regle: 'DELAI_D_UN_JOUR', version: 2 }],
      });
      const { draft } = await luc.read<{
        draft: { actionsPossibles: { nom: string; motifSiRefusee: string }[] };
      }>(
        `{ draft: reddition(id: "${CAMPAGNE}:${BAS_SAINT_LAURENT}:V4") { actionsPossibles { nom motifSiRefusee } } }`,
      );
      expect(draft.actionsPossibles.find(({ nom }) => nom === 'soumettreReddition')?.motifSiRefusee).toBe(
        refusal.message,
      );
    });

    it('is withdrawn when it is wrong: the version goes, and the rule says why it judges no more', async () => {
      const { retirerRegle } = await marie.read<{ retirerRegle: { regle: object } }>(
        `mutation { retirerRegle(cle: "w1", regle: "DELAI_D_UN_JOUR", motif: "Dix heures était une erreur.") {
        regle { id retrait { retireeLe motif } actionsPossibles { nom motifSiRefusee } } } }`,
      );
      expect(retirerRegle.regle).toMatchObject({
        id: 'DELAI_D_UN_JOUR:V2',
        retrait: { retireeLe: TODAY, motif: 'Dix heures était une erreur.' },
        actionsPossibles: [
          { nom: 'publierRegle', motifSiRefusee: null },
          { nom: 'retirerRegle', motifSiRefusee: expect.stringContaining('DELAI_D_UN_JOUR') as string },
        ],
      });
      await luc.read(SOUMETTRE, { cle: 'v4' });
      const { reddition } = await luc.read<{ reddition: { reglesAppliquees: { id: string }[] } }>(JUGEE, {
        id: `${CAMPAGNE}:${BAS_SAINT_LAURENT}:V4`,
      });
      expect(reddition.reglesAppliquees.map(({ id }) => id)).not.toContain('DELAI_D_UN_JOUR:V2');
    });

    it('is known as it was, at the instant that is asked', async () => {
      const query = `query ($jour: String!) {
      campagne(code: "${CAMPAGNE}") { canevas { regles(enVigueurLe: $jour) { id } } }
      exigence(code: "A-P5:AAOR") { reglesValidation(enVigueurLe: $jour) { id } }
      regleValidation(code: "DELAI_D_UN_JOUR") { id enVigueurA retrait { motif } } }`;
      interface Known {
        readonly campagne: { canevas: { regles: { id: string }[] } };
        readonly exigence: { reglesValidation: { id: string }[] };
        readonly regleValidation: { id: string; enVigueurA: string | null; retrait: object | null };
      }
      const then = await luc.read<Known>(query, { jour: TODAY }, { 'palier-au': before });
      const now = await luc.read<Known>(query, { jour: TODAY });
      const own = ({ campagne, exigence }: Known) =>
        [campagne.canevas.regles, exigence.reglesValidation].map((regles) =>
          regles.map(({ id }) => id).filter((id) => id.startsWith('DELAI')),
        );
      expect(own(then)).toEqual([['DELAI_D_UN_JOUR:V1'], ['DELAI_D_UN_JOUR:V1']]);
      expect(then.regleValidation).toEqual({ id: 'DELAI_D_UN_JOUR:V1', enVigueurA: null, retrait: null });
      expect(own(now)).toEqual([[], []]);
      expect(now.regleValidation.retrait).not.toBeNull();
    });
  });

  describe('the journals', () => {
    it('hold what judged', async () => {
      const { journalEtablissements } = await luc.read<{
        journalEtablissements: { nodes: { contenu: string }[] };
      }>('{ journalEtablissements(nature: "soumettreReddition") { nodes { contenu } } }');
      const [first] = journalEtablissements.nodes;
      const contenu = JSON.parse(first?.contenu ?? '') as { regles: object[]; constats: object[] };
      expect(contenu.regles).toContainEqual({
        id: 'DELAI_D_UN_JOUR:V1',
        severite: 'A_JUSTIFIER',
        expression: 'valeur <= 24',
        message: 'le délai est de {valeur} heures.',
        unites: [],
        exigences: ['A-P5:AAOR'],
      });
    });
  });

  describe('what would be lost, or never read', () => {
    it.each([
      ['a figure past what is written whole', { ...DELAI, valeur: 1e308 }],
      ['a figure too small to be one', { ...DELAI, valeur: 5e-324 }],
      ['a justification that nobody sees', { ...DELAI, valeur: 2, justification: '\u200b' }],
      ['a justification that nothing keeps', { ...DELAI, valeur: 2, justification: 'a\u0000b' }],
      ['half of a letter', { ...DELAI, valeur: 2, justification: 'a\ud83d' }],
    ])('is refused: %s', async (_what, mesure) => {
      const refusal = await refusalOf(luc, SAISIR, { cle: 'perdu', mesures: [mesure] });
      expect(refusal).toMatchObject({ code: 'CONTENU_INVALIDE' });
    });

    it('is refused: an answer to no measure of the version, or a second to the same', async () => {
      await luc.read(SAISIR, { cle: 'encore', mesures: [{ ...DELAI, valeur: 3 }] });
      for (const reponses of [
        [{ mesure: 'n’importe quoi', justification: 'x' }],
        [
          { mesure: ID_DELAI, justification: 'x' },
          { mesure: ID_DELAI, justification: 'y' },
        ],
      ])
        expect(await refusalOf(luc, SOUMETTRE, { cle: 'etrangere', reponses })).toMatchObject({
          code: 'ACTE_REFUSE',
          regle: 'REPONDRE_AUX_RETOURS',
        });
    });

    it('is written once each: rules published at once by who has read none of them', async () => {
      const published = await Promise.all(
        Array.from({ length: 4 }, (_, rank) =>
          marie.read<{ publierRegle: { regle: { id: string } } }>(PUBLIER, {
            cle: `ensemble-${rank}`,
            regle: { ...DELAI_LONG, code: 'ENSEMBLE', exigences: ['A-P5:AAOR'], severite: 'INFORMATION' },
          }),
        ),
      );
      const ids = published.map(({ publierRegle }) => publierRegle.regle.id).sort();
      expect(ids).toEqual(['ENSEMBLE:V1', 'ENSEMBLE:V2', 'ENSEMBLE:V3', 'ENSEMBLE:V4']);
    });
  });
}
