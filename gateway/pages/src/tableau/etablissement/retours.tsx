import type { VNode } from 'preact';
import type { CampagneLue } from '../choices/choices.ts';
import { ViewLink } from '../choices/view-link.tsx';
import { Periode } from '../shown/periode.tsx';
import { sayFigure, sayStatut } from '../shown/say.ts';
import { Table } from '../shown/table.tsx';
import { choiceOf } from './choice-of.ts';
import type { RedditionLue, Retour } from './data.ts';
import { answerOf, type LigneLue, ligneOf, listRetours } from './retour.ts';

/** What Santé Québec sent back of versions, measure by measure: where, what was said, why, what is expected and what was answered. */
export function Retours({
  of,
  campagne,
}: {
  readonly of: readonly RedditionLue[];
  readonly campagne: CampagneLue;
}): VNode | null {
  const retours = listRetours(of);
  if (retours.length === 0) return null;
  return (
    <Table
      caption={`Ce qui est revenu, mesure par mesure, ${campagne.nom}`}
      rows={retours}
      keyOf={({ reddition, mesureId }) => `${reddition.id} ${mesureId}`}
      isStacked
      columns={[
        {
          name: 'Territoire',
          cell: ({ mesure, mesureId }) =>
            mesure?.territoire == null ? (
              <code>{mesureId}</code>
            ) : (
              <ViewLink
                to={`/tableau/territoire/${mesure.territoire.code}`}
                choose={choiceOf(mesure)}
                {...(mesure.exigence && { anchor: 'exigence' })}
              >
                {mesure.territoire.nom}
              </ViewLink>
            ),
        },
        {
          name: 'Exigence',
          cell: ({ mesure }) =>
            mesure?.exigence == null ? (
              'non lue'
            ) : (
              <>
                <ViewLink
                  class="nowrap"
                  to={`/tableau/exigence/${mesure.exigence.code}`}
                  choose={choiceOf(mesure)}
                >
                  {mesure.exigence.code}
                </ViewLink>
                {[mesure.exigence.service.nom, mesure.volet].map((part) => part !== null && `, ${part}`)}
              </>
            ),
        },
        {
          name: 'Période',
          cell: ({ mesure }) => (mesure == null ? 'non lue' : <Periode of={mesure.periode.code} />),
        },
        { name: 'Valeur retournée', cell: (retour) => sayLigne(retour, ligneOf(retour)) },
        { name: 'Pourquoi', cell: ({ motif }) => motif },
        { name: 'Ce qui est attendu', cell: ({ attendu }) => attendu },
        { name: 'Ce qui y a été répondu', cell: (retour) => <Answer to={retour} campagne={campagne} /> },
      ]}
    />
  );
}

function sayLigne({ reddition, mesure }: Retour, ligne: LigneLue | undefined): string {
  if (ligne === undefined) return 'non lue';
  const said =
    ligne.valeur === null ? sayStatut(ligne.statut) : sayFigure(ligne.valeur, mesure?.unite ?? null);
  return `${said} (version ${ligne.reddition?.version ?? reddition.version})`;
}

/** Once it is closed, no version comes any more. */
const sayNothing = ({ statut }: CampagneLue): string =>
  statut === 'FERMEE' ? 'Rien : la campagne est fermée.' : 'Rien encore : une nouvelle version y répondra.';

const REPONSES: Readonly<Record<string, string>> = { CORRIGEE: 'Corrigée', MAINTENUE: 'Maintenue' };

interface AnswerProps {
  readonly to: Retour;
  readonly campagne: CampagneLue;
}

function Answer({ to, campagne }: AnswerProps): VNode {
  const answer = answerOf(to);
  if (answer === undefined) return <>{to.mesure === null ? 'non lu' : sayNothing(campagne)}</>;
  const { reponse, justification } = answer;
  return (
    <>
      {reponse === null ? 'Dite de nouveau' : (REPONSES[reponse] ?? reponse)} : {sayLigne(to, answer)}
      {justification !== null && `. ${justification}`}
    </>
  );
}
