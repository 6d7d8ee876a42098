/** One thing the stock gateway does wrong, and the cases (`claim/case`) where it shows. */
interface StockFault {
  readonly why: string;
  readonly cases: readonly string[];
}

const FAULTS: readonly StockFault[] = [
  {
    why: 'an alias equal to the name of a key or of a required field is joined as if it were that field',
    cases: [
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
    cases: ['interface-nobody-implements/beside-others', 'interface-nobody-implements/query'],
  },
  {
    why: 'a required field with arguments is merged with the same field asked by the client with others',
    cases: [
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
];

/**
 * Where the stock gateway answers wrongly or not at all, and why, by `claim/case`. The suite fails when one of these
 * passes on stock, and when any other does not: the list is exact.
 */
export const STOCK_FAULTS: ReadonlyMap<string, string> = new Map(
  FAULTS.flatMap(({ why, cases }) => cases.map((name) => [name, why] as const)),
);
