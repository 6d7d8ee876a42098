import type { VNode } from 'preact';
import { sayMotif } from '../shell/say-motif.ts';
import type { Passage } from './fact.ts';

/** Lines that are shown at once; the others open. */
const SHOWN_AT_ONCE = 12;

/** The words of the lines that are cited, where the text was imported: a long passage opens. */
export function Words({ passage }: { readonly passage: Passage | null }): VNode | null {
  if (!passage?.texte) return null;
  const lines = passage.texte.split('\n');
  const more = lines.slice(SHOWN_AT_ONCE);
  return (
    <blockquote class="words">
      <p>{lines.slice(0, SHOWN_AT_ONCE).join('\n')}</p>
      {more.length > 0 && (
        <details>
          <summary>{more.length === 1 ? 'La dernière ligne' : `Les ${more.length} lignes suivantes`}</summary>
          <p>{more.join('\n')}</p>
        </details>
      )}
      {passage.absence && <p class="soft">{sayMotif(passage.absence.motif)}</p>}
    </blockquote>
  );
}

/** Why the words of some of the lines cited are not there, each reason once. */
export function WithoutWords({ passages }: { readonly passages: readonly (Passage | null)[] }): VNode {
  const reasons = passages.flatMap((passage) => (passage?.texte == null ? (passage?.absence ?? []) : []));
  return (
    <>
      {[...new Set(reasons.map(({ motif }) => motif))].map((motif) => (
        <p key={motif} class="soft">
          {sayMotif(motif)}
        </p>
      ))}
    </>
  );
}
