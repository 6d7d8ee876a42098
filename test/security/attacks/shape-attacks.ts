import { along, attack, fill, nest, type Attack } from './attack.ts';
import type { Terrain } from './terrain.ts';

const within = ({ entrance }: Terrain, inside: string): string => `{${entrance}{${inside}}}`;
const open = ({ cycle }: Terrain): string => cycle.map((field) => `${field}{`).join('');
const close = ({ cycle }: Terrain): string => '}'.repeat(cycle.length);
const deep =
  (most?: number) =>
  (terrain: Terrain): string =>
    nest(`{${terrain.entrance}{`, open(terrain), terrain.leaf, close(terrain), '}}', most);
const linkOf = ({ links, leaf }: Terrain, index: number): string => {
  const link = links[index % links.length];
  return link ? `${link.field}{${link.leaf}}` : leaf;
};

/** Depth, width, names, fragments: what the shape of a selection can cost. */
export const SHAPE_ATTACKS: readonly Attack[] = [
  attack('profondeur-permise', (terrain) => deep(Math.floor(245 / terrain.cycle.length))(terrain)),
  attack('profondeur-extreme', deep()),
  attack('profondeur-inconnue', () => nest('', '{a', '', '}', '')),
  attack('fragments-en-ligne-imbriques', (t) => nest(`{${t.entrance}{`, '...{', t.leaf, '}', '}}')),
  attack('fragments-en-ligne-types', (t) =>
    nest(`{${t.entrance}{`, `...on ${t.type.name}{`, t.leaf, '}', '}}'),
  ),
  attack('alias-de-feuille', (t) => fill(`{${t.entrance}{`, (n) => `a${n}:${t.leaf} `, '}}')),
  attack('alias-de-racine', (t) => fill('{', (n) => `a${n}:${t.entrance}{${t.leaf}}`, '}')),
  attack('alias-de-liens', (t) => fill(`{${t.entrance}{`, (n) => `a${n}:${linkOf(t, n)}`, '}}')),
  attack('alias-de-cycles', (t) => fill(`{${t.entrance}{`, (n) => `a${n}:${along(t.cycle, t.leaf)}`, '}}')),
  attack('typename-en-foule', (t) => fill(`{${t.entrance}{`, () => '__typename ', '}}')),
  attack('typename-par-alias', (t) => fill(`{${t.entrance}{`, (n) => `_${n}:__typename `, '}}')),
  attack('typename-a-la-racine', () => fill('{', (n) => `_${n}:__typename `, '}')),
  attack('champ-repete', (t) => fill(`{${t.entrance}{`, () => `${t.leaf} `, '}}')),
  attack('racine-repetee', (t) => fill('{', () => `${t.entrance}{${t.leaf}}`, '}')),
  attack('chaine-repetee', (t) =>
    fill('{', () => `${t.entrance}{${along(t.cycle, along(t.cycle, t.leaf))}}`, '}'),
  ),
  attack('conflits-de-champs', (t) =>
    fill(`{${t.entrance}{`, (n) => `a:${n % 2 ? t.leaf : '__typename'} `, '}}'),
  ),
  attack('conflits-profonds', (t) =>
    fill('{', (n) => `x:${t.entrance}{${along(t.cycle, `b:${n % 2 ? t.leaf : '__typename'}`)}}`, '}'),
  ),
  attack('conflits-entre-fragments', (t) =>
    fill(within(t, '...F0 '), (n) => `fragment F${n} on ${t.type.name}{a:${t.leaf} ...F${n + 1} }`, ''),
  ),
  attack('fragments-chaines-et-champs', (t) => {
    const link = t.links[0];
    const set = link ? `${link.field}{${link.leaf} ` : '';
    return fill(within(t, '...F0 '), (n) => `fragment F${n} on ${t.type.name}{${set}} ...F${n + 1} }`, '');
  }),
  attack('bombe-de-parentes', (t) => {
    const [first, second = first] = t.links;
    if (!first || !second) return within(t, t.leaf);
    const double = (rank: number, inside: string): string =>
      rank === 0 ? inside : double(rank - 1, `a:${along(t.cycle, inside)} b:${along(t.cycle, inside)}`);
    let rank = 1;
    while (double(rank + 1, t.leaf).length < 9_000) rank += 1;
    return within(t, double(rank, t.leaf));
  }),
  attack('bombe-de-liens', (t) => {
    let set = t.leaf;
    const same = t.links.filter(({ field }) => t.cycle[0] === field || t.cycle.length === 1);
    const ways = same.length > 0 ? same : t.links.slice(0, 1);
    const grow = (inside: string): string =>
      ways
        .slice(0, 4)
        .map(
          ({ field }) => `${field}{${field === t.cycle[0] ? along(t.cycle.slice(1), inside) : '__typename'}}`,
        )
        .join(' ');
    while (grow(set).length < 9_900) {
      const next = grow(set);
      if (next.length <= set.length) break;
      set = next;
    }
    return within(t, set);
  }),
  attack('fragments-doublants', (t) =>
    fill(
      within(t, '...F0 '),
      (n) => `fragment F${n} on ${t.type.name}{...F${n + 1} ...F${n + 1} }`,
      `fragment F_ on ${t.type.name}{${t.leaf}}`,
    ),
  ),
  attack('fragments-doublants-valides', (t) => doubling(t, 24, (next) => `...${next} ...${next}`)),
  attack('fragments-doublants-en-profondeur', (t) =>
    doubling(t, 24, (next) => `a:${along(t.cycle, `...${next}`)} b:${along(t.cycle, `...${next}`)}`),
  ),
  attack('fragments-doublants-conditionnels', (t) =>
    doubling(t, 24, (next) => `...${next} ...${next}@skip(if:false)`),
  ),
  attack('fragments-en-cycle', (t) =>
    fill(
      within(t, '...F0 '),
      (n) => `fragment F${n} on ${t.type.name}{...F${(n * 7 + 1) % 150} ...F${(n * 3) % 150} }`,
      '',
    ),
  ),
  attack('fragments-tous-vers-tous', (t) => {
    const names = Array.from({ length: 36 }, (_, n) => `F${n}`);
    const all = names.map((name) => `...${name} `).join('');
    return within(t, all) + names.map((name) => `fragment ${name} on ${t.type.name}{${all}}`).join('');
  }),
  attack('fragments-inutilises', (t) =>
    fill(within(t, t.leaf), (n) => `fragment F${n} on ${t.type.name}{${t.leaf}}`, ''),
  ),
  attack('fragments-de-meme-nom', (t) =>
    fill(within(t, '...F '), () => `fragment F on ${t.type.name}{${t.leaf}}`, ''),
  ),
  attack('fragments-employes-mille-fois', (t) =>
    fill(
      within(t, Array.from({ length: 1000 }, () => '...F').join(' ')),
      (n) => (n ? 'x'.repeat(20_000) : `fragment F on ${t.type.name}{${along(t.cycle, t.leaf)}}`),
      '',
    ),
  ),
];

/** `levels` fragments, each spreading the next twice by `body`. */
function doubling(terrain: Terrain, levels: number, body: (next: string) => string): string {
  const { name } = terrain.type;
  const fragments = Array.from(
    { length: levels },
    (_, n) => `fragment F${n} on ${name}{${body(`F${n + 1}`)}}`,
  );
  return `${within(terrain, '...F0')}${fragments.join('')}fragment F${levels} on ${name}{${terrain.leaf}}`;
}
