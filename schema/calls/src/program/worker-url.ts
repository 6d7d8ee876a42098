import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/**
 * The program of a thread, beside the file that starts it. A bundle must have it as an entry of its own, in the folder of the bundle.
 * @param source - where it would be from source, « ./planner-worker.ts » of who starts it
 */
export function workerUrl(source: URL): URL {
  if (!existsSync(source)) return new URL(source.href.replace(/ts$/, 'js'));
  // From source, a thread does not have the loader of its process: it registers one first.
  const tsx = pathToFileURL(createRequire(source).resolve('tsx/package.json'));
  const script = `import { register } from '${new URL('./dist/esm/api/index.mjs', tsx).href}'; register(); await import('${source.href}');`;
  return new URL(`data:text/javascript,${encodeURIComponent(script)}`);
}
