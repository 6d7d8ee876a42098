/** Between a mark and what is said of it, in pixels: the pointer goes from one to the other. */
const GAP = 2;

/**
 * What a mark of a drawing says is shown at once under the pointer, the finger or the keyboard, rather than after a second and
 * for the pointer alone. It stays while it is pointed at, and Escape puts it away.
 */
export function tellMarks(main: HTMLElement): void {
  const tip = document.createElement('div');
  tip.className = 'tip';
  // It repeats what the mark says to whoever does not see it.
  tip.ariaHidden = 'true';
  tip.hidden = true;
  main.append(tip);
  let shown: SVGElement | undefined;
  let title: SVGTitleElement | undefined;
  const hide = (): void => {
    if (title && shown) shown.prepend(title);
    shown = undefined;
    title = undefined;
    tip.hidden = true;
  };
  const show = ({ target }: Event): void => {
    if (!(target instanceof Element) || tip.contains(target)) return;
    const mark = findMark(target);
    if (mark === shown) return;
    hide();
    const said = mark && titleOf(mark);
    if (!mark || !said) return;
    shown = mark;
    title = said;
    tip.textContent = said.textContent;
    // The browser would say it a second time.
    said.remove();
    tip.hidden = false;
    place(tip, mark.getBoundingClientRect());
  };
  main.addEventListener('pointerover', show);
  main.addEventListener('focusin', show);
  main.addEventListener('pointerleave', hide);
  main.addEventListener('focusout', hide);
  // What the keyboard reaches is brought in sight, and moves under what is said of it.
  const follow = (): void => {
    if (shown) place(tip, shown.getBoundingClientRect());
  };
  addEventListener('scroll', follow, { passive: true, capture: true });
  addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') hide();
  });
}

const titleOf = (mark: Element): SVGTitleElement | undefined =>
  [...mark.children].find((child) => child instanceof SVGTitleElement);

/** The nearest that says something, within its drawing. */
function findMark(target: Element): SVGElement | undefined {
  for (let one: Element | null = target; one instanceof SVGElement; one = one.parentElement)
    if (titleOf(one)) return one;
  return undefined;
}

function place(tip: HTMLElement, { left, width, bottom, top }: DOMRect): void {
  const { offsetWidth, offsetHeight } = tip;
  const middle = left + width / 2 - offsetWidth / 2;
  const isBelow = bottom + GAP + offsetHeight <= innerHeight;
  tip.style.left = `${Math.max(0, Math.min(middle, document.documentElement.clientWidth - offsetWidth))}px`;
  tip.style.top = `${isBelow ? bottom + GAP : top - GAP - offsetHeight}px`;
}
