const nest = (opening: string, closing: string, levels: number): string =>
  `${opening.repeat(levels)}1${closing.repeat(levels)}`;

/** Answers of a hundred kilobytes to `{ libre }`: a good one, then those made to cost more than they weigh. */
export const HEAVY_ANSWERS: Readonly<Record<string, string>> = {
  good: `{"data":{"libre":[${Array<string>(8_000).fill('{"valeur":12}').join()}]}}`,
  'lists in lists': `{"data":{"libre":${nest('[', ']', 50_000)}}}`,
  'objects in objects': `{"data":{"libre":${nest('{"a":', '}', 15_000)}}}`,
  'objects in objects, far apart': `{"data":{"libre":${nest(`{"${'a'.repeat(40)}":`, '}', 2_500)}}}`,
  'many errors': `{"data":{"libre":null},"errors":[${Array<string>(1_500).fill('{"message":"a.a.a.a.a.a.a.a.a.a.","extensions":{"code":"UN_CODE"}}').join()}]}`,
  'one long error': `{"data":{"libre":null},"errors":[{"message":"${'select a.b/'.repeat(9_000)}","extensions":{"code":"UN_CODE"}}]}`,
  'replaced prototypes': `{"data":{"libre":[${Array<string>(8_000).fill('{"__proto__":1}').join()}]}}`,
};
