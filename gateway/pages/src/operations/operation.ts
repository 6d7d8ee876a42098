/** A registered operation, with the types of what goes in and comes out: the field that it does not ask is none of its answer. */
export interface Operation<Data, Variables> {
  readonly documentId: string;
  readonly types?: (variables: Variables) => Data;
}

/** What a list of an answer holds, without what a level did not give. */
export type NodeOf<List extends { readonly nodes: readonly unknown[] } | null> = NonNullable<
  NonNullable<List>['nodes'][number]
>;
