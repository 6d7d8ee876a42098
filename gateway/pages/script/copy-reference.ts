import { textOf } from './table-rows.ts';

/** How long it is said that it was done, in milliseconds. */
const SAID_MS = 4_000;

/** A button under a fact that copies its name, where it comes from, and its whole address. */
export function offerReference(fact: HTMLElement): void {
  const address = fact.querySelector<HTMLAnchorElement>('a[rel="bookmark"]');
  const place = address?.closest('section');
  // Only a page that was reached safely may write to the clipboard.
  if (!address || !place || !('clipboard' in navigator)) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Copier la référence';
  const said = document.createElement('output');
  const line = document.createElement('p');
  line.className = 'copy';
  line.append(button, ' ', said);
  place.append(line);
  button.addEventListener('click', () => {
    const say = (text: string): void => {
      said.textContent = text;
      setTimeout(() => (said.textContent = ''), SAID_MS);
    };
    navigator.clipboard.writeText(referenceOf(fact, address)).then(
      () => say('Copiée.'),
      () => say('Le navigateur a refusé la copie.'),
    );
  });
}

const referenceOf = (fact: HTMLElement, { href }: HTMLAnchorElement): string =>
  [
    textOf(fact.querySelector('h1')!),
    textOf(fact.querySelector('section[aria-labelledby="source"] dd') ?? undefined),
    href,
  ]
    .filter(Boolean)
    .join('\n');
