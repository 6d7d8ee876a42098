import type { VNode } from 'preact';
import { sayOrigine } from '../../shell/say-source.ts';
import { Absence } from '../shown/absence.tsx';
import { ETABLISSEMENTS, SANTE_QUEBEC } from '../shown/level.ts';
import { NotRead } from '../shown/not-read.tsx';
import { sayDay } from '../shown/say.ts';
import { Table } from '../shown/table.tsx';
import { wholeOf } from '../shown/whole-of.ts';
import type { EtablissementLu, ExamenLu } from './data.ts';
import { sayExamen, sayReddition } from './say-etats.ts';

/** What an établissement returned, and what came back to it and why. */
export function Redditions({ of }: { readonly of: EtablissementLu['redditions'] }): VNode {
  const redditions = wholeOf(of?.nodes);
  if (of === null || redditions === undefined) return <NotRead what="Redditions" level={ETABLISSEMENTS} />;
  if (redditions.length === 0) return <Absence absence={of.absence} />;
  return (
    <Table
      caption="Redditions, et leur examen par Santé Québec"
      rows={redditions}
      keyOf={({ id }) => id}
      columns={[
        {
          name: 'Reddition',
          cell: ({ campagne, version }) => `${campagne}, version ${version}`,
        },
        {
          name: 'Étape',
          cell: ({ etat, soumiseLe, depasseePar }) => (
            <>
              {sayReddition(etat)}
              {soumiseLe !== null && ` le ${sayDay(soumiseLe)}`}
              {depasseePar !== null && ', remplacée par une version plus récente'}
            </>
          ),
        },
        { name: 'Examen, et ce qui revient', cell: ({ examen }) => <Examen of={examen} /> },
        { name: 'Source', cell: ({ provenance }) => sayOrigine(provenance.origine) },
      ]}
    />
  );
}

function Examen({ of }: { readonly of: ExamenLu | null }): VNode {
  const returned = wholeOf(of?.cellules);
  if (of === null || returned === undefined) return <NotRead what="Examen" level={SANTE_QUEBEC} />;
  const { statut, examineLe, motifs, absence } = of;
  if (statut === null) return <Absence absence={absence} />;
  return (
    <>
      <p>
        {sayExamen(statut)}
        {examineLe !== null && ` le ${sayDay(examineLe)}`}
        {returned.length === 0 && motifs.length > 0 && ` : ${motifs.join(' ; ')}`}
      </p>
      {returned.length > 0 && (
        <ul>
          {returned.map(({ mesureId, motif, attendu }) => (
            <li key={mesureId}>
              <code>{mesureId}</code> : {motif} Attendu : {attendu}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
