import type { ComponentChildren, VNode } from 'preact';
import { PlaceContext, usePlace } from '@palier/gateway/document/link';
import { Section } from '../../shell/section.tsx';
import { BilanTable } from '../bilan/bilan-table.tsx';
import type { Choices } from '../choices/choices.ts';
import { SeriesChart } from '../chart/series-chart.tsx';
import { toSeuils } from '../chart/seuils.tsx';
import { ViewLink } from '../choices/view-link.tsx';
import { ETABLISSEMENTS, isSilent, MSSS, SANTE_QUEBEC } from '../shown/level.ts';
import { NotRead } from '../shown/not-read.tsx';
import { Source } from '../shown/provenance.tsx';
import { sayFigure, sayPopulation, sayStatut } from '../shown/say.ts';
import { Etat } from '../shown/sign.tsx';
import { Table } from '../shown/table.tsx';
import {
  compareBilans,
  comparePeriodes,
  isOtherwise,
  type PeriodeSide,
  sayOtherwise,
  type Side,
  type TwoSides,
} from './sides.ts';

export interface ComparisonProps {
  readonly sides: TwoSides;
  readonly choices: Choices | undefined;
}

/** Two territories, or one at two instants, side by side. Neither is said to be better. */
export function Comparison({ sides, choices }: ComparisonProps): VNode {
  return (
    <>
      <Section id="fiches" title="Ce qui en est connu">
        <Fiches sides={sides} />
      </Section>
      {choices !== undefined && (
        <Section id="serie" title={choices.exigence.name}>
          {sides.map((side) => (
            <NotThereYet key={side.name} side={side} choices={choices} />
          ))}
          <Periodes sides={sides} choices={choices} />
        </Section>
      )}
      <Section id="bilans" title="Bilans de la campagne">
        <Bilans sides={sides} choices={choices} />
      </Section>
    </>
  );
}

/** Why nothing was measured at a moment. */
function NotThereYet({
  side: { name, unknown },
  choices,
}: {
  readonly side: Side;
  readonly choices: Choices;
}): VNode {
  return (
    <>
      {unknown.map((what) => (
        <p key={what} class="absence">
          {name} :{' '}
          {what === 'campagne'
            ? `la campagne ${choices.campagne.code} n’était pas encore ouverte, et rien n’en était dû.`
            : 'aucun indicateur ne mesurait cette exigence.'}
        </p>
      ))}
    </>
  );
}

const FACTS: readonly { readonly name: string; readonly of: (side: Side) => ComponentChildren }[] = [
  { name: 'Territoire', of: ({ territoire }) => territoire.nom },
  { name: 'Région', of: ({ territoire }) => territoire.region.nom },
  { name: 'Réseau territorial', of: ({ territoire }) => territoire.reseauTerritorial.nom },
  {
    name: 'Établissement',
    of: ({ territoire: { etablissement } }) =>
      etablissement === null ? NOT_READ : (etablissement.abrege ?? etablissement.nom),
  },
  { name: 'Population', of: (side) => <Population of={side} /> },
  {
    name: 'Gestionnaire',
    of: ({ territoire: { gestionnaire } }) =>
      gestionnaire === null ? NOT_READ : (gestionnaire.fonction ?? 'aucun n’est déclaré'),
  },
];
const NOT_READ = 'non lu';

function Population({ of: { territoire, told } }: { readonly of: Side }): VNode {
  const { population } = territoire;
  if (population === null)
    return <>{isSilent(told, MSSS, ['territoireClsc', 'population']) ? NOT_READ : 'aucune donnée'}</>;
  return (
    <>
      {sayPopulation(population)} : <Source of={population.provenance} />
    </>
  );
}

function Fiches({ sides: [one, other] }: { readonly sides: TwoSides }): VNode {
  return (
    <Table
      caption="Les deux, fait par fait"
      rows={FACTS}
      keyOf={({ name }) => name}
      columns={[
        { name: 'Fait', cell: ({ name }) => name },
        { name: one.name, cell: ({ of }) => of(one) },
        { name: other.name, cell: ({ of }) => of(other) },
      ]}
    />
  );
}

function Periodes({ sides, choices }: { readonly sides: TwoSides; readonly choices: Choices }): VNode {
  const periodes = comparePeriodes(choices, sides);
  if (periodes === undefined) return <NotRead what="Mesures" level={ETABLISSEMENTS} />;
  const [one, other] = sides;
  const { unite } = choices.exigence.indicateur;
  // On one scale, or two charts would look alike where they are not.
  const values = periodes.flatMap(({ moments }) => moments.flatMap((moment) => moment.valeur ?? []));
  return (
    <>
      <p>{sayOtherwise(periodes)}</p>
      {sides.map((side, rank) => {
        const points = periodes.map(({ periode, moments }) => ({ periode, ...moments[rank]! }));
        if (points.every((point) => point.valeur === null))
          return (
            <p key={side.name} class="absence">
              {side.name} : aucune valeur à dessiner.
            </p>
          );
        return (
          <div key={side.name}>
            <h3>{side.name}</h3>
            <SeriesChart
              points={points}
              seuils={toSeuils(side.serie?.exigence?.assertions ?? [], choices.volet)}
              unite={unite}
              others={values}
              label={`${choices.exigence.name}, ${side.name}, par période, en ${unite}`}
            />
          </div>
        );
      })}
      <Table
        caption={`${choices.exigence.name}, ${choices.campagne.nom}`}
        rows={periodes}
        keyOf={({ periode }) => periode}
        columns={[
          { name: 'Période', cell: ({ periode }) => <span class="nowrap">{periode}</span> },
          { name: `Valeur, ${one.name}`, isFigure: true, cell: ({ moments }) => sayValeur(moments[0]) },
          { name: `Verdict, ${one.name}`, cell: ({ moments }) => <Etat etat={moments[0].etat} /> },
          { name: `Valeur, ${other.name}`, isFigure: true, cell: ({ moments }) => sayValeur(moments[1]) },
          { name: `Verdict, ${other.name}`, cell: ({ moments }) => <Etat etat={moments[1].etat} /> },
          { name: 'Différent', cell: (row) => DIFFERENT.get(isOtherwise(row)) },
        ]}
      />
    </>
  );
}

/** What a figure is worth is told with it: that alone may differ. */
const sayValeur = ({ mesure }: PeriodeSide): string =>
  mesure === undefined
    ? ''
    : [mesure.valeur === null ? [] : sayFigure(mesure.valeur, mesure.unite), sayStatut(mesure.statut)]
        .flat()
        .join(', ');

const DIFFERENT: ReadonlyMap<boolean | undefined, string> = new Map([
  [true, 'oui'],
  [false, 'non'],
  [undefined, 'non lu'],
]);

/** Why one side has no bilan. */
function WithoutBilan({
  side: { name, told, unknown },
  choices,
}: { readonly side: Side } & Pick<ComparisonProps, 'choices'>): VNode {
  if (choices !== undefined && unknown.includes('campagne'))
    return (
      <p class="absence">
        {name} : la campagne {choices.campagne.code} n’était pas encore ouverte, et n’avait pas de bilan.
      </p>
    );
  if (isSilent(told, SANTE_QUEBEC, ['territoireClsc', 'bilan']))
    return <NotRead what={`${name}, bilan`} level={SANTE_QUEBEC} />;
  return <p class="absence">{name} : Santé Québec n’a pas de bilan pour cette campagne.</p>;
}

function Bilans({ sides, choices }: ComparisonProps): VNode {
  const place = usePlace();
  const without = sides.filter(({ territoire }) => territoire.bilan === null);
  return (
    <>
      {without.map((side) => (
        <WithoutBilan key={side.name} side={side} choices={choices} />
      ))}
      {without.length < 2 && (
        <BilanTable
          caption="Les deux bilans, exigence par exigence"
          first="Exigence"
          rows={compareBilans(sides)}
          keyOf={({ key }) => key}
          nameOf={({ name, side }) => `${name} : ${side}`}
        />
      )}
      <p>
        {sides.map(({ name, territoire, au, unknown }, rank) => (
          <PlaceContext.Provider key={name} value={{ ...place, au }}>
            {rank > 0 && ' · '}
            <ViewLink
              to={`/tableau/territoire/${territoire.code}`}
              choose={Object.fromEntries(unknown.map((what) => [what, null]))}
            >
              La page de {territoire.nom}
              {name !== territoire.nom && `, ${name}`}
            </ViewLink>
          </PlaceContext.Provider>
        ))}
      </p>
    </>
  );
}
