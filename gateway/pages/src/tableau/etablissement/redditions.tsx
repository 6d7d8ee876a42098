import type { VNode } from 'preact';
import { sayOrigine } from '../../shell/say-source.ts';
import type { CampagneLue } from '../choices/choices.ts';
import { Absence } from '../shown/absence.tsx';
import { ETABLISSEMENTS, SANTE_QUEBEC } from '../shown/level.ts';
import { NotRead } from '../shown/not-read.tsx';
import { sayCount, sayNumber } from '../../shell/say-number.ts';
import { Elsewhere } from './elsewhere.tsx';
import { sayDay } from '@palier/calls/say-instant';
import { Table } from '../shown/table.tsx';
import { wholeOf } from '../shown/whole-of.ts';
import type { RetoursLus } from './ask-retours.ts';
import type { EtablissementLu, ExamenLu, RedditionLue } from './data.ts';
import { Retours } from './retours.tsx';
import { sayExamen, sayReddition } from './say-etats.ts';

export interface RedditionsProps {
  readonly of: EtablissementLu['redditions'];
  /** The versions of the campagne; nothing when there is no campagne. */
  readonly retours: RetoursLus | undefined;
  readonly campagne: CampagneLue | undefined;
  readonly to: string;
}

/** What an établissement returned in a campagne, and what came back to it and why. */
export function Redditions({ of, retours, campagne, to }: RedditionsProps): VNode {
  const versions = wholeOf(retours?.nodes);
  if (of === null || retours === null) return <NotRead what="Redditions" level={ETABLISSEMENTS} />;
  if (of.absence !== null || campagne === undefined) return <Absence absence={of.absence} />;
  if (versions === undefined) return <NotRead what="Redditions" level={ETABLISSEMENTS} />;
  return (
    <>
      {versions.length === 0 ? (
        <p class="absence">Aucune version n’est rendue dans cette campagne.</p>
      ) : (
        <Versions of={versions} total={retours?.totalCount ?? 0} campagne={campagne} />
      )}
      <Elsewhere of={of.repartition} campagne={campagne} to={to} />
    </>
  );
}

function Versions({
  of,
  total,
  campagne,
}: {
  readonly of: readonly RedditionLue[];
  readonly total: number;
  readonly campagne: CampagneLue;
}): VNode {
  return (
    <>
      <Table
        caption={`Redditions et leur examen par Santé Québec, ${campagne.nom}${total > of.length ? ` : les ${of.length} dernières de ${total}` : ''}`}
        rows={of}
        keyOf={({ id }) => id}
        isStacked
        columns={[
          { name: 'Reddition', cell: ({ version }) => `version ${version}` },
          {
            name: 'Étape',
            cell: ({ etat, soumiseLe, retireeLe, depasseePar }) => (
              <>
                {soumiseLe === null ? sayReddition(etat) : `soumise le ${sayDay(soumiseLe)}`}
                {retireeLe !== null && `, retirée le ${sayDay(retireeLe)}`}
                {depasseePar !== null && `, remplacée par la version ${depasseePar.version}`}
              </>
            ),
          },
          { name: 'Examen', cell: ({ examen }) => <Examen of={examen} /> },
          { name: 'Source', cell: ({ provenance }) => sayOrigine(provenance.origine) },
        ]}
      />
      {total > of.length && (
        <p class="absence">
          Versions d’avant, qui ne sont pas ici : {sayNumber(total - of.length)}. « Ces chiffres » les ont, et
          ce qui en est revenu.
        </p>
      )}
      <Retours of={of} campagne={campagne} />
    </>
  );
}

function Examen({ of }: { readonly of: ExamenLu | null }): VNode {
  const returned = wholeOf(of?.cellules);
  if (of === null || returned === undefined) return <NotRead what="Examen" level={SANTE_QUEBEC} />;
  const { statut, examineLe, motifs, absence, contradiction } = of;
  if (statut === null) return <Absence absence={absence} />;
  return (
    <>
      {sayExamen(statut)}
      {examineLe !== null && ` le ${sayDay(examineLe)}`}
      {returned.length > 0 && `, pour ${sayCount(returned.length, 'mesure')}`}
      {returned.length === 0 && motifs.length > 0 && ` : ${motifs.join(' ; ')}`}
      {contradiction !== null && <p>{contradiction}</p>}
    </>
  );
}
