import type { ReactElement } from 'react';
import { sayInstant } from '../base/say-instant.ts';
import { useResult } from '../result/results.ts';
import { INSTANT } from '../session/session.ts';
import { pastOf } from '../result/past.ts';

/** What is read of the past is not taken for what is known now; what is only chosen is not taken for what was read. */
export function InstantNotice(): ReactElement {
  const chosen = INSTANT.use();
  const result = useResult();
  const past = result && pastOf(result);
  return (
    <div role="status">
      {(chosen !== undefined || past !== undefined) && (
        <p className="notice">
          {past?.isRead === true && (
            <>
              <b>Lecture du passé</b> : la réponse montrée est ce que le graphe savait,{' '}
              {sayInstant(past.instant)}.{' '}
            </>
          )}
          {past?.isRead === false && (
            <>
              <b>Instant refusé</b> : {sayInstant(past.instant)}. La réponse montrée dit pourquoi.{' '}
            </>
          )}
          {chosen !== undefined && chosen !== past?.instant && (
            <>
              <b>Instant choisi</b> : {sayInstant(chosen)}. Exécutez la requête pour lire ce que le graphe
              savait alors.{' '}
            </>
          )}
          {chosen !== undefined && (
            <button type="button" className="link" onClick={() => INSTANT.set(undefined)}>
              Revenir à maintenant
            </button>
          )}
        </p>
      )}
    </div>
  );
}
