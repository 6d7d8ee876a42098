/** « 2025-05-10 11:00:00+00 »: an embedded database writes them all so. */
const WHOLE_SECONDS_IN_UTC = 22;

/** An instant as Postgres writes it (« 2025-05-10 11:00:00-04 »), as ISO 8601 in UTC: the same text on every server. */
export function toInstant(text: string): string {
  // A page of measures has thousands of them, and a date takes ten times as long.
  if (text.length === WHOLE_SECONDS_IN_UTC && text.endsWith('+00'))
    return `${text.slice(0, 10)}T${text.slice(11, 19)}.000Z`;
  const iso = text.replace(' ', 'T').replace(/([+-]\d{2})$/, '$1:00');
  return new Date(iso).toISOString();
}
