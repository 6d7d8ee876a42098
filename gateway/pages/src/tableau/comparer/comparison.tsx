import type { ComponentChildren, VNode } from 'preact';
import { sayOrigine } from '../../shell/say-source.ts';
import { PlaceContext, usePlace } from '@palier/gateway/document/link';
import { BilanTable } from '../bilan/bilan-table.tsx';
import type { Choices } from '../choices/choices.ts';
import { SeriesChart } from '../chart/series-chart.tsx';
import { toSeuils } from '../chart/seuils.tsx';
import { ViewLink } from '../choices/view-link.tsx';
import { type DataOf, Figure, type FigureProps } from '../shown/figure.tsx';
import { ETABLISSEMENTS, isSilent, MSSS, SANTE_QUEBEC } from '../shown/level.ts';
import { NotRead } from '../shown/not-read.tsx';
import { Source } from '../shown/provenance.tsx';
import { sayDay } from '@palier/calls/say-instant';
import { Periode } from '../shown/periode.tsx';
import { sayFigure, sayPopulation, sayStatut } from '../shown/say.ts';
import { Etat } from '../shown/sign.tsx';
import { Table } from '../shown/table.tsx';
import { dataOfSerie, dataOfTerritoire } from '../territoire/data-of.ts';
import { findSame } from './find-same.ts';
import {
  compareBilans,
  comparePeriodes,
  type Incomparable,
  isOtherwise,
  type PeriodeSide,
  sayOtherwise,
  type Side,
  type TwoSides,
  WHY,
} from './sides.ts';

export interface ComparisonProps {
  readonly sides: TwoSides;
  readonly choices: Choices | undefined;
}

/** Two territories, or one at two instants, side by side. Neither is said to be better. */
export function Comparison({ sides, choices }: ComparisonProps): VNode {
  const campagne = choices?.campagne.code;
  const dataOf = (table: string): readonly DataOf[] =>
    sides.map(({ territoire, name, au }) =>
      dataOfTerritoire({ territoire: territoire.code, campagne, table }, { name, au }),
    );
  const same = findSame(sides, choices);
  const parts: readonly Part[] = [
    {
      id: 'fiches',
      title: 'Ce qui en est connu',
      isSame: same.fiches,
      data: dataOf('declarationsRoles'),
      children: <Fiches sides={sides} />,
    },
    ...(choices === undefined
      ? []
      : [
          {
            id: 'serie',
            title: choices.exigence.name,
            isSame: same.serie,
            data: sides.flatMap(({ territoire, name, au }) =>
              dataOfSerie(territoire.code, choices, { name, au }),
            ),
            children: (
              <>
                {sides.map((side) => (
                  <NotThereYet key={side.name} side={side} choices={choices} />
                ))}
                <Periodes sides={sides} choices={choices} />
              </>
            ),
          },
        ]),
    {
      id: 'bilans',
      title: 'Bilans de la campagne',
      isSame: same.bilans,
      data: dataOf('bilan.parIndicateur.parExigence'),
      children: <Bilans sides={sides} choices={choices} />,
    },
  ];
  const [one, other] = sides;
  // Two territories are never the same: what both have is told as what they have not.
  if (one.territoire.code !== other.territoire.code) return <>{parts.map(drawPart)}</>;
  return (
    <>
      <p role="status">{sayDifferent(parts)}</p>
      {parts.filter(({ isSame }) => !isSame).map(drawPart)}
      {parts.filter(({ isSame }) => isSame).map(drawFolded)}
    </>
  );
}

/** What two sides say of one thing. */
interface Part extends Omit<FigureProps, 'data'> {
  readonly data: readonly DataOf[];
  readonly isSame: boolean;
}

const drawPart = ({ id, title, data, children }: Part): VNode => (
  <Figure key={id} id={id} title={title} data={data}>
    {children}
  </Figure>
);

/** What is the same at two moments is there for whoever looks for it. */
const drawFolded = ({ children, ...part }: Part): VNode =>
  drawPart({
    ...part,
    children: (
      <details class="figures">
        <summary>Les deux moments en disent la même chose : le lire</summary>
        {children}
      </details>
    ),
  });

function sayDifferent(parts: readonly Part[]): string {
  const others = parts.filter(({ isSame }) => !isSame);
  if (others.length === 0) return 'Rien de ce qui est montré ici ne diffère d’un moment à l’autre.';
  return `Ce qui diffère, ou ne peut être comparé : ${others.map(({ title }) => `« ${title} »`).join(', ')}.`;
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
    of: ({ territoire: { etablissement, provenanceEtablissement } }) =>
      etablissement === null
        ? NOT_READ
        : sayWithNature(etablissement.abrege ?? etablissement.nom, provenanceEtablissement),
  },
  { name: 'Population', of: (side) => <Population of={side} /> },
  {
    name: 'Gestionnaire',
    of: ({ territoire: { gestionnaire } }) =>
      gestionnaire === null
        ? NOT_READ
        : sayWithNature(gestionnaire.fonction ?? 'aucun n’est déclaré', gestionnaire.provenance),
  },
  {
    name: 'Source du territoire',
    of: ({ territoire: { code, provenance } }) => (
      <Source of={provenance} fact={{ type: 'TerritoireClsc', code }} />
    ),
  },
];
const NOT_READ = 'non lu';

const sayWithNature = (said: string, provenance: { readonly origine: string } | null): string =>
  provenance === null ? said : `${said} (${sayOrigine(provenance.origine)})`;

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
      isProperties
      rows={FACTS}
      from={[one.territoire, other.territoire]}
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
          { name: 'Période', cell: ({ periode }) => <Periode of={periode} /> },
          { name: `Valeur, ${one.name}`, isFigure: true, cell: ({ moments }) => sayValeur(moments[0]) },
          { name: `Source, ${one.name}`, cell: ({ moments }) => saySourceOf(moments[0]) },
          { name: `Verdict, ${one.name}`, cell: ({ moments }) => <Etat etat={moments[0].etat} /> },
          { name: `Valeur, ${other.name}`, isFigure: true, cell: ({ moments }) => sayValeur(moments[1]) },
          { name: `Source, ${other.name}`, cell: ({ moments }) => saySourceOf(moments[1]) },
          { name: `Verdict, ${other.name}`, cell: ({ moments }) => <Etat etat={moments[1].etat} /> },
          { name: 'Différent', cell: (row) => sayOther(isOtherwise(row)) },
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

const saySourceOf = ({ mesure }: PeriodeSide): string =>
  mesure === undefined ? '' : sayOrigine(mesure.provenance.origine);

function sayOther(isOther: boolean | Incomparable): string {
  if (typeof isOther === 'string') return `on ne peut le dire : ${WHY[isOther]}`;
  return isOther ? 'oui' : 'non';
}

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
      {sides.flatMap(({ name, territoire: { bilan } }) =>
        bilan === null
          ? []
          : [
              <p key={name}>
                {name} : consolidé par Santé Québec le {sayDay(bilan.consolideLe)} ; source : {bilan.source}.
              </p>,
            ],
      )}
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
