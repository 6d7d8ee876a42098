import { textOf } from './table-rows.ts';

export interface Suggestion {
  readonly href: string;
  readonly name: string;
  /** What it is, and its code. */
  readonly kind: string;
}

/** As many as are seen without moving. */
const MOST = 8;

/** The first results of the page of a search: one page says what is found, and how it is named. */
export async function foundAt(address: string, signal: AbortSignal): Promise<readonly Suggestion[]> {
  const answer = await fetch(address, { signal, headers: { accept: 'text/html' } });
  if (!answer.ok) return [];
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  return [...page.querySelectorAll('ol.results > li')]
    .flatMap((result) => {
      const link = result.querySelector('a');
      if (link === null) return [];
      const [kind = ''] = textOf(result.querySelector('p') ?? undefined).split(' · ');
      return { href: new URL(link.getAttribute('href')!, address).href, name: textOf(link), kind };
    })
    .slice(0, MOST);
}
