import { curve } from '../base/curve.ts';

/** A question that people ask of the graph, with the operation that answers it. */
export interface Question {
  /** `Q01` */
  readonly id: string;
  readonly question: string;
  /** Who asks: « analyste MSSS », « équipe d’établissement », … */
  readonly profil: string;
  /** What it is about: « Mesures et verdicts », … */
  readonly theme: string;
  /** The text of a tab: the question as a comment, then the operation. */
  readonly query: string;
}

/** What the folder of a question holds. */
export interface QuestionFiles {
  readonly query: string;
  /** `{ id, question, profil, theme }` */
  readonly description: unknown;
}

/** Nothing when the folder does not describe a question. */
export function toQuestion({ query, description }: QuestionFiles): Question | undefined {
  if (!isDescription(description)) return undefined;
  const { id, question, profil, theme } = description;
  return {
    id,
    question: writeFrench(question),
    profil: writeFrench(profil),
    theme: writeFrench(theme),
    query: `${toHeading(id, question)}\n\n${nameOperation(withoutHeading(query), id)}\n`.replaceAll(
      COMMENT,
      curve,
    ),
  };
}

/** An apostrophe is curved, and no line begins with what a space precedes. */
const writeFrench = (text: string): string => curve(text).replaceAll(/ (?=[?!:;%»])|(?<=«) /gu, '\u00a0');

/** In a query, an apostrophe of its own is one of its texts. */
const COMMENT = /(?<=^\s*)#.*$/gmu;

/** Whether a tab holds this question, its operation changed or not. */
export const isTabOf = ({ id }: Pick<Question, 'id'>, text: string | null): boolean =>
  text?.startsWith(`# ${id} — `) ?? false;

const LINE_LENGTH = 78;

/** The question as GraphQL comments, broken so that an editor shows it whole. */
function toHeading(id: string, question: string): string {
  const lines: string[] = [];
  for (const word of `${id} — ${question}`.split(/ (?![?!:;»])/u)) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length >= LINE_LENGTH) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines.map((line) => `# ${line}`).join('\n');
}

/** The comments above an operation may say the question already. */
const withoutHeading = (query: string): string => query.replace(/^(?:\s*#.*\n)*\s*/u, '').trimEnd();

/** A tab bears the name of its operation: one without a name takes the question's. */
function nameOperation(query: string, id: string): string {
  if (query.startsWith('{')) return `query ${id} ${query}`;
  return query.replace(/^query\s*(?=[({@])/u, `query ${id} `).replace(`query ${id} (`, `query ${id}(`);
}

const isDescription = (value: unknown): value is Pick<Question, 'id' | 'question' | 'profil' | 'theme'> =>
  typeof value === 'object' &&
  value !== null &&
  ['id', 'question', 'profil', 'theme'].every(
    (name) => typeof (value as Record<string, unknown>)[name] === 'string',
  );
