import { tableauChoix, tableauLieux } from '../../operations/operations.ts';
import type { PageRequest } from '../../shell/page.ts';
import { ChoiceForm } from '../choices/choice-form.tsx';
import { choicesOf, readChoices } from '../choices/choices.ts';
import { Notes } from '../choices/notes.tsx';
import { chosenIn, chosenOf, type TableauView } from '../choices/view-link.tsx';
import { WithoutChoices } from '../choices/without-choices.tsx';
import { MSSS } from '../shown/level.ts';
import { NotRead } from '../shown/not-read.tsx';
import { wholeList } from '../shown/whole-of.ts';
import { askTerritoire, type TerritoireDemande } from '../territoire/ask-territoire.ts';
import { Comparison } from './comparison.tsx';
import { lieuField, measuredFields } from './fields.ts';
import type { Side } from './sides.ts';

/** Two territories, at the instant of the address. */
export async function compareTerritoires({ ask, parameters }: PageRequest): Promise<TableauView> {
  const [{ data: choix }, { data }] = await Promise.all([ask(tableauChoix, {}), ask(tableauLieux, {})]);
  const offered = readChoices(choix, parameters);
  const choices = choicesOf(offered);
  const lieux = wholeList(data.territoiresClsc);
  const [a = '', b = ''] = ['a', 'b'].map((name) => parameters.get(name) ?? '');
  const codes = a && b && a !== b ? ([a, b] as const) : undefined;
  const sides =
    codes &&
    (await Promise.all([askTerritoire(ask, codes[0], choices), askTerritoire(ask, codes[1], choices)]));
  const at = parameters.get('au');
  const title = 'Comparer deux territoires';
  return {
    title,
    breadcrumbs: [{ name: 'Le Québec d’un coup d’œil', path: '/tableau' }],
    chosen: choices === undefined ? chosenIn(parameters) : chosenOf(choices),
    main: (
      <>
        <h1>{title}</h1>
        {lieux === undefined ? (
          <NotRead what="Les territoires" level={MSSS} />
        ) : (
          <ChoiceForm
            action="/tableau/comparer"
            label="Les deux territoires"
            fields={[
              lieuField('a', 'Un territoire', lieux, a),
              lieuField('b', 'Un autre', lieux, b),
              ...measuredFields(choices),
            ]}
          />
        )}
        {choices && <Notes of={choices} />}
        {a !== '' && a === b && (
          <p class="absence">Les deux sont le même territoire : choisissez-en un autre.</p>
        )}
        {sides === undefined ? (
          <p>Choisissez deux territoires, puis « Afficher ».</p>
        ) : (
          <Comparison sides={[toSide(sides[0], at), toSide(sides[1], at)]} choices={choices} />
        )}
        <WithoutChoices of={offered} what="Ce qui est mesuré" />
      </>
    ),
  };
}

const toSide = (of: TerritoireDemande, au: string | null): Side => ({
  ...of,
  name: of.territoire.nom,
  au: au ?? undefined,
  unknown: [],
});
