import type { VNode } from 'preact';
import { sayOrigine } from '../../shell/say-source.ts';
import { Absence } from '../shown/absence.tsx';
import { FactLink } from '../shown/fact-link.tsx';
import { ETABLISSEMENTS } from '../shown/level.ts';
import { NotRead } from '../shown/not-read.tsx';
import { sayDay } from '../shown/say.ts';
import { Table } from '../shown/table.tsx';
import { wholeOf } from '../shown/whole-of.ts';
import type { TerritoireLu } from './data.ts';

/** The roles of the CLSC that are exercised in a territory, as its établissement declares them. */
export function Roles({ of }: { readonly of: TerritoireLu['exerciceRoles'] }): VNode {
  const roles = wholeOf(of?.nodes);
  if (of === null || roles === undefined) return <NotRead what="Rôles exercés" level={ETABLISSEMENTS} />;
  if (roles.length === 0) return <Absence absence={of.absence} />;
  return (
    <Table
      caption="Rôles déclarés exercés"
      rows={roles}
      keyOf={({ role, declareLe, description }) => `${role?.code ?? ''} ${declareLe} ${description}`}
      columns={[
        {
          name: 'Rôle',
          cell: ({ role }) =>
            role === null ? (
              'non lu'
            ) : (
              <FactLink type="RoleClsc" code={role.code}>
                {role.nom}
              </FactLink>
            ),
        },
        { name: 'Comment il s’exerce', cell: ({ description }) => description },
        {
          name: 'Ce qui l’atteste',
          cell: ({ preuves }) => (preuves.length === 0 ? 'rien n’est déposé' : preuves.join(' ; ')),
        },
        { name: 'Déclaré le', cell: ({ declareLe }) => sayDay(declareLe) },
        { name: 'Source', cell: ({ provenance }) => sayOrigine(provenance.origine) },
      ]}
    />
  );
}

const ETATS: Readonly<Record<string, string>> = {
  OFFERTE: 'offert',
  PARTIELLE: 'offert en partie',
  NON_OFFERTE: 'non offert',
};

/** The services offered in a territory, as its établissement declares them. */
export function Offres({ of }: { readonly of: TerritoireLu['offre'] }): VNode {
  const offres = wholeOf(of?.nodes);
  if (of === null || offres === undefined) return <NotRead what="Services offerts" level={ETABLISSEMENTS} />;
  if (offres.length === 0) return <Absence absence={of.absence} />;
  return (
    <Table
      caption="Services sociaux, selon l’établissement"
      rows={offres}
      keyOf={({ service, etat, modalites }) => `${service?.code ?? ''} ${etat} ${modalites ?? ''}`}
      columns={[
        {
          name: 'Service',
          cell: ({ service }) =>
            service === null ? (
              'non lu'
            ) : (
              <FactLink type="ServiceSocial" code={service.code}>
                {service.nom}
              </FactLink>
            ),
        },
        { name: 'Est', cell: ({ etat }) => ETATS[etat] ?? etat },
        { name: 'Modalités', cell: ({ modalites }) => modalites ?? '' },
        { name: 'Source', cell: ({ provenance }) => sayOrigine(provenance.origine) },
      ]}
    />
  );
}
