import { type TableauSerieQuery, tableauChoix } from '../../operations/operations.ts';
import type { VNode } from 'preact';
import type { PageRequest } from '../../shell/page.ts';
import { Section } from '../../shell/section.tsx';
import { listLignes } from '../bilan/bilan.ts';
import { BilanTable } from '../bilan/bilan-table.tsx';
import { isDue } from '../carte/carte.ts';
import { campagneField, ChoiceForm, exigenceField, voletFields } from '../choices/choice-form.tsx';
import { type Choices, choicesOf, type Offered, readChoices } from '../choices/choices.ts';
import { Notes } from '../choices/notes.tsx';
import { chosenIn, chosenOf, type TableauView, ViewLink } from '../choices/view-link.tsx';
import { WithoutChoices } from '../choices/without-choices.tsx';
import { Chain } from '../imputabilite/chain.tsx';
import { type DataOf, DataLinks, Figure } from '../shown/figure.tsx';
import { ETABLISSEMENTS, isSilent, MSSS, SANTE_QUEBEC } from '../shown/level.ts';
import { NotRead } from '../shown/not-read.tsx';
import { sayDay } from '@palier/calls/say-instant';
import { EcartsList } from '../sources/ecarts-list.tsx';
import { SourcesTable } from '../sources/sources-table.tsx';
import { wholeList } from '../shown/whole-of.ts';
import { askTerritoire, type TerritoireDemande } from './ask-territoire.ts';
import type { TerritoireLu } from './data.ts';
import { dataOfSerie, dataOfTerritoire } from './data-of.ts';
import { DeclaredOffres, DeclaredRoles } from './declared.tsx';
import { Facts } from './facts.tsx';
import { Serie } from './serie.tsx';

/** `/tableau/territoire/<code>`: a territory, and one exigence in it, down to the lines it is founded on. */
export async function showTerritoire({ ask, parameters }: PageRequest, code: string): Promise<TableauView> {
  const { data: choix } = await ask(tableauChoix, {});
  const offered = readChoices(choix, parameters);
  const choices = choicesOf(offered);
  const of = await askTerritoire(ask, code, choices);
  return {
    title: of.territoire.nom,
    breadcrumbs: [{ name: 'Le Québec d’un coup d’œil', path: '/tableau' }],
    chosen: choices === undefined ? chosenIn(parameters) : chosenOf(choices),
    main: <Main of={of} offered={offered} />,
  };
}

interface MainProps {
  readonly of: TerritoireDemande;
  readonly offered: Offered;
}

function Main({ of: asked, offered }: MainProps): VNode {
  const { territoire: of, told, serie } = asked;
  const choices = choicesOf(offered);
  const campagne = choices?.campagne.code;
  const dataOf = (table: string, name?: string): DataOf =>
    dataOfTerritoire({ territoire: of.code, campagne, table }, name === undefined ? {} : { name });
  return (
    <>
      <p class="kind">
        Territoire de CLSC <code>{of.code}</code>
      </p>
      <h1>{of.nom}</h1>
      <Facts of={of} told={told} />
      <p class="unprinted">
        <ViewLink to="/tableau/comparer" more={{ a: of.code }}>
          Comparer à un autre territoire
        </ViewLink>
        {' · '}
        <ViewLink to="/tableau/comparer" more={{ territoire: of.code }}>
          Comparer à un autre moment
        </ViewLink>
      </p>
      <Figure id="bilan" title="Bilan de la campagne" data={dataOf('bilan.parIndicateur.parExigence')}>
        <Bilan of={of} told={told} />
      </Figure>
      <Section id="exigence" title="Une exigence, période par période">
        {choices && serie && <Exigence of={of} choices={choices} serie={serie} />}
        <WithoutChoices of={offered} what="Les exigences mesurées" />
      </Section>
      <Figure
        id="roles"
        title="Rôles exercés"
        data={[dataOf('exerciceRoles.nodes', DECLARED), dataOf('declarationsRoles', MISSING)]}
      >
        <DeclaredRoles of={of.exerciceRoles} all={told.data.rolesClsc} declarations={of.declarationsRoles} />
      </Figure>
      <Figure
        id="offre"
        title="Services offerts"
        data={[dataOf('offre.nodes', DECLARED), dataOf('declarationsServices', MISSING)]}
      >
        <DeclaredOffres
          of={of.offre}
          all={told.data.servicesSociaux}
          declarations={of.declarationsServices}
        />
      </Figure>
    </>
  );
}

const DECLARED = 'ce qui est déclaré';
const MISSING = 'ce qui manque, et qui le doit';

function Bilan({
  of: { code, nom, bilan },
  told,
}: {
  readonly of: TerritoireLu;
  readonly told: TerritoireDemande['told'];
}): VNode {
  if (bilan === null)
    return isSilent(told, SANTE_QUEBEC, ['territoireClsc', 'bilan']) ? (
      <NotRead what="Bilan" level={SANTE_QUEBEC} />
    ) : (
      <p class="absence">Santé Québec n’a pas de bilan de ce territoire pour cette campagne.</p>
    );
  const { campagne, consolideLe, source } = bilan;
  return (
    <>
      <p>
        Consolidé par Santé Québec le {sayDay(consolideLe)} ; source : {source}.{' '}
        <span class="unprinted">Choisissez une exigence pour la voir période par période.</span>
      </p>
      <BilanTable
        caption={`Mesures de ${nom}, ${campagne.nom}`}
        first="Exigence"
        rows={listLignes(bilan)}
        keyOf={({ key }) => key}
        nameOf={({ exigence, volet, name }) =>
          exigence === undefined ? (
            name
          ) : (
            <ViewLink
              to={`/tableau/territoire/${code}`}
              choose={{ exigence, campagne: campagne.code, volet }}
              anchor="exigence"
            >
              {name}
            </ViewLink>
          )
        }
      />
    </>
  );
}

interface ExigenceProps {
  readonly of: TerritoireLu;
  readonly choices: Choices;
  readonly serie: TableauSerieQuery;
}

function Exigence({ of, choices, serie }: ExigenceProps): VNode {
  const { exigence: mesuree } = choices;
  const { exigence, territoireClsc } = serie;
  const mesures = wholeList(territoireClsc?.mesures);
  const imputabilite = territoireClsc?.imputabilite ?? null;
  const to = `/tableau/territoire/${of.code}`;
  return (
    <>
      <ChoiceForm
        action={to}
        label="Exigence et campagne"
        anchor="exigence"
        fields={[exigenceField(choices), ...voletFields(choices), campagneField(choices)]}
      />
      <Notes of={choices} />
      <p>
        <ViewLink to={`/tableau/exigence/${mesuree.code}`}>{mesuree.name}</ViewLink>
        {exigence !== null && ` : ${exigence.texte ?? exigence.standard.enonce}`}
      </p>
      {mesures === undefined ? (
        <NotRead what="Les mesures" level={ETABLISSEMENTS} />
      ) : (
        <Serie
          of={of.nom}
          choices={choices}
          mesures={mesures}
          absence={choices.isAsked === false ? null : (territoireClsc?.mesures?.absence ?? null)}
          assertions={exigence?.assertions ?? []}
          isDue={isDue(of, choices.isAsked)}
        />
      )}
      <DataLinks of={dataOfSerie(of.code, choices)} title={mesuree.name} />
      <h3>Ce que dit chaque source</h3>
      {exigence === null ? (
        <NotRead what="Les sources" level={MSSS} />
      ) : (
        <>
          <SourcesTable exigence={exigence.code} assertions={exigence.assertions} />
          <EcartsList ecarts={exigence.ecarts} />
        </>
      )}
      <h3 id="imputabilite">Qui en répond</h3>
      {imputabilite === null ? (
        <NotRead what="La chaîne d’imputabilité" level={MSSS} />
      ) : (
        <Chain of={imputabilite} exigence={mesuree.code} />
      )}
    </>
  );
}
