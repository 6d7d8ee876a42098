import { toHref, usePlace } from '@palier/gateway/document/link';
import { Refusal } from '@palier/gateway/errors/errors';
import type { VNode } from 'preact';
import { type Page, type PageRequest, useReading } from '../shell/page.ts';
import { ChosenContext, isChoice, takenBy, type TableauView, toView } from './choices/view-link.tsx';
import { compare } from './comparer/comparer.tsx';
import { showEtablissement } from './etablissement/etablissement.tsx';
import { showExigence } from './exigence/exigence.tsx';
import { showQuebec } from './quebec/quebec.tsx';
import { showTerritoire } from './territoire/territoire.tsx';

/** The dashboard: every view is an address, and all that it shows is asked of the graph. */
export const tableau: Page = {
  path: '/tableau',
  shown: { link: 'Tableau de bord', isHome: true, style: new URL('./tableau.css', import.meta.url) },
  takes: ([view = '']) => takenBy(view),
  answer: async (request) => {
    const { main, chosen, periode, breadcrumbs = [], ...view } = await answerView(request);
    return {
      ...view,
      breadcrumbs: breadcrumbs.map(({ name, path }) => ({ name, path: toView({ to: path }, chosen) })),
      main: (
        <ChosenContext.Provider value={chosen}>
          {main}
          <PrintedAddress of={request} view={{ ...view, chosen, periode }} />
        </ChosenContext.Provider>
      ),
    };
  },
};

interface PrintedAddressProps {
  readonly of: PageRequest;
  readonly view: Pick<TableauView, 'chosen' | 'periode' | 'isOfNow'>;
}

/** On paper, where what is printed is found again, whatever is known since: what nobody chose is said too, and when it was read. */
function PrintedAddress({ of: { segments, parameters }, view }: PrintedAddressProps): VNode {
  const { base, au } = usePlace();
  const { host, readAt } = useReading();
  const { chosen, periode, isOfNow } = view;
  const own = Object.fromEntries([...parameters].filter(([name]) => name !== 'au' && !isChoice(name)));
  const moments =
    isOfNow && parameters.has('au') ? { au: parameters.get('au')!, et: own['et'] ?? readAt } : {};
  const path = toView(
    {
      to: ['/tableau', ...segments.map(encodeURIComponent)].join('/'),
      choose: periode === undefined ? {} : { periode },
      more: { ...own, ...moments },
    },
    chosen,
  );
  const address = toHref({ base, au: isOfNow ? undefined : (au ?? readAt) }, path);
  return (
    <p class="printed">
      Adresse de cette vue : <code>{`${host}${address.replaceAll('%3A', ':')}`}</code>
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
