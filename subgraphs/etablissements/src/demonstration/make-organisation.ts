import { CodeRoleClsc } from '@palier/runtime/code-role-clsc';
import { CodeService } from '@palier/runtime/code-service';
import type { ProvenanceRow } from '@palier/runtime/provenance';
import { draw } from './draw.ts';
import type { DesignationTable } from '../../tables/designation.table.ts';
import type { ExerciceRoleTable } from '../../tables/exercice-role.table.ts';
import type { OffreServiceTable } from '../../tables/offre-service.table.ts';

/** A territory this level serves, and the établissement that answers for it. */
export interface TerritoireServi {
  readonly code: string;
  readonly etablissement_code: string;
}

export const PROVENANCE_FICTIVE: ProvenanceRow = {
  origine: 'DEMONSTRATION',
  note: 'Donnée fictive, faite pour la démonstration : elle ne dit rien d’un territoire ni d’un établissement réels.',
};

const DECLARED_AT = '2025-04-15T12:00:00Z';
const PARTIAL_SHARE = 0.06;

/** One gestionnaire in function for about nine territories of ten, each with the delegation that allows it. */
export function makeDesignations(territoires: readonly TerritoireServi[]): DesignationTable[] {
  return territoires
    .filter(({ code }) => draw(`gestionnaire ${code}`) < 0.9)
    .map(({ code, etablissement_code }) => ({
      id: `DEMO-DES-${code}`,
      territoire_code: code,
      etablissement_code,
      designee_le: '2025-03-03',
      delegation_le: '2025-03-17',
      delegation_etablissement_code: etablissement_code,
      en_fonction_depuis: '2025-04-01',
      fin_le: null,
      provenance: PROVENANCE_FICTIVE,
    }));
}

/** The services of each territory; about one in twenty is not declared. */
export function makeOffres(territoires: readonly TerritoireServi[]): OffreServiceTable[] {
  return territoires.flatMap(({ code }) =>
    Object.values(CodeService)
      .filter((service) => draw(`offre ${code} ${service}`) >= 0.05)
      .map((service) => ({
        id: `DEMO-OFF-${code}-${service}`,
        territoire_code: code,
        service_code: service,
        etat:
          draw(`étendue ${code} ${service}`) < PARTIAL_SHARE ? ('PARTIELLE' as const) : ('OFFERTE' as const),
        modalites: null,
        entente_id: null,
        declaree_le: DECLARED_AT,
        provenance: PROVENANCE_FICTIVE,
      })),
  );
}

/** How the roles are exercised, for about a third of the pairs of a territory and a role. */
export function makeExerciceRoles(territoires: readonly TerritoireServi[]): ExerciceRoleTable[] {
  return territoires.flatMap(({ code }) =>
    Object.values(CodeRoleClsc)
      .filter((role) => draw(`rôle ${code} ${role}`) < 0.35)
      .map((role) => ({
        id: `DEMO-ROL-${code}-${role}`,
        territoire_code: code,
        role_code: role,
        description: 'Exemple fictif de déclaration : le rôle est exercé par l’équipe du territoire.',
        preuves: ['Pièce fictive'],
        version: 1,
        declare_le: DECLARED_AT,
        provenance: PROVENANCE_FICTIVE,
      })),
  );
}
