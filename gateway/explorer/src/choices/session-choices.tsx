import type { ReactElement } from 'react';
import { createPortal } from 'react-dom';
import { latePart } from '../base/late.tsx';
import { createStore } from '../base/store.ts';
import { Picker } from './picker.tsx';
import { sayHolder } from '../session/read-claims.ts';
import { sayInstant } from '../base/say-instant.ts';
import { IDENTITY, INSTANT } from '../session/session.ts';

const InstantPanel = latePart(() => import('./instant-panel.tsx'));
const IdentityPanel = latePart(() => import('./identity-panel.tsx'));

/** Where in the header they stand: the editors, which they act upon, are further down. */
export const CHOICES_PLACE = createStore<HTMLElement | null>(null);

/** Which instant is read, and who asks. */
export function SessionChoices(): ReactElement | null {
  const place = CHOICES_PLACE.use();
  const instant = INSTANT.use();
  const identity = IDENTITY.use();
  if (place === null) return null;
  return createPortal(
    <>
      <Picker name="Instant" chosen={sayInstant(instant, 'COURT')} isSet={instant !== undefined}>
        <InstantPanel />
      </Picker>
      <Picker
        name="Identité"
        chosen={identity === undefined ? 'anonyme' : sayHolder(identity.claims)}
        isSet={identity !== undefined}
      >
        <IdentityPanel />
      </Picker>
    </>,
    place,
  );
}
