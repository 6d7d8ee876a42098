import { sayNear } from '@palier/gateway/base/near-name';
import { Refusal } from '@palier/gateway/errors/errors';
import type { NodeOf } from '../../operations/operation.ts';
import type { TableauChoixQuery, TableauPeriodesQuery } from '../../operations/operations.ts';
import type { AbsenceLue } from '../shown/absence.tsx';
import { MSSS, SANTE_QUEBEC, type Told } from '../shown/level.ts';
import { sayPeriode } from '../shown/say.ts';
import { wholeList, wholeOf } from '../shown/whole-of.ts';

export type CampagneLue = NodeOf<TableauChoixQuery['campagnes']>;

export type IndicateurLu = NonNullable<TableauChoixQuery['indicateurs']>[number];

/** An exigence that something measures. */
export interface ExigenceMesuree {
  readonly code: string;
  /** Indicateur, then service. */
  readonly name: string;
  readonly indicateur: IndicateurLu;
}

/** What is looked at, and all that could be. */
export interface Choices {
  readonly exigence: ExigenceMesuree;
  readonly exigences: readonly ExigenceMesuree[];
  readonly campagne: CampagneLue;
  readonly campagnes: readonly CampagneLue[];
  /** Whether the campagne asks the exigence; nothing when its canevas could not be read. */
  readonly isAsked: boolean | undefined;
  readonly periode: string;
  /** Whether it is the address that chooses the période. */
  readonly isPeriodeAsked: boolean;
  readonly periodes: readonly string[];
  /** Null for an exigence that has none. */
  readonly volet: string | null;
  /** What was asked and is not there, and what is shown in its place. */
  readonly notes: readonly string[];
}

/** Seen first: its two sources differ. */
const FIRST = 'A-P11:INFO_SOCIAL';
const PERIODES_PAR_EXERCICE = 13;

/** What Santé Québec measures, as the ministry names it. */
export function listExigences({ indicateurs }: TableauChoixQuery): Told<readonly ExigenceMesuree[]> {
  if (indicateurs === null) return { silent: SANTE_QUEBEC };
  const listed = indicateurs.map((indicateur) =>
    wholeOf(indicateur.exigences)?.map(({ code, service }) => ({
      code,
      name: `${indicateur.nom}, ${service.nom}`,
      indicateur,
    })),
  );
  const told = listed.flatMap((exigences) => exigences ?? []);
  return listed.includes(undefined) ? { silent: MSSS } : { told };
}

export function listCampagnes({ campagnes }: TableauChoixQuery): Told<readonly CampagneLue[]> {
  const told = wholeList(campagnes);
  return told === undefined ? { silent: SANTE_QUEBEC } : { told };
}

/** What there is to choose from; or why there is nothing. */
export type Offered = Told<Choices> | { readonly absence: AbsenceLue | null };

/** Reads what an address asks to look at. @throws {Refusal} BAD_USER_INPUT for what does not exist */
export function readChoices(choix: TableauChoixQuery, parameters: URLSearchParams): Offered {
  const measured = listExigences(choix);
  if ('silent' in measured) return measured;
  const opened = listCampagnes(choix);
  if ('silent' in opened) return opened;
  const { told: exigences } = measured;
  const { told: campagnes } = opened;
  if (campagnes.length === 0) return { absence: choix.campagnes?.absence ?? null };
  if (exigences.length === 0) return { absence: null };
  return { told: chooseAmong(exigences, campagnes, parameters) };
}

/** What can be looked at, where there is something. */
export const choicesOf = (offered: Offered): Choices | undefined =>
  'told' in offered ? offered.told : undefined;

function chooseAmong(
  exigences: readonly ExigenceMesuree[],
  campagnes: readonly CampagneLue[],
  parameters: URLSearchParams,
): Choices {
  const campagne = readCampagne(campagnes, parameters.get('campagne'));
  const exigence = readExigence(exigences, campagne, parameters.get('exigence'));
  const isAsked = asksFor(campagne, exigence);
  const notes = isAsked === false ? ['Cette campagne ne demande pas cette exigence.'] : [];
  const periodes = listPeriodes(campagne, exigence.indicateur);
  refuseNowhere('Aucune campagne n’a la période', parameters.get('periode'), campagnes.flatMap(allPeriodes));
  refuseNowhere(
    'Aucune exigence mesurée n’a le volet',
    parameters.get('volet'),
    exigences.flatMap(({ indicateur }) => indicateur.volets),
  );
  const asked = readPeriode(periodes, parameters.get('periode'), notes);
  const volet = readVolet(exigence.indicateur, parameters.get('volet'), notes);
  const periode = asked ?? periodes.at(-1)!;
  const isPeriodeAsked = asked !== undefined;
  return {
    exigence,
    exigences,
    campagne,
    campagnes,
    isAsked,
    periode,
    isPeriodeAsked,
    periodes,
    volet,
    notes,
  };
}

/** Whether the canevas of a campagne asks an exigence; nothing when it could not be read. */
export function asksFor({ canevas }: CampagneLue, { code }: ExigenceMesuree): boolean | undefined {
  const cellules = wholeOf(canevas?.cellules);
  return cellules?.some(({ exigenceCode }) => exigenceCode === code);
}

/** Without a choice, one that the campagne asks: of another, nothing is due. */
function readExigence(
  exigences: readonly ExigenceMesuree[],
  campagne: CampagneLue,
  asked: string | null,
): ExigenceMesuree {
  if (asked === null || asked === '') {
    const demanded = exigences.filter((exigence) => asksFor(campagne, exigence) !== false);
    return demanded.find(({ code }) => code === FIRST) ?? demanded[0] ?? exigences[0]!;
  }
  const found = exigences.find(({ code }) => code === asked);
  if (found !== undefined) return found;
  throw unknown('Aucun indicateur ne mesure une exigence', asked, exigences);
}

/** @throws {Refusal} BAD_USER_INPUT for one that nobody opened */
export function readCampagne(campagnes: readonly CampagneLue[], asked: string | null): CampagneLue {
  if (asked === null || asked === '') return campagnes.find(({ courante }) => courante) ?? campagnes[0]!;
  const found = campagnes.find(({ code }) => code === asked);
  if (found !== undefined) return found;
  throw unknown(
    'Aucune campagne n’a le code',
    asked,
    campagnes.map(({ code, nom }) => ({ code, name: nom })),
  );
}

interface Known {
  readonly code: string;
  readonly name: string;
}

/** @param what « Aucune campagne n’a le code » */
export const unknown = (what: string, asked: string, known: readonly Known[]): Refusal =>
  new Refusal('BAD_USER_INPUT', {
    detail: `${what} « ${asked.slice(0, 100)} ».${sayNear(
      asked,
      known.map(({ code }) => code),
    )} Il y a : ${known.map(({ code, name }) => (name === code ? code : `${name} (${code})`)).join(' ; ')}.`,
  });

/** What is of another campagne, or of another exigence, is left aside with a note; what is of none is refused. @throws {Refusal} BAD_USER_INPUT */
function refuseNowhere(what: string, asked: string | null, known: readonly string[]): void {
  if (asked === null || known.includes(asked)) return;
  throw unknown(
    what,
    asked,
    [...new Set(known)].map((code) => ({ code, name: code })),
  );
}

/** Those that a campagne asks of an indicateur, in their order. */
function listPeriodes(campagne: CampagneLue, { frequence }: IndicateurLu): readonly string[] {
  const all = allPeriodes(campagne);
  return frequence === 'EXERCICE' ? all.slice(-1) : all;
}

const allPeriodes = ({ periodes, exercice }: CampagneLue): readonly string[] =>
  periodes.length > 0
    ? periodes
    : Array.from(
        { length: PERIODES_PAR_EXERCICE },
        (_, rank) => `${exercice}-P${String(rank + 1).padStart(2, '0')}`,
      );

/** @returns nothing where none is asked, or one that is not there */
function readPeriode(periodes: readonly string[], asked: string | null, notes: string[]): string | undefined {
  if (asked === null || asked === '') return undefined;
  if (periodes.includes(asked)) return asked;
  notes.push(`Cette campagne ne demande pas cette exigence pour la période « ${asked.slice(0, 100)} ».`);
  return undefined;
}

/** Where no période is asked, the last of which something is known: one that is to come would show nothing of any territory. */
export function openOnMeasured(choices: Choices, { mesures }: TableauPeriodesQuery): Choices {
  // What is not read is not absent.
  if (choices.isPeriodeAsked || mesures === null) return choices;
  const measured = new Set(mesures.repartition.map(({ cle }) => cle));
  const { periodes } = choices;
  const last = periodes.findLast((periode) => measured.has(periode));
  if (last === undefined && choices.isAsked === false) return choices;
  const periode = last ?? periodes[0]!;
  const note =
    last === undefined
      ? `Aucune mesure de cette exigence n’est encore connue dans cette campagne : voici la ${sayPeriode(periode)}, ${periodes.length === 1 ? 'la seule' : 'la première'} qui est demandée.`
      : `Voici la ${sayPeriode(periode)}, la dernière dont une mesure est connue${periode === periodes.at(-1) ? '' : ` ; la campagne va jusqu’à la ${sayPeriode(periodes.at(-1)!)}`}.`;
  return { ...choices, periode, notes: [...choices.notes, note] };
}

function readVolet({ volets }: IndicateurLu, asked: string | null, notes: string[]): string | null {
  const first = volets[0] ?? null;
  if (asked === null || asked === '') return first;
  if (first === null || volets.includes(asked)) return first && asked;
  notes.push(`Cette exigence n’a pas de volet « ${asked.slice(0, 100)} » : voici « ${first} ».`);
  return first;
}
