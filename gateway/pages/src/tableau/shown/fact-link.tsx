import type { ComponentChildren, VNode } from 'preact';
import { pathOfFact } from '../../fact-types/fact-types.ts';
import { Link } from '@palier/gateway/document/link';

export interface FactLinkProps {
  /** As the graph names it: « Exigence ». */
  readonly type: string;
  readonly code: string;
  readonly children?: ComponentChildren;
}

/** A link to the page of a fact, named by its code unless said. */
export function FactLink({ type, code, children = code }: FactLinkProps): VNode {
  const to = pathOfFact(type, code);
  return to === undefined ? <>{children}</> : <Link to={to}>{children}</Link>;
}
