import { stemmer } from '@orama/stemmers/french';
import { foldText } from '@palier/gateway/base/fold-text';
import MiniSearch from 'minisearch';
import type { ToolDefinition } from '../tool/tool.ts';

/**
 * Finds tools by the words of a question: name, title and description, French words brought to their stems. BM25, so that
 * a rare word counts more than a common one.
 */
export interface ToolIndex {
  /** The best first. */
  rank(question: string, most: number): readonly string[];
}

export function createToolIndex(tools: readonly ToolDefinition[]): ToolIndex {
  const index = new MiniSearch<ToolDefinition>({
    idField: 'name',
    fields: ['name', 'title', 'description', 'arguments'],
    extractField: (tool, field) =>
      field === 'arguments' ? sayArguments(tool) : (tool[field as 'name' | 'title' | 'description'] ?? ''),
    tokenize: (text) => foldText(text).split(/[^\p{L}\p{N}]+/u),
    processTerm: toTerm,
    searchOptions: { boost: { name: 2, title: 2, arguments: 0.5 } },
  });
  index.addAll(tools);
  return {
    rank: (question, most) =>
      index
        .search(question)
        .slice(0, most)
        .map(({ id }) => String(id)),
  };
}

const sayArguments = ({ inputSchema }: ToolDefinition): string =>
  Object.entries(inputSchema.properties ?? {})
    .map(([name, { description = '', enum: values = [] }]) => `${name} ${description} ${values.join(' ')}`)
    .join(' ');

/** Words that say nothing of what is asked, without accents. */
const EMPTY = new Set(
  'a au aux avec c ce ces cette comme d dans de des doit du elle elles en entre est et etre eux il ils j je l la le les leur leurs lui m ma mais me mes meme mon n ne nos notre nous on ont ou par pas peut pour qu que quel quelle quelles quels qui quoi s sa sans se ses si son sont sur t ta te tes ton tu un une vos votre vous y'.split(
    ' ',
  ),
);

function toTerm(term: string): string | null {
  if (term === '' || EMPTY.has(term)) return null;
  return term.length < 4 || /\d/.test(term) ? term : stemmer(term);
}
