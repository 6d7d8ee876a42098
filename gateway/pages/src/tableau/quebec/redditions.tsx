import type { VNode } from 'preact';
import { sayCount, sayNumber } from '../../shell/say-number.ts';
import { sayOrigine } from '../../shell/say-source.ts';
import type { CampagneLue } from '../choices/choices.ts';
import { ViewLink } from '../choices/view-link.tsx';
import { type CampagnesRendues, Elsewhere } from '../etablissement/elsewhere.tsx';
import { sayExamen, sayReddition } from '../etablissement/say-etats.ts';
import { Absences } from '../shown/absence.tsx';
import { ETABLISSEMENTS, SANTE_QUEBEC } from '../shown/level.ts';
import { NotRead } from '../shown/not-read.tsx';
import { sayDay } from '@palier/calls/say-instant';
import { Table } from '../shown/table.tsx';
import { wholeList, wholeOf } from '../shown/whole-of.ts';
import type { TableauRedditionsQuery } from '../../operations/operations.ts';
import type { EtablissementRendant, RedditionDeCampagne } from './data.ts';

interface Rendu {
  readonly etablissement: EtablissementRendant;
  /** The latest version; nothing where none was entered. */
  readonly derniere: RedditionDeCampagne | undefined;
}

/** What each établissement returned last; nothing when the versions of one could not be read. */
function listRendus(etablissements: readonly EtablissementRendant[]): readonly Rendu[] | undefined {
  return wholeOf(
    etablissements.map((etablissement) => {
      const versions = wholeList(etablissement.redditions);
      if (versions === undefined) return null;
      const derniere = versions.reduce<Rendu['derniere']>(latest, undefined);
      return { etablissement, derniere };
    }),
  );
}

const latest = (one: RedditionDeCampagne | undefined, other: RedditionDeCampagne): RedditionDeCampagne =>
  one !== undefined && one.version > other.version ? one : other;

/** What was returned, and what came back, établissement by établissement. */
export function Rendus({
  of,
  campagne,
}: {
  readonly of: TableauRedditionsQuery;
  readonly campagne: CampagneLue;
}): VNode {
  if (of.etablissements === null) return <NotRead what="Établissements" level={SANTE_QUEBEC} />;
  const rendus = listRendus(of.etablissements);
  if (rendus === undefined) return <NotRead what="Redditions" level={ETABLISSEMENTS} />;
  const entered = rendus.filter(({ derniere }) => derniere !== undefined);
  const others = rendus.length - entered.length;
  return (
    <>
      {others > 0 && (
        <p>
          {entered.length === 0
            ? 'Aucun établissement n’a'
            : `${sayCount(others, 'établissement')} sur ${sayNumber(rendus.length)} ${others > 1 ? 'n’ont' : 'n’a'}`}{' '}
          encore rien rendu dans cette campagne. La page de chacun dit ce qu’il a rendu dans les autres.
        </p>
      )}
      <Table
        caption={`Dernière reddition de chaque établissement territorial, ${campagne.nom}`}
        rows={rendus}
        keyOf={({ etablissement }) => etablissement.code}
        columns={[
          {
            name: 'Établissement',
            cell: ({ etablissement: { code, abrege, nom } }) => (
              <ViewLink to={`/tableau/etablissement/${code}`}>{abrege ?? nom}</ViewLink>
            ),
          },
          {
            name: 'Reddition',
            cell: ({ derniere }) =>
              derniere === undefined
                ? 'aucune'
                : `version ${derniere.version}, ${sayReddition(derniere.etat)}`,
          },
          {
            name: 'Soumise le',
            cell: ({ derniere }) =>
              derniere?.soumiseLe == null ? 'pas soumise' : sayDay(derniere.soumiseLe),
          },
          { name: 'Examen', cell: ({ derniere }) => <Examine of={derniere} /> },
          {
            name: 'Source',
            cell: ({ derniere }) => (derniere === undefined ? '' : sayOrigine(derniere.provenance.origine)),
          },
        ]}
      />
      <Absences
        of={of.etablissements.flatMap(({ redditions }) => redditions?.absence ?? [])}
        where={(count) => `Pour ${sayCount(count, 'établissement')} sur ${sayNumber(rendus.length)}`}
      />
    </>
  );
}

function Examine({ of }: { readonly of: RedditionDeCampagne | undefined }): VNode {
  if (of === undefined) return <>rien à examiner</>;
  if (of.examen === null) return <>non lu</>;
  const { statut, examineLe } = of.examen;
  if (statut === null) return <>pas encore examinée</>;
  return (
    <>
      {sayExamen(statut)}
      {examineLe !== null && ` le ${sayDay(examineLe)}`}
    </>
  );
}

interface NothingRenderedProps {
  readonly of: TableauRedditionsQuery;
  readonly rendues: CampagnesRendues;
  readonly campagne: CampagneLue;
}

/** Where nobody returned anything in a campagne, in which ones somebody did. */
export function NothingRendered({ of, rendues, campagne }: NothingRenderedProps): VNode | null {
  const rendus = of.etablissements && listRendus(of.etablissements);
  if (rendus == null || rendus.some(({ derniere }) => derniere !== undefined)) return null;
  return (
    <div class="absence">
      <p>{campagne.nom} : aucun établissement n’y a encore rien rendu.</p>
      <Elsewhere of={rendues} campagne={campagne} to="/tableau" />
    </div>
  );
}
