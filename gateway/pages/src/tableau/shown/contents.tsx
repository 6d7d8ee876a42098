import type { VNode } from 'preact';

/** The parts of a page, by the id of each: what its heading says, and what leads to it. */
export type Parts = Readonly<Record<string, string>>;

/** What a long page has, and where. On a phone it is folded. */
export const Contents = ({ of }: { readonly of: Parts }): VNode => (
  <nav class="contents unprinted" aria-label="Sur cette page">
    <details>
      <summary>Sur cette page</summary>
      <ul>
        {Object.entries(of).map(([id, title]) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </details>
  </nav>
);
