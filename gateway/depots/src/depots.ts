import { createHash } from 'node:crypto';
import { INSTANT_HEADER } from '@palier/calls/headers';
import { Refusal, refusePast } from '@palier/gateway/errors/errors';
import type { Answer, Mount, MountRequest } from '@palier/gateway/http/mount';
import { type Ask, askDemande } from './demande/ask-demande.ts';
import { askDernieres } from './demande/ask-dernieres.ts';
import { answerDepot, answerFaults, answerModele } from './answers.ts';
import type { Demande, Version } from './demande/demande.ts';
import { type AnswerFormat, ANSWERS, formatSent, formatWanted, modeleFormat } from './file-format.ts';
import { FileFault, type FileFormat, MOST_BYTES } from '@palier/fichiers/file-row';
import { MOST_TOLD } from '@palier/fichiers/findings';
import type { FileReading } from './thread/file-task.ts';
import { createFileThreads, FilesBusy, type WorkOnFile } from './thread/file-thread.ts';
import { answerFault, GraphFault } from '@palier/gateway/http/graph-fault';
import { etablissementOf } from './etablissement-of-caller.ts';
import { askEachRefused } from './saisie/ask-each-refused.ts';
import { refusedByRules, withRefused, withRemarked } from './saisie/rule-findings.ts';
import {
  changesNothing,
  type Cle,
  CLE_DE_DEPOT,
  type ConstatDit,
  SAISIR,
  type Saisi,
  toJudged,
  toSaisie,
  type Valide,
  VALIDER,
} from './saisie/saisir.ts';
import { readCampagne, readSending, type Sending } from './sending.ts';
import { type SpooledFile, withSpooled } from '@palier/fichiers/spool';

/**
 * Measures by file: `POST /depots/mesures` enters those of a file in the draft of an établissement, `GET /depots/modele` gives
 * the file to fill. All that is known and done goes through the graph, as anyone else would ask it.
 */
export function openDepots(): readonly Mount[] {
  const workOnFile = createFileThreads();
  return [
    { path: '/depots/mesures', method: 'POST', answer: refusing((request) => deposit(request, workOnFile)) },
    { path: '/depots/modele', method: 'GET', answer: refusing((request) => giveModele(request, workOnFile)) },
  ];
}

async function deposit(request: MountRequest, workOnFile: WorkOnFile): Promise<Answer> {
  // What was asked then tells nothing of what may be done now.
  if (request.headers[INSTANT_HEADER] !== undefined) throw refusePast();
  const ask = askFor(request);
  const etablissement = await etablissementOf(request, ask);
  const sending = readSending(request);
  const format = formatSent(request);
  const wanted = formatWanted(request, ANSWERS);
  const demande = await demandeOf(ask, sending.campagne, etablissement);
  return withSpooled(request.readChunks(MOST_BYTES), (file) =>
    take({ request, sending, format, wanted, ask, demande, file, workOnFile }),
  );
}

interface Taken {
  readonly request: MountRequest;
  readonly sending: Sending;
  readonly format: FileFormat;
  readonly wanted: AnswerFormat;
  readonly ask: Ask;
  readonly demande: Demande;
  readonly file: SpooledFile;
  readonly workOnFile: WorkOnFile;
}

async function take({ request, sending, ask, ...taken }: Taken): Promise<Answer> {
  const { format, demande, file, workOnFile } = taken;
  const mostTold = taken.wanted === 'JSON' ? MOST_TOLD : Infinity;
  const read = await workOnFile({ kind: 'JUGER', file, format, demande, mostTold });
  const refuse = (reading: FileReading): Promise<Answer> =>
    answerFaults({ ...taken, reading, requestId: request.id });
  const empreinte = file.digest;
  const fichier = { format, octets: file.size, lignes: read.lignes, empreinte };
  if (read.fautes.total > 0) {
    const fait = await findSent({ sending, ask, demande, empreinte });
    if (fait !== undefined) return answerDepot({ ...taken, fichier, reading: read, fait });
    return refuse(await judgeRest(ask, sending.campagne, read));
  }
  try {
    const { constats, fait } = await enterOnce({ sending, ask, read, demande, empreinte });
    const reading = withRemarked(read, constats);
    return await answerDepot({ ...taken, fichier, reading, fait });
  } catch (error) {
    const refused = refusedByRules(error);
    if (refused === undefined) throw error;
    const { mesures } = toSaisie(read);
    return refuse(
      withRefused(read, await askEachRefused(trying(ask, sending.campagne), mesures, { refused, mostTold })),
    );
  }
}

/**
 * The same file, sent for the same reason on a draft that was in the same state, is the same act: sent after another, it is another. All
 * read the key in the act: the level makes it with a secret, so that whoever supposes the file does not learn from it that they did.
 */
async function askCle(
  ask: Ask,
  { campagne, motif, versionAttendue }: Sending,
  { empreinte, revision }: { readonly empreinte: string; readonly revision: number },
): Promise<string> {
  const named = [
    ...[campagne, empreinte, revision],
    ...(versionAttendue === undefined ? [] : [`versionAttendue ${versionAttendue}`]),
    ...(motif === undefined ? [] : [`motif ${motif}`]),
  ];
  return (await ask<Cle>(CLE_DE_DEPOT, { empreinte: sha256(named.join('\n')) })).cleDeDepot;
}

type Asked = { readonly campagne: string } & ReturnType<typeof toSaisie> &
  Partial<
    Pick<Sending, 'cle' | 'motif' | 'versionAttendue'> & {
      readonly sansRedites: true;
      readonly fichier: string;
    }
  >;

async function tryOut(ask: Ask, asked: Asked): Promise<readonly ConstatDit[]> {
  return (await ask<Valide>(VALIDER, asked)).validerMesures.constats;
}

/** Tries some measures out, alone. */
const trying =
  (ask: Ask, campagne: string) =>
  (mesures: Asked['mesures']): Promise<unknown> =>
    tryOut(ask, { campagne, mesures, retraits: [] });

interface Entering extends Pick<Taken, 'sending' | 'ask' | 'demande'> {
  readonly read: FileReading;
  readonly empreinte: string;
}

/**
 * One act, however often the file is sent. What changes nothing in the draft was sent before, and no answer came: that act is
 * the answer; or something else wrote the same, and nothing is to be done. A trial asks the same, and writes nothing.
 */
async function enterOnce({ sending, ask, demande, read, empreinte }: Entering) {
  const { campagne, motif, versionAttendue, estUnEssai } = sending;
  const { revision, version } = demande;
  const changes = read.difference.some(({ nature }) => nature !== 'INCHANGEE');
  const state = { empreinte, revision: changes ? revision : revision - 1 };
  const cle = sending.cle ?? (await askCle(ask, sending, state));
  const asked = { campagne, ...toSaisie(read), cle, motif, versionAttendue, fichier: empreinte };
  try {
    if (!estUnEssai) return await enter(ask, asked);
    return { constats: await tryOut(ask, { ...asked, sansRedites: true }), fait: undefined };
  } catch (error) {
    if (!changesNothing(error)) throw error;
    const { mesures } = asked;
    return {
      constats: mesures.length === 0 ? [] : await tryOut(ask, { campagne, mesures, retraits: [] }),
      fait: estUnEssai ? undefined : { cle, acte: null, reddition: version ? show(version) : null },
    };
  }
}

/**
 * The act of a file that has faults, and had none when it was sent: a territory was left since, or a canevas published again. Its key
 * is asked alone: where it names nothing, what gives no measure is refused.
 */
async function findSent({ sending, ask, demande, empreinte }: Omit<Entering, 'read'>) {
  const { campagne, motif, versionAttendue, estUnEssai } = sending;
  if (estUnEssai) return undefined;
  try {
    const cle = sending.cle ?? (await askCle(ask, sending, { empreinte, revision: demande.revision - 1 }));
    const alone = { campagne, mesures: [], retraits: [], cle, motif, versionAttendue, fichier: empreinte };
    return (await enter(ask, alone)).fait;
  } catch (error) {
    if (error instanceof GraphFault || error instanceof Refusal) return undefined;
    throw error;
  }
}

const show = ({ id, version, etat, revision }: Version) => ({ id, version, etat, revision });

async function enter(ask: Ask, asked: Asked & Readonly<Record<'cle' | 'fichier', string>>) {
  const { saisirMesures } = await ask<Saisi>(SAISIR, asked);
  const { constats, ...done } = saisirMesures;
  return { constats: constats ?? [], fait: { cle: asked.cle, ...done } };
}

/** What rules refuse of the rows that can be read, when others cannot: all the faults are told at once. */
async function judgeRest(ask: Ask, campagne: string, reading: FileReading): Promise<FileReading> {
  const judged = toJudged(reading);
  if (judged.mesures.length === 0) return reading;
  try {
    await tryOut(ask, { campagne, ...judged });
    return reading;
  } catch (error) {
    const refused = refusedByRules(error);
    if (refused !== undefined)
      return withRefused(
        reading,
        await askEachRefused(trying(ask, campagne), judged.mesures, { refused, mostTold: reading.mostTold }),
      );
    // What refuses the question itself takes nothing from what is already found.
    if (error instanceof GraphFault || error instanceof Refusal)
      return { ...reading, reglesNonLues: error.message };
    throw error;
  }
}

async function giveModele(request: MountRequest, workOnFile: WorkOnFile): Promise<Answer> {
  const ask = askFor(request);
  const etablissement = await etablissementOf(request, ask);
  const campagne = readCampagne(request);
  const format = modeleFormat(request);
  const demande = await demandeOf(ask, campagne, etablissement);
  if (demande.campagne.statut === 'FERMEE')
    throw refuseNotOpen(
      `La campagne ${campagne} est fermée : rien de ce classeur n’y serait reçu.`,
      'Prenez celui d’une campagne ouverte qui demande ces mesures : « campagnes » les énumère.',
    );
  const dernieres = await askDernieres(ask, demande);
  return answerModele(demande, format, await workOnFile({ kind: 'MODELE', demande, dernieres, format }));
}

const askFor =
  ({ ask }: MountRequest): Ask =>
  async <Data>(query: string, variables: Readonly<Record<string, unknown>>) => {
    const { data, errors } = await ask(query, variables);
    if (errors !== undefined) throw new GraphFault(errors);
    return data as Data;
  };

async function demandeOf(ask: Ask, campagne: string, etablissement: string): Promise<Demande> {
  const demande = await askDemande(ask, campagne, etablissement);
  if (demande !== undefined) return demande;
  throw refuseNotOpen(
    `Santé Québec n’a pas ouvert de campagne ${campagne}, ou ne connaît pas l’établissement ${etablissement}.`,
    '« campagnes » énumère celles qui sont ouvertes.',
  );
}

const refuseNotOpen = (motif: string, remede: string): GraphFault =>
  GraphFault.of('ACTE_REFUSE', `Une règle refuse cet acte. ${motif} ${remede}`, {
    regle: 'CAMPAGNE_OUVERTE',
    origineRegle: 'INFERENCE',
    remede,
  });

const sha256 = (content: string): string => createHash('sha256').update(content).digest('hex');

/** What is refused on the way is the answer. */
const refusing =
  (answer: (request: MountRequest) => Promise<Answer>): Mount['answer'] =>
  async (request) => {
    try {
      return await answer(request);
    } catch (error) {
      if (error instanceof GraphFault) return answerFault(error, request.id);
      if (error instanceof FileFault) throw new Refusal(error.code, { detail: error.message });
      if (error instanceof FilesBusy) throw new Refusal('PASSERELLE_OCCUPEE');
      throw error;
    }
  };
