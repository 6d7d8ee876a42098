/** One thing the stock gateway does wrong, and the cases (`claim/case`) where it shows. */
interface StockFault {
  readonly why: string;
  readonly cases: readonly string[];
}

/** What takes arguments from above: neither the stock gateway nor its executor alone can do it. */
const CONTEXT_CASES: readonly string[] = [
  'arguments-from-above-by-type/conditions-of-type',
  'arguments-from-above-by-type/interface-inside-a-union',
  'arguments-from-above-by-type/interface-with-nearer-types',
  'arguments-from-above-by-type/query',
  'arguments-from-above-by-type/root',
  'arguments-from-above-by-type/root-or-nearer',
  'arguments-from-above-by-type/union',
  'arguments-from-above/arguments-of-the-value',
  'arguments-from-above/clients-own-names',
  'arguments-from-above/conditional',
  'arguments-from-above/entities-of-the-other-subgraph',
  'arguments-from-above/errors-at-their-place',
  'arguments-from-above/fragments',
  'arguments-from-above/given-by-another-subgraph',
  'arguments-from-above/lists',
  'arguments-from-above/lists-of-lists',
  'arguments-from-above/mutation',
  'arguments-from-above/nearest-above',
  'arguments-from-above/not-known-to-the-other-subgraph',
  'arguments-from-above/query',
  'arguments-from-above/required-beside',
  'arguments-from-above/the-other-subgraph-fails',
  'arguments-from-above/values-of-every-shape',
  'arguments-from-above/variables-beside',
  'context-value-under-a-label/active',
  'context-value-under-a-label/query',
  'protected-values-from-above/allowed',
  'protected-values-from-above/another-setter',
  'protected-values-from-above/query',
];

const FAULTS: readonly StockFault[] = [
  {
    why: 'an alias equal to the name of a key or of a required field is joined as if it were that field',
    cases: [
      'introspection-beside-data/query',
      'keys-by-steps/nested-key-parts-under-aliases',
      'custom-scalars-pass-untouched/query',
      'alias-equal-to-a-key/alias-typename',
      'alias-equal-to-a-key/exchanged',
      'alias-equal-to-a-key/fragments',
      'alias-equal-to-a-key/lists-of-lists',
      'alias-equal-to-a-key/mutation',
      'alias-equal-to-a-key/nested',
      'alias-equal-to-a-key/query',
      'alias-equal-to-a-key/required-with-an-argument',
      'alias-equal-to-a-key/skip-and-include',
      'alias-equal-to-a-key/union',
    ],
  },
  {
    why: 'a variable named representations cannot reach a subgraph',
    cases: ['alias-equal-to-a-key/variable-named-representations'],
  },
  {
    why: 'an interface without implementation in its subgraph is answered null, without an error',
    cases: [
      'interface-object-that-cannot-be-resolved/no-type-implements-it',
      'interface-nobody-implements/beside-others',
      'interface-nobody-implements/query',
    ],
  },
  {
    why: 'a required field with arguments is merged with the same field asked by the client with others',
    cases: [
      'required-field-also-overridden-and-shared/with-the-clients-own',
      'required-argument-beside-the-clients/default-for-the-client',
      'required-argument-beside-the-clients/fewer-for-the-client',
      'required-argument-beside-the-clients/more-for-the-client',
      'required-argument-beside-the-clients/mutation',
      'required-argument-beside-the-clients/variable',
    ],
  },
  {
    why: 'two fields that require one field with different arguments are computed from one value',
    cases: [
      'required-argument-on-an-interface/query',
      'required-argument-on-an-interface/with-the-clients-own',
      'required-twice-with-other-arguments/all-and-the-clients-own',
      'required-twice-with-other-arguments/conditional',
      'required-twice-with-other-arguments/conditional-other',
      'required-twice-with-other-arguments/mutation',
      'required-twice-with-other-arguments/query',
    ],
  },
  {
    why: 'a subgraph is re-entered by its first key, be it declared not resolvable',
    cases: ['resolvable-key-listed-last/query', 'resolvable-key-listed-last/with-the-required-field'],
  },
  {
    why: 'an alias equal to the name of an inaccessible key gives its value to the client',
    cases: ['inaccessible-elements/alias-of-a-hidden-name'],
  },
  {
    why: 'a field under @include or @skip takes with it those that are asked of the same subgraph: null, without an error',
    cases: [
      'include-and-skip-across-subgraphs/constants',
      'include-and-skip-across-subgraphs/required-only-by-what-is-left-out',
    ],
  },
  {
    why: 'the type name given by a subgraph with an interface object replaces the real one: null, without an error',
    cases: ['interface-objects/implementation'],
  },
  {
    why: 'a value renamed on its way back is lost when it is 0, false or empty',
    cases: ['one-name-of-two-types/query'],
  },
  {
    why: 'required fields that require others in turn are asked for before these are known',
    cases: ['required-fields-chain/three-deep', 'required-fields-chain/with-the-author'],
  },
  {
    why: 'what is required in a list of lists is sent as null',
    cases: ['required-fields-through-objects-and-lists/query'],
  },
  {
    why: 'the labels of @override are never active',
    cases: ['overridden-field-under-a-label/active', 'overridden-field-under-a-label/percent'],
  },
  {
    why: 'it does not start on @authenticated, @requiresScopes and @policy',
    cases: [
      'protected-elements/alias',
      'protected-elements/allowed',
      'protected-elements/authenticated',
      'protected-elements/fragments',
      'protected-elements/interface-allowed',
      'protected-elements/interface-field',
      'protected-elements/interface-implementations',
      'protected-elements/leaf-types',
      'protected-elements/mutation-allowed',
      'protected-elements/mutation-refused',
      'protected-elements/not-null-climbs',
      'protected-elements/nothing-left',
      'protected-elements/one-of-the-alternatives',
      'protected-elements/query',
      'protected-elements/required-field',
      'protected-elements/required-field-allowed',
      'protected-elements/skipped-field',
    ],
  },
  {
    why: 'it does not start on @cacheTag',
    cases: ['cache-tags-are-left-to-others/not-for-clients', 'cache-tags-are-left-to-others/query'],
  },
  {
    why: 'it does not start on @context and @fromContext',
    cases: CONTEXT_CASES,
  },
  {
    why: 'directives composed for operations are taken out of the schema of clients',
    cases: ['composed-custom-directives/query'],
  },
  {
    why: 'a field is asked for before one it requires, when that one is several keys away: null, without an error',
    cases: ['keys-by-steps/required-under-another-name'],
  },
  {
    why: 'a fragment is lost where a subgraph has an object and the graph an interface, without an error',
    cases: [
      'circular-references-through-an-interface/fragment-without-a-typename',
      'shared-fields-that-disagree/query',
    ],
  },
  {
    why: 'a field that requires something for some types only takes with it those of the others: null, without an error',
    cases: [
      'interface-objects/required-for-one-implementation',
      'required-for-some-types-only/beside-a-plain-field',
      'required-for-some-types-only/query',
    ],
  },
  {
    why: 'what is asked under opposite conditions is lost, without an error',
    cases: ['include-and-skip-across-subgraphs/under-opposite-conditions'],
  },
  {
    why: 'a root type that its subgraph names otherwise is a null, or a fault of that subgraph',
    cases: [
      'root-types-under-other-names/behind-an-interface',
      'root-types-under-other-names/conditions',
      'root-types-under-other-names/deep',
      'root-types-under-other-names/from-b',
      'root-types-under-other-names/its-name-cannot-be-known',
      'root-types-under-other-names/joined',
      'root-types-under-other-names/mutation',
      'root-types-under-other-names/payload',
      'root-types-under-other-names/query',
    ],
  },
  {
    why: 'a null that it makes of what does not fit the schema has no error',
    cases: [
      'enums-merged-by-use/hidden-value-out',
      'inaccessible-elements/enum-value-out',
      'null-and-absent-keys/not-null-climbs',
    ],
  },
  {
    why: 'an entity of an interface object is asked for without its key',
    cases: ['interface-objects/key-of-one-implementation'],
  },
  {
    why: 'numbers that no double holds are changed, and two entities made one',
    cases: [
      'numbers-no-double-holds/keys',
      'numbers-no-double-holds/mutation',
      'numbers-no-double-holds/nested-keys',
      'numbers-no-double-holds/query',
      'numbers-no-double-holds/required',
      'numbers-no-double-holds/variables',
    ],
  },
  {
    why: 'a literal of a custom scalar is rewritten on its way to the subgraph',
    cases: [
      'literals-of-custom-scalars/at-any-depth',
      'literals-of-custom-scalars/defaults-of-variables',
      'literals-of-custom-scalars/query',
    ],
  },
  {
    why: 'an ID is answered and asked for as the number that a subgraph gives: 1 and "1" are two entities',
    cases: [
      'identifiers-as-numbers-or-texts/keys',
      'identifiers-as-numbers-or-texts/nested-keys',
      'identifiers-as-numbers-or-texts/query',
    ],
  },
];

/**
 * Where the stock gateway answers wrongly or not at all, and why, by `claim/case`. The suite fails when one of these
 * passes on stock, and when any other does not: the list is exact.
 */
export const STOCK_FAULTS: ReadonlyMap<string, string> = new Map(
  FAULTS.flatMap(({ why, cases }) => cases.map((name) => [name, why] as const)),
);

/** Where access rules leave no context to take. */
const NO_CONTEXT_LEFT: ReadonlySet<string> = new Set([
  'protected-values-from-above/another-setter',
  'protected-values-from-above/query',
]);

/** What our compiled executor does and the fallback to the stock one cannot: it refuses. */
export const STOCK_EXECUTOR_FAULTS: ReadonlySet<string> = new Set([
  'required-fields-through-objects-and-lists/query',
  ...CONTEXT_CASES.filter((name) => !NO_CONTEXT_LEFT.has(name)),
]);
