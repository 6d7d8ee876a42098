import type { VNode } from 'preact';

export interface MomentProps {
  readonly name: string;
  readonly label: string;
  /** What was typed. */
  readonly value: string;
}

/** Where an instant is typed. */
export function Moment({ name, label, value }: MomentProps): VNode {
  return (
    <label>
      <span>{label}</span>
      <input name={name} defaultValue={value} maxLength={40} placeholder="2026-05-01" autocomplete="off" />
    </label>
  );
}
