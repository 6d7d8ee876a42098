/**
 * Where a level tells the version of its data as it changes, beside its `/graphql`, as server-sent events: the version first,
 * read when it was asked, then each new one as it comes. An empty one says that it is not known for the moment; a comment,
 * now and then, that the level still lives.
 */
export const VERSION_PLACE = 'version';

/** A level says something at least this often. */
export const HEARTBEAT_MS = 2_000;
/** Silence longer than a few of these means that the other end is gone. */
export const SILENCE_MS = 7_000;

export const HEARTBEAT = ':\n\n';
const DATA = 'data: ';
const END = '\n\n';

export const writeVersion = (version: string): string => `${DATA}${version}${END}`;

/** The versions told in what was received, and the start of an event that is still to come. */
export function readVersions(text: string): { readonly versions: readonly string[]; readonly rest: string } {
  const events = text.split(END);
  const rest = events.pop() ?? '';
  const versions = events.filter((event) => event.startsWith(DATA)).map((event) => event.slice(DATA.length));
  return { versions, rest };
}
