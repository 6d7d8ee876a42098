import type { VNode } from 'preact';
import { Absence, type AbsenceLue } from '../shown/absence.tsx';
import { FactLink } from '../shown/fact-link.tsx';
import { ETABLISSEMENTS, MSSS, NotRead } from '../shown/not-read.tsx';
import { Source } from '../shown/provenance.tsx';
import { sayNumber } from '../shown/say.ts';
import { Table } from '../shown/table.tsx';
import type { RoleLu, TableauRoles } from './data.ts';

interface RoleCompte extends RoleLu {
  /** Territories where it is declared. */
  readonly declares: number;
  /** Those where nothing is declared of it: nobody said that it is not exercised. */
  readonly nonDeclares: number;
}

/** In how many territories each role is declared; nothing when it could not be read of some. */
function countRoles({ rolesClsc, territoiresClsc }: TableauRoles): readonly RoleCompte[] | undefined {
  const territoires = territoiresClsc?.nodes.filter((node) => node !== null);
  if (rolesClsc === null || territoires === undefined) return undefined;
  if (territoires.some(({ exerciceRoles }) => exerciceRoles === null)) return undefined;
  return rolesClsc.map((role) => {
    const declares = territoires.filter(({ exerciceRoles }) =>
      exerciceRoles?.nodes.some((node) => node?.role?.code === role.code),
    ).length;
    return { ...role, declares, nonDeclares: territoires.length - declares };
  });
}

/** Why nothing is declared somewhere, each reason once. */
function listAbsences({ territoiresClsc }: TableauRoles): readonly AbsenceLue[] {
  const absences = (territoiresClsc?.nodes ?? []).flatMap((node) => node?.exerciceRoles?.absence ?? []);
  return [...new Map(absences.map((absence) => [absence.motif, absence])).values()];
}

/** The four roles, and in how many territories each is declared. */
export function Roles({ of }: { readonly of: TableauRoles }): VNode {
  const roles = countRoles(of);
  if (roles === undefined)
    return <NotRead what="Rôles exercés" level={of.rolesClsc === null ? MSSS : ETABLISSEMENTS} />;
  return (
    <>
      <Table
        caption="Territoires où chaque rôle est déclaré exercé"
        rows={roles}
        keyOf={({ code }) => code}
        columns={[
          {
            name: 'Rôle',
            cell: ({ code, nom }) => (
              <FactLink type="RoleClsc" code={code}>
                {nom}
              </FactLink>
            ),
          },
          { name: 'Part', cell: (role) => <Share of={role} /> },
          { name: 'Déclaré', isFigure: true, cell: ({ declares }) => sayNumber(declares) },
          { name: 'Rien n’est déclaré', isFigure: true, cell: ({ nonDeclares }) => sayNumber(nonDeclares) },
          {
            name: 'Texte',
            cell: ({ code, provenance }) => <Source of={provenance} fact={{ type: 'RoleClsc', code }} />,
          },
        ]}
      />
      {listAbsences(of).map((absence) => (
        <Absence key={absence.motif} absence={absence} />
      ))}
    </>
  );
}

const WIDTH = 160;

/** What the two columns beside it say. */
function Share({ of: { declares, nonDeclares } }: { readonly of: RoleCompte }): VNode {
  const width = (declares / (declares + nonDeclares || 1)) * WIDTH;
  return (
    <svg class="bar" width={WIDTH} height="22" viewBox={`0 0 ${WIDTH} 22`} aria-hidden="true">
      <g class="etat-absente">
        <rect class="part" width={WIDTH} height="22" />
      </g>
      <rect class="part etat-declare" width={width.toFixed(1)} height="22" />
    </svg>
  );
}
