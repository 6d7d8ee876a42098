import type { Step } from './exchange.ts';

/** Some add slashes to the end of an address: whoever reads one is led to the same without them. */
export const useWithoutSlash =
  (): Step =>
  ({ method, path, search }) => {
    const address = withoutSlash(path);
    if (method !== 'GET' || address === path || !HAS_A_NAME.test(address)) return undefined;
    return { status: 308, headers: { location: search === '' ? address : `${address}?${search}` } };
  };

/** What begins otherwise is the root, or would be another host to a browser. */
const HAS_A_NAME = /^\/[\w%.~-]/;

export function withoutSlash(path: string): string {
  let end = path.length;
  while (path[end - 1] === '/') end -= 1;
  return path.slice(0, end);
}
