import type { VNode } from 'preact';
import type { Choices } from './choices.ts';

/** What is looked at that the address does not choose as it is. */
export function Notes({ of: { notes } }: { readonly of: Choices }): VNode {
  return (
    <>
      {notes.map((note) => (
        <p key={note} class="absence">
          {note}
        </p>
      ))}
    </>
  );
}
