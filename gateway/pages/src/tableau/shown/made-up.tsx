import type { VNode } from 'preact';
import { holdsDemonstration } from '../../shell/reads.ts';

interface MadeUpProps {
  /** What the table shows. */
  readonly of: readonly unknown[];
  /** How many the table has. */
  readonly columns: number;
}

/** On paper, what nobody may take for what it is not: in the head of a table, said again on every sheet that it goes on. */
export function MadeUp({ of, columns }: MadeUpProps): VNode | null {
  if (!holdsDemonstration(of)) return null;
  return (
    <tr class="printed">
      <td colSpan={columns}>
        <strong>Données de démonstration</strong> : des chiffres, des personnes ou des décisions de ce tableau
        sont fictifs.
      </td>
    </tr>
  );
}
