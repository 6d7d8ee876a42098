import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const COMMON = ['tokens', 'header', 'document'].map((name) => new URL(`./${name}.css`, import.meta.url));
const HEADER = COMMON.slice(0, 2);

/** A style sheet, whose address changes with it. */
export interface StyleSheet {
  /** « /style/ab12.css » */
  readonly path: string;
  readonly text: string;
}

/** The one of every page. @param others those of what is shown, in the order in which they are to be read */
export const openStyleSheet = (others: readonly URL[]): StyleSheet => toSheet([...COMMON, ...others]);

/** Of the header alone, for a page that has a style of its own. */
export const openHeaderSheet = (): StyleSheet => toSheet(HEADER);

function toSheet(files: readonly URL[]): StyleSheet {
  const text = files.map((file) => readFileSync(file, 'utf8')).join('\n');
  return { path: `/style/${hash('sha256', text, 'base64url').slice(0, 16)}.css`, text };
}
