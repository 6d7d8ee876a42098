/**
 * Whether a registered operation is that of a page alone, by its name: those of `/fait` are `fait-…`, those of another page
 * `page-…`, those of the dashboard `tableau-…`, but for the one that is an address of its own. Whoever else looks for the
 * same facts finds them by a search, or by their type and code.
 */
export const isForPages = (operation: string): boolean =>
  /^(?:fait|page|tableau)-(?!territoires$)/.test(operation);

/**
 * Whether a page asks an operation by its name, and is given the types of its answer. That of a fact asks the one of its
 * type, and shows whatever it is answered.
 */
export const isNamedByPages = (operation: string): boolean =>
  operation === 'retours-etablissement' || (isForPages(operation) && !operation.startsWith('fait-'));
