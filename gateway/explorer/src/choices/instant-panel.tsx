import { type FormEvent, type ReactElement, useId, useState } from 'react';
import { INSTANT } from '../session/session.ts';
import { useClosePicker } from './picker.tsx';

/** Chooses a day, or an instant of it. */
export default function InstantPanel(): ReactElement {
  const instant = INSTANT.use();
  const [day, setDay] = useState(() => dayOf(instant));
  const [time, setTime] = useState(() => timeOf(instant));
  const close = useClosePicker();
  const id = useId();
  const apply = (event: FormEvent): void => {
    event.preventDefault();
    if (day === '') return;
    INSTANT.set(time === '' ? day : new Date(`${day}T${time}`).toISOString());
    close();
  };
  const forget = (): void => {
    INSTANT.set(undefined);
    close();
  };
  return (
    <form onSubmit={apply}>
      <p>
        Le graphe répond ce qu’il savait alors (<code>Palier-Au</code>). Un jour seul est sa fin, au Québec ;
        une heure est celle de cet appareil.
      </p>
      <label htmlFor={`${id}-day`}>Jour</label>
      <input
        id={`${id}-day`}
        type="date"
        required
        max={toDay(time === '' ? yesterday() : new Date())}
        value={day}
        onChange={({ currentTarget }) => setDay(currentTarget.value)}
      />
      <label htmlFor={`${id}-time`}>Heure (facultative)</label>
      <input
        id={`${id}-time`}
        type="time"
        step="1"
        value={time}
        onChange={({ currentTarget }) => setTime(currentTarget.value)}
      />
      <p className="actions">
        <button type="submit">Lire à cet instant</button>
        <button type="button" onClick={forget}>
          Revenir à maintenant
        </button>
      </p>
    </form>
  );
}

const two = (count: number): string => String(count).padStart(2, '0');
const toDay = (date: Date): string =>
  `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;

/** The end of today is not past. */
function yesterday(): Date {
  const date = new Date();
  date.setDate(date.getDate() - 1);
  return date;
}

const dayOf = (instant: string | undefined): string =>
  instant?.includes('T') ? toDay(new Date(instant)) : (instant ?? '');

function timeOf(instant: string | undefined): string {
  if (!instant?.includes('T')) return '';
  const date = new Date(instant);
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}
