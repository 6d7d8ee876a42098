import { getIntrospectionQuery } from 'graphql';
import { attack, fill, nest, type Attack } from './attack.ts';

const NAMES =
  'name description fields(includeDeprecated:true){name description args{name description type{name}}type{name kind}}';

/** Questions about the schema: short to ask, long to answer. */
export const INTROSPECTION_ATTACKS: readonly Attack[] = [
  attack('introspection-complete', () =>
    getIntrospectionQuery({ descriptions: true, inputValueDeprecation: true }),
  ),
  attack('introspection-complete-encore', () =>
    getIntrospectionQuery({ descriptions: true, inputValueDeprecation: true, specifiedByUrl: true }),
  ),
  attack('introspection-et-donnees', (t) => `{__schema{types{${NAMES}}}${t.entrance}{${t.leaf}}}`),
  attack('introspection-par-alias', () => fill('{', (n) => `a${n}:__schema{types{${NAMES}}}`, '}')),
  attack('types-par-alias', () => fill('{__schema{', (n) => `a${n}:types{${NAMES}}`, '}}')),
  attack('type-par-alias', (t) => fill('{', (n) => `a${n}:__type(name:"${t.type.name}"){${NAMES}}`, '}')),
  attack('introspection-profonde', () => nest('{__schema{types{', 'fields{type{', 'name', '}}', '}}}', 8)),
  attack('introspection-oftype', () => nest('{__schema{types{fields{type{', 'ofType{', 'name', '}', '}}}}}')),
  attack('introspection-par-fragments', () => {
    const levels = Array.from(
      { length: 12 },
      (_, n) => `fragment F${n} on __Type{ofType{...F${n + 1}}fields{name type{...F${n + 1}}}}`,
    );
    return `{__schema{types{...F0}}}${levels.join('')}fragment F12 on __Type{name}`;
  }),
  attack('introspection-par-possibles', () =>
    nest('{__schema{types{', 'possibleTypes{interfaces{', 'name', '}}', '}}}', 5),
  ),
];
