import type { VNode } from 'preact';
import { sayMotif } from '../../shell/say-motif.ts';
import { FactLink } from './fact-link.tsx';

export interface AbsenceLue {
  readonly motif: string;
  /** Whether a text founds the debt, or something is deduced of one. */
  readonly origine?: string | null;
  readonly doitRepondre?: { readonly nom: string } | null;
  readonly mandat?: { readonly code: string } | null;
}

/** Why something is missing in several places, each reason once. */
export function Absences({ of }: { readonly of: readonly AbsenceLue[] }): VNode {
  return (
    <>
      {[...new Map(of.map((absence) => [absence.motif, absence])).values()].map((absence) => (
        <Absence key={absence.motif} absence={absence} />
      ))}
    </>
  );
}

/** What is missing, who owes it and under which mandate; or why nobody does. */
export function Absence({ absence }: { readonly absence: AbsenceLue | null }): VNode {
  if (absence === null) return <p class="absence">Rien n’est connu ici, et rien ne dit pourquoi.</p>;
  const { motif, doitRepondre, mandat } = absence;
  return (
    <p class="absence">
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
