import type { AbsenceValue } from '@palier/runtime/absence';
import { type Awaitable, chain, gather } from '@palier/runtime/awaitable';
import type { Context } from '../tables.ts';
import { owedIn } from './owed-in.ts';

interface Declaration<Code> {
  readonly code: Code;
  readonly estDeclare: boolean;
  readonly absence: AbsenceValue | null;
}

/** Each thing that a territory has to declare: declared, or said missing by itself. */
export function listDeclarations<Code extends string>(
  context: Context,
  territoire: string,
  declared: ReadonlySet<string>,
  { codes, sayAbsent }: { readonly codes: readonly Code[]; readonly sayAbsent: (code: Code) => AbsenceValue },
): Awaitable<Declaration<Code>[]> {
  return gather(
    codes.map((code) => {
      const estDeclare = declared.has(code);
      const absence = estDeclare ? null : owedIn(context, sayAbsent(code), { territoire });
      return chain(absence, (said) => ({ code, estDeclare, absence: said }));
    }),
  );
}
