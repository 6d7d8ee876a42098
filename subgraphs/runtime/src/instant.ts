/** An instant as Postgres writes it (« 2025-05-10 11:00:00-04 »), as ISO 8601 in UTC: the same text on every server. */
export function toInstant(text: string): string {
  const iso = text.replace(' ', 'T').replace(/([+-]\d{2})$/, '$1:00');
  return new Date(iso).toISOString();
}
