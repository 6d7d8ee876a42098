import type { ReactElement } from 'react';

interface TimeBarProps {
  readonly fromMs: number;
  readonly lengthMs: number;
  readonly wholeMs: number;
}

/** Where a stretch of time lies in the whole. The figures stand beside it: it says nothing more to who does not see it. */
export function TimeBar({ fromMs, lengthMs, wholeMs }: TimeBarProps): ReactElement {
  const share = (ms: number): string => `${Math.min(Math.max(ms / wholeMs, 0), 1) * 100}%`;
  return (
    <div className="time-bar" aria-hidden="true">
      <i style={{ marginLeft: `min(${share(fromMs)}, 100% - 2px)`, width: share(lengthMs) }} />
    </div>
  );
}
