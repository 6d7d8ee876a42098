import { tableauChoix, tableauExigence } from '../../operations/operations.ts';
import type { VNode } from 'preact';
import { foundOr } from '../../shell/found-or.ts';
import type { Asked, PageRequest } from '../../shell/page.ts';
import { sayOrigine } from '../../shell/say-source.ts';
import { Section } from '../../shell/section.tsx';
import { askCarte } from '../carte/ask-carte.ts';
import type { Carte } from '../carte/carte.ts';
import { CarteView } from '../carte/carte-view.tsx';
import { campagneField, ChoiceForm, periodeField, voletFields } from '../choices/choice-form.tsx';
import { type Choices, choicesOf, listExigences, type Offered, readChoices } from '../choices/choices.ts';
import { askPeriode } from '../choices/ask-periode.ts';
import { Notes } from '../choices/notes.tsx';
import { chosenIn, chosenOf, type TableauView, ViewLink } from '../choices/view-link.tsx';
import { WithoutChoices } from '../choices/without-choices.tsx';
import { Absence } from '../shown/absence.tsx';
import { FactLink } from '../shown/fact-link.tsx';
import { type DataOf, Figure } from '../shown/figure.tsx';
import { ETABLISSEMENTS, isSilent, SANTE_QUEBEC, type Told } from '../shown/level.ts';
import { NotRead } from '../shown/not-read.tsx';
import { Source } from '../shown/provenance.tsx';
import { sayDay } from '@palier/calls/say-instant';
import { Table } from '../shown/table.tsx';
import { wholeList } from '../shown/whole-of.ts';
import { SourcesTable } from '../sources/sources-table.tsx';
import type { ExigenceEntiere } from './data.ts';
import { Ecarts } from './ecarts.tsx';
import { sayStatutExigence } from './say-statut.ts';

/** `/tableau/exigence/<code>`: what both sources say of an exigence, where they differ, and who meets it. */
export async function showExigence({ ask, parameters }: PageRequest, code: string): Promise<TableauView> {
  const [choix, told] = await Promise.all([ask(tableauChoix, {}), ask(tableauExigence, { code })]);
  const { data, fault } = told;
  const of = foundOr(data.exigence, { fault, none: 'Aucune exigence', code });
  const measured = listExigences(choix.data);
  const isMeasured = 'silent' in measured || measured.told.some((one) => one.code === code);
  const offered = isMeasured ? readChoices(choix.data, withExigence(parameters, code)) : undefined;
  const chosen = offered && choicesOf(offered);
  const choices = chosen && (await askPeriode(ask, chosen));
  const carte = choices && (await askCarte(ask, choices));
  return {
    title: nameOf(of),
    breadcrumbs: [{ name: 'Le Québec d’un coup d’œil', path: '/tableau' }],
    chosen: choices === undefined ? { ...chosenIn(parameters), exigence: null } : chosenOf(choices),
    periode: choices?.periode,
    main: <Main of={of} told={told} offered={offered} choices={choices} carte={carte} />,
  };
}

/** As the links that lead to it name it: what measures it, and of which service; without that, what it asks. */
const nameOf = ({ indicateur, standard, service }: ExigenceEntiere): string =>
  `${indicateur?.nom ?? standard.enonce}, ${service.nom}`;

function withExigence(parameters: URLSearchParams, code: string): URLSearchParams {
  const own = new URLSearchParams(parameters);
  own.set('exigence', code);
  return own;
}

interface MainProps {
  readonly of: ExigenceEntiere;
  readonly told: Asked<unknown>;
  /** Nothing for an exigence that nothing measures. */
  readonly offered: Offered | undefined;
  readonly choices: Choices | undefined;
  /** Nothing where there is nothing to choose from. */
  readonly carte: Told<Carte> | undefined;
}

function Main({ of, told, offered, choices, carte }: MainProps): VNode {
  const { code, standard, service, texte, note, assertions, ecarts, provenance } = of;
  const dataOf = (table: string): DataOf => ({
    operation: 'tableau-exigence',
    variables: { code },
    table: `exigence.${table}`,
  });
  return (
    <>
      <p class="kind">
        Exigence <code>{code}</code>
      </p>
      <h1>{nameOf(of)}</h1>
      <p>{standard.enonce}</p>
      <p>
        {sayStatutExigence(of.statut)} {texte !== null && `« ${texte} ». `}
        {note} <Source of={provenance} fact={{ type: 'Exigence', code }} />
      </p>
      <p>
        Standard <FactLink type="Standard" code={standard.code} />, service{' '}
        <FactLink type="ServiceSocial" code={service.code}>
          {service.nom}
        </FactLink>
        , exigence{' '}
        <FactLink type="Exigence" code={code}>
          <code>{code}</code>
        </FactLink>
        .
      </p>
      <Figure id="sources" title="Les deux sources" data={dataOf('assertions')}>
        <SourcesTable exigence={code} assertions={assertions} />
      </Figure>
      <Figure id="ecarts" title="Écarts" data={dataOf('ecarts.cotes')}>
        <Ecarts ecarts={ecarts} />
      </Figure>
      <Section id="indicateur" title="Comment elle est mesurée">
        <Indicateur of={of} told={told} />
      </Section>
      {choices !== undefined && (
        <ChoiceForm
          action={`/tableau/exigence/${code}`}
          label="Campagne et période"
          fields={[campagneField(choices), periodeField(choices), ...voletFields(choices)]}
          anchor="regions"
        />
      )}
      {choices && <Notes of={choices} />}
      {offered && <WithoutChoices of={offered} what="Qui la respecte" />}
      {carte && 'silent' in carte && <NotRead what="Qui la respecte" level={carte.silent} />}
      {choices && carte && 'told' in carte && (
        <CarteView of={carte.told} choices={choices} assertions={assertions} />
      )}
      <Figure id="regional" title="Valeurs retenues en région" data={dataOf('valeursRegionales.nodes')}>
        <ValeursRegionales of={of} />
      </Figure>
    </>
  );
}

function Indicateur({ of: { indicateur, standard, statut }, told }: Pick<MainProps, 'of' | 'told'>): VNode {
  if (indicateur !== null)
    return (
      <p>
        <code>{indicateur.code}</code>, {indicateur.nom}, en {indicateur.unite}. {indicateur.regle} (
        {sayOrigine(indicateur.provenance.origine)})
      </p>
    );
  if (isSilent(told, SANTE_QUEBEC, ['exigence', 'indicateur']))
    return <NotRead what="L’indicateur" level={SANTE_QUEBEC} />;
  return (
    <p class="absence">
      Aucun indicateur ne la met au travail, et personne n’en doit de mesure.{' '}
      {standard.motifRefus ?? (statut === 'FIXE' ? '' : sayStatutExigence(statut))}
    </p>
  );
}

function ValeursRegionales({ of: { valeursRegionales } }: Pick<MainProps, 'of'>): VNode {
  const valeurs = wholeList(valeursRegionales);
  if (valeursRegionales === null || valeurs === undefined)
    return <NotRead what="Valeurs retenues en région" level={ETABLISSEMENTS} />;
  if (valeurs.length === 0) return <Absence absence={valeursRegionales.absence} />;
  return (
    <Table
      caption="Ce que des établissements retiennent eux-mêmes ; ce n’est pas un standard national"
      rows={valeurs}
      keyOf={({ id }) => id}
      columns={[
        {
          name: 'Territoire',
          cell: ({ territoire }) =>
            territoire === null ? (
              'non lu'
            ) : (
              <ViewLink to={`/tableau/territoire/${territoire.code}`}>{territoire.nom}</ViewLink>
            ),
        },
        { name: 'Valeur', cell: ({ texte }) => texte },
        { name: 'En vigueur depuis', cell: ({ enVigueurDepuis }) => sayDay(enVigueurDepuis) },
        { name: 'Source', cell: ({ provenance }) => sayOrigine(provenance.origine) },
      ]}
    />
  );
}
