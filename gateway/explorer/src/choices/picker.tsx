import {
  createContext,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
  useContext,
  useEffect,
  useRef,
  useState,
} from 'react';
import { Late } from '../base/late.tsx';

interface PickerProps {
  readonly name: string;
  /** What is chosen now. */
  readonly chosen: string;
  /** Whether something else than usual is chosen. */
  readonly isSet: boolean;
  readonly children: ReactNode;
}

const Close = createContext<() => void>(() => undefined);

/** Closes the panel that a part of it stands in, once what was wanted is chosen; the keyboard goes back to its choice. */
export const useClosePicker = (): (() => void) => useContext(Close);

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
  const close = (): void => {
    setOpen(false);
    frame.current?.querySelector('summary')?.focus();
  };
  return (
    <details
      ref={frame}
      className={isSet ? 'picker is-set' : 'picker'}
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
      onKeyDown={({ key }: KeyboardEvent) => {
        if (key === 'Escape' && isOpen) close();
      }}
    >
      <summary>
        {name} : <b>{chosen}</b>
      </summary>
      {isOpen && (
        <div className="picker-panel" role="group" aria-label={name}>
          <Close value={close}>
            <Late>{children}</Late>
          </Close>
        </div>
      )}
    </details>
  );
}
