import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import { WithoutWords, Words } from './words.tsx';

const ABSENT = { texte: null, absence: { motif: 'Le texte n’a pas été importé.' } };

it('gives the words of the cited lines as text, whatever they hold', () => {
  const html = render(h(Words, { passage: { texte: 'a < b\n<script>alert(1)</script>', absence: null } }));
  expect(html).toContain('<p>a &lt; b\n&lt;script>alert(1)&lt;/script></p>');
  expect(html).not.toMatch(/<script|<details/);
});

it('shows the first lines of a long passage, opens on the others, and says what is left out', () => {
  const texte = Array.from({ length: 200 }, (_, rank) => `ligne ${rank + 1}`).join('\n');
  const html = render(h(Words, { passage: { texte, absence: { motif: '5 lignes sont omises.' } } }));
  expect(html).toContain('ligne 12</p><details><summary>Les 188 lignes suivantes</summary><p>ligne 13\n');
  expect(html).toContain('5 lignes sont omises.');
});

it('says once why the words are not there, and nothing of what cites no line', () => {
  expect(render(h(Words, { passage: ABSENT }))).toBe('');
  expect(render(h(Words, { passage: null }))).toBe('');
  expect(render(h(WithoutWords, { passages: [ABSENT, null, ABSENT] }))).toBe(
    '<p class="soft">Le texte n’a pas été importé.</p>',
  );
});
