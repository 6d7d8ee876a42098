import type { VNode } from 'preact';
import { sayCount } from '../../shell/say-number.ts';
import { sayOrigineBriefly } from '../../shell/say-source.ts';
import { DotPlot } from './dot-plot.tsx';
import { type AssertionChiffree, toSeuils } from '../chart/seuils.tsx';
import type { Choices } from '../choices/choices.ts';
import { ViewLink } from '../choices/view-link.tsx';
import { Absence } from '../shown/absence.tsx';
import { ETATS } from '../shown/etat.ts';
import { type DataOf, Figure } from '../shown/figure.tsx';
import { Origine } from '../shown/origine.tsx';
import { sayFigure, sayPeriode, sayStatut } from '../shown/say.ts';
import { Etat } from '../shown/sign.tsx';
import { Table } from '../shown/table.tsx';
import { type Carte, type CarteRegion, countEtats } from './carte.ts';
import { Legend } from './legend.tsx';
import { OutlineMap, findSources } from './outline-map.tsx';
import { RegionTable } from './region-table.tsx';
import { TileMap } from './tile-map.tsx';

export interface CarteProps {
  readonly of: Carte;
  readonly choices: Choices;
  /** What the sources say of the exigence; nothing when the ministry did not answer. */
  readonly assertions: readonly AssertionChiffree[];
}

export const CARTE_PARTS = {
  regions: 'Région par région',
  carte: 'Les territoires, par région',
  equite: 'Équité entre les territoires',
};

/** One exigence in every territory, at one période: région by région, each in a table and on the map, and how the values spread. */
export function CarteView({ of: { regions, absence }, choices, assertions }: CarteProps): VNode {
  const { exigence, volet } = choices;
  const cases = regions.flatMap((region) => region.cases);
  const what = sayWhat(choices);
  const data = dataOf(choices);
  const hasValue = cases.some(({ mesure }) => mesure?.valeur != null);
  const unite = exigence.indicateur.unite;
  const sources = findSources(regions);
  return (
    <div class="wall">
      <Figure
        id="regions"
        title={CARTE_PARTS.regions}
        data={[countsOf(choices), { ...data, name: 'chaque territoire' }]}
      >
        <RegionTable regions={regions} caption={`Territoires par verdict, ${what}`} />
      </Figure>
      <Figure id="carte" title={CARTE_PARTS.carte} data={data}>
        <p>
          {what}. Chaque {sources.length === 0 ? 'tuile' : 'forme'} est un territoire de CLSC, et mène à sa
          page.{' '}
          {sources.length === 0 &&
            'Elles sont placées à peu près comme le pays : une place vide n’est pas un territoire.'}
        </p>
        {absence !== null && <Absence absence={absence} />}
        <details id="chiffres" class="figures">
          <summary>Les mêmes chiffres, en tableau : {sayCount(cases.length, 'territoire')}</summary>
          <CarteTable regions={regions} caption={what} />
        </details>
        <Legend comptes={countEtats(cases, ETATS)} />
        <a class="visually-hidden" href="#equite">
          Passer la carte
        </a>
        {sources.length === 0 ? (
          <TileMap regions={regions} />
        ) : (
          <OutlineMap regions={regions} sources={sources} />
        )}
      </Figure>
      <Figure id="equite" title={CARTE_PARTS.equite} data={data}>
        <p>
          Où se tient chaque territoire, région par région : rien n’est classé, et rien n’est mis en moyenne,
          car aucun texte ne le demande. Chaque point est une ligne du{' '}
          <a href="#chiffres">tableau des territoires</a>, qui en dit la source.
        </p>
        {hasValue ? (
          <DotPlot
            regions={regions}
            seuils={toSeuils(assertions, volet)}
            unite={unite}
            label={`${what}, en ${unite}, un point par territoire. Les mêmes chiffres sont en tableau, avant la carte.`}
          />
        ) : (
          <p class="absence">Aucune valeur à dessiner pour cette période : le tableau dit pourquoi.</p>
        )}
      </Figure>
    </div>
  );
}

const sayWhat = ({ exigence, volet, periode }: Choices): string =>
  [exigence.name, volet, sayPeriode(periode)].filter((part) => part !== null).join(', ');

/** Every territory, measured or not: what is not received is in the file too, and who owes it. */
const dataOf = ({ exigence, campagne, periode, volet }: Choices): DataOf => ({
  operation: 'tableau-carte-territoires',
  variables: { exigence: exigence.code, campagne: campagne.code, periode, volet: volet ?? undefined },
});

/** What is measured, counted by région and by verdict. */
const countsOf = ({ exigence, campagne, periode, volet }: Choices): DataOf => ({
  operation: 'verdicts-par-region',
  name: 'verdicts rendus, par région',
  variables: {
    exigence: exigence.code,
    campagne: campagne.code,
    periodeDe: periode,
    periodeA: periode,
    volet: volet ?? undefined,
  },
});

interface CarteTableProps {
  readonly regions: readonly CarteRegion[];
  readonly caption: string;
}

function CarteTable({ regions, caption }: CarteTableProps): VNode {
  const rows = regions.flatMap(({ nom, cases }) => cases.map((one) => ({ ...one, region: nom })));
  return (
    <Table
      caption={caption}
      rows={rows}
      keyOf={({ lieu }) => lieu.code}
      columns={[
        {
          name: 'Territoire',
          cell: ({ lieu }) => <ViewLink to={`/tableau/territoire/${lieu.code}`}>{lieu.nom}</ViewLink>,
        },
        { name: 'Région', cell: ({ region }) => region },
        { name: 'Verdict', cell: ({ etat }) => <Etat etat={etat} /> },
        {
          name: 'Valeur',
          isFigure: true,
          cell: ({ mesure }) => (mesure?.valeur == null ? '' : sayFigure(mesure.valeur, mesure.unite)),
        },
        {
          name: 'Source',
          cell: ({ mesure }) => (mesure === undefined ? '' : <Origine of={mesure.provenance.origine} />),
        },
        { name: 'Statut', cell: ({ mesure }) => (mesure === undefined ? '' : sayStatut(mesure.statut)) },
        {
          name: 'Établissement',
          cell: ({ lieu: { etablissement, provenanceEtablissement } }) =>
            etablissement === null ? (
              'non lu'
            ) : (
              <>
                <ViewLink to={`/tableau/etablissement/${etablissement.code}`}>
                  {etablissement.abrege ?? etablissement.nom}
                </ViewLink>
                {provenanceEtablissement && ` (${sayOrigineBriefly(provenanceEtablissement.origine)})`}
              </>
            ),
        },
      ]}
    />
  );
}
