import {
  type TableauRedditionsQuery,
  type TableauRetardsQuery,
  type TableauRolesQuery,
  type TableauSeuilsQuery,
  type TableauVerdictsQuery,
  tableauChoix,
  tableauRedditions,
  tableauRetards,
  tableauRoles,
  tableauSeuils,
  tableauVerdicts,
} from '../../operations/operations.ts';
import type { VNode } from 'preact';
import type { Asked, PageRequest } from '../../shell/page.ts';
import { listLignes } from '../bilan/bilan.ts';
import { BilanTable } from '../bilan/bilan-table.tsx';
import { askCarte } from '../carte/ask-carte.ts';
import type { Carte } from '../carte/carte.ts';
import { CarteView } from '../carte/carte-view.tsx';
import {
  campagneField,
  ChoiceForm,
  exigenceField,
  periodeField,
  voletFields,
} from '../choices/choice-form.tsx';
import { type Choices, choicesOf, type Offered, readChoices } from '../choices/choices.ts';
import { askPeriode } from '../choices/ask-periode.ts';
import { Notes } from '../choices/notes.tsx';
import { chosenIn, chosenOf, type TableauView, ViewLink } from '../choices/view-link.tsx';
import { WithoutChoices } from '../choices/without-choices.tsx';
import { Figure } from '../shown/figure.tsx';
import { isSilent, MSSS, SANTE_QUEBEC, type Told } from '../shown/level.ts';
import { NotRead } from '../shown/not-read.tsx';
import { sayDay } from '@palier/calls/say-instant';
import { EcartsList } from '../sources/ecarts-list.tsx';
import { Rendus } from './redditions.tsx';
import { Retards } from './retards.tsx';
import { Roles } from './roles.tsx';

/** `/tableau`: Québec at a glance. */
export async function showQuebec({ ask, parameters }: PageRequest): Promise<TableauView> {
  const { data: choix } = await ask(tableauChoix, {});
  const offered = readChoices(choix, parameters);
  const chosen = choicesOf(offered);
  const choices = chosen && (await askPeriode(ask, chosen));
  const campagne = choices?.campagne.code;
  const [seen, verdicts, roles, retards, redditions] = await Promise.all([
    choices && askSeen(ask, choices),
    ask(tableauVerdicts, { campagne }),
    ask(tableauRoles, {}),
    campagne === undefined ? undefined : ask(tableauRetards, { campagne }),
    campagne === undefined ? undefined : ask(tableauRedditions, { campagne }),
  ]);
  return {
    title: 'Le Québec d’un coup d’œil',
    chosen: choices === undefined ? chosenIn(parameters) : chosenOf(choices),
    periode: choices?.periode,
    main: (
      <Main
        offered={offered}
        seen={seen}
        verdicts={verdicts}
        roles={roles.data}
        retards={retards?.data}
        redditions={redditions?.data}
      />
    ),
  };
}

/** One exigence on the map. */
interface Seen {
  readonly choices: Choices;
  readonly carte: Told<Carte>;
  readonly exigence: TableauSeuilsQuery['exigence'];
}

async function askSeen(ask: PageRequest['ask'], choices: Choices): Promise<Seen> {
  const [carte, { data }] = await Promise.all([
    askCarte(ask, choices),
    ask(tableauSeuils, { code: choices.exigence.code }),
  ]);
  return { choices, carte, exigence: data.exigence };
}

interface MainProps {
  readonly offered: Offered;
  /** Nothing where there is nothing to choose from. */
  readonly seen: Seen | undefined;
  readonly verdicts: Asked<TableauVerdictsQuery>;
  readonly roles: TableauRolesQuery;
  /** Nothing without a campagne. */
  readonly retards: TableauRetardsQuery | undefined;
  readonly redditions: TableauRedditionsQuery | undefined;
}

function Main({ offered, seen, verdicts, roles, retards, redditions }: MainProps): VNode {
  const campagne = seen?.choices.campagne;
  return (
    <>
      <h1>Le Québec d’un coup d’œil</h1>
      <p>
        Les territoires de CLSC, une exigence à la fois : qui la respecte, où les sources se contredisent, ce
        qui manque et qui le doit.
      </p>
      {seen && <Exigence {...seen} />}
      <WithoutChoices of={offered} what="Ce qui est mesuré" />
      <Figure
        id="verdicts"
        title="Verdicts, exigence par exigence"
        data={{ operation: 'tableau-verdicts', variables: { campagne: campagne?.code } }}
      >
        <Verdicts of={verdicts} />
      </Figure>
      <Figure
        id="roles"
        title="Rôles exercés"
        data={{
          operation: 'tableau-roles',
          variables: {},
          table: 'territoiresClsc.nodes.exerciceRoles.nodes',
        }}
      >
        <Roles of={roles} />
      </Figure>
      <Figure
        id="retards"
        title="Ce qui est dû, en retard, ou absent à la clôture"
        data={{ operation: 'tableau-retards', variables: { campagne: campagne?.code } }}
      >
        {campagne && retards && <Retards of={retards} campagne={campagne} />}
        <WithoutChoices of={offered} what="Campagne" />
      </Figure>
      <Figure
        id="redditions"
        title="Redditions"
        data={{ operation: 'tableau-redditions', variables: { campagne: campagne?.code } }}
      >
        {campagne && redditions && <Rendus of={redditions} campagne={campagne} />}
        <WithoutChoices of={offered} what="Campagne" />
      </Figure>
    </>
  );
}

function Exigence({ choices, carte, exigence }: Seen): VNode {
  return (
    <>
      <ChoiceForm
        action="/tableau"
        label="Exigence, campagne et période"
        fields={[
          exigenceField(choices),
          campagneField(choices),
          periodeField(choices),
          ...voletFields(choices),
        ]}
      />
      <Notes of={choices} />
      <p>
        <ViewLink to={`/tableau/exigence/${choices.exigence.code}`}>{choices.exigence.name}</ViewLink>
        {exigence?.texte != null && ` : ${exigence.texte}`}
      </p>
      {exigence === null && <NotRead what="Ce que disent les sources" level={MSSS} />}
      {exigence !== null && exigence.ecarts.length > 0 && <EcartsList ecarts={exigence.ecarts} />}
      {'told' in carte ? (
        <CarteView of={carte.told} choices={choices} assertions={exigence?.assertions ?? []} />
      ) : (
        <NotRead what="Mesures des territoires" level={carte.silent} />
      )}
    </>
  );
}

function Verdicts({ of: told }: { readonly of: Asked<TableauVerdictsQuery> }): VNode {
  const { bilanQuebec: bilan } = told.data;
  if (bilan === null)
    return isSilent(told, SANTE_QUEBEC, ['bilanQuebec']) ? (
      <NotRead what="Verdicts" level={SANTE_QUEBEC} />
    ) : (
      <p class="absence">Santé Québec n’a encore rien consolidé de cette campagne.</p>
    );
  return (
    <>
      <p>
        {bilan.campagne.nom}, {bilan.territoires} territoires
        {bilan.territoiresSansMesure > 0 && `, dont ${bilan.territoiresSansMesure} où rien n’est mesuré`}.
        Consolidé par Santé Québec le {sayDay(bilan.consolideLe)} ; source : {bilan.source}. Une mesure est
        indéterminée quand les sources se contredisent (« sources en conflit », sur la carte), ou posent une
        condition qu’elle ne porte pas ; sans verdict, quand elle n’a pas de valeur (« sans valeur », sur la
        carte) ou que rien ne la juge.
      </p>
      <BilanTable
        caption={`Mesures de tout le Québec, ${bilan.campagne.nom}`}
        first="Exigence"
        rows={listLignes(bilan)}
        keyOf={({ key }) => key}
        nameOf={({ exigence, volet, name }) =>
          exigence === undefined ? (
            name
          ) : (
            <ViewLink to={`/tableau/exigence/${exigence}`} choose={{ campagne: bilan.campagne.code, volet }}>
              {name}
            </ViewLink>
          )
        }
      />
    </>
  );
}
