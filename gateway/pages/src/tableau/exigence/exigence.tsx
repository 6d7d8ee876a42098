import { Refusal } from '@palier/gateway/errors/errors';
import type { VNode } from 'preact';
import type { PageRequest, PageView } from '../../shell/page.ts';
import { askCarte } from '../carte/ask-carte.ts';
import type { CarteRegion } from '../carte/carte.ts';
import { CarteFigures, CarteView } from '../carte/carte-view.tsx';
import { campagneField, ChoiceForm, periodeField, voletFields } from '../choices/choice-form.tsx';
import { type Choices, type Choix, listExigences, readChoices } from '../choices/choices.ts';
import { Absence } from '../shown/absence.tsx';
import { FactLink } from '../shown/fact-link.tsx';
import { Section } from '../shown/figure.tsx';
import { ETABLISSEMENTS, NotRead, SANTE_QUEBEC } from '../shown/not-read.tsx';
import { sayOrigine, Source } from '../shown/provenance.tsx';
import { sayDay } from '../shown/say.ts';
import { Table } from '../shown/table.tsx';
import { SourcesTable } from '../sources/sources-table.tsx';
import type { ExigenceEntiere, TableauExigence } from './data.ts';
import { Ecarts } from './ecarts.tsx';
import { sayStatutExigence } from './say-statut.ts';
import { Link } from '../../shell/link.tsx';

/** `/tableau/exigence/<code>`: what both sources say of an exigence, where they differ, and who meets it. */
export async function showExigence({ ask, parameters }: PageRequest, code: string): Promise<PageView> {
  const [choix, told] = await Promise.all([
    ask<Choix>('tableau-choix'),
    ask<TableauExigence>('tableau-exigence', { code }),
  ]);
  const { exigence: of } = told.data;
  if (of === null)
    throw (
      told.fault ??
      new Refusal('ADRESSE_INCONNUE', { detail: `Aucune exigence n’a le code « ${code.slice(0, 100)} ».` })
    );
  const isMeasured = listExigences(choix.data).some((one) => one.code === code);
  const choices = isMeasured ? readChoices(choix.data, withExigence(parameters, code)) : undefined;
  const regions = choices && (await askCarte(ask, choices));
  return {
    title: `${of.standard.code}, ${of.service.nom}`,
    trail: [{ name: 'Le Québec d’un coup d’œil', path: '/tableau' }],
    main: <Main of={of} choices={choices} regions={regions} isTold={choix.data.indicateurs !== null} />,
  };
}

function withExigence(parameters: URLSearchParams, code: string): URLSearchParams {
  const own = new URLSearchParams(parameters);
  own.set('exigence', code);
  return own;
}

interface MainProps {
  readonly of: ExigenceEntiere;
  /** Nothing for an exigence that nothing measures. */
  readonly choices: Choices | undefined;
  readonly regions: readonly CarteRegion[] | undefined;
  /** Whether Santé Québec told what is measured. */
  readonly isTold: boolean;
}

function Main({ of, choices, regions, isTold }: MainProps): VNode {
  const { code, standard, service, texte, note, assertions, ecarts, provenance } = of;
  const data = { operation: 'tableau-exigence', variables: { code }, table: 'exigence.assertions' };
  return (
    <>
      <h1>
        {standard.enonce} <span class="soft">{service.nom}</span>
      </h1>
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
      <Section id="sources" title="Les deux sources" data={data}>
        <SourcesTable exigence={code} assertions={assertions} />
      </Section>
      <Section id="ecarts" title="Écarts">
        <Ecarts ecarts={ecarts} />
      </Section>
      <Section id="indicateur" title="Comment elle est mesurée">
        <Indicateur of={of} isTold={isTold} />
      </Section>
      {choices !== undefined && (
        <ChoiceForm
          action={`/tableau/exigence/${code}`}
          label="Campagne et période"
          fields={[campagneField(choices), periodeField(choices), ...voletFields(choices)]}
        />
      )}
      {choices?.notes.map((said) => (
        <p key={said} class="absence">
          {said}
        </p>
      ))}
      {choices !== undefined &&
        (regions === undefined ? (
          <NotRead what="Qui la respecte" level={ETABLISSEMENTS} />
        ) : (
          <>
            <CarteView regions={regions} choices={choices} assertions={assertions} />
            <CarteFigures regions={regions} choices={choices} />
          </>
        ))}
      <Section id="regional" title="Valeurs retenues en région">
        <ValeursRegionales of={of} />
      </Section>
    </>
  );
}

function Indicateur({
  of: { indicateur, standard, statut },
  isTold,
}: Pick<MainProps, 'of' | 'isTold'>): VNode {
  if (indicateur !== null)
    return (
      <p>
        <code>{indicateur.code}</code>, {indicateur.nom}, en {indicateur.unite}. {indicateur.regle} (
        {sayOrigine(indicateur.provenance.origine)})
      </p>
    );
  if (!isTold) return <NotRead what="L’indicateur" level={SANTE_QUEBEC} />;
  return (
    <p class="absence">
      Aucun indicateur ne la met au travail, et personne n’en doit de mesure.{' '}
      {standard.motifRefus ?? (statut === 'FIXE' ? '' : sayStatutExigence(statut))}
    </p>
  );
}

function ValeursRegionales({ of: { valeursRegionales } }: Pick<MainProps, 'of'>): VNode {
  if (valeursRegionales === null) return <NotRead what="Valeurs retenues en région" level={ETABLISSEMENTS} />;
  const valeurs = valeursRegionales.nodes.filter((node) => node !== null);
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
              <Link to={`/tableau/territoire/${territoire.code}`}>{territoire.nom}</Link>
            ),
        },
        { name: 'Valeur', cell: ({ texte }) => texte },
        { name: 'En vigueur depuis', cell: ({ enVigueurDepuis }) => sayDay(enVigueurDepuis) },
        { name: 'Source', cell: ({ provenance }) => sayOrigine(provenance.origine) },
      ]}
    />
  );
}
