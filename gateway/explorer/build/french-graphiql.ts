import type { Plugin } from 'vite';
import { PHRASES } from './phrases.ts';

/**
 * GraphiQL speaks English alone and offers no place for another language: its phrases are replaced while it is bundled.
 * A phrase that is no longer found stops the build, so that an upgrade cannot bring English back unseen.
 */
export function frenchGraphiql(): Plugin {
  const unseen = new Set(
    PHRASES.flatMap(({ file, phrases }) => phrases.map(([text]) => `${file} : ${text}`)),
  );
  return {
    name: 'french-graphiql',
    enforce: 'pre',
    transform(code, id) {
      const path = (id.split('?')[0] ?? id).replaceAll('\\', '/');
      const entry = PHRASES.find(({ file }) => path.endsWith(`/node_modules/${file}`));
      if (entry === undefined) return null;
      let translated = code;
      for (const [english, french] of entry.phrases) {
        if (!translated.includes(english)) continue;
        unseen.delete(`${entry.file} : ${english}`);
        translated = translated.replaceAll(english, french);
      }
      return { code: translated, map: null };
    },
    buildEnd(error) {
      if (error === undefined && unseen.size > 0) {
        this.error(`Phrases to translate were not found:\n${[...unseen].join('\n')}`);
      }
    },
  };
}
