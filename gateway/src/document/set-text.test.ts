import { describe, expect, it } from 'vitest';
import { setText } from './set-text.ts';

describe('the text of a page', () => {
  it.each([
    ['<p>Lu : oui ; non ? si !</p>', '<p>Lu\u00a0: oui\u00a0; non\u00a0? si\u00a0!</p>'],
    ['<p>« mots » à 90 %</p>', '<p>«\u00a0mots\u00a0» à 90\u00a0%</p>'],
    [
      '<p>« <b>mots</b> » : <a href="/">là</a> ; ici</p>',
      '<p>«\u00a0<b>mots</b>\u00a0»\u00a0: <a href="/">là</a>\u00a0; ici</p>',
    ],
    ['<p>4,5 min, 4 / min, 4 mois</p>', '<p>4,5\u00a0min, 4\u00a0/\u00a0min, 4 mois</p>'],
    ['<p>a &amp; b &lt; c</p>', '<p>a &amp; b &lt; c</p>'],
  ])('holds together what French does: %s', (drawn, set) => {
    expect(setText(drawn)).toBe(set);
  });

  it('curves the apostrophe of a name, and leaves a quote of anything else', () => {
    expect(setText("<p title=\"l'a\">CIUSSS de l'Estrie, de l'<mark>Est</mark>, 5' et '90'</p>")).toBe(
      "<p title=\"l'a\">CIUSSS de l’Estrie, de l’<mark>Est</mark>, 5' et '90'</p>",
    );
  });

  it.each([
    "<code>l'a</code>",
    '<code>{ a : b ? c }</code>',
    '<pre class="wide" aria-label="Commande : a"><code>a : b</code> ; c</pre>',
    '<blockquote class="words"><p>cité : tel</p><details><summary>a</summary><p>b ; c</p></details></blockquote>',
    '<a title="a > b : c" aria-label="« d »" href="/q?a=b : c">e</a>',
    '<textarea>a : b</textarea>',
  ])('is left as it is where it is copied or quoted, and in what is no text: %s', (drawn) => {
    expect(setText(drawn)).toBe(drawn);
  });

  it.each(['\u202e', '\u2066', '\u2069', '\u200f', '\u061c'])('shows a mark of direction: %j', (mark) => {
    const shown = `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`;
    expect(setText(`<p>a${mark}b</p><code>a${mark}b</code>`)).toBe(
      `<p>a${shown}b</p><code>a${shown}b</code>`,
    );
  });
});
