import type { VNode } from 'preact';
import type { CampagneLue } from '../choices/choices.ts';
import { ViewLink } from '../choices/view-link.tsx';
import { countAllObligations, countObligations } from '../etablissement/obligations-comptees.ts';
import { ETATS_OBLIGATION, type EtatObligation, sayObligation } from '../etablissement/say-etats.ts';
import { ETABLISSEMENTS, SANTE_QUEBEC } from '../shown/level.ts';
import { NotRead } from '../shown/not-read.tsx';
import { sayNumber } from '../../shell/say-number.ts';
import { sayOrigine } from '../../shell/say-source.ts';
import { Table } from '../shown/table.tsx';
import { wholeOf } from '../shown/whole-of.ts';
import type { TableauRetardsQuery } from '../../operations/operations.ts';

type ObligationsLues = NonNullable<EtablissementDebiteur['obligations']>;
type EtablissementDebiteur = NonNullable<TableauRetardsQuery['etablissements']>[number];

/** What the counts are made of: how many of what is due are fictitious, where some are not. */
function sayNature(obligations: ObligationsLues): string {
  const { repartition, origine } = obligations;
  const total = countAllObligations(obligations);
  const fictifs = repartition.reduce((sum, group) => sum + group.fictifs, 0);
  if (fictifs === 0) return origine === null ? '' : sayOrigine(origine);
  return `${sayOrigine('DEMONSTRATION')}${fictifs === total ? '' : ` : ${sayNumber(fictifs)} sur ${sayNumber(total)}`}`;
}

/** In whatever state they are since: late, sent back, consolidated. */
const countReceivedLate = ({ reception }: ObligationsLues): number =>
  reception.find(({ cle }) => cle === 'FAUX')?.nombre ?? 0;

/** Said of every établissement, even when none is there. */
const ALWAYS: readonly EtatObligation[] = ['EN_RETARD', 'ABSENTE'];

/** What each établissement owes in a campagne, and how much of it is late, missing, or back. */
export function Retards({
  of: { etablissements },
  campagne,
}: {
  readonly of: TableauRetardsQuery;
  readonly campagne: CampagneLue;
}): VNode {
  if (etablissements === null) return <NotRead what="Établissements" level={SANTE_QUEBEC} />;
  const owing = wholeOf(
    etablissements.map(({ obligations, ...one }) => (obligations === null ? null : { ...one, obligations })),
  );
  if (owing === undefined) return <NotRead what="Mesures dues" level={ETABLISSEMENTS} />;
  const etats = ETATS_OBLIGATION.filter(
    (etat) =>
      ALWAYS.includes(etat) || owing.some(({ obligations }) => countObligations(obligations, etat) > 0),
  );
  return (
    <Table
      caption={`Mesures dues par chaque établissement territorial, ${campagne.nom}`}
      rows={owing}
      keyOf={({ code }) => code}
      columns={[
        {
          name: 'Établissement',
          cell: ({ code, abrege, nom: entier }) => (
            <ViewLink to={`/tableau/etablissement/${code}`} anchor="obligations">
              {abrege ?? entier}
            </ViewLink>
          ),
        },
        ...etats.map((etat) => ({
          name: sayObligation(etat),
          isFigure: true,
          cell: ({ obligations }: (typeof owing)[number]) => sayNumber(countObligations(obligations, etat)),
        })),
        {
          name: 'Ensemble',
          isFigure: true,
          cell: ({ obligations }) => sayNumber(countAllObligations(obligations)),
        },
        {
          name: 'dont reçues après l’échéance',
          isFigure: true,
          cell: ({ obligations }) => sayNumber(countReceivedLate(obligations)),
        },
        { name: 'Source', cell: ({ obligations }) => sayNature(obligations) },
      ]}
    />
  );
}
