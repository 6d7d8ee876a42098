import 'reflect-metadata';
import { createHash } from 'node:crypto';
import { openDepots } from '@palier/depots/depots';
import { exerciceOf, lastBegunPeriode } from '@palier/runtime/exercice';
import { toLocalDay } from '@palier/runtime/local-day';
import { openXlsx, readXlsx, saveXlsx } from 'hucre/xlsx';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HouseOfPeople, openCampagne, openHouseOfPeople, type Person } from '../people.ts';

/**
 * Measures by file: Luc, for the établissement of the Bas-Saint-Laurent, sends what a spreadsheet gives. Each test goes on
 * from the one before.
 */
const BAS_SAINT_LAURENT = '11045119';
const CAMPAGNE = '2026-2027';
const P01 = '2026-2027-P01';
const P02 = '2026-2027-P02';
const CSV = 'text/csv';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

let people: HouseOfPeople;
let marie: Person;
let luc: Person;
beforeAll(async () => {
  people = await openHouseOfPeople({ mounts: openDepots() });
  marie = await people.person({ sub: 'marie', palier: 'SANTE_QUEBEC' });
  luc = await people.person({ sub: 'luc', palier: 'ETABLISSEMENT', etablissement: BAS_SAINT_LAURENT });
  await openCampagne(marie, ['I-A-P5', 'I-A-G7'], [P01, P02]);
});
afterAll(() => people.close());

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const HEADER = 'territoire;exigence;volet;periode;valeur;statut;numerateur;denominateur';
const file = (...rows: readonly string[]): string => [HEADER, ...rows].join('\r\n');
const ROW = `01111;A-P5:AAOR;;${P01};2,5;;;`;

interface Depot {
  readonly essai: boolean;
  readonly cle?: string;
  readonly acte?: {
    readonly numero: number;
    readonly natureActe: string;
    readonly recu: { readonly numero: number };
  };
  readonly reddition?: { readonly id: string; readonly revision: number };
  readonly difference: Readonly<
    Record<'creees' | 'changees' | 'inchangees' | 'retirees', { nombre: number; cellules: readonly object[] }>
  >;
  readonly remarques: readonly { readonly code: string; readonly compris: string }[];
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions: Readonly<Record<string, unknown>>;
  }[];
  readonly fautes?: readonly Readonly<Record<string, unknown>>[];
  readonly parCode?: readonly object[];
}

interface Sent {
  readonly status: number;
  readonly body: Depot;
}

async function send(
  person: Person,
  body: string | Uint8Array<ArrayBuffer>,
  {
    query = '',
    type = CSV,
    headers = {},
  }: { query?: string; type?: string; headers?: Record<string, string> } = {},
): Promise<Sent> {
  const response = await person.request(`/depots/mesures?campagne=${CAMPAGNE}${query}`, {
    method: 'POST',
    headers: { 'content-type': type, ...headers },
    body,
  });
  return { status: response.status, body: (await response.json()) as Depot };
}

const counts = ({ difference }: Depot) =>
  Object.fromEntries(Object.entries(difference).map(([name, { nombre }]) => [name, nombre]));

const BRIDE = `${BAS_SAINT_LAURENT}:V1`;

const draftOf = async (person: Person) =>
  (
    await person.read<{ reddition: { revision: number; lignes: { nodes: object[] } } | null }>(
      `{ reddition(id: "${CAMPAGNE}:${BRIDE}") { revision lignes { nodes { mesureId valeur statut } } } }`,
    )
  ).reddition;

describe('a file', () => {
  it('is tried first: what it would change is said, and nothing is written', async () => {
    const { status, body } = await send(luc, file(ROW, `1111;A-P5:AAOR;;${P02};;aucun cas;;`), {
      query: '&essai=1',
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      essai: true,
      campagne: CAMPAGNE,
      canevas: '2026-2027-V1',
      etablissement: BAS_SAINT_LAURENT,
      remarques: [{ code: 'ZEROS_RETABLIS', cellule: 'A3' }],
    });
    expect(counts(body)).toEqual({ creees: 2, changees: 0, inchangees: 0, retirees: 0 });
    expect(body.acte).toBeUndefined();
    expect(await draftOf(luc)).toBeNull();
  });

  it('is one act, with its receipt; sent again, it is the same act', async () => {
    const bytes = file(ROW, `1111;A-P5:AAOR;;${P02};;aucun cas;;`);
    const { status, body } = await send(luc, bytes);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      essai: false,
      acte: { natureActe: 'saisirMesures', auteur: 'luc', recu: { niveau: 'ETABLISSEMENT' } },
      reddition: { id: `${CAMPAGNE}:${BRIDE}`, etat: 'SAISIE', revision: 1 },
    });
    expect((await draftOf(luc))?.lignes.nodes).toEqual([
      { mesureId: `${P01}:01111:A-P5:AAOR`, valeur: 2.5, statut: 'PROVISOIRE' },
      { mesureId: `${P02}:01111:A-P5:AAOR`, valeur: null, statut: 'AUCUN_CAS' },
    ]);
    const again = await send(luc, bytes);
    expect(again.body.acte).toMatchObject({ numero: body.acte?.numero });
    expect(again.body.reddition?.revision).toBe(1);
    expect(counts(again.body)).toEqual({ creees: 0, changees: 0, inchangees: 2, retirees: 0 });
  });

  it('is named by what nobody makes who supposes it byte for byte, and who sent it is given', async () => {
    const bytes = file(`01111;A-P5:AAOR;;${P02};9;;;`);
    const before = (await draftOf(luc))!.revision;
    const { body } = await send(luc, bytes);
    const anybody = await people.person();
    const { journalEtablissements } = await anybody.read<{
      journalEtablissements: { nodes: { numero: number; cle: string }[] };
    }>('{ journalEtablissements(first: 100) { nodes { numero cle } } }');
    const { cle } = journalEtablissements.nodes.find(({ numero }) => numero === body.acte!.numero)!;
    expect(cle).toBe(body.cle);
    // All but the secret is known, or easily supposed.
    const named = sha256([CAMPAGNE, sha256(bytes), before].join('\n'));
    const guesses = [named, sha256(bytes), sha256(JSON.stringify(['luc', named]))];
    expect(guesses.filter((guess) => cle.includes(guess.slice(0, 16)))).toEqual([]);
    const paul = await people.person({
      sub: 'paul',
      palier: 'ETABLISSEMENT',
      etablissement: BAS_SAINT_LAURENT,
    });
    const asked = `{ cleDeDepot(empreinte: "${named}") }`;
    expect(await luc.read(asked)).toEqual({ cleDeDepot: cle });
    expect(await paul.read(asked)).not.toEqual({ cleDeDepot: cle });
    await send(luc, file(`01111;A-P5:AAOR;;${P02};;aucun cas;;`));
  });

  it('is sent again after another, and is then another act, as often as no answer comes', async () => {
    const [first, other] = [4, 5].map((value) => file(`01111;A-P5:AAOR;;${P02};${value};;;`));
    const { body: a } = await send(luc, first!);
    const { body: b } = await send(luc, other!);
    const { body: back } = await send(luc, first!);
    expect([b, back].map(counts)).toEqual(
      [1, 1].map((changees) => ({ creees: 0, changees, inchangees: 0, retirees: 0 })),
    );
    expect(new Set([a, b, back].map(({ acte }) => acte?.numero)).size).toBe(3);
    expect((await draftOf(luc))?.lignes.nodes).toContainEqual(
      expect.objectContaining({ mesureId: `${P02}:01111:A-P5:AAOR`, valeur: 4 }),
    );
    expect((await send(luc, first!)).body.acte).toMatchObject({ numero: back.acte?.numero });
    await send(luc, file(`01111;A-P5:AAOR;;${P02};;aucun cas;;`));
  });

  it('that changes nothing of what others wrote is no act, however often it is sent', async () => {
    const bytes = file(`01121;A-P5:AAOR;;${P02};7;;;`);
    const written = await luc.read<{ saisirMesures: { reddition: { revision: number } } }>(
      `mutation { saisirMesures(cle: "autrement", campagne: "${CAMPAGNE}", mesures: [{ territoire: "01121", exigence: "A-P5:AAOR", periode: "${P02}", valeur: 7 }]) { reddition { revision } } }`,
    );
    const { revision } = written.saisirMesures.reddition;
    const sent = [await send(luc, bytes), await send(luc, bytes)];
    for (const { status, body } of sent) {
      expect(status).toBe(200);
      expect(body).toMatchObject({ essai: false, acte: null, reddition: { etat: 'SAISIE', revision } });
      expect(counts(body)).toEqual({ creees: 0, changees: 0, inchangees: 1, retirees: 0 });
    }
    expect((await draftOf(luc))?.revision).toBe(revision);
    await send(luc, file(`01121;A-P5:AAOR;;${P02};;RETIRER;;`));
  });

  it('is named by who sends it, and another under the same name is refused', async () => {
    const named = { headers: { 'idempotency-key': 'le-mien' } };
    expect((await send(luc, file(`01111;A-P5:AAOR;;${P01};3;;;`), named)).body).toMatchObject({
      cle: 'le-mien',
      reddition: { revision: 10 },
    });
    const other = await send(luc, file(`01111;A-P5:AAOR;;${P01};4;;;`), named);
    expect(other).toMatchObject({ status: 409, body: { errors: [{ extensions: { code: 'CLE_REPRISE' } }] } });
    const two = await send(luc, file(`01111;A-P5:AAOR;;${P01};3;;;`), { ...named, query: '&cle=le-tien' });
    expect(two).toMatchObject({
      status: 400,
      body: { errors: [{ message: expect.stringContaining('nomment deux actes') as unknown }] },
    });
    const same = await send(luc, file(`01111;A-P5:AAOR;;${P01};3;;;`), { ...named, query: '&cle=le-mien' });
    expect(same).toMatchObject({ status: 200, body: { cle: 'le-mien' } });
  });

  it('says which draft its author read, and is refused when somebody wrote since', async () => {
    const { status, body } = await send(luc, file(ROW), { query: '&versionAttendue=1' });
    expect(status).toBe(409);
    expect(body.errors).toMatchObject([{ extensions: { code: 'VERSION_PERIMEE', versionCourante: 10 } }]);
  });

  it('sent again with a reason, or with the draft that its author read, is nothing to do', async () => {
    const bytes = file(`01111;A-P5:AAOR;;${P01};3;;;`);
    const { body } = await send(luc, file(`01111;A-P5:AAOR;;${P01};4;;;`));
    const { revision } = (await send(luc, bytes)).body.reddition!;
    expect(revision).toBe(body.reddition!.revision + 1);
    for (const query of ['&motif=Correction', `&versionAttendue=${revision}`, '&essai=1&motif=Correction']) {
      const sent = await send(luc, bytes, { query });
      expect([query, sent.status]).toEqual([query, 200]);
      if (!query.includes('essai')) expect(sent.body).toMatchObject({ acte: null, reddition: { revision } });
    }
    expect(await send(luc, bytes, { query: '&versionAttendue=1' })).toMatchObject({
      status: 409,
      body: { errors: [{ extensions: { code: 'VERSION_PERIMEE', versionCourante: revision } }] },
    });
    const withReason = { query: '&motif=Autre' };
    const other = file(`01111;A-P5:AAOR;;${P01};3,5;;;`);
    const first = await send(luc, other, withReason);
    expect((await send(luc, other, withReason)).body.acte).toMatchObject({ numero: first.body.acte?.numero });
    await send(luc, bytes);
  });

  it.each([
    ['a key that is none', '&cle=mon%20d%C3%A9p%C3%B4t', 'CONTENU_INVALIDE'],
    ['a reason that is too long', `&motif=${'x'.repeat(2_001)}`, 'CONTENU_INVALIDE'],
    ['a draft that is there no more', '&versionAttendue=1', 'VERSION_PERIMEE'],
    ['a key that names another act', '&cle=le-mien', 'CLE_REPRISE'],
  ])('is refused at its trial as when it is sent, for %s', async (_what, query, code) => {
    const bytes = file(`01111;A-P5:AAOR;;${P01};9;;;`);
    const tried = await send(luc, bytes, { query: `${query}&essai=1` });
    const sent = await send(luc, bytes, { query });
    for (const { status, body } of [tried, sent])
      expect([status, body.errors]).toMatchObject([sent.status, [{ extensions: { code } }]]);
    expect(sent.status).toBeGreaterThanOrEqual(400);
  });

  it('takes out what the draft holds, and says of the rest that there is nothing to take out', async () => {
    const bytes = file(`01121;A-P5:AAOR;;${P02};;RETIRER;;`, `01111;A-P5:AAOR;;${P01};8;;;`);
    const tried = await send(luc, bytes, { query: '&essai=1' });
    expect([tried.status, tried.body.remarques.map(({ code }) => code)]).toEqual([
      200,
      expect.arrayContaining(['RETRAIT_SANS_EFFET']),
    ]);
    const { status, body } = await send(luc, bytes);
    expect([status, counts(body)]).toEqual([200, { creees: 0, changees: 1, inchangees: 1, retirees: 0 }]);
    // At fault elsewhere, it is told what rules say of the rest.
    const faulty = await send(
      luc,
      file(
        `01121;A-P5:AAOR;;${P02};;RETIRER;;`,
        `01111;A-P5:AAOR;;${P01};-1;;;`,
        `99999;A-P5:AAOR;;${P01};1;;;`,
      ),
    );
    expect(faulty.body.fautes).toMatchObject([{ code: 'VALEUR_NEGATIVE' }, { code: 'TERRITOIRE_INCONNU' }]);
    await send(luc, file(`01111;A-P5:AAOR;;${P01};3;;;`));
  });

  it('takes a measure back, and the submitted version says it no more', async () => {
    const { body } = await send(luc, file(`01111;A-P5:AAOR;;${P02};;RETIRER;;`));
    expect(counts(body)).toEqual({ creees: 0, changees: 0, inchangees: 0, retirees: 1 });
    expect((await draftOf(luc))?.lignes.nodes).toMatchObject([{ mesureId: `${P01}:01111:A-P5:AAOR` }]);
    await luc.read(SOUMETTRE, { cle: 'v1' });
    await send(luc, file(`01111;A-P5:AAOR;;${P01};;RETIRER;;`, `01121;A-P5:AAOR;;${P01};1;;;`));
    await luc.read(SOUMETTRE, { cle: 'v2' });
    const { withdrawn, kept } = await luc.read<Record<string, unknown>>(
      `{ withdrawn: mesure(id: "${P01}:01111:A-P5:AAOR") { valeur } kept: mesure(id: "${P01}:01121:A-P5:AAOR") { valeur } }`,
    );
    expect(withdrawn).toBeNull();
    expect(kept).toEqual({ valeur: 1 });
  });
});

const SOUMETTRE = `mutation ($cle: ID!) { soumettreReddition(cle: $cle, campagne: "${CAMPAGNE}") { acte { numero } } }`;

describe('a file with faults', () => {
  const faulty = file(ROW, `99999;A-P5:AAOR;;${P01};12 %;;;`);

  it('does nothing, and tells them all', async () => {
    const { status, body } = await send(luc, faulty);
    expect(status).toBe(422);
    expect(body.errors).toMatchObject([{ extensions: { code: 'FICHIER_REFUSE', compte: 2 } }]);
    expect(body.parCode).toMatchObject([
      { code: 'TERRITOIRE_INCONNU', nombre: 1 },
      { code: 'POURCENTAGE_INATTENDU', nombre: 1 },
    ]);
    expect(body.fautes).toMatchObject([
      { ligne: 3, colonne: 'territoire', cellule: 'A3', lue: '99999' },
      { ligne: 3, colonne: 'valeur', cellule: 'E3', lue: '12 %' },
    ]);
  });

  it('tells what no act would keep beside what rules refuse', async () => {
    const { status, body } = await send(
      luc,
      file(
        `01111;A-P5:AAOR;;${P01};0,0000000000001;;;`,
        `01111;A-P5:AAOR;;${P02};-1;;;`,
        `99999;A-P5:AAOR;;${P01};1;;;`,
      ),
    );
    expect(status).toBe(422);
    expect(body.fautes).toMatchObject([
      { code: 'NOMBRE_HORS_BORNES', ligne: 2, cellule: 'E2', lue: '0,0000000000001' },
      { code: 'VALEUR_NEGATIVE', ligne: 3, cellule: 'E3', lue: '-1' },
      { code: 'TERRITOIRE_INCONNU', ligne: 4, cellule: 'A4', lue: '99999' },
    ]);
  });

  it('tells them as CSV', async () => {
    const response = await deposit(luc, faulty, CSV);
    expect([response.status, response.headers.get('content-type')]).toEqual([
      422,
      'text/csv; charset=utf-8; header=present',
    ]);
    const lines = (await response.text()).split('\r\n');
    expect(lines[1]).toContain('3;territoire;A3;TERRITOIRE_INCONNU');
  });

  it('comes back as a workbook with its faulty cells marked', async () => {
    const response = await deposit(luc, faulty, XLSX);
    expect([response.status, response.headers.get('content-type')]).toEqual([422, XLSX]);
    const { sheets } = await readXlsx(new Uint8Array(await response.arrayBuffer()), { readStyles: true });
    expect(sheets.map(({ name }) => name)).toEqual(['Mesures', 'Fautes']);
    expect(sheets[0]?.cells?.get('2,4')?.comment?.text).toContain('Pourcentage inattendu');
  });

  it('of a period that has not begun is told by its cell with the others, as JSON, as CSV and in the workbook', async () => {
    const [year = 0] = exerciceOf(lastBegunPeriode(toLocalDay(new Date().toISOString())))
      .split('-')
      .map(Number);
    const exercice = `${year + 1}-${year + 2}`;
    await marie.read(`mutation {
      publierCanevas(cle: "canevas-a-venir", exercice: "${exercice}", indicateurs: ["I-A-P5"]) { acte { numero } }
      ouvrirCampagne(cle: "a-venir", code: "${exercice}", canevas: "${exercice}-V1") { acte { numero } } }`);
    const periode = `${exercice}-P01`;
    const early = file(
      `99999;A-P5:AAOR;;${periode};1;;;`,
      `01111;A-P5:AAOR;;${periode};-2;;;`,
      `01121;A-P5:AAOR;;${periode};;AUCUN_CAS;;`,
    );
    const [json, csv, xlsx] = await Promise.all(
      ['application/json', CSV, XLSX].map((accept) => deposit(luc, early, accept, exercice)),
    );
    for (const { status } of [json!, csv!, xlsx!]) expect(status).toBe(422);
    const code = 'MESURER_CE_QUI_A_COMMENCE';
    const told = {
      code,
      colonne: 'periode',
      lue: periode,
      attendu: expect.stringMatching(new RegExp(`${periode} n’a pas commencé$`)) as unknown,
      remede: expect.stringContaining('une fois la période commencée') as unknown,
      regle: { id: code, severite: 'BLOQUANTE', origine: 'INFERENCE' },
    };
    const body = (await json!.json()) as Depot;
    expect(body.fautes).toMatchObject([
      { code: 'TERRITOIRE_INCONNU', cellule: 'A2' },
      { ...told, ligne: 3, cellule: 'D3' },
      { code: 'VALEUR_NEGATIVE', ligne: 3, cellule: 'E3' },
      { ...told, ligne: 4, cellule: 'D4' },
    ]);
    expect(body.parCode).toContainEqual(expect.objectContaining({ code, nombre: 2 }));
    const lines = (await csv!.text()).split('\r\n');
    expect(lines[2]).toContain(`3;periode;D3;${code}`);
    expect(lines[4]).toContain(`4;periode;D4;${code}`);
    const marked = new Uint8Array(await xlsx!.arrayBuffer());
    const expectMarked = async (bytes: Uint8Array): Promise<void> => {
      const { sheets } = await readXlsx(bytes, { readStyles: true });
      expect(sheets.map(({ name }) => name)).toEqual(['Mesures', 'Fautes']);
      for (const cell of ['2,3', '3,3']) {
        const found = sheets[0]?.cells?.get(cell);
        expect(found).toMatchObject({ style: { fill: { fgColor: { rgb: 'FFC7CE' } } } });
        expect(found?.comment?.text).toMatch(/Période qui n’a pas commencé/);
      }
      expect(sheets[0]?.cells?.get('1,3')?.comment).toBeUndefined();
      expect(sheets[1]?.rows.map((row) => row.slice(0, 4))).toContainEqual([
        3,
        'periode',
        'D3',
        'Période qui n’a pas commencé',
      ]);
    };
    await expectMarked(marked);
    // Sent as it came back, it is told the same.
    const again = await luc.request(`/depots/mesures?campagne=${exercice}`, {
      method: 'POST',
      headers: { 'content-type': XLSX, accept: XLSX },
      body: marked,
    });
    expect(again.status).toBe(422);
    await expectMarked(new Uint8Array(await again.arrayBuffer()));
  });

  it('says why rules could not be asked, as JSON, as CSV and in the workbook', async () => {
    await marie.read(
      `mutation { ouvrirCampagne(cle: "autre", code: "2026-2027-B", canevas: "2026-2027-V1", periodes: ["${P01}"]) { acte { numero } } }`,
    );
    await marie.read(
      `mutation { fermerCampagne(cle: "fermer", motif: "essai", campagne: "2026-2027-B") { acte { numero } } }`,
    );
    const told = await Promise.all(
      ['application/json', CSV, XLSX].map((accept) => deposit(luc, faulty, accept, '2026-2027-B')),
    );
    expect(told.map(({ status }) => status)).toEqual([422, 422, 422]);
    const [json, csv, xlsx] = told;
    expect(await json!.json()).toMatchObject({ reglesNonLues: expect.stringContaining('fermée') as string });
    expect(await csv!.text()).toMatch(/Les règles n’ont pas pu être lues : .*fermée/);
    const { sheets } = await readXlsx(new Uint8Array(await xlsx!.arrayBuffer()));
    const fautes = sheets.find(({ name }) => name === 'Fautes');
    expect(JSON.stringify(fautes?.rows)).toMatch(/Les règles n’ont pas pu être lues : .*fermée/);
    // Nor is a workbook given, of which nothing would be received.
    const modele = await luc.request('/depots/modele?campagne=2026-2027-B');
    expect(modele.status).toBe(422);
    expect(await modele.json()).toMatchObject({ errors: [{ extensions: { regle: 'CAMPAGNE_OUVERTE' } }] });
  });
});

function deposit(
  person: Person,
  body: string,
  accept: string,
  campagne: string = CAMPAGNE,
): Promise<Response> {
  return person.request(`/depots/mesures?campagne=${campagne}`, {
    method: 'POST',
    headers: { 'content-type': CSV, accept },
    body,
  });
}

describe('a file without a fault', () => {
  it('comes back as a workbook too, with what is remarked of it and what it changes', async () => {
    const row = `1111;A-P5:AAOR;;${P01};3;;;`;
    const response = await luc.request(`/depots/mesures?campagne=${CAMPAGNE}&essai=1`, {
      method: 'POST',
      headers: { 'content-type': CSV, accept: XLSX },
      body: file(row),
    });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, XLSX]);
    const { sheets } = await readXlsx(new Uint8Array(await response.arrayBuffer()), { readStyles: true });
    expect(sheets.map(({ name }) => name)).toEqual(['Mesures', 'Différence', 'Remarques']);
    expect(sheets[0]?.cells?.get('1,0')).toMatchObject({
      comment: { text: expect.stringContaining('Zéros de tête rétablis : le territoire 01111') as string },
      style: { fill: { fgColor: { rgb: 'FFEB9C' } } },
    });
    expect(sheets[1]?.rows[1]?.slice(0, 4)).toEqual(['CREEE', 2, '01111', 'A-P5:AAOR']);
    expect(sheets[2]?.rows[1]?.slice(0, 3)).toEqual([2, 'territoire', 'A2']);
  });
});

describe('the workbook to fill', () => {
  it('is filled, sent back, and its values are those of the draft', async () => {
    const response = await luc.request(`/depots/modele?campagne=${CAMPAGNE}`);
    expect(response.headers.get('content-disposition')).toContain(
      `mesures-${CAMPAGNE}-${BAS_SAINT_LAURENT}.xlsx`,
    );
    const workbook = await openXlsx(new Uint8Array(await response.arrayBuffer()), { readStyles: true });
    const [sheet] = workbook.sheets;
    // Eight territories, three cells, two periods.
    expect(sheet?.rows).toHaveLength(1 + 8 * 3 * 2);
    for (const [key, cell] of sheet?.cells ?? []) {
      const [row = 0, column] = key.split(',').map(Number);
      if (row > 0 && column === 8) sheet?.cells?.set(key, { ...cell, value: row / 4, type: 'number' });
    }
    const filled = new Uint8Array(await saveXlsx(workbook));
    const { status, body } = await send(luc, filled, { type: XLSX });
    expect(status).toBe(200);
    expect(counts(body)).toEqual({ creees: 47, changees: 1, inchangees: 0, retirees: 0 });

    const prefilled = await luc.request(`/depots/modele?campagne=${CAMPAGNE}&format=csv`);
    const [, first] = (await prefilled.text()).split('\r\n');
    expect(first).toContain(';0,25;;;;2026-2027-V1');
  });

  it('of a former canevas is refused, and says why', async () => {
    const modele = await (await luc.request(`/depots/modele?campagne=${CAMPAGNE}&format=csv`)).text();
    const old = modele.replaceAll('2026-2027-V1', '2026-2027-V0');
    const { status, body } = await send(luc, old);
    expect(status).toBe(422);
    expect(body.fautes).toMatchObject([{ code: 'CANEVAS_DIFFERENT', lue: '2026-2027-V0' }]);
  });
});

describe('a file sent again once another campagne has corrected a measure', () => {
  const [D, E] = ['2026-2027-D', '2026-2027-E'];
  const MESURE = `${P01}:01131:A-P5:AAOR`;
  const valeurOf = async () =>
    (await luc.read<{ mesure: { valeur: number } }>(`{ mesure(id: "${MESURE}") { valeur } }`)).mesure.valeur;
  let keys = 0;
  const next = (): string => {
    keys += 1;
    return `cle: "redite-${keys}"`;
  };
  const enter = (campagne: string, valeur: number) =>
    luc.read(`mutation { saisirMesures(${next()}, campagne: "${campagne}", mesures: [
      { territoire: "01131", exigence: "A-P5:AAOR", periode: "${P01}", valeur: ${valeur} }]) { acte { numero } } }`);
  const submit = (campagne: string) =>
    luc.read(`mutation { soumettreReddition(${next()}, campagne: "${campagne}") { acte { numero } } }`);
  const rowsOf = (first: number, second: number): string =>
    file(`01131;A-P5:AAOR;;${P01};${first};;;`, `01131;A-P5:AAOR;;${P02};${second};;;`);
  const sent = async (body: string): Promise<Depot> =>
    (await (await deposit(luc, body, 'application/json', D)).json()) as Depot;

  it('says again what it changes alone, and the same act as often as it is sent', async () => {
    for (const code of [D, E])
      await marie.read(
        `mutation { ouvrirCampagne(cle: "${code}", code: "${code}", canevas: "2026-2027-V1", periodes: ["${P01}", "${P02}"]) { acte { numero } } }`,
      );
    await sent(rowsOf(5, 3));
    await submit(D);
    await enter(E, 7);
    await submit(E);
    expect(await valeurOf()).toBe(7);
    const body = await sent(rowsOf(5, 4));
    expect(counts(body)).toEqual({ creees: 0, changees: 1, inchangees: 1, retirees: 0 });
    const remarked = body.remarques.filter(({ code }) => code === 'PUBLIEE_AUTREMENT');
    expect(remarked).toMatchObject([
      { cellule: 'E2', compris: expect.stringContaining('ce qui est publié le reste') as string },
    ]);
    await submit(D);
    expect(await valeurOf()).toBe(7);
    expect((await sent(rowsOf(5, 4))).acte).toMatchObject({ numero: body.acte?.numero });
    expect(await sent(file(`01131;A-P5:AAOR;;${P01};5;;;`))).toMatchObject({ acte: null });
  });

  it('leaves to its author to say it again', async () => {
    await enter(D, 5);
    await submit(D);
    expect(await valeurOf()).toBe(5);
  });
});

describe('a justified measure, once its version is submitted,', () => {
  const territoires = ['01141', '01151', '01161'];
  const campagnesOf = (territoire: string) =>
    [`2026-2027-J${territoire}`, `2026-2027-K${territoire}`] as const;
  const WITH = `${HEADER};justification`;
  const rows = (territoire: string, second: number): readonly string[] => [
    `${territoire};A-P5:AAOR;;${P01};5;;;`,
    `${territoire};A-P5:AAOR;;${P02};${second};;;`,
  ];
  let keys = 0;
  const next = (): string => {
    keys += 1;
    return `cle: "justifie-${keys}"`;
  };
  const mutate = (mutation: string) => luc.read(`mutation { ${mutation} { acte { numero } } }`);
  const submit = (campagne: string, more = '') =>
    mutate(`soumettreReddition(${next()}, campagne: "${campagne}"${more})`);
  const sent = async (campagne: string, body: string): Promise<Depot> =>
    (await (await deposit(luc, body, 'application/json', campagne)).json()) as Depot;
  const publishedOf = async (territoire: string) =>
    (
      await luc.read<{ mesure: { valeur: number | null; statut: string } }>(
        `{ mesure(id: "${P01}:${territoire}:A-P5:AAOR") { valeur statut } }`,
      )
    ).mesure;

  beforeAll(async () => {
    for (const code of territoires.flatMap(campagnesOf))
      await marie.read(
        `mutation { ouvrirCampagne(cle: "${code}", code: "${code}", canevas: "2026-2027-V1", periodes: ["${P01}", "${P02}"]) { acte { numero } } }`,
      );
  });

  it.each([
    ['corrected', '01141', 'valeur: 7', { valeur: 7 }],
    ['suppressed', '01151', 'statut: SUPPRIMEE', { valeur: null, statut: 'SUPPRIMEE' }],
  ])(
    'is left as another campagne %s it by a file that gives no reason, and by the modele filled',
    async (_what, territoire, otherwise, published) => {
      const [own, other] = campagnesOf(territoire);
      await sent(own, [WITH, ...rows(territoire, 3).map((row) => `${row};Panne`)].join('\n'));
      await submit(own);
      await mutate(
        `saisirMesures(${next()}, campagne: "${other}", mesures: [{ territoire: "${territoire}", exigence: "A-P5:AAOR", periode: "${P01}", ${otherwise} }])`,
      );
      await submit(other);
      const modele = await luc.request(`/depots/modele?campagne=${own}&format=csv`);
      const [header, ...lines] = (await modele.text()).split('\r\n');
      const filled = lines
        .filter((line) => line.startsWith(territoire) && line.includes('A-P5:AAOR'))
        .map((line) => line.replace(`;${P02};h;3;`, `;${P02};h;6;`));
      const body = await sent(own, file(...rows(territoire, 4)));
      expect(body.remarques.filter(({ code }) => code === 'PUBLIEE_AUTREMENT')).toMatchObject([
        { compris: expect.stringContaining('ce qui est publié le reste') as string },
      ]);
      expect(counts(body)).toEqual({ creees: 0, changees: 1, inchangees: 1, retirees: 0 });
      await submit(own);
      expect(await publishedOf(territoire)).toMatchObject(published);
      expect(await sent(own, file(...rows(territoire, 4)))).toMatchObject({
        acte: { numero: body.acte?.numero },
      });
      // Taken before that file was sent, it gives no reason: a draft that begins has none.
      await sent(own, [header, ...filled].join('\r\n'));
      await submit(own);
      expect(await publishedOf(territoire)).toMatchObject(published);
    },
  );

  it('is said again by a file that gives its reason, which says so', async () => {
    const [own] = campagnesOf('01141');
    const body = await sent(own, [WITH, `${rows('01141', 4)[0]};Panne`].join('\n'));
    expect(counts(body)).toEqual({ creees: 0, changees: 1, inchangees: 0, retirees: 0 });
    expect(body.remarques.filter(({ code }) => code === 'PUBLIEE_AUTREMENT')).toMatchObject([
      { compris: expect.stringContaining('la mesure est dite de nouveau') as string },
    ]);
    await submit(own);
    expect(await publishedOf('01141')).toMatchObject({ valeur: 5 });
  });

  it('is the same act by the same file, whose reason came with the submission', async () => {
    const [own] = campagnesOf('01161');
    const body = await sent(own, file(...rows('01161', 3)));
    await submit(own, `, reponses: [{ mesure: "${P01}:01161:A-P5:AAOR", justification: "Panne" }]`);
    const again = await sent(own, file(...rows('01161', 3)));
    expect(again).toMatchObject({ acte: { numero: body.acte?.numero }, reddition: { etat: 'SOUMISE' } });
  });
});

describe('a file that gives no reason, sent again, is the same act', () => {
  const MESURE = { territoire: '01171', exigence: 'A-P5:AAOR', periode: P01 };
  const F = file(`${MESURE.territoire};${MESURE.exigence};;${P01};6;;;`);
  let keys = 0;
  const next = (): string => {
    keys += 1;
    return `sans-raison-${keys}`;
  };
  const mutate = (mutation: string) => luc.read(`mutation { ${mutation} { acte { numero } } }`);
  const justify = (campagne: string, valeur: number) =>
    mutate(`saisirMesures(cle: "${next()}", campagne: "${campagne}", mesures: [
      { territoire: "${MESURE.territoire}", exigence: "${MESURE.exigence}", periode: "${P01}", valeur: ${valeur}, justification: "Panne" }])`);
  const sent = async (campagne: string, headers: Readonly<Record<string, string>> = {}): Promise<Depot> =>
    (await (
      await luc.request(`/depots/mesures?campagne=${campagne}`, {
        method: 'POST',
        headers: { 'content-type': CSV, ...headers },
        body: F,
      })
    ).json()) as Depot;
  const open = async (name: string): Promise<string> => {
    const code = `2026-2027-${name}`;
    await marie.read(
      `mutation { ouvrirCampagne(cle: "${code}", code: "${code}", canevas: "2026-2027-V1", periodes: ["${P01}", "${P02}"]) { acte { numero } } }`,
    );
    return code;
  };

  it('once the version that had reasons is submitted', async () => {
    const campagne = await open('R');
    await justify(campagne, 5);
    const { acte } = await sent(campagne);
    await mutate(`soumettreReddition(cle: "${next()}", campagne: "${campagne}")`);
    expect(await sent(campagne)).toMatchObject({ acte: { numero: acte!.numero } });
  });

  it('by its key, once somebody gave a reason', async () => {
    const campagne = await open('S');
    const key = { 'idempotency-key': next() };
    const { acte } = await sent(campagne, key);
    await justify(campagne, 6);
    expect(await sent(campagne, key)).toMatchObject({ acte: { numero: acte!.numero } });
  });

  it('once its territory passed to another établissement, and it would be refused if it were another', async () => {
    const [own, keyed] = [await open('T'), await open('U')];
    const key = { 'idempotency-key': next() };
    const acts = [await sent(own), await sent(keyed, key)].map(({ acte }) => acte!.numero);
    const owner = (etablissement: string) =>
      sql`update sante_quebec.responsabilite_territoire set etablissement_code = ${etablissement}
        where territoire_code = ${MESURE.territoire}`.execute(people.database.kysely);
    await owner('11045127');
    try {
      const again = [await sent(own), await sent(keyed, key)];
      expect(again.map(({ acte }) => acte?.numero)).toEqual(acts);
      expect(await sent(keyed, { 'idempotency-key': next() })).toMatchObject({
        fautes: [{ code: 'TERRITOIRE_INCONNU' }],
      });
    } finally {
      await owner(BAS_SAINT_LAURENT);
    }
  });
});

describe('the door', () => {
  const OPEN_BY = { sub: 'eve', palier: 'ETABLISSEMENT', etablissement: BAS_SAINT_LAURENT };
  it.each([
    ['nobody known', undefined, 401, 'AUTHENTIFICATION_REQUISE', 'AGIR_SOUS_SON_NOM'],
    ['Santé Québec', { sub: 'marie', palier: 'SANTE_QUEBEC' }, 403, 'ACTE_NON_AUTORISE', 'AGIR_A_SON_PALIER'],
    ['the ministry', { sub: 'jean', palier: 'MSSS' }, 403, 'ACTE_NON_AUTORISE', 'AGIR_A_SON_PALIER'],
    ['a token of no level', { sub: 'ana' }, 403, 'ACTE_NON_AUTORISE', 'AGIR_A_SON_PALIER'],
    [
      'somebody without établissement',
      { sub: 'ana', palier: 'ETABLISSEMENT' },
      403,
      'ACTE_NON_AUTORISE',
      'NOMMER_SON_ETABLISSEMENT',
    ],
    [
      'a token whose scopes name other acts',
      { ...OPEN_BY, scope: 'acte:soumettreReddition' },
      403,
      'ACTE_NON_AUTORISE',
      'PORTEES_DU_JETON',
    ],
  ])(
    'is closed to %s, wherever it is, by the rule of the level',
    async (who, claims, status, code, regle) => {
      const person = await people.person(claims);
      const read = `/depots/modele?campagne=${CAMPAGNE}`;
      const doors = [
        await send(person, file(ROW)),
        await send(person, file(ROW), { query: '&essai=1' }),
        // What a campagne asks is no secret: scopes narrow acts.
        ...(who.includes('scopes')
          ? []
          : [
              await person
                .request(read)
                .then(async (answer) => ({ status: answer.status, body: (await answer.json()) as Depot })),
            ]),
      ];
      for (const door of doors) {
        expect(door).toMatchObject({
          status,
          body: {
            errors: [
              {
                extensions: {
                  code,
                  regle,
                  origineRegle: 'INFERENCE',
                  remede: expect.stringMatching(/\.$/) as string,
                },
              },
            ],
          },
        });
        const [{ message, extensions }] = door.body.errors as [NonNullable<Depot['errors']>[number]];
        expect(message).toContain(extensions['remede']);
      }
    },
  );

  it('is closed to who names no établissement that can be, by what the other level says of it', async () => {
    const zoe = await people.person({ sub: 'zoe', palier: 'ETABLISSEMENT', etablissement: "';--" });
    const { errors } = await zoe.ask(
      `mutation { saisirMesures(cle: "1", campagne: "${CAMPAGNE}", mesures: []) { acte { numero } } }`,
    );
    expect(errors).toMatchObject([{ extensions: { code: 'CODE_INVALIDE', retryable: false } }]);
  });

  it('gives an établissement its own territories alone', async () => {
    const omar = await people.person({ sub: 'omar', palier: 'ETABLISSEMENT', etablissement: '11045127' });
    expect((await send(omar, file(ROW))).body.fautes).toMatchObject([{ code: 'TERRITOIRE_INCONNU' }]);
  });

  it.each([
    ['text/plain', 415],
    ['application/x-www-form-urlencoded', 415],
    ['multipart/form-data', 415],
    ['application/vnd.ms-excel', 415],
  ])('takes no %s, which a page of another site may send', async (type, status) => {
    const sent = await send(luc, file(ROW), { type });
    expect(sent).toMatchObject({
      status,
      body: { errors: [{ extensions: { code: 'TYPE_DE_FICHIER_REFUSE' } }] },
    });
  });

  it('gives no modele to a page of another site', async () => {
    const response = await luc.request(`/depots/modele?campagne=${CAMPAGNE}`, {
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    expect(response.status).toBe(403);
  });

  it.each([
    ['GET', '/depots/mesures?campagne=2026-2027', 405, 'METHODE_REFUSEE'],
    ['POST', '/depots/modele?campagne=2026-2027', 405, 'METHODE_REFUSEE'],
    ['POST', '/depots/mesures', 400, 'REQUETE_INVALIDE'],
    ['POST', '/depots/mesures?campagne=2026-2027&essai=oui', 400, 'REQUETE_INVALIDE'],
    ['POST', '/depots/mesures?campagne=2026-2027&esai=1', 400, 'REQUETE_INVALIDE'],
    ['POST', '/depots/mesures?campagne=nulle', 400, 'CODE_INVALIDE'],
    ['POST', '/depots/mesures?campagne=2031-2032', 422, 'ACTE_REFUSE'],
    ['GET', '/depots/modele?campagne=2026-2027&format=pdf', 406, 'FORMAT_DE_FICHIER_NON_OFFERT'],
  ])('refuses %s %s', async (method, path, status, code) => {
    const response = await luc.request(path, {
      method,
      headers: { 'content-type': CSV },
      ...(method === 'POST' && { body: file(ROW) }),
    });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code } }] });
  });

  it.each(['2020-01-01T00:00:00Z', new Date().toISOString()])(
    'of a past instant is refused as any act, whatever was open then: %s',
    async (au) => {
      const { status, body } = await send(luc, file(ROW), { headers: { 'palier-au': au } });
      expect(status).toBe(400);
      expect(body.errors).toMatchObject([
        {
          extensions: {
            code: 'ACTE_DANS_LE_PASSE',
            regle: 'AGIR_AU_PRESENT',
            remede: expect.stringContaining('sans demander d’instant') as unknown,
          },
        },
      ]);
    },
  );

  it('takes no file past its limit', async () => {
    const { status, body } = await send(luc, 'x'.repeat(16 * 1_048_576 + 1));
    expect(status).toBe(413);
    expect(body.errors).toMatchObject([{ extensions: { code: 'CORPS_TROP_GRAND', limite: 16 * 1_048_576 } }]);
  });
});
