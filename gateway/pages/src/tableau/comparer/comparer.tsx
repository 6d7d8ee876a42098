import { tableauChoix, tableauLieux } from '../../operations/operations.ts';
import type { ComponentChildren, VNode } from 'preact';
import type { AtInstant, PageRequest, PageView } from '../../shell/page.ts';
import { sayInstant } from '@palier/gateway/document/say-instant';
import type { Lieu } from '../carte/carte.ts';
import {
  campagneField,
  ChoiceForm,
  exigenceField,
  type Field,
  voletFields,
} from '../choices/choice-form.tsx';
import { type Choices, choicesOf, readChoices } from '../choices/choices.ts';
import { WithoutChoices } from '../choices/without-choices.tsx';
import { MSSS } from '../shown/level.ts';
import { NotRead } from '../shown/not-read.tsx';
import { wholeOf } from '../shown/whole-of.ts';
import { askTerritoire } from '../territoire/ask-territoire.ts';
import { Comparison } from './comparison.tsx';
import type { Side } from './sides.ts';

/** `/tableau/comparer`: two territories (`a`, `b`), or one (`territoire`) at two instants (`au`, `et`; without, now). */
export async function compare(request: PageRequest): Promise<PageView> {
  const { ask, parameters } = request;
  const [{ data: choix }, { data }] = await Promise.all([ask(tableauChoix, {}), ask(tableauLieux, {})]);
  const offered = readChoices(choix, parameters);
  const lieux = wholeOf(data.territoiresClsc?.nodes);
  const territoire = parameters.get('territoire');
  const asked: Asked = { request, choices: choicesOf(offered), lieux };
  const main =
    territoire === null ? await compareTerritoires(asked) : await compareInstants(asked, territoire);
  return {
    title: territoire === null ? 'Comparer deux territoires' : 'Comparer deux moments',
    trail: [{ name: 'Le Québec d’un coup d’œil', path: '/tableau' }],
    main: (
      <>
        {main}
        <WithoutChoices of={offered} what="Ce qui est mesuré" />
      </>
    ),
  };
}

interface Asked {
  readonly request: PageRequest;
  readonly choices: Choices | undefined;
  /** Nothing when the ministry did not answer. */
  readonly lieux: readonly Lieu[] | undefined;
}

async function compareTerritoires({ request, choices, lieux }: Asked): Promise<VNode> {
  const [a, b] = ['a', 'b'].map((name) => request.parameters.get(name) ?? '');
  const form = lieux && (
    <ChoiceForm
      action="/tableau/comparer"
      label="Les deux territoires"
      fields={[
        toField('a', 'Un territoire', lieux, a!),
        toField('b', 'Un autre', lieux, b!),
        ...measured(choices),
      ]}
    />
  );
  const title = 'Comparer deux territoires';
  if (!a || !b)
    return (
      <Frame title={title} form={form}>
        {CHOOSE}
      </Frame>
    );
  const sides = await Promise.all([
    askSide(request, choices, a, undefined),
    askSide(request, choices, b, undefined),
  ]);
  return (
    <Frame title={title} form={form}>
      <Comparison sides={sides} choices={choices} />
    </Frame>
  );
}

const CHOOSE = <p>Choisissez deux territoires, puis « Afficher ».</p>;

async function compareInstants({ request, choices, lieux }: Asked, code: string): Promise<VNode> {
  const { parameters } = request;
  const [au, et] = ['au', 'et'].map((name) => parameters.get(name) ?? '');
  const form = (
    <ChoiceForm
      action="/tableau/comparer"
      label="Un territoire, deux moments"
      isTimed
      fields={[...(lieux ? [toField('territoire', 'Territoire', lieux, code)] : []), ...measured(choices)]}
    >
      <Moment name="au" label="Connu le" value={au!} />
      <Moment name="et" label="Et connu le (vide : maintenant)" value={et!} />
    </ChoiceForm>
  );
  const title = 'Comparer deux moments';
  if (!au)
    return (
      <Frame title={title} form={form}>
        {CHOOSE_MOMENT}
      </Frame>
    );
  const sides = await Promise.all([
    askSide(request, choices, code, { au }),
    askSide(request, choices, code, { au: et || undefined }),
  ]);
  return (
    <Frame title={title} form={form}>
      <Comparison sides={sides} choices={choices} />
    </Frame>
  );
}

const CHOOSE_MOMENT = (
  <p>
    Dites le premier moment, un jour (<code>2026-05-01</code>) ou un instant (
    <code>2026-05-01T14:00:00-04:00</code>), puis « Afficher ». Un palier ne se souvient pas d’avant sa
    naissance : il le dit alors.
  </p>
);

interface FrameProps {
  readonly title: string;
  readonly form: ComponentChildren;
  readonly children: ComponentChildren;
}

function Frame({ title, form, children }: FrameProps): VNode {
  return (
    <>
      <h1>{title}</h1>
      {form ?? <NotRead what="Les territoires" level={MSSS} />}
      {children}
    </>
  );
}

function Moment({
  name,
  label,
  value,
}: {
  readonly name: string;
  readonly label: string;
  readonly value: string;
}): VNode {
  return (
    <label>
      <span>{label}</span>
      <input name={name} defaultValue={value} maxLength={40} placeholder="2026-05-01" autocomplete="off" />
    </label>
  );
}

const measured = (choices: Choices | undefined): readonly Field[] =>
  choices === undefined ? [] : [exigenceField(choices), ...voletFields(choices), campagneField(choices)];

function toField(name: string, label: string, lieux: readonly Lieu[], value: string): Field {
  return {
    name,
    label,
    value,
    options: [
      ...(value === '' ? [{ value: '', name: 'Choisir…' }] : []),
      ...lieux.map(({ code, nom, region }) => ({ value: code, name: `${nom} (${region.nom})` })),
    ],
  };
}

/** @param at the instant of this side, or now; nothing for that of the page */
async function askSide(
  { ask, parameters }: PageRequest,
  choices: Choices | undefined,
  code: string,
  at: AtInstant | undefined,
): Promise<Side> {
  const of = await askTerritoire(ask, code, choices, at);
  return at === undefined
    ? { ...of, name: of.territoire.nom, au: parameters.get('au') ?? undefined }
    : { ...of, name: sayMoment(at.au), au: at.au };
}

function sayMoment(au: string | undefined): string {
  if (au === undefined) return 'maintenant';
  const instant = new Date(au);
  return /T/.test(au) && !Number.isNaN(instant.getTime()) ? sayInstant(instant.toISOString()) : au;
}
