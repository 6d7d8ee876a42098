import type { VNode } from 'preact';
import { Absences } from '../shown/absence.tsx';
import { FactLink } from '../shown/fact-link.tsx';
import { ETABLISSEMENTS, MSSS, type Told } from '../shown/level.ts';
import { NotRead } from '../shown/not-read.tsx';
import { Source } from '../shown/provenance.tsx';
import { sayCount, sayNumber } from '../../shell/say-number.ts';
import { Table } from '../shown/table.tsx';
import { wholeList, wholeOf } from '../shown/whole-of.ts';
import type { TableauRolesQuery } from '../../operations/operations.ts';
import type { RoleLu } from './data.ts';

interface RoleCompte extends RoleLu {
  /** Territories where it is declared. */
  readonly declares: number;
  /** Those where nothing is declared of it: nobody said that it is not exercised. */
  readonly nonDeclares: number;
}

/** In how many territories each role is declared: of all of them, or nothing is told. */
function countRoles({ rolesClsc, territoiresClsc }: TableauRolesQuery): Told<readonly RoleCompte[]> {
  const territoires = wholeList(territoiresClsc);
  if (rolesClsc === null || territoires === undefined) return { silent: MSSS };
  const exercices = wholeOf(territoires.map(({ exerciceRoles }) => wholeList(exerciceRoles) ?? null));
  if (exercices === undefined) return { silent: ETABLISSEMENTS };
  const declared = wholeOf(exercices.map((exercice) => wholeOf(exercice.map(({ role }) => role)) ?? null));
  if (declared === undefined) return { silent: MSSS };
  const told = rolesClsc.map((role) => {
    const declares = declared.filter((roles) => roles.some(({ code }) => code === role.code)).length;
    return { ...role, declares, nonDeclares: declared.length - declares };
  });
  return { told };
}

/** The four roles, and in how many territories each is declared. */
export function Roles({ of }: { readonly of: TableauRolesQuery }): VNode {
  const roles = countRoles(of);
  if ('silent' in roles) return <NotRead what="Rôles exercés" level={roles.silent} />;
  const territoires = of.territoiresClsc?.nodes ?? [];
  return (
    <>
      <Table
        caption="Territoires où chaque rôle est déclaré exercé"
        rows={roles.told}
        from={territoires}
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
      <Absences
        of={territoires.flatMap((node) => node?.exerciceRoles?.absence ?? [])}
        where={(count) => `Dans ${sayCount(count, 'territoire')} sur ${sayNumber(territoires.length)}`}
      />
    </>
  );
}

const WIDTH = 160;

/** What the two columns beside it say. */
function Share({ of: { declares, nonDeclares } }: { readonly of: RoleCompte }): VNode {
  const width = (declares / (declares + nonDeclares || 1)) * WIDTH;
  return (
    <svg class="bar" width={WIDTH} height="22" viewBox={`0 0 ${WIDTH} 22`} aria-hidden="true">
      <g class="etat-non-declare">
        <rect class="part" width={WIDTH} height="22" />
      </g>
      <rect class="part etat-declare" width={width.toFixed(1)} height="22" />
    </svg>
  );
}
