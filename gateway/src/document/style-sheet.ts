import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const toUrl = (name: string): URL => new URL(`./${name}.css`, import.meta.url);
/** What a page that has a style of its own takes of them. */
const SHARED = ['tokens', 'header', 'wide'].map(toUrl);
const COMMON = [...SHARED, toUrl('document')];

/** A style sheet, whose address changes with it. */
export interface StyleSheet {
  /** « /style/ab12.css » */
  readonly path: string;
  readonly text: string;
}

/** The one of every page. @param others those of what is shown, in the order in which they are to be read */
export const openStyleSheet = (others: readonly URL[]): StyleSheet => toSheet([...COMMON, ...others]);

/** Of the header, and of what is wide, for a page that has a style of its own. */
export const openHeaderSheet = (): StyleSheet => toSheet(SHARED);

function toSheet(files: readonly URL[]): StyleSheet {
  const text = files.map((file) => readFileSync(file, 'utf8')).join('\n');
  return { path: `/style/${hash('sha256', text, 'base64url').slice(0, 16)}.css`, text };
}
