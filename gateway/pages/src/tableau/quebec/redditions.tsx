import type { VNode } from 'preact';
import { Link } from '../../shell/link.tsx';
import type { CampagneLue } from '../choices/choices.ts';
import { sayExamen, sayReddition } from '../etablissement/say-etats.ts';
import { ETABLISSEMENTS, NotRead, SANTE_QUEBEC } from '../shown/not-read.tsx';
import { sayOrigine } from '../shown/provenance.tsx';
import { sayDay } from '../shown/say.ts';
import { Table } from '../shown/table.tsx';
import type { EtablissementRendant, RedditionDeCampagne, TableauRedditions } from './data.ts';

interface Rendu {
  readonly etablissement: EtablissementRendant;
  /** The latest version; nothing where none was entered. */
  readonly derniere: RedditionDeCampagne | undefined;
}

/** What each établissement returned last in a campagne. */
function listRendus(etablissements: readonly EtablissementRendant[], campagne: string): readonly Rendu[] {
  return etablissements.map((etablissement) => {
    const versions = (etablissement.redditions?.nodes ?? [])
      .filter((node) => node !== null)
      .filter((version) => version.campagne === campagne);
    return { etablissement, derniere: versions.reduce<Rendu['derniere']>(latest, undefined) };
  });
}

const latest = (one: RedditionDeCampagne | undefined, other: RedditionDeCampagne): RedditionDeCampagne =>
  one !== undefined && one.version > other.version ? one : other;

/** What was returned, and what came back, établissement by établissement. */
export function Rendus({
  of,
  campagne,
}: {
  readonly of: TableauRedditions;
  readonly campagne: CampagneLue;
}): VNode {
  if (of.etablissements === null) return <NotRead what="Établissements" level={SANTE_QUEBEC} />;
  if (of.etablissements.some(({ redditions }) => redditions === null))
    return <NotRead what="Redditions" level={ETABLISSEMENTS} />;
  return (
    <Table
      caption={`Dernière reddition de chaque établissement territorial, ${campagne.nom}`}
      rows={listRendus(of.etablissements, campagne.code)}
      keyOf={({ etablissement }) => etablissement.code}
      columns={[
        {
          name: 'Établissement',
          cell: ({ etablissement: { code, abrege, nom } }) => (
            <Link to={`/tableau/etablissement/${code}?campagne=${campagne.code}`}>{abrege ?? nom}</Link>
          ),
        },
        {
          name: 'Reddition',
          cell: ({ derniere }) =>
            derniere === undefined ? 'aucune' : `version ${derniere.version}, ${sayReddition(derniere.etat)}`,
        },
        {
          name: 'Soumise le',
          cell: ({ derniere }) => (derniere?.soumiseLe == null ? 'pas soumise' : sayDay(derniere.soumiseLe)),
        },
        { name: 'Examen', cell: ({ derniere }) => <Examine of={derniere} /> },
        {
          name: 'Source',
          cell: ({ derniere }) => (derniere === undefined ? '' : sayOrigine(derniere.provenance.origine)),
        },
      ]}
    />
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
