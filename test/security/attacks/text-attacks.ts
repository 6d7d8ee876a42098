import { isAbstractType, isObjectType } from 'graphql';
import { attack, fill, nest, type Attack } from './attack.ts';
import type { Terrain } from './terrain.ts';

const within = ({ entrance }: Terrain, inside: string): string => `{${entrance}{${inside}}}`;

const argumentOf = ({ argument }: Terrain): string => argument?.name ?? 'code';
const typeOf = ({ argument }: Terrain): string => argument?.type ?? 'ID';

/** Directives, arguments, names, numbers, strings, spaces, operations: what the letters of a text can cost. */
export const TEXT_ATTACKS: readonly Attack[] = [
  attack('directives-inconnues', (t) => fill(`{${t.entrance}`, (n) => `@d${n} `, `{${t.leaf}}}`)),
  attack('directive-inconnue-repetee', (t) => fill(`{${t.entrance}`, () => '@a', `{${t.leaf}}}`)),
  attack('directive-connue-repetee', (t) => fill(`{${t.entrance}`, () => '@skip(if:false)', `{${t.leaf}}}`)),
  attack('directives-partout', (t) =>
    fill(`{${t.entrance}{`, (n) => `a${n}:${t.leaf}@include(if:true)`, '}}'),
  ),
  attack('conditions-combinees', (t) => conditions(t, 60)),
  attack('conditions-en-foule', (t) => conditions(t, 180)),
  attack('conditions-imbriquees', (t) => nestedConditions(t, 40)),
  attack('conditions-sur-racines', (t) => rootConditions(t, 100)),
  attack('arguments-inconnus', (t) => fill(`{${t.field}(`, (n) => `a${n}:1 `, `){${t.leaf}}}`)),
  attack('argument-repete', (t) => fill(`{${t.field}(`, () => `${argumentOf(t)}:1 `, `){${t.leaf}}}`)),
  attack('liste-en-argument', (t) => fill(`{${t.field}(${argumentOf(t)}:[`, () => '1 ', `]){${t.leaf}}}`)),
  attack('listes-imbriquees', (t) => nest(`{${t.field}(${argumentOf(t)}:`, '[', '1', ']', `){${t.leaf}}}`)),
  attack('objet-en-argument', (t) =>
    fill(`{${t.field}(${argumentOf(t)}:{`, (n) => `a${n}:1 `, `}){${t.leaf}}}`),
  ),
  attack('objets-imbriques', (t) => nest(`{${t.field}(${argumentOf(t)}:`, '{a:', '1', '}', `){${t.leaf}}}`)),
  attack('champs-inconnus', (t) => fill(`{${t.entrance}{`, (n) => `${t.leaf}${n} `, '}}')),
  attack('champs-presque-connus', (t) =>
    fill(`{${t.entrance}{`, (n) => `${t.leaf}${'x'.repeat(n % 3)} z${n}`, '}}'),
  ),
  attack('types-presque-connus', (t) =>
    fill(within(t, t.leaf), (n) => `fragment F${n} on ${t.type.name}s{a}`, ''),
  ),
  attack('arguments-presque-connus', (t) =>
    fill('{', (n) => `a${n}:${t.field}(${argumentOf(t)}s:"1"){${t.leaf}}`, '}'),
  ),
  attack('nom-tres-long', (t) => `{${t.entrance}{${'a'.repeat(9_900)}}}`),
  attack('alias-tres-long', (t) => `{${t.entrance}{${'a'.repeat(9_900)}:${t.leaf}}}`),
  attack(
    'variable-au-nom-long',
    (t) =>
      `query($${'v'.repeat(4_900)}:${typeOf(t)}){${t.field}(${argumentOf(t)}:$${'v'.repeat(4_900)}){${t.leaf}}}`,
  ),
  attack('nombre-tres-long', (t) => `{${t.field}(${argumentOf(t)}:${'9'.repeat(9_900)}){${t.leaf}}}`),
  attack('nombres-hors-limites', (t) =>
    fill(`{${t.field}(${argumentOf(t)}:[`, () => '1e999 ', `]){${t.leaf}}}`),
  ),
  attack('chaine-bloc', (t) => `{${t.field}(${argumentOf(t)}:"""${'\n '.repeat(4_900)}"""){${t.leaf}}}`),
  attack('chaine-echappee', (t) => `{${t.field}(${argumentOf(t)}:"${'\\u00e9'.repeat(1_600)}"){${t.leaf}}}`),
  attack('chaine-non-terminee', (t) => `{${t.field}(${argumentOf(t)}:"${'a'.repeat(9_900)}`),
  attack('commentaires', (t) => fill('', () => '#\n', within(t, t.leaf))),
  attack('virgules', (t) => fill('', () => ',', within(t, t.leaf))),
  attack('marques-d-ordre', (t) => fill('', () => '\ufeff', within(t, t.leaf))),
  attack('unicode-dans-un-nom', (t) => fill(`{${t.entrance}{`, () => 'é', '}}')),
  attack('accolades-ouvertes', () => '{'.repeat(10_000)),
  attack('crochets-ouverts', () => `{a(b:${'['.repeat(9_990)}`),
  attack('operations-en-foule', (t) => fill('', (n) => `query Q${n}${within(t, t.leaf)}`, '')),
  attack('operations-et-fragments', (t) =>
    fill(
      '',
      (n) => `query Q${n}{...F}`,
      fill(
        '',
        (n) => `fragment F${n || ''} on Query{...F${n + 1} }`,
        `fragment G on Query{${t.entrance}{${t.leaf}}}`,
        4_000,
      ),
      9_900,
    ),
  ),
  attack('operations-anonymes', (t) => fill('', () => within(t, t.leaf), '')),
  attack('operations-de-meme-nom', (t) => fill('', () => `query Q${within(t, t.leaf)}`, '')),
  attack('definitions-de-types', () => fill('{__typename}', (n) => `type T${n}{a:Int}`, '')),
  attack('types-possibles', (t) => spreadPossibleTypes(t)),
  attack('tous-les-champs-de-la-racine', (t) => everyRootField(t)),
];

function conditions(t: Terrain, count: number): string {
  const names = Array.from({ length: count }, (_, n) => `$v${n}:Boolean=true`).join(' ');
  const fields = Array.from({ length: count }, (_, n) => {
    const link = t.links[n % t.links.length];
    return `a${n}:${link?.field}@${n % 2 ? 'skip' : 'include'}(if:$v${n}){${link?.leaf}}`;
  });
  return `query(${names})${within(t, fields.join(' '))}`;
}

function nestedConditions(t: Terrain, count: number): string {
  const names = Array.from({ length: count }, (_, n) => `$v${n}:Boolean=true`).join(' ');
  let set = t.leaf;
  for (let n = 0; n < count; n += 1) {
    const [field = '', ...rest] = t.cycle;
    set = `${field}@include(if:$v${n}){${rest.reduceRight((inner, name) => `${name}{${inner}}`, set)}}`;
  }
  return `query(${names})${within(t, set)}`;
}

function rootConditions(t: Terrain, count: number): string {
  const names = Array.from({ length: count }, (_, n) => `$v${n}:Boolean=true`).join(' ');
  const fields = Array.from(
    { length: count },
    (_, n) => `...@include(if:$v${n}){a${n}:${t.entrance}{${t.leaf}}}`,
  );
  return `query(${names}){${fields.join(' ')}}`;
}

/** Every type of every union and interface, in one another. */
function spreadPossibleTypes(t: Terrain): string {
  const names = Object.values(t.schema.getTypeMap())
    .filter(isAbstractType)
    .flatMap((type) => t.schema.getPossibleTypes(type).map(({ name }) => name));
  const types =
    names.length > 0
      ? names
      : Object.values(t.schema.getTypeMap())
          .filter(isObjectType)
          .map(({ name }) => name);
  return fill(
    within(t, '__typename'),
    (n) => ` fragment F${n} on ${types[n % types.length]}{__typename}`,
    '',
  );
}

function everyRootField(t: Terrain): string {
  const fields = Object.keys(t.schema.getQueryType()?.getFields() ?? {});
  return fill('{', (n) => `a${n}:${fields[n % fields.length]}{__typename} `, '}');
}
