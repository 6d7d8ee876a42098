import type { VNode } from 'preact';
import { Link } from '../../shell/link.tsx';
import type { Asked, PageRequest, PageView } from '../../shell/page.ts';
import { listLignes } from '../bilan/bilan.ts';
import { BilanTable } from '../bilan/bilan-table.tsx';
import { askCarte } from '../carte/ask-carte.ts';
import type { CarteRegion } from '../carte/carte.ts';
import { CarteFigures, CarteView } from '../carte/carte-view.tsx';
import {
  campagneField,
  ChoiceForm,
  exigenceField,
  periodeField,
  voletFields,
} from '../choices/choice-form.tsx';
import { type Choices, type Choix, readChoices } from '../choices/choices.ts';
import { Section } from '../shown/figure.tsx';
import { ETABLISSEMENTS, NotRead, SANTE_QUEBEC } from '../shown/not-read.tsx';
import { sayDay } from '../shown/say.ts';
import { EcartsList } from '../sources/ecarts-list.tsx';
import type { TableauExigence } from '../exigence/data.ts';
import type { TableauRedditions, TableauRoles, TableauVerdicts } from './data.ts';
import { Rendus } from './redditions.tsx';
import { Roles } from './roles.tsx';

/** `/tableau`: Québec at a glance. */
export async function showQuebec({ ask, parameters }: PageRequest): Promise<PageView> {
  const { data: choix } = await ask<Choix>('tableau-choix');
  const choices = readChoices(choix, parameters);
  const campagne = choices?.campagne.code;
  const [regions, exigence, verdicts, roles, redditions] = await Promise.all([
    choices && askCarte(ask, choices),
    choices && ask<TableauExigence>('tableau-exigence', { code: choices.exigence.code }),
    ask<TableauVerdicts>('tableau-verdicts', { campagne }),
    ask<TableauRoles>('tableau-roles'),
    ask<TableauRedditions>('tableau-redditions'),
  ]);
  return {
    title: 'Le Québec d’un coup d’œil',
    main: (
      <Main
        choices={choices}
        regions={regions}
        exigence={exigence?.data.exigence ?? null}
        verdicts={verdicts}
        roles={roles.data}
        redditions={redditions.data}
      />
    ),
  };
}

interface MainProps {
  readonly choices: Choices | undefined;
  readonly regions: readonly CarteRegion[] | undefined;
  readonly exigence: TableauExigence['exigence'];
  readonly verdicts: Asked<TableauVerdicts>;
  readonly roles: TableauRoles;
  readonly redditions: TableauRedditions;
}

function Main({ choices, regions, exigence, verdicts, roles, redditions }: MainProps): VNode {
  const campagne = choices?.campagne;
  return (
    <>
      <h1>Le Québec d’un coup d’œil</h1>
      <p>
        Les territoires de CLSC, une exigence à la fois : qui la respecte, où les sources se contredisent, ce
        qui manque et qui le doit.
      </p>
      {choices === undefined ? (
        <NotRead what="Ce qui est mesuré" level={SANTE_QUEBEC} />
      ) : (
        <Exigence choices={choices} regions={regions} exigence={exigence} />
      )}
      <Section
        id="verdicts"
        title="Verdicts, exigence par exigence"
        data={{ operation: 'tableau-verdicts', variables: { campagne: campagne?.code } }}
      >
        <Verdicts of={verdicts} />
      </Section>
      <Section
        id="roles"
        title="Rôles exercés"
        data={{
          operation: 'tableau-roles',
          variables: {},
          table: 'territoiresClsc.nodes.exerciceRoles.nodes',
        }}
      >
        <Roles of={roles} />
      </Section>
      <Section id="redditions" title="Redditions" data={{ operation: 'tableau-redditions', variables: {} }}>
        {campagne === undefined ? (
          <NotRead what="Campagne" level={SANTE_QUEBEC} />
        ) : (
          <Rendus of={redditions} campagne={campagne} />
        )}
      </Section>
      {choices !== undefined && regions !== undefined && <CarteFigures regions={regions} choices={choices} />}
    </>
  );
}

interface ExigenceProps {
  readonly choices: Choices;
  readonly regions: readonly CarteRegion[] | undefined;
  readonly exigence: TableauExigence['exigence'];
}

function Exigence({ choices, regions, exigence }: ExigenceProps): VNode {
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
      {choices.notes.map((note) => (
        <p key={note} class="absence">
          {note}
        </p>
      ))}
      <p>
        <Link to={`/tableau/exigence/${choices.exigence.code}`}>{choices.exigence.name}</Link>
        {exigence?.texte != null && ` : ${exigence.texte}`}
      </p>
      {exigence !== null && exigence.ecarts.length > 0 && <EcartsList ecarts={exigence.ecarts} />}
      {regions === undefined ? (
        <NotRead what="Mesures des territoires" level={ETABLISSEMENTS} />
      ) : (
        <CarteView regions={regions} choices={choices} assertions={exigence?.assertions ?? []} />
      )}
    </>
  );
}

function Verdicts({ of: { data, fault } }: { readonly of: Asked<TableauVerdicts> }): VNode {
  const { bilanQuebec: bilan } = data;
  if (bilan === null)
    return fault === undefined ? (
      <p class="absence">Santé Québec n’a encore rien consolidé de cette campagne.</p>
    ) : (
      <NotRead what="Verdicts" level={SANTE_QUEBEC} />
    );
  return (
    <>
      <p>
        {bilan.campagne.nom}, {bilan.territoires} territoires, dont {bilan.territoiresSansMesure} où rien
        n’est mesuré. Consolidé par Santé Québec le {sayDay(bilan.consolideLe)} ; source : {bilan.source}. Une
        mesure est indéterminée quand les sources se contredisent, ou posent une condition qu’elle ne porte
        pas.
      </p>
      <BilanTable
        caption={`Mesures de tout le Québec, ${bilan.campagne.nom}`}
        first="Exigence"
        rows={listLignes(bilan)}
        keyOf={({ key }) => key}
        nameOf={({ exigence, name }) =>
          exigence === undefined ? (
            name
          ) : (
            <Link to={`/tableau/exigence/${exigence}?campagne=${bilan.campagne.code}`}>{name}</Link>
          )
        }
      />
    </>
  );
}
