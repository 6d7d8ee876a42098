import type { Schema } from '@apollo/federation-internals';

/** A schema in the stock engine's own form, made when it is first asked for: few operations need it, and a start does without it. */
export function onceAsked(sdl: string): () => Promise<Schema> {
  let built: Promise<Schema> | undefined;
  return () =>
    (built ??= buildEngineSchema(sdl).catch((error: unknown) => {
      built = undefined;
      throw error;
    }));
}

async function buildEngineSchema(sdl: string): Promise<Schema> {
  const { buildSchema } = await import('@apollo/federation-internals');
  return buildSchema(sdl);
}
