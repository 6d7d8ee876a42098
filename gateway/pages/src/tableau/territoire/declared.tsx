import type { VNode } from 'preact';
import { sayOrigine } from '../../shell/say-source.ts';
import { Absences } from '../shown/absence.tsx';
import { FactLink } from '../shown/fact-link.tsx';
import { ETABLISSEMENTS } from '../shown/level.ts';
import { NotRead } from '../shown/not-read.tsx';
import { sayDay } from '@palier/calls/say-instant';
import { Table } from '../shown/table.tsx';
import { wholeList } from '../shown/whole-of.ts';
import type { Declaration, Offre, RoleExerce, TerritoireLu } from './data.ts';
import { listDeclared, type Named } from './list-declared.ts';

interface DeclaredProps<List> {
  readonly of: List;
  /** All that there is to declare; null when the ministry did not answer. */
  readonly all: readonly Named[] | null;
  /** What is said of each of them; null when that could not be read. */
  readonly declarations: readonly (Declaration | null)[] | null;
}

/** In place of what is declared of one, when nothing is: nobody said that it is not so. */
function NotDeclared({
  what,
  declarations,
}: Pick<DeclaredProps<never>, 'declarations'> & { readonly what: Named | null }): VNode {
  const { doitRepondre, mandat, origine } =
    declarations?.find((one) => one !== null && one.code === what?.code)?.absence ?? {};
  return (
    <>
      rien n’est déclaré
      {doitRepondre != null && mandat != null && (
        <>
          {' '}
          : l’établissement le doit (mandat <FactLink type="Mandat" code={mandat.code} />
          {origine === 'INFERENCE' && ', déduit'})
        </>
      )}
      {doitRepondre === null && ' : rien de connu n’oblige à le déclarer'}
    </>
  );
}

/** Why nothing at all is declared, and why nobody owes what is not: each once. */
function Why({
  of,
  declarations,
}: Pick<DeclaredProps<NonNullable<TerritoireLu['offre' | 'exerciceRoles']>>, 'of' | 'declarations'>): VNode {
  const unowed = declarations?.flatMap((one) => (one?.absence?.doitRepondre === null ? [one.absence] : []));
  return <Absences of={[...(of.absence === null ? [] : [of.absence]), ...(unowed ?? [])]} />;
}

/** The roles of the CLSC that are exercised in a territory, as its établissement declares them, and those it says nothing of. */
export function DeclaredRoles({
  of,
  all,
  declarations,
}: DeclaredProps<TerritoireLu['exerciceRoles']>): VNode {
  const roles = wholeList(of);
  if (of === null || roles === undefined) return <NotRead what="Rôles exercés" level={ETABLISSEMENTS} />;
  return (
    <>
      <Why of={of} declarations={declarations} />
      <Table
        caption="Rôles du CLSC, selon l’établissement"
        rows={listDeclared(all, roles, ({ role }: RoleExerce) => role)}
        keyOf={({ key }) => key}
        isStacked
        columns={[
          {
            name: 'Rôle',
            cell: ({ what }) =>
              what === null ? (
                'non lu'
              ) : (
                <FactLink type="RoleClsc" code={what.code}>
                  {what.nom}
                </FactLink>
              ),
          },
          {
            name: 'Comment il s’exerce',
            cell: ({ what, declared }) =>
              declared?.description ?? <NotDeclared what={what} declarations={declarations} />,
          },
          {
            name: 'Ce qui l’atteste',
            cell: ({ declared }) =>
              declared?.preuves.length === 0 ? 'rien n’est déposé' : declared?.preuves.join(' ; '),
          },
          { name: 'Déclaré le', cell: ({ declared }) => declared && sayDay(declared.declareLe) },
          { name: 'Source', cell: ({ declared }) => declared && sayOrigine(declared.provenance.origine) },
        ]}
      />
    </>
  );
}

const ETATS: Readonly<Record<string, string>> = {
  OFFERTE: 'offert',
  PARTIELLE: 'offert en partie',
  NON_OFFERTE: 'non offert',
};

/** The services offered in a territory, as its établissement declares them, and those it says nothing of. */
export function DeclaredOffres({ of, all, declarations }: DeclaredProps<TerritoireLu['offre']>): VNode {
  const offres = wholeList(of);
  if (of === null || offres === undefined) return <NotRead what="Services offerts" level={ETABLISSEMENTS} />;
  return (
    <>
      <Why of={of} declarations={declarations} />
      <Table
        caption="Services sociaux, selon l’établissement"
        rows={listDeclared(all, offres, ({ service }: Offre) => service)}
        keyOf={({ key }) => key}
        isStacked
        columns={[
          {
            name: 'Service',
            cell: ({ what }) =>
              what === null ? (
                'non lu'
              ) : (
                <FactLink type="ServiceSocial" code={what.code}>
                  {what.nom}
                </FactLink>
              ),
          },
          {
            name: 'Est',
            cell: ({ what, declared }) =>
              declared === undefined ? (
                <NotDeclared what={what} declarations={declarations} />
              ) : (
                (ETATS[declared.etat] ?? declared.etat)
              ),
          },
          { name: 'Modalités', cell: ({ declared }) => declared?.modalites ?? '' },
          { name: 'Source', cell: ({ declared }) => declared && sayOrigine(declared.provenance.origine) },
        ]}
      />
    </>
  );
}
