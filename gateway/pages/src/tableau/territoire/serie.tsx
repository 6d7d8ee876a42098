import type { VNode } from 'preact';
import { saySource } from '../../shell/say-source.ts';
import { SeriesChart } from '../chart/series-chart.tsx';
import { toSeuils } from '../chart/seuils.tsx';
import type { Choices } from '../choices/choices.ts';
import { Absence, type AbsenceLue } from '../shown/absence.tsx';
import { Origine } from '../shown/origine.tsx';
import { Etat } from '../shown/sign.tsx';
import { sayFigure, sayStatut } from '../shown/say.ts';
import { Periode } from '../shown/periode.tsx';
import { Table } from '../shown/table.tsx';
import type { AssertionLue } from '../sources/assertion.ts';
import type { MesureDeSerie } from './data.ts';
import { listPoints } from './points.ts';

export interface SerieProps {
  readonly choices: Choices;
  readonly mesures: readonly MesureDeSerie[];
  readonly assertions: readonly AssertionLue[];
  /** Whether somebody owes these measures; nothing when that could not be read. */
  readonly isDue: boolean | undefined;
  readonly of: string;
  /** What is said where nothing is measured at all. */
  readonly absence: AbsenceLue | null;
}

/** One exigence in one territory, période after période: the chart, and the table of the same figures. */
export function Serie({ choices, mesures, assertions, isDue, of, absence }: SerieProps): VNode {
  const { exigence, volet, campagne } = choices;
  const lignes = listPoints(choices, mesures, isDue);
  const seuils = toSeuils(assertions, volet);
  const unite = exigence.indicateur.unite;
  const what = [exigence.name, volet].filter((part) => part !== null).join(', ');
  const hasValue = lignes.some(({ valeur }) => valeur !== null);
  return (
    <>
      {hasValue ? (
        <SeriesChart
          points={lignes}
          seuils={seuils}
          unite={unite}
          label={`${what}, ${of}, par période, en ${unite}. Les mêmes chiffres sont dans le tableau qui suit.`}
        />
      ) : (
        <p class="absence">Aucune valeur à dessiner dans cette campagne : le tableau dit pourquoi.</p>
      )}
      {absence !== null && <Absence absence={absence} />}
      <Table
        isStacked
        caption={`${what}, ${of}, ${campagne.nom}`}
        rows={lignes}
        keyOf={({ periode }) => periode}
        columns={[
          { name: 'Période', cell: ({ periode }) => <Periode of={periode} /> },
          {
            name: 'Valeur',
            isFigure: true,
            cell: ({ mesure }) => (mesure?.valeur == null ? '' : sayFigure(mesure.valeur, mesure.unite)),
          },
          {
            name: 'Source',
            cell: ({ mesure }) => (mesure === undefined ? '' : <Origine of={mesure.provenance.origine} />),
          },
          { name: 'Verdict', cell: ({ etat }) => <Etat etat={etat} /> },
          {
            name: 'Selon chaque source',
            cell: ({ mesure }) =>
              mesure?.verdict?.parSource
                .map(({ source, etat }) => `${saySource(source)} : ${sayIssue(etat)}`)
                .join(' ; ') ?? '',
          },
          { name: 'Statut', cell: ({ mesure }) => (mesure === undefined ? '' : sayStatut(mesure.statut)) },
          {
            name: 'Pourquoi',
            cell: ({ mesure, etat }) =>
              mesure?.verdict?.motif ??
              (etat === 'NON_RECUE' ? 'l’établissement la doit, et ne l’a pas rendue' : ''),
          },
        ]}
      />
    </>
  );
}

const ISSUES: Readonly<Record<string, string>> = {
  CONFORME: 'conforme',
  NON_CONFORME: 'non conforme',
  INDETERMINE: 'indéterminé',
  SANS_VERDICT: 'sans verdict',
};

const sayIssue = (etat: string): string => ISSUES[etat] ?? etat;
