/** What a request asks for. */
export interface Target {
  readonly path: string;
  /** What follows « ? », without it. */
  readonly search: string;
  /** The host it names itself, which then counts rather than the header. */
  readonly authority: string | undefined;
}

const ABSOLUTE = /^https?:\/\/([^/?#]*)(.*)$/is;

/** A path, or a whole address: clients behind a proxy send one, and a server takes both (RFC 9112, 3.2). */
export function readTarget(url: string): Target {
  const [, authority, rest = url] = (!url.startsWith('/') && ABSOLUTE.exec(url)) || [];
  const mark = rest.indexOf('?');
  const path = mark < 0 ? rest : rest.slice(0, mark);
  return { path: path || '/', search: mark < 0 ? '' : rest.slice(mark + 1), authority };
}
