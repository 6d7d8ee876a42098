import { readFileSync } from 'node:fs';
import type { Question } from '../suite.ts';

const read = (name: string): string =>
  readFileSync(new URL(`../../../schema/operations/${name}.graphql`, import.meta.url), 'utf8');

/** The registered operations of the dashboards; what each is for is said on top of its file. */
export const QUESTIONS: readonly Question[] = [
  { name: 'tableau-territoires' },
  { name: 'fiche-territoire', variables: { code: '06112' } },
  { name: 'standards-par-service' },
  { name: 'suivi-etablissement', variables: { code: '11045176', exigence: 'A-P11:INFO_SOCIAL' } },
].map((question) => ({ ...question, query: read(question.name) }));
