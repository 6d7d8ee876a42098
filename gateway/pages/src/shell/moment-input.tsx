import type { VNode } from 'preact';

export interface MomentInputProps {
  readonly name: string;
  readonly label: string;
  /** What was typed. */
  readonly value: string;
}

/** Where an instant is typed. */
export function MomentInput({ name, label, value }: MomentInputProps): VNode {
  return (
    <label>
      <span>{label}</span>
      <input name={name} defaultValue={value} maxLength={40} placeholder="2026-05-01" autocomplete="off" />
    </label>
  );
}
