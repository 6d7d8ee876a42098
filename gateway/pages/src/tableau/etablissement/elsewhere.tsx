import type { VNode } from 'preact';
import { sayCount } from '../../shell/say-number.ts';
import type { CampagneLue } from '../choices/choices.ts';
import { ViewLink } from '../choices/view-link.tsx';

/** How many versions were returned in each campagne. */
export type CampagnesRendues = readonly { readonly cle: string | null; readonly nombre: number }[];

/** Where else something was returned: what is shown is of one campagne. */
export function Elsewhere({
  of,
  campagne,
  to,
}: {
  readonly of: CampagnesRendues;
  readonly campagne: CampagneLue;
  readonly to: string;
}): VNode | null {
  const others = of.flatMap(({ cle, nombre }) =>
    cle === null || cle === campagne.code ? [] : [{ code: cle, nombre }],
  );
  if (others.length === 0) return null;
  return (
    <p>
      Dans d’autres campagnes :{' '}
      {others.map(({ code, nombre }, rank) => (
        <span key={code}>
          {rank > 0 && ', '}
          <ViewLink to={to} choose={{ campagne: code }} anchor="redditions">
            {code}
          </ViewLink>{' '}
          ({sayCount(nombre, 'version')})
        </span>
      ))}
      .
    </p>
  );
}
