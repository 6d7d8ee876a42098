import { type KeyboardEvent, type ReactElement, type ReactNode, useEffect, useRef, useState } from 'react';
import { Late } from '../base/late.tsx';

interface PickerProps {
  readonly name: string;
  /** What is chosen now. */
  readonly chosen: string;
  /** Whether something else than usual is chosen. */
  readonly isSet: boolean;
  readonly children: ReactNode;
}

/** A choice of the header: what is chosen, and a panel to choose. The panel is drawn once it is open. */
export function Picker({ name, chosen, isSet, children }: PickerProps): ReactElement {
  const [isOpen, setOpen] = useState(false);
  const frame = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (!isOpen) return undefined;
    const leave = ({ target }: Event): void => {
      if (!frame.current?.contains(target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', leave);
    document.addEventListener('focusin', leave);
    return () => {
      document.removeEventListener('pointerdown', leave);
      document.removeEventListener('focusin', leave);
    };
  }, [isOpen]);
  const close = ({ key }: KeyboardEvent): void => {
    if (key !== 'Escape' || !isOpen) return;
    setOpen(false);
    frame.current?.querySelector('summary')?.focus();
  };
  return (
    <details
      ref={frame}
      className={isSet ? 'picker is-set' : 'picker'}
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
      onKeyDown={close}
    >
      <summary>
        {name} : <b>{chosen}</b>
      </summary>
      {isOpen && (
        <div className="picker-panel" role="group" aria-label={name}>
          <Late>{children}</Late>
        </div>
      )}
    </details>
  );
}
