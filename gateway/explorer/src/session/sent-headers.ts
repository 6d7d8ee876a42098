/**
 * The headers of an operation: what the page sends, then what is typed, which has the last word on all but who asks.
 *
 * @throws {Error} in French, when one cannot be sent, or two say who asks
 */
export function toSentHeaders(
  own: Readonly<Record<string, string>>,
  typed: Readonly<Record<string, unknown>> = {},
): Headers {
  const headers = new Headers(own);
  for (const [name, value] of Object.entries(typed)) {
    if (name.toLowerCase() === 'authorization' && headers.has(name))
      throw new Error(
        'Un en-tête « Authorization » est écrit sous « En-têtes », et un jeton est choisi sous « Identité » : gardez l’un des deux.',
      );
    try {
      headers.set(name, String(value));
    } catch {
      throw new Error(
        `L’en-tête « ${name} » ne peut pas être envoyé : un navigateur n’y met que des lettres latines, sur une ligne.`,
      );
    }
  }
  return headers;
}
