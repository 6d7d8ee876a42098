import type { VNode } from 'preact';
import { Link } from '../../shell/link.tsx';
import { BilanTable } from '../bilan/bilan-table.tsx';
import type { Choices } from '../choices/choices.ts';
import { SeriesChart } from '../chart/series-chart.tsx';
import { toSeuils } from '../chart/seuils.tsx';
import { Section } from '../shown/figure.tsx';
import { ETABLISSEMENTS, NotRead } from '../shown/not-read.tsx';
import { sayFigure, sayNumber } from '../shown/say.ts';
import { Etat } from '../shown/sign.tsx';
import { Table } from '../shown/table.tsx';
import type { TerritoireLu } from '../territoire/data.ts';
import { compareBilans, comparePeriodes, isOtherwise, type Moment, type Sides } from './sides.ts';

export interface ComparisonProps {
  readonly sides: Sides;
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
          <Periodes sides={sides} choices={choices} />
        </Section>
      )}
      <Section id="bilans" title="Bilans de la campagne">
        <Bilans sides={sides} />
      </Section>
    </>
  );
}

const FACTS: readonly { readonly name: string; readonly of: (territoire: TerritoireLu) => string }[] = [
  { name: 'Territoire', of: ({ nom }) => nom },
  { name: 'Région', of: ({ region }) => region.nom },
  { name: 'Réseau territorial', of: ({ reseauTerritorial }) => reseauTerritorial.nom },
  {
    name: 'Établissement',
    of: ({ etablissement }) =>
      etablissement === null ? 'non lu' : (etablissement.abrege ?? etablissement.nom),
  },
  {
    name: 'Population',
    of: ({ population }) =>
      population === null
        ? 'aucune donnée'
        : `${sayNumber(population.nombre)} personnes (${population.annee})`,
  },
  {
    name: 'Gestionnaire',
    of: ({ gestionnaire }) => gestionnaire?.fonction ?? 'aucun n’est déclaré, ou non lu',
  },
];

function Fiches({ sides: [one, other] }: { readonly sides: Sides }): VNode {
  return (
    <Table
      caption="Les deux, fait par fait"
      rows={FACTS}
      keyOf={({ name }) => name}
      columns={[
        { name: 'Fait', cell: ({ name }) => name },
        { name: one.name, cell: ({ of }) => of(one.territoire) },
        { name: other.name, cell: ({ of }) => of(other.territoire) },
      ]}
    />
  );
}

function Periodes({ sides, choices }: { readonly sides: Sides; readonly choices: Choices }): VNode {
  const periodes = comparePeriodes(choices, sides);
  if (periodes === undefined) return <NotRead what="Mesures" level={ETABLISSEMENTS} />;
  const [one, other] = sides;
  const { unite } = choices.exigence.indicateur;
  const valeur = ({ mesure }: Moment): string =>
    mesure?.valeur == null ? '' : sayFigure(mesure.valeur, mesure.unite);
  // On one scale, or two charts would look alike where they are not.
  const values = periodes.flatMap(({ moments }) => moments.flatMap((moment) => moment.valeur ?? []));
  const otherwise = periodes.filter(isOtherwise).length;
  return (
    <>
      <p>
        {otherwise === 0
          ? 'Les deux disent la même chose de chaque période.'
          : `Périodes dont ils ne disent pas la même chose : ${otherwise} sur ${periodes.length}.`}
      </p>
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
          { name: `Valeur, ${one.name}`, isFigure: true, cell: ({ moments }) => valeur(moments[0]) },
          { name: `Verdict, ${one.name}`, cell: ({ moments }) => <Etat etat={moments[0].etat} /> },
          { name: `Valeur, ${other.name}`, isFigure: true, cell: ({ moments }) => valeur(moments[1]) },
          { name: `Verdict, ${other.name}`, cell: ({ moments }) => <Etat etat={moments[1].etat} /> },
          { name: 'Différent', cell: (row) => (isOtherwise(row) ? 'oui' : 'non') },
        ]}
      />
    </>
  );
}

function Bilans({ sides }: { readonly sides: Sides }): VNode {
  const without = sides.filter(({ territoire }) => territoire.bilan === null);
  return (
    <>
      {without.map(({ name }) => (
        <p key={name} class="absence">
          {name} : Santé Québec n’a pas de bilan pour cette campagne, ou ne répond pas.
        </p>
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
        {sides.map(({ name, territoire }, rank) => (
          <span key={name}>
            {rank > 0 && ' · '}
            <Link to={`/tableau/territoire/${territoire.code}`}>La page de {territoire.nom}</Link>
          </span>
        ))}
      </p>
    </>
  );
}
