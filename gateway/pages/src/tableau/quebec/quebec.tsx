import {
  type TableauRedditionsQuery,
  type TableauRetardsQuery,
  type TableauRolesQuery,
  type TableauSeuilsQuery,
  type TableauVerdictsQuery,
  tableauCampagnesRendues,
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
import { CARTE_PARTS, CarteView } from '../carte/carte-view.tsx';
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
import type { CampagnesRendues } from '../etablissement/elsewhere.tsx';
import { chosenIn, chosenOf, type TableauView, ViewLink } from '../choices/view-link.tsx';
import { WithoutChoices } from '../choices/without-choices.tsx';
import { Contents } from '../shown/contents.tsx';
import { Figure } from '../shown/figure.tsx';
import { isSilent, MSSS, SANTE_QUEBEC, type Told } from '../shown/level.ts';
import { NotRead } from '../shown/not-read.tsx';
import { sayDay } from '@palier/calls/say-instant';
import { EcartsList } from '../sources/ecarts-list.tsx';
import { NothingRendered, Rendus } from './redditions.tsx';
import { Retards } from './retards.tsx';
import { Roles } from './roles.tsx';

/** `/tableau`: Québec at a glance. */
export async function showQuebec({ ask, parameters }: PageRequest): Promise<TableauView> {
  const { data: choix } = await ask(tableauChoix, {});
  const offered = readChoices(choix, parameters);
  const chosen = choicesOf(offered);
  const choices = chosen && (await askPeriode(ask, chosen));
  const campagne = choices?.campagne.code;
  const [seen, verdicts, roles, retards, redditions, rendues] = await Promise.all([
    choices && askSeen(ask, choices),
    ask(tableauVerdicts, { campagne }),
    ask(tableauRoles, {}),
    campagne === undefined ? undefined : ask(tableauRetards, { campagne }),
    campagne === undefined ? undefined : ask(tableauRedditions, { campagne }),
    campagne === undefined ? undefined : ask(tableauCampagnesRendues, {}),
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
        rendues={rendues?.data.redditions?.repartition}
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

const PARTS = {
  verdicts: 'Verdicts, exigence par exigence',
  roles: 'Rôles exercés',
  retards: 'Ce qui est dû, en retard, ou absent à la clôture',
  redditions: 'Redditions',
};

interface MainProps {
  readonly offered: Offered;
  /** Nothing where there is nothing to choose from. */
  readonly seen: Seen | undefined;
  readonly verdicts: Asked<TableauVerdictsQuery>;
  readonly roles: TableauRolesQuery;
  /** Nothing without a campagne. */
  readonly retards: TableauRetardsQuery | undefined;
  readonly redditions: TableauRedditionsQuery | undefined;
  /** How many versions each campagne has; nothing when it could not be read. */
  readonly rendues: CampagnesRendues | undefined;
}

function Main({ offered, seen, verdicts, roles, retards, redditions, rendues }: MainProps): VNode {
  const campagne = seen?.choices.campagne;
  return (
    <>
      <h1>Le Québec d’un coup d’œil</h1>
      <p>
        Les territoires de CLSC, une exigence à la fois : qui la respecte, où les sources se contredisent, ce
        qui manque et qui le doit.
      </p>
      <Contents of={seen && 'told' in seen.carte ? { ...CARTE_PARTS, ...PARTS } : PARTS} />
      {rendues && campagne && redditions && (
        <NothingRendered of={redditions} rendues={rendues} campagne={campagne} />
      )}
      {seen && <Exigence {...seen} />}
      <WithoutChoices of={offered} what="Ce qui est mesuré" />
      <Figure
        id="verdicts"
        title={PARTS.verdicts}
        data={{ operation: 'tableau-verdicts', variables: { campagne: campagne?.code } }}
      >
        <Verdicts of={verdicts} />
      </Figure>
      <Figure
        id="roles"
        title={PARTS.roles}
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
        title={PARTS.retards}
        data={[
          { name: 'où en est ce qui est dû', table: 'etablissements.obligations.repartition' },
          { name: 'reçu à temps ou non', table: 'etablissements.obligations.reception' },
        ].map((part) => ({
          ...part,
          operation: 'tableau-retards',
          variables: { campagne: campagne?.code },
        }))}
      >
        {campagne && retards && <Retards of={retards} campagne={campagne} />}
        <WithoutChoices of={offered} what="Campagne" />
      </Figure>
      <Figure
        id="redditions"
        title={PARTS.redditions}
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
        carte) ou que rien ne la juge. « Ensemble » compte les mesures reçues, celles qui manquent (« non
        reçues ») et celles qui ne sont pas encore dues ; là où aucun établissement territorial ne rend de
        compte, rien n’est dit manquer, et seul ce qui est reçu est compté : d’une exigence à l’autre,
        l’ensemble n’est donc pas le même.
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
