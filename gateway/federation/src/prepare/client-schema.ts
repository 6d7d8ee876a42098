import { buildASTSchema, parse, type GraphQLSchema } from 'graphql';
import {
  DEFAULT_SUPPORTED_SUPERGRAPH_FEATURES,
  printSchema,
  Supergraph,
  type Schema,
} from '@apollo/federation-internals';
import { EngineError, type EngineErrorCode } from '../errors/engine-error.ts';
import { withWrittenDefaults } from '../supergraph/written-defaults.ts';
import type { PreparedSupergraph } from './prepare-supergraph.ts';

/** @throws what the engine says of a supergraph that it refuses, unless it is known to take it */
export function buildSupergraph(sdl: string, { isKnown = false } = {}): Supergraph {
  // The planner plans contexts, which the stock executor alone cannot give: that is done here.
  const features = [...DEFAULT_SUPPORTED_SUPERGRAPH_FEATURES, 'https://specs.apollo.dev/context/v0.1'];
  return Supergraph.build(sdl, { supportedFeatures: new Set(features), validateSupergraph: !isKnown });
}

/** The schema clients see, in the engine's own form. */
export function buildApiSchema(supergraphSdl: string): Schema {
  return orRefuse('SUPERGRAPHE_INVALIDE', () => buildSupergraph(supergraphSdl).apiSchema());
}

/** The planner gives up by itself on what would not end: that is the operation's doing, not the graph's. */
function planningCodeOf(cause: unknown): EngineErrorCode {
  const { message } = cause as Error;
  if (message.includes('Maximum call stack')) return 'IMBRICATION_EXCESSIVE';
  if (cause instanceof RangeError || message.includes('maximum recursive selections'))
    return 'PLANIFICATION_TROP_LONGUE';
  return 'PLANIFICATION_IMPOSSIBLE';
}

/** The engine's words name what clients may not know: they stay with the error, for the log. */
export function orRefuse<T>(code: EngineErrorCode, make: () => T): T {
  try {
    return make();
  } catch (cause) {
    if (code === 'PLANIFICATION_IMPOSSIBLE') {
      const originalError = cause instanceof Error ? cause : null;
      throw new EngineError(planningCodeOf(cause), undefined, { originalError });
    }
    throw new EngineError(code, 'Le moteur le refuse.', {
      originalError: cause instanceof Error ? cause : null,
    });
  }
}

/** The schema clients see, as text. */
export function printApiSchema(apiSchema: Schema, { writtenDefaults }: PreparedSupergraph): string {
  return withWrittenDefaults(printSchema(apiSchema), writtenDefaults);
}

/** The schema clients see, as graphql-js reads it. */
export function toClientSchema(apiSchema: Schema, prepared: PreparedSupergraph): GraphQLSchema {
  if (prepared.writtenDefaults.size === 0) return apiSchema.toGraphQLJSSchema();
  return buildASTSchema(parse(printApiSchema(apiSchema, prepared), { noLocation: true }), TRUSTED);
}

const TRUSTED = { assumeValid: true, assumeValidSDL: true };
