import { type ReactElement, useState } from 'react';
import { Late, latePart } from '../base/late.tsx';
import { isRead } from './chosen-operation.ts';
import { FORMS, SHOWN } from './forms.ts';
import { useIsFormer, useResult } from './results.ts';

const ResultView = latePart(() => import('./result-view.tsx'));
const ExportPanel = latePart(() => import('./export-panel.tsx'));

/** The forms in which an answer is shown, above its text, which is the first of them; and its files. */
export function ResultPane(): ReactElement | null {
  const result = useResult();
  const shown = SHOWN.use();
  const [isExporting, setExporting] = useState(false);
  const isFormer = useIsFormer();
  const notice = (
    <p role="status" className="former">
      {isFormer && sayFormer(result?.operation.operationName)}
    </p>
  );
  if (result?.data == null) return notice;
  return (
    <div className={shown === 'JSON' ? 'result-pane' : 'result-pane is-form'}>
      {notice}
      <div className="result-bar">
        <div role="group" aria-label="Forme de la réponse" className="forms">
          {Object.entries(FORMS).map(([form, name]) => (
            <button
              key={form}
              type="button"
              aria-pressed={form === shown}
              onClick={() => SHOWN.set(form as keyof typeof FORMS)}
            >
              {name}
            </button>
          ))}
        </div>
        {isRead(result.operation) && (
          <button type="button" aria-expanded={isExporting} onClick={() => setExporting(!isExporting)}>
            Exporter
          </button>
        )}
      </div>
      {isExporting && (
        <Late>
          <ExportPanel result={result} isFormer={isFormer} />
        </Late>
      )}
      {shown !== 'JSON' && (
        <Late>
          <ResultView result={result} form={shown} />
        </Late>
      )}
    </div>
  );
}

const sayFormer = (name: string | null | undefined): string =>
  `Réponse de la requête précédente${name ? `, ${name}` : ''} : exécutez de nouveau.`;
