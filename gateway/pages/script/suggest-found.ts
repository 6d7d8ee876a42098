import { foundAt, type Suggestion } from './found-at.ts';

/** Shorter words find everything. */
const SHORTEST = 2;
/** After the last letter, in milliseconds. */
const PAUSE_MS = 200;

/**
 * What the page of results would say first is offered under the search, as it is typed: a combobox with a list, as the
 * ARIA Authoring Practices describe it. Without a choice, the form leads where it leads without a script.
 */
export function suggestFound(form: HTMLFormElement): void {
  const input = form.querySelector<HTMLInputElement>('input[type="search"]');
  if (!input) return;
  const list = openList(form, input);
  let asked: AbortController | undefined;
  let pause: ReturnType<typeof setTimeout> | undefined;
  const forget = (): void => {
    clearTimeout(pause);
    asked?.abort();
    list.close();
  };
  input.addEventListener('input', () => {
    forget();
    if (input.value.trim().length < SHORTEST) return;
    pause = setTimeout(() => {
      asked = new AbortController();
      // What cannot be suggested is found by the form.
      foundAt(addressOf(form), asked.signal).then(list.show, () => undefined);
    }, PAUSE_MS);
  });
  input.addEventListener('blur', forget);
  form.addEventListener('submit', forget);
  input.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape' && list.isOpen()) forget();
    else if (step !== undefined && list.isOpen()) list.move(step);
    else if (event.key === 'Enter' && list.chosen() !== undefined) location.assign(list.chosen()!);
    else return;
    event.preventDefault();
  });
}

function addressOf(form: HTMLFormElement): string {
  const sent = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
  return `${form.action}?${sent.toString()}`;
}

interface List {
  show(found: readonly Suggestion[]): void;
  close(): void;
  isOpen(): boolean;
  /** @param step 1 for the next one, -1 for the one before; past an end, what was typed is chosen again */
  move(step: number): void;
  /** The address of the one that is chosen. */
  chosen(): string | undefined;
}

function openList(form: HTMLFormElement, input: HTMLInputElement): List {
  const list = document.createElement('ul');
  list.id = 'suggestions';
  list.role = 'listbox';
  list.ariaLabel = 'Suggestions';
  list.hidden = true;
  const said = document.createElement('output');
  said.className = 'visually-hidden';
  form.append(list, said);
  input.role = 'combobox';
  input.ariaAutoComplete = 'list';
  input.ariaExpanded = 'false';
  input.setAttribute('aria-controls', list.id);
  let found: readonly Suggestion[] = [];
  let rank = -1;
  const choose = (next: number): void => {
    list.children[rank]?.removeAttribute('aria-selected');
    rank = next;
    const option = list.children[rank];
    if (option) {
      option.ariaSelected = 'true';
      option.scrollIntoView({ block: 'nearest' });
      input.setAttribute('aria-activedescendant', option.id);
    } else input.removeAttribute('aria-activedescendant');
  };
  const show = (suggestions: readonly Suggestion[]): void => {
    found = suggestions;
    choose(-1);
    list.replaceChildren(...found.map(drawOption));
    list.hidden = found.length === 0;
    input.ariaExpanded = String(!list.hidden);
    said.textContent = list.hidden
      ? ''
      : `${found.length} suggestion${found.length > 1 ? 's' : ''}\u00a0: les flèches y mènent.`;
  };
  // The field keeps the keyboard: what is pressed in the list takes nothing from it.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  return {
    show,
    close: () => show([]),
    isOpen: () => !list.hidden,
    move: (step) => {
      const places = found.length + 1;
      choose(((rank + 1 + step + places) % places) - 1);
    },
    chosen: () => found[rank]?.href,
  };
}

function drawOption({ href, name, kind }: Suggestion, rank: number): HTMLLIElement {
  const option = document.createElement('li');
  option.id = `suggestion-${rank}`;
  option.role = 'option';
  const soft = document.createElement('span');
  soft.className = 'soft';
  soft.textContent = kind;
  option.append(name, ' ', soft);
  option.addEventListener('click', () => location.assign(href));
  return option;
}
