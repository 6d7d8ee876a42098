import { GraphFault } from '@palier/gateway/http/graph-fault';
import { expect, it } from 'vitest';
import { toErrorResult } from './tool-result.ts';

const textOf = (fault: GraphFault): string => {
  const [content] = toErrorResult(fault).content;
  return content?.type === 'text' ? content.text : '';
};

it('says of what is too much what to do, unless that was said', () => {
  expect(textOf(GraphFault.of('TRAVAIL_EXCESSIF', 'C’est trop.'))).toMatch(
    /^C’est trop\. Restreignez .+ \(TRAVAIL_EXCESSIF\)$/,
  );
  const told = { remede: 'Demandez moins de champs.' };
  expect(textOf(GraphFault.of('LIMITE_DEPASSEE', 'C’est trop.', told))).toBe(
    'C’est trop. Demandez moins de champs. (LIMITE_DEPASSEE)',
  );
  expect(textOf(GraphFault.of('CODE_INVALIDE', 'C’est faux.'))).toBe('C’est faux. (CODE_INVALIDE)');
});
