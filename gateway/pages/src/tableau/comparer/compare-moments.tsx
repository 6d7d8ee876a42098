import { sayDay, sayInstant, sayInstantToTheSecond } from '@palier/calls/say-instant';
import { Refusal } from '@palier/gateway/errors/errors';
import { parseInstant } from '@palier/gateway/request/read-instant';
import type { VNode } from 'preact';
import { type TableauChoixQuery, tableauChoix, tableauLieux } from '../../operations/operations.ts';
import { MomentInput } from '../../shell/moment-input.tsx';
import type { PageRequest } from '../../shell/page.ts';
import { isOfInstant, sayRefused } from '../../shell/refused-instant.tsx';
import { ChoiceForm } from '../choices/choice-form.tsx';
import { type Choices, choicesOf, listCampagnes, listExigences, readChoices } from '../choices/choices.ts';
import { Notes } from '../choices/notes.tsx';
import { chosenIn, chosenOf, type TableauView, ViewLink } from '../choices/view-link.tsx';
import { WithoutChoices } from '../choices/without-choices.tsx';
import { wholeList } from '../shown/whole-of.ts';
import { askTerritoire } from '../territoire/ask-territoire.ts';
import { Comparison } from './comparison.tsx';
import { lieuField, measuredFields } from './fields.ts';
import { mergeChoix } from './merge-choix.ts';
import type { Side, Unknown } from './sides.ts';

/** One territory, as it was known at two moments. What may be chosen is what was known at either. */
export async function compareMoments(request: PageRequest, code: string): Promise<TableauView> {
  const { ask, parameters } = request;
  const [au, et] = ['au', 'et'].map((name) => parameters.get(name) ?? undefined);
  // One that is left empty, or is today, is now.
  const moments = au === undefined && et === undefined ? [] : [au, et];
  const [{ data }, ...read] = await Promise.all([
    ask(tableauLieux, {}, NOW),
    ...moments.map((moment) => orRefused(moment, () => readMoment(ask, moment))),
  ]);
  const known = read.flatMap((one) => ('told' in one ? [one.told] : []));
  // A form that offers what one moment knows would lack what the other is asked for.
  const all = known.length === 2 ? known : [await readMoment(ask, undefined), ...known];
  const offered = readChoices(mergeChoix(all.toSorted(byTheLatest).map(({ choix }) => choix)), parameters);
  const choices = choicesOf(offered);
  const names = nameMoments(known.map((one) => one.au));
  const sides =
    known.length === 2
      ? await Promise.all(
          known.map((one, rank) =>
            orRefused(one.au, () => askSide(ask, { code, choices, of: one, name: names[rank]! })),
          ),
        )
      : [];
  throwUnknown(sides);
  const refused = [...read, ...sides].filter((one) => 'messages' in one);
  const title = 'Comparer deux moments';
  return {
    ...(refused.length > 0 && { status: 400 }),
    isOfNow: true,
    title,
    breadcrumbs: [{ name: 'Le Québec d’un coup d’œil', path: '/tableau' }],
    chosen: choices === undefined ? chosenIn(parameters) : chosenOf(choices),
    main: (
      <>
        <h1>{title}</h1>
        <ChoiceForm
          action="/tableau/comparer"
          label="Un territoire, deux moments"
          fields={[
            lieuField('territoire', 'Territoire', wholeList(data.territoiresClsc) ?? [], code),
            ...measuredFields(choices),
          ]}
          moments={
            <>
              <MomentInput name="au" label="Connu le" value={au ?? ''} />
              <MomentInput name="et" label="Et connu le (vide : maintenant)" value={et ?? ''} />
            </>
          }
        />
        {choices && <Notes of={choices} />}
        {moments.length === 0 && CHOOSE_MOMENT}
        {refused.map(({ moment, messages }) => (
          <p key={moment} class="absence">
            « {moment} » : {messages.join(' ')}
          </p>
        ))}
        {refused.length > 0 && (
          <p>
            <ViewLink to={`/tableau/territoire/${code}`}>Voir le territoire maintenant</ViewLink>
          </p>
        )}
        {refused.length === 0 && (
          <Compared sides={sides.flatMap((one) => ('told' in one ? [one.told] : []))} choices={choices} />
        )}
        <WithoutChoices of={offered} what="Ce qui est mesuré" />
      </>
    ),
  };
}

const CHOOSE_MOMENT = (
  <p>
    Dites le premier moment, un jour, et son heure s’il le faut, puis « Afficher ». Aujourd’hui, c’est
    maintenant. Un palier ne se souvient pas d’avant sa naissance : il dit alors quand sa mémoire commence.
  </p>
);

const NOW = { au: undefined };

/** What could be chosen at a moment; now, where none is given. */
interface MomentLu {
  readonly au: string | undefined;
  readonly choix: TableauChoixQuery;
}

/** @throws {GraphFault} for a moment of which nothing is known */
async function readMoment(ask: PageRequest['ask'], au: string | undefined): Promise<MomentLu> {
  const { data, fault } = await ask(tableauChoix, {}, { au });
  if (data.campagnes === null && data.indicateurs === null && isOfInstant(fault)) throw fault;
  return { au, choix: data };
}

function byTheLatest({ au: one }: MomentLu, { au: other }: MomentLu): number {
  if (one === undefined) return -1;
  return other === undefined || parseInstant(one) < parseInstant(other) ? 1 : -1;
}

/** What was read; or why the moment is refused. */
type Outcome<Value> =
  { readonly told: Value } | { readonly moment: string; readonly messages: readonly string[] };

async function orRefused<Value>(au: string | undefined, read: () => Promise<Value>): Promise<Outcome<Value>> {
  try {
    return { told: await read() };
  } catch (error) {
    if (!isOfInstant(error)) throw error;
    return { moment: au ?? 'maintenant', messages: sayRefused(error) };
  }
}

/** What was known of a territory at a moment; or that none had its code. */
type SideLu = Side | { readonly name: string; readonly none: Refusal };

interface SideAsked {
  readonly code: string;
  readonly choices: Choices | undefined;
  readonly of: MomentLu;
  readonly name: string;
}

async function askSide(
  ask: PageRequest['ask'],
  { code, choices, of: { au, choix }, name }: SideAsked,
): Promise<SideLu> {
  const unknown = choices === undefined ? [] : listUnknown(choix, choices);
  // Of a campagne that is not open yet, the graph would tell of the one that is.
  const isOpen = !unknown.includes('campagne');
  try {
    const { territoire, serie, told } = await askTerritoire(ask, code, isOpen ? choices : undefined, { au });
    const { bilan } = territoire;
    return { territoire: { ...territoire, bilan: isOpen ? bilan : null }, serie, told, name, au, unknown };
  } catch (error) {
    if (error instanceof Refusal && error.code === 'ADRESSE_INCONNUE') return { name, none: error };
    throw error;
  }
}

/** What is chosen and was not there then. What was not read may have been. */
function listUnknown(choix: TableauChoixQuery, { campagne, exigence }: Choices): readonly Unknown[] {
  const campagnes = listCampagnes(choix);
  const exigences = listExigences(choix);
  const lacks = (told: typeof campagnes | typeof exigences, code: string): boolean =>
    'told' in told && !told.told.some((one) => one.code === code);
  return [
    ...(lacks(campagnes, campagne.code) ? (['campagne'] as const) : []),
    ...(lacks(exigences, exigence.code) ? (['exigence'] as const) : []),
  ];
}

/** Two moments of one minute are told apart to the millisecond: what an act found, and what it left. */
function nameMoments(moments: readonly (string | undefined)[]): readonly string[] {
  const names = moments.map(sayMoment);
  if (new Set(names).size === names.length) return names;
  return moments.map((au, rank) => (au === undefined ? names[rank]! : toTheMillisecond(parseInstant(au))));
}

/** « 30 novembre 2026 à 5 h 30 min 12,345 s » */
const toTheMillisecond = (instant: string): string =>
  sayInstantToTheSecond(instant).replace(/(?=\s?s$)/, `,${instant.slice(-'000Z'.length, -1)}`);

const sayMoment = (au: string | undefined): string => {
  if (au === undefined) return 'maintenant';
  return au.includes('T') ? sayInstant(parseInstant(au)) : `fin du ${sayDay(au)}`;
};

/** @throws {Refusal} when no territory has the code, at either moment */
function throwUnknown(sides: readonly Outcome<SideLu>[]): void {
  const unknown = sides.flatMap((one) => ('told' in one && 'none' in one.told ? [one.told.none] : []));
  if (unknown.length === 2) throw unknown[0];
}

interface ComparedProps {
  readonly sides: readonly SideLu[];
  readonly choices: Choices | undefined;
}

function Compared({ sides, choices }: ComparedProps): VNode | null {
  const [one, other] = sides;
  if (one === undefined || other === undefined) return null;
  if (!('none' in one) && !('none' in other)) return <Comparison sides={[one, other]} choices={choices} />;
  return (
    <>
      {sides.map((side) => (
        <p key={side.name} class="absence">
          {side.name} : {'none' in side ? side.none.message : `${side.territoire.nom} est connu.`}
        </p>
      ))}
    </>
  );
}
