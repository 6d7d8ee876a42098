import { timeOfInstantOrDay } from '@palier/calls/instant';

/** A query, as an address of this page holds it, after its `#`: it is not sent to whoever serves the page, and holds no token. */
interface LinkedQuery {
  readonly query: string;
  /** As they are written in their editor. */
  readonly variables: string | undefined;
  readonly instant: string | undefined;
}

export function readLink(hash: string): LinkedQuery | undefined {
  const parameters = new URLSearchParams(hash.replace(/^#/, ''));
  const query = parameters.get('requete');
  if (query === null || query.trim() === '') return undefined;
  return {
    query,
    variables: parameters.get('variables') ?? undefined,
    instant: readInstant(parameters.get('au')),
  };
}

/** A day, or an instant with its zone: nothing else is one. */
function readInstant(text: string | null): string | undefined {
  return text === null || Number.isNaN(timeOfInstantOrDay(text)) ? undefined : text;
}

export function writeLink({ query, variables, instant }: LinkedQuery): string {
  const parameters = new URLSearchParams({
    requete: query,
    ...(variables !== undefined && variables.trim() !== '' && { variables }),
    ...(instant !== undefined && { au: instant }),
  });
  return `#${parameters.toString()}`;
}
