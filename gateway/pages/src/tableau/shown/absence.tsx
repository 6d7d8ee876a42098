import type { VNode } from 'preact';
import { sayMotif } from '../../shell/say-motif.ts';
import { FactLink } from './fact-link.tsx';
import { groupBy } from './group-by.ts';

export interface AbsenceLue {
  readonly motif: string;
  /** Whether a text founds the debt, or something is deduced of one. */
  readonly origine?: string | null;
  readonly doitRepondre?: { readonly nom: string } | null;
  readonly mandat?: { readonly code: string } | null;
}

interface AbsencesProps {
  readonly of: readonly AbsenceLue[];
  /** Says in how many of all the places a reason holds, where it does not in each. */
  readonly where?: (count: number) => string;
}

/** Why something is missing in several places, each reason once. */
export function Absences({ of, where }: AbsencesProps): VNode {
  return (
    <>
      {[...groupBy(of, ({ motif }) => motif)].map(([motif, same]) => (
        <Absence key={motif} absence={same.at(-1)!} where={where?.(same.length)} />
      ))}
    </>
  );
}

interface AbsenceProps {
  readonly absence: AbsenceLue | null;
  /** « Pour 3 établissements sur 23 »; nothing where it is plain. */
  readonly where?: string | undefined;
}

/** What is missing, who owes it and under which mandate; or why nobody does. */
export function Absence({ absence, where }: AbsenceProps): VNode {
  if (absence === null) return <p class="absence">Rien n’est connu ici, et rien ne dit pourquoi.</p>;
  const { motif, doitRepondre, mandat } = absence;
  return (
    <p class="absence">
      {where !== undefined && `${where}. `}
      {sayMotif(motif)} {doitRepondre != null && `Qui le doit : ${doitRepondre.nom}`}
      {mandat != null && (
        <>
          {' '}
          (mandat <FactLink type="Mandat" code={mandat.code} />)
        </>
      )}
      {doitRepondre != null && '.'}
    </p>
  );
}
