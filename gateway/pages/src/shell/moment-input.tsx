import { isDayOnly, toLocal } from '@palier/calls/instant';
import { parseInstant } from '@palier/gateway/request/read-instant';
import type { VNode } from 'preact';

/** How the field of the hour is named after that of the day. */
export const HOUR = '-heure';

export interface MomentInputProps {
  readonly name: string;
  readonly label: string;
  /** A day, an instant, or what was typed in their place. */
  readonly value: string;
}

/** Where a moment is chosen: a day, and its hour in Québec if need be. */
export function MomentInput({ name, label, value }: MomentInputProps): VNode {
  const { day, hour } = splitMoment(value);
  const said = { name, defaultValue: day };
  return (
    <>
      <label>
        <span>{label}</span>
        {day === '' || isDayOnly(day) ? (
          <input type="date" {...said} />
        ) : (
          <input type="text" maxLength={40} autocomplete="off" {...said} />
        )}
      </label>
      <label>
        <span>Heure de Québec (vide : fin du jour)</span>
        <input
          type="time"
          name={`${name}${HOUR}`}
          defaultValue={hour}
          {...(hour.length > MINUTE && { step: 0.001 })}
        />
      </label>
    </>
  );
}

const MINUTE = '05:30'.length;

/** What is no moment stays as it was typed. */
function splitMoment(value: string): { readonly day: string; readonly hour: string } {
  if (value === '' || isDayOnly(value)) return { day: value, hour: '' };
  try {
    const local = toLocal(parseInstant(value)).replace(/(:00)?\.000$/, '');
    const [day = '', hour = ''] = local.split('T');
    return { day, hour };
  } catch {
    return { day: value, hour: '' };
  }
}
