import { type Column, COLUMNS, columnLetters } from '../judge/columns.ts';
import type { MesurePlace } from '../demande/demande.ts';
import { toName } from '@palier/fichiers/to-name';
import { type Faute, type FilePlace, type Remarque } from '../judge/faute.ts';
import type { FileReading, Found } from '../thread/file-task.ts';
import { GraphFault } from '@palier/gateway/http/graph-fault';
import type { MesureLue } from '../judge/judge-row.ts';
import type { ConstatDit } from './saisir.ts';

/** A measure that a rule refuses, as the graph tells it. */
interface RefusedMesure {
  /** Place of the measure in what was sent, from 1. */
  readonly rang: number;
  readonly regle: string;
  /** Of what is no rule of validation, null, which an error of the graph leaves out. */
  readonly version?: number | null;
  readonly nom: string;
  readonly severite: string;
  readonly origineRegle: string;
  readonly operandes: readonly string[];
  readonly message: string;
  readonly remede: string;
}

/** What the level refuses of what a file gives, measure by measure. */
export interface RefusedByRules {
  readonly fautes: readonly RefusedMesure[];
  /** How many there are: the first ones are told. */
  readonly total: number;
}

/** What rules of validation refuse, among what the graph does; undefined when it refuses something else. */
export function refusedByRules(error: unknown): RefusedByRules | undefined {
  if (!(error instanceof GraphFault)) return undefined;
  const { fautes, compte } = error.errors[0]?.extensions ?? {};
  if (!Array.isArray(fautes)) return undefined;
  return { fautes: fautes as RefusedMesure[], total: Number(compte) };
}

/** A file, with what rules refuse of it told by line, column and cell beside what it says wrong by itself. */
export function withRefused(reading: FileReading, { fautes, total }: RefusedByRules): FileReading {
  const given = reading.mesures.filter(({ estRetiree }) => !estRetiree);
  const found = fautes.flatMap((refused) => toFautes(reading, given[refused.rang - 1], refused));
  // One measure may have several cells at fault.
  const untold = total - fautes.length;
  return { ...reading, fautes: merge(reading.fautes, found, { untold, mostTold: reading.mostTold }) };
}

/** A file, with what rules remark of it. */
export function withRemarked(reading: FileReading, constats: readonly ConstatDit[]): FileReading {
  const byId = new Map(reading.mesures.map((mesure) => [mesureId(mesure), mesure]));
  const found = constats
    .filter(({ severite, justification }) => severite !== 'A_JUSTIFIER' || justification === null)
    .flatMap((constat) => toRemarques(reading, byId.get(constat.mesureId), constat));
  return {
    ...reading,
    remarques: merge(reading.remarques, found, { untold: 0, mostTold: reading.mostTold }),
  };
}

function toFautes(
  reading: FileReading,
  mesure: MesureLue | undefined,
  { regle, version, nom, severite, origineRegle, operandes, message, remede }: RefusedMesure,
): Faute[] {
  if (mesure === undefined) return [];
  return columnsOf(operandes).map((column) => ({
    ...placeOf(reading, mesure, column),
    code: regle,
    regle: { id: version == null ? regle : `${regle}:V${version}`, nom, severite, origine: origineRegle },
    lue: sayRead(mesure, column),
    attendu: message.replace(/\.$/, ''),
    remede,
  }));
}

function toRemarques(
  reading: FileReading,
  mesure: MesureLue | undefined,
  { regle, severite, message, operandes }: ConstatDit,
): Remarque[] {
  const [column = 'valeur'] = columnsOf(operandes);
  if (mesure === undefined || regle === null) return [];
  const todo = severite === 'A_JUSTIFIER' ? 'À justifier avant de soumettre : ' : '';
  return [
    {
      ...placeOf(reading, mesure, column),
      code: regle.code,
      regle: { id: regle.id, nom: regle.nom, severite },
      lue: sayRead(mesure, column),
      compris: `${todo}${message} ${regle.remede}`,
    },
  ];
}

type Read = 'periode' | 'valeur' | 'numerateur' | 'denominateur';
const READ: readonly Read[] = ['periode', 'valeur', 'numerateur', 'denominateur'];

/** The cells at fault; that of the value when the rule reads none of them. */
function columnsOf(operandes: readonly string[]): readonly Read[] {
  const found = READ.filter((column) => operandes.includes(column));
  return found.length > 0 ? found : ['valeur'];
}

function placeOf({ colonnes }: FileReading, { ligne, rang }: MesureLue, column: Column): FilePlace {
  const index = colonnes[column];
  return {
    ligne,
    colonne: column,
    cellule: index === undefined ? null : `${columnLetters(index)}${rang}`,
  };
}

const sayRead = (mesure: MesureLue, column: Read): string | null =>
  mesure[column] === null ? mesure.statut : String(mesure[column]).replace('.', ',');

/** As the graph names a measure. */
const mesureId = ({ periode, territoire, exigence, volet }: MesurePlace): string =>
  [periode, territoire, exigence, ...(volet === null ? [] : [toName(volet).toUpperCase()])].join(':');

function merge<Finding extends FilePlace & { readonly code: string }>(
  { told, total, parCode }: Found<Finding>,
  found: readonly Finding[],
  { untold, mostTold }: { readonly untold: number; readonly mostTold: number },
): Found<Finding> {
  const counts = { ...parCode };
  for (const { code } of found) counts[code] = (counts[code] ?? 0) + 1;
  return {
    told: [...told, ...found].sort((a, b) => a.ligne - b.ligne || rankOf(a) - rankOf(b)).slice(0, mostTold),
    total: total + found.length + untold,
    parCode: counts,
  };
}

const rankOf = ({ colonne }: FilePlace): number => COLUMNS.indexOf(colonne as Column);
