/**
 * Whether a registered operation is that of a page alone, by its name: those of `/fait` are `fait-…`, those of another page
 * `page-…`. Whoever else looks for the same facts finds them by a search, or by their type and code.
 */
export const isOfPage = (operation: string): boolean => /^(?:fait|page)-/.test(operation);
