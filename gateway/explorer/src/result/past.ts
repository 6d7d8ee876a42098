import type { Result } from './answers.ts';

/** The past instant that an answer was asked of. */
export interface Past {
  readonly instant: string;
  /** Not where a level, or the gateway, refused that instant. */
  readonly isRead: boolean;
}

/** Nothing of an answer of now, nor where nothing was answered. */
export function pastOf({
  instant,
  data,
  errors,
}: Pick<Result, 'instant' | 'data' | 'errors'>): Past | undefined {
  if (instant === undefined) return undefined;
  const isRefused = (errors as readonly GraphError[]).some(({ extensions }) =>
    OF_INSTANTS.test(extensions?.code ?? ''),
  );
  return data == null && !isRefused ? undefined : { instant, isRead: !isRefused };
}

const OF_INSTANTS = /^INSTANT_/;

interface GraphError {
  readonly extensions?: { readonly code?: string };
}
