import { defineLoader } from './loader.ts';
import type { SubgraphContext } from './context.ts';

/** What the gateway sends to name an entity: its key, and the fields a `@requires` asked for. */
export type Representation = { readonly __typename: string } & Readonly<Record<string, unknown>>;

/** Who may read an entity by reference. Nothing upstream asks the question for references, so each one answers it here. */
export type ReferenceAccess = 'public' | ((context: SubgraphContext) => void);

/** How one entity of this subgraph is found again from its key. */
export interface Reference {
  readonly type: string;
  readonly access: ReferenceAccess;
  readonly resolve: (representation: Representation, context: SubgraphContext) => Promise<object | null>;
}

interface ReferenceOptions<Entity extends object> {
  readonly type: string;
  readonly access: ReferenceAccess;
  /** One value per representation, in their order; null for a key this level does not know. */
  readonly load: (
    representations: readonly Representation[],
    context: SubgraphContext,
  ) => Promise<readonly (Entity | null)[]>;
}

/**
 * An entity whose rows live in this subgraph. All the representations of a request's turn are read together, and the
 * access rule is asked before any is. The fields brought by the representation (`@requires`) stay on the entity.
 */
export function defineReference<Entity extends object>(options: ReferenceOptions<Entity>): Reference {
  const loader = defineLoader<Representation, Entity | null>((context, representations) =>
    options.load(representations, context),
  );
  return {
    type: options.type,
    access: options.access,
    resolve: async (representation, context) => {
      if (options.access !== 'public') options.access(context);
      const entity = await loader.load(context, representation);
      return entity === null ? null : { ...representation, ...entity };
    },
  };
}

/** An entity that another level owns and this one only adds fields to: its key is all there is to know. */
export function defineExtension(type: string, access: ReferenceAccess = 'public'): Reference {
  return defineReference({ type, access, load: async (representations) => representations });
}

/** The most common key: one field named `code`. */
export function defineReferenceByCode<Entity extends object>(
  type: string,
  load: (codes: readonly string[], context: SubgraphContext) => Promise<readonly (Entity | null)[]>,
): Reference {
  return defineReference({
    type,
    access: 'public',
    load: (representations, context) =>
      load(
        representations.map(({ code }) => String(code)),
        context,
      ),
  });
}
