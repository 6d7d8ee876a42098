import { parse, print } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createAnswerRestorer } from './restore-answer.ts';
import { rewriteOperation } from './rewrite-operation.ts';

const PREPARED = { reservedNames: new Set(['__typename', 'id', 'upc']), directiveDefaults: new Map() };

function rewrite(text: string, name?: string) {
  return rewriteOperation(parse(text), name, PREPARED);
}

describe('a rewritten operation', () => {
  it('is the very same document when no name of the client meets one of the planner', () => {
    const document = parse('{ a { id upc other: name second: name(x: 1) } }');
    expect(rewriteOperation(document, undefined, PREPARED).document).toBe(document);
  });

  it('renames an alias, and a field with arguments, that bear a reserved name', () => {
    const { document, responseNames } = rewrite('{ a { upc: name name id(x: 1) } }');
    expect(print(document)).toContain('upc_client_0: name');
    expect(print(document)).toContain('id_client_1: id(x: 1)');
    expect([...responseNames]).toEqual([
      ['upc_client_0', 'upc'],
      ['id_client_1', 'id'],
    ]);
  });

  it('gives one call one name, so that what merged still merges', () => {
    const { document } = rewrite('{ a { ...F upc: name(x: $v) } } fragment F on A { upc: name(x: $v) }');
    expect(print(document).match(/upc_client_0: name\(x: \$v\)/g)).toHaveLength(2);
  });

  it('takes no name the client has taken', () => {
    const { document } = rewrite('{ a { upc: name name upc_client_0: id(x: 1) } }');
    expect(print(document)).toContain('upc_client_1: name');
  });

  it.each([
    ['one that takes the name of a key', '{ a { upc: name } }', '{ a { name } }', { name: 'upc' }],
    ['a key under another name', '{ a { b: id } c { b: id } }', '{ a { id } c { id } }', { id: 'b' }],
    ['exchanged', '{ a { upc: id id: upc } }', '{ a { id upc } }', { id: 'upc', upc: 'id' }],
    [
      'in a fragment',
      '{ a { ...F } } fragment F on A { upc: name }',
      '{ a { ...F } } fragment F on A { name }',
      { name: 'upc' },
    ],
    [
      'beside what would take its name',
      '{ a { upc: name name: other } }',
      '{ a { name name_client_1: other } }',
      { name: 'upc', name_client_1: 'name' },
    ],
  ])('asks a leaf that has one name everywhere by its own: %s', (_, text, planned, names) => {
    const { document, responseNames } = rewrite(text);
    expect(print(document)).toBe(print(parse(planned)));
    expect(Object.fromEntries(responseNames)).toEqual(names);
  });

  it.each([
    '{ a { b: id id } }',
    '{ a { b: id } c { d: id } }',
    '{ a { b: id(x: 1) } }',
    '{ a { b: id { c } } }',
  ])('leaves a key that has several names, arguments or fields: %s', (text) =>
    expect(rewrite(text).responseNames.size).toBe(0),
  );

  it('leaves introspection alone', () => {
    const text = '{ __type(name: "A") { id: name } }';
    expect(rewrite(text).responseNames.size).toBe(0);
  });

  it('renames a variable that the planner would take for its own', () => {
    const { document, variableNames } = rewrite(
      'query ($representations: Int) { a(x: $representations) { id } }',
    );
    expect(print(document)).not.toContain('$representations)');
    expect([...variableNames]).toEqual([['representations_client_0', 'representations']]);
  });

  it('fills in the arguments a directive may be given without', () => {
    const document = parse('{ a @access b @access(scope: PRIVATE) }');
    const [argument] = parse('{ f(scope: PUBLIC) }').definitions.flatMap((definition) =>
      'selectionSet' in definition && definition.selectionSet.selections[0]?.kind === 'Field'
        ? (definition.selectionSet.selections[0].arguments ?? [])
        : [],
    );
    const directiveDefaults = new Map([['access', argument ? [argument] : []]]);
    const rewritten = rewriteOperation(document, undefined, { ...PREPARED, directiveDefaults });
    expect(print(rewritten.document)).toContain('a @access(scope: PUBLIC)');
    expect(print(rewritten.document)).toContain('b @access(scope: PRIVATE)');
  });
});

describe('a restored answer', () => {
  const rewritten = rewrite('{ upc: a { upc: name ... on B { id: upc json } } b { name upc } }');
  const restorer = createAnswerRestorer(rewritten, (name) => (name === 'n_requis_0' ? 'n' : undefined));

  it('has the names of the client, in their order, and leaves leaves alone', () => {
    const [root, name, id] = [...rewritten.responseNames.keys()].toSorted(
      (a, b) => Number(a.includes('id')) - Number(b.includes('id')),
    );
    expect(rewritten.responseNames.size).toBe(3);
    const data = restorer.data({
      upc_client_2: [{ upc_client_0: 0, id_client_1: null, json: { upc_client_0: 1 } }, null],
    });
    expect(JSON.stringify(data)).toBe('{"upc":[{"upc":0,"id":null,"json":{"upc_client_0":1}},null]}');
    expect([root, name, id]).toContain('upc_client_2');
  });

  it('says where an error is in the words of the client', () => {
    expect(restorer.path(['upc_client_2', 0, 'upc_client_0'])).toEqual(['upc', 0, 'upc']);
    expect(restorer.path(['upc_client_2', 1, 'n_requis_0', 2])).toEqual(['upc', 1, 'n', 2]);
    expect(restorer.path(['upc_client_2', 'json__alias_3'])).toEqual(['upc', 'json']);
  });
});
