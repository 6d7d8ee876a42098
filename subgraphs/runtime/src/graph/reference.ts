import { type Awaitable, chain } from '../base/awaitable.ts';
import type { Loader } from '../request/loader.ts';
import type { SubgraphContext } from '../request/context.ts';

/** What the gateway sends to name an entity: its key, and the fields a `@requires` asked for. */
export type Representation = { readonly __typename: string } & Readonly<Record<string, unknown>>;

/** How one entity of this subgraph is found again from its key. */
export interface Reference {
  readonly type: string;
  readonly resolve: (representation: Representation, context: SubgraphContext) => Awaitable<object | null>;
}

interface ReferenceOptions<Entity extends object> {
  readonly type: string;
  /** Null for a key this level does not know. Reads through a loader, so that all the references of a turn are read together. */
  readonly load: (representation: Representation, context: SubgraphContext) => Awaitable<Entity | null>;
}

/** An entity whose rows live in this subgraph. The fields brought by the representation (`@requires`) stay on the entity. */
export function defineReference<Entity extends object>({ type, load }: ReferenceOptions<Entity>): Reference {
  return {
    type,
    resolve: (representation, context) =>
      chain(load(representation, context), (entity) =>
        entity === null ? null : { ...representation, ...entity },
      ),
  };
}

/** An entity that another level owns and this one only adds fields to: its key is all there is to know. */
export function defineExtension(type: string): Reference {
  return defineReference({ type, load: (representation) => representation });
}

/** The most common key: one field, named `code` unless said otherwise. */
export function defineReferenceByCode<Entity extends object>(
  type: string,
  loader: Loader<string, Entity | null>,
  key = 'code',
): Reference {
  return defineReference({
    type,
    load: (representation, context) => loader.load(context, String(representation[key])),
  });
}
