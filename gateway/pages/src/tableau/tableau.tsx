import { usePlace } from '@palier/gateway/document/link';
import { Refusal } from '@palier/gateway/errors/errors';
import type { VNode } from 'preact';
import type { Page, PageRequest } from '../shell/page.ts';
import { ChosenContext, type TableauView, toView } from './choices/view-link.tsx';
import { compare } from './comparer/comparer.tsx';
import { showEtablissement } from './etablissement/etablissement.tsx';
import { showExigence } from './exigence/exigence.tsx';
import { showQuebec } from './quebec/quebec.tsx';
import { showTerritoire } from './territoire/territoire.tsx';

/** The dashboard: every view is an address, and all that it shows is asked of the graph. */
export const tableau: Page = {
  path: '/tableau',
  shown: { link: 'Tableau de bord', isHome: true, style: new URL('./tableau.css', import.meta.url) },
  answer: async (request) => {
    const { main, chosen, trail = [], ...view } = await answerView(request);
    return {
      ...view,
      trail: trail.map(({ name, path }) => ({ name, path: toView({ to: path }, chosen) })),
      main: (
        <ChosenContext.Provider value={chosen}>
          {main}
          <p class="soft">
            Ouvert d’un double clic, un fichier CSV perd le zéro des codes : 06112 y devient 6112.
          </p>
          <PrintedAddress of={request} />
        </ChosenContext.Provider>
      ),
    };
  },
};

/** On paper, where the view is found again. */
function PrintedAddress({ of: { segments, parameters } }: { readonly of: PageRequest }): VNode {
  const { base } = usePlace();
  const query = parameters.toString();
  const path = [`${base}/tableau`, ...segments.map(encodeURIComponent)].join('/').replaceAll('%3A', ':');
  return (
    <p class="printed">
      Adresse de cette vue : <code>{query === '' ? path : `${path}?${query}`}</code>
    </p>
  );
}

function answerView(request: PageRequest): Promise<TableauView> {
  const [view, code, ...more] = request.segments;
  if (view === undefined) return showQuebec(request);
  if (view === 'comparer' && code === undefined) return compare(request);
  const show = VIEWS.get(view);
  if (show === undefined || code === undefined || more.length > 0) throw new Refusal('ADRESSE_INCONNUE');
  return show(request, code);
}

const VIEWS: ReadonlyMap<string, (request: PageRequest, code: string) => Promise<TableauView>> = new Map([
  ['territoire', showTerritoire],
  ['exigence', showExigence],
  ['etablissement', showEtablissement],
]);
