/** A media type without its parameters, lower-cased: « application/json; charset=utf-8 » gives « application/json ». */
export function mediaTypeOf(header: string | undefined): string | undefined {
  const essence = header?.split(';', 1)[0]?.trim().toLowerCase();
  return essence || undefined;
}

interface Range {
  readonly type: string;
  readonly quality: number;
}

/** The offer that a header such as `accept` likes best; the first offer when it likes several alike; nothing when it likes none. */
export function negotiate<Offer extends string>(
  accept: string | undefined,
  offers: readonly Offer[],
): Offer | undefined {
  if (accept === undefined || accept.trim() === '') return offers[0];
  const ranges = accept.split(',').map(toRange);
  let best: Offer | undefined;
  let bestQuality = 0;
  for (const offer of offers) {
    const quality = qualityOf(offer, ranges);
    if (quality <= bestQuality) continue;
    best = offer;
    bestQuality = quality;
  }
  return best;
}

const PAGE = 'text/html';
/** Every browser names it beside the pages that it opens; no library does. */
const PAGE_OF_BROWSERS = 'application/xhtml+xml';

/**
 * Whether pages are what is liked best: they come first of what `accept` likes most. What is liked as much, as by libraries that
 * list all they know, makes it no reader of pages, unless it is a browser.
 */
export function prefersPages(accept = ''): boolean {
  const ranges = accept.split(',').map(toRange);
  const most = Math.max(...ranges.map(({ quality }) => quality));
  const best = ranges.flatMap(({ type, quality }) => (quality === most && type !== '' ? [type] : []));
  return (
    most > 0 &&
    best.includes(PAGE) &&
    (best.every((type) => type === PAGE) ||
      (best.includes(PAGE_OF_BROWSERS) && [PAGE, PAGE_OF_BROWSERS].includes(best[0]!)))
  );
}

function toRange(part: string): Range {
  const [type = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith('q='));
  return { type, quality: quality === undefined ? 1 : Number(quality.slice(2)) || 0 };
}

/** The most specific range that covers the offer decides. */
function qualityOf(offer: string, ranges: readonly Range[]): number {
  const family = `${offer.split('/', 1)[0]}/*`;
  for (const wanted of [offer, family, '*/*', '*']) {
    const range = ranges.find(({ type }) => type === wanted);
    if (range) return range.quality;
  }
  return 0;
}
