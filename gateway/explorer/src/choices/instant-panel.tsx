import { type FormEvent, type ReactElement, useId, useState } from 'react';
import { sayInstant } from '../base/say-instant.ts';
import { INSTANT } from '../session/session.ts';
import { useMemoryStart } from './memory-start.ts';
import { lastDay, toInstant, toMoment } from './moment.ts';
import { useClosePicker } from './picker.tsx';

/** Chooses a day, or an instant of it, in Québec. */
export default function InstantPanel(): ReactElement {
  const instant = INSTANT.use();
  const [moment, setMoment] = useState(() => toMoment(instant));
  const [said, setSaid] = useState('');
  const start = useMemoryStart();
  const close = useClosePicker();
  const id = useId();
  const choose = (chosen: string | undefined): void => {
    INSTANT.set(chosen);
    close();
  };
  const apply = (event: FormEvent): void => {
    event.preventDefault();
    if (moment.day === '') return;
    try {
      choose(toInstant(moment));
    } catch (error) {
      setSaid((error as Error).message);
    }
  };
  return (
    <form onSubmit={apply}>
      <p>
        Le graphe répond ce qu’il savait alors (<code>Palier-Au</code>).
        {start !== undefined && ` Il retient ce qu’il sait depuis ${sayInstant(start)}.`}
      </p>
      <label htmlFor={`${id}-day`}>Jour</label>
      <input
        id={`${id}-day`}
        type="date"
        required
        max={lastDay(moment)}
        value={moment.day}
        onChange={({ currentTarget: { value } }) => setMoment({ ...moment, day: value })}
      />
      <label htmlFor={`${id}-hour`}>Heure de Québec (vide : fin du jour)</label>
      <input
        id={`${id}-hour`}
        type="time"
        step="1"
        value={moment.hour}
        onChange={({ currentTarget: { value } }) => setMoment({ ...moment, hour: value })}
      />
      <p role="status" className="refusal">
        {said}
      </p>
      <p className="actions">
        <button type="submit">Lire à cet instant</button>
        <button type="button" onClick={() => choose(undefined)}>
          Revenir à maintenant
        </button>
      </p>
    </form>
  );
}
