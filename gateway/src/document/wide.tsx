import type { ComponentChildren, VNode } from 'preact';

export interface WideProps {
  /** What it is, for whoever does not see it. */
  readonly label: string;
  /** What it is, above it: it does not move with what it names. */
  readonly caption?: ComponentChildren;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** What is moved by itself where it is wider than the page. */
export function Wide({ label, caption, class: name, children }: WideProps): VNode {
  return (
    <figure class={name === undefined ? 'moved' : `moved ${name}`}>
      {caption !== undefined && <figcaption>{caption}</figcaption>}
      <div class="wide" tabIndex={0} role="region" aria-label={label}>
        {children}
      </div>
    </figure>
  );
}
