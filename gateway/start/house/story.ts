import type { Gateway } from '@palier/gateway';
import type { Identity } from '@palier/gateway/request/identity';
import { STORYTELLER } from '@palier/calls/identity';

/** Before the made-up year, which stays the current one. */
const EXERCICE = '2024-2025';
const PERIODES = [`${EXERCICE}-P12`, `${EXERCICE}-P13`];
const EXIGENCE = 'A-P5:AAOR';

/** What each établissement answers: hours before the first contact, one more tenth a territory. */
const RETURNS = [
  { etablissement: '11045119', from: 1.2 },
  { etablissement: '11045127', from: 0.8 },
  { etablissement: '11045267', from: 1.7 },
] as const;

type Speaker = Pick<Identity, 'palier' | 'etablissement'>;

const MSSS: Speaker = { palier: 'MSSS', etablissement: undefined };
const SANTE_QUEBEC: Speaker = { palier: 'SANTE_QUEBEC', etablissement: undefined };

type Outcome = 'PLAYED' | 'PLAYED_IN_PART' | 'TOLD' | 'OTHERS_ACTED';

/**
 * Opens the campagne of the story, before anybody else can act: from then on it is told to its end, whatever others do meanwhile.
 * Does nothing in journals where somebody has acted, nor where it was begun.
 */
export async function beginStory(gateway: Pick<Gateway, 'execute'>): Promise<void> {
  const ask = speakAs(gateway);
  if ((await findState(ask)) === 'TO_TELL') await openCampagne(ask);
}

/**
 * Plays a small story in the demonstration, by real acts through the graph: one campagne opened, the returns of three
 * établissements, one sent back by cells, one consolidated, the bilans transmitted and appreciated. Once: not in journals where
 * somebody else acted before it began, and from where it was when it was cut off. What is refused, somebody else has done
 * otherwise: it goes on without, and says so.
 * @param refused told why each act that is left out is
 * @returns what became of it: played now, whole or in part, told before, or left out because others have acted
 */
export async function playStory(
  gateway: Pick<Gateway, 'execute'>,
  refused: (why: string) => void = () => undefined,
): Promise<Outcome> {
  const ask = speakAs(gateway);
  const state = await findState(ask);
  if (state === 'TOLD' || state === 'OTHERS_ACTED') return state;
  const campagne = await openCampagne(ask);
  let outcome: Outcome = 'PLAYED';
  const tell = unlessRefused(ask, (why) => {
    outcome = 'PLAYED_IN_PART';
    refused(why);
  });
  for (const { etablissement, from } of RETURNS) {
    const speaker: Speaker = { palier: 'ETABLISSEMENT', etablissement };
    const territoires = await listTerritoires(ask, etablissement);
    const mesures = territoires.flatMap((territoire, rank) =>
      PERIODES.map((periode) => ({
        territoire,
        exigence: EXIGENCE,
        periode,
        valeur: Number((from + rank / 10).toFixed(1)),
      })),
    );
    await tell(speaker, SAISIR, { cle: `recit-saisie-${etablissement}`, campagne, mesures });
    await tell(speaker, SOUMETTRE, { cle: `recit-version-${etablissement}`, campagne });
  }
  const [consolidated, returned] = RETURNS.map(({ etablissement }) => `${campagne}:${etablissement}:V1`);
  const [territoire] = await listTerritoires(ask, RETURNS[1].etablissement);
  await tell(SANTE_QUEBEC, RETOURNER, {
    cle: 'recit-retour',
    reddition: returned,
    cellules: [
      {
        mesure: `${PERIODES[0]}:${territoire}:${EXIGENCE}`,
        motif: 'La valeur est plus basse que celles des autres territoires.',
        attendu: 'Vérifier la méthode, puis corriger ou justifier.',
      },
    ],
  });
  await tell(SANTE_QUEBEC, CONSOLIDER, { cle: 'recit-consolidation', reddition: consolidated });
  await tell(SANTE_QUEBEC, TRANSMETTRE, { cle: 'recit-transmission', campagne });
  await tell(MSSS, APPRECIER, {
    cle: LAST_KEY,
    campagne,
    texte: 'Exemple fictif : une première reddition est consolidée ; les autres sont attendues.',
  });
  return outcome;
}

const LAST_KEY = 'recit-appreciation';

const PUBLIER = `mutation RecitCanevas($cle: ID!, $exercice: ID!) {
  publierCanevas(cle: $cle, exercice: $exercice, indicateurs: ["I-A-P5"], exigences: ["${EXIGENCE}"]) { canevas { code } } }`;
const OUVRIR = `mutation RecitCampagne($cle: ID!, $code: ID!, $canevas: ID!, $periodes: [ID!], $recommandee: String, $echeance: String, $cloture: String) {
  ouvrirCampagne(cle: $cle, code: $code, nom: "Campagne fictive ${EXERCICE}", canevas: $canevas, periodes: $periodes,
    echeanceRecommandee: $recommandee, echeance: $echeance, cloture: $cloture) { acte { numero } } }`;
const SAISIR = `mutation RecitSaisie($cle: ID!, $campagne: ID!, $mesures: [MesureASaisir!]!) {
  saisirMesures(cle: $cle, campagne: $campagne, mesures: $mesures) { acte { numero } } }`;
const SOUMETTRE = `mutation RecitVersion($cle: ID!, $campagne: ID!) { soumettreReddition(cle: $cle, campagne: $campagne) { acte { numero } } }`;
const RETOURNER = `mutation RecitRetour($cle: ID!, $reddition: ID!, $cellules: [CelluleARetourner!]!) {
  retournerReddition(cle: $cle, reddition: $reddition, cellules: $cellules) { acte { numero } } }`;
const CONSOLIDER = `mutation RecitConsolidation($cle: ID!, $reddition: ID!) { consoliderReddition(cle: $cle, reddition: $reddition) { acte { numero } } }`;
const TRANSMETTRE = `mutation RecitTransmission($cle: ID!, $campagne: ID!) { transmettreBilan(cle: $cle, campagne: $campagne) { acte { numero } } }`;
const APPRECIER = `mutation RecitAppreciation($cle: ID!, $campagne: ID!, $texte: String!) {
  apprecierBilan(cle: $cle, campagne: $campagne, texte: $texte) { acte { numero } } }`;

/** Refused for what others did meanwhile. */
class Refused extends Error {}

const DONE_OTHERWISE: ReadonlySet<unknown> = new Set(['ACTE_REFUSE', 'CONTENU_INVALIDE', 'VERSION_PERIMEE']);

type Tell = <Data>(speaker: Speaker, query: string, variables?: Record<string, unknown>) => Promise<Data>;

function speakAs(gateway: Pick<Gateway, 'execute'>): Tell {
  return async <Data>(
    { palier, etablissement }: Speaker,
    query: string,
    variables: Record<string, unknown> = {},
  ) => {
    const identity: Identity = {
      subject: STORYTELLER,
      palier,
      etablissement,
      scopes: new Set(),
      policies: new Set(),
      key: `${STORYTELLER} ${palier} ${etablissement ?? ''}`,
    };
    const { data, errors } = await gateway.execute({ query, variables, identity, asker: 'PROGRAM' });
    if (errors === undefined) return data as Data;
    const said = errors.map(({ message }) => message).join('\n');
    throw errors.every(({ extensions }) => DONE_OTHERWISE.has(extensions?.['code']))
      ? new Refused(said)
      : new Error(said);
  };
}

const unlessRefused =
  (ask: Tell, refused: (why: string) => void) =>
  async (...asked: Parameters<Tell>): Promise<void> => {
    try {
      await ask(...asked);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      refused(error.message);
    }
  };

interface Journals {
  readonly journalSanteQuebec: { readonly totalCount: number };
  readonly journalEtablissements: { readonly totalCount: number };
  readonly journalMsss: { readonly totalCount: number; readonly nodes: readonly { readonly cle: string }[] };
}

/** Begun once it has an act of its own: what others did after takes nothing from it. */
async function findState(ask: Tell): Promise<'TOLD' | 'TO_TELL' | 'BEGUN' | 'OTHERS_ACTED'> {
  const count = (given: string, nodes = '') =>
    ['journalSanteQuebec', 'journalEtablissements', 'journalMsss']
      .map((name) => `${name}${given} { totalCount ${name === 'journalMsss' ? nodes : ''} }`)
      .join(' ');
  const own = await ask<Journals>(
    MSSS,
    `query RecitActes { ${count(`(auteur: "${STORYTELLER}")`, 'nodes { cle }')} }`,
  );
  if (own.journalMsss.nodes.some(({ cle }) => cle === LAST_KEY)) return 'TOLD';
  if (isWritten(own)) return 'BEGUN';
  const all = await ask<Journals>(MSSS, `query RecitActes { ${count('')} }`);
  return isWritten(all) ? 'OTHERS_ACTED' : 'TO_TELL';
}

const isWritten = ({ journalSanteQuebec, journalEtablissements, journalMsss }: Journals): boolean =>
  [journalSanteQuebec, journalEtablissements, journalMsss].some(({ totalCount }) => totalCount > 0);

/** With days around the one it is played: it is under way for whoever starts, and ends as days go. */
async function openCampagne(ask: Tell): Promise<string> {
  const { campagne } = await ask<{ campagne: { readonly code: string } | null }>(
    SANTE_QUEBEC,
    `query RecitOuverte { campagne(code: "${EXERCICE}") { code } }`,
  );
  if (campagne !== null) return campagne.code;
  const { publierCanevas } = await ask<{ publierCanevas: { readonly canevas: { readonly code: string } } }>(
    SANTE_QUEBEC,
    PUBLIER,
    { cle: 'recit-canevas', exercice: EXERCICE },
  );
  await ask(SANTE_QUEBEC, OUVRIR, {
    cle: 'recit-campagne',
    code: EXERCICE,
    canevas: publierCanevas.canevas.code,
    periodes: PERIODES,
    recommandee: dayIn(15),
    echeance: dayIn(30),
    cloture: dayIn(45),
  });
  return EXERCICE;
}

const DAY_MS = 86_400_000;
const dayIn = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

async function listTerritoires(ask: Tell, etablissement: string): Promise<string[]> {
  const read = await ask<{
    etablissement: { readonly territoires: readonly { readonly code: string }[] } | null;
  }>(
    SANTE_QUEBEC,
    'query RecitTerritoires($code: ID!) { etablissement(code: $code) { territoires { code } } }',
    { code: etablissement },
  );
  return (read.etablissement?.territoires ?? []).map(({ code }) => code);
}
