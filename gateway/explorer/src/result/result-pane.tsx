import { lazy, type ReactElement, Suspense, useState } from 'react';
import { isRead } from './chosen-operation.ts';
import { FORMS, SHOWN } from './forms.ts';
import { useResult } from './results.ts';

const ResultView = lazy(() => import('./result-view.tsx'));
const ExportPanel = lazy(() => import('./export-panel.tsx'));

/** The forms in which an answer is shown, above its text, which is the first of them; and its files. */
export function ResultPane(): ReactElement | null {
  const result = useResult();
  const shown = SHOWN.use();
  const [isExporting, setExporting] = useState(false);
  if (result?.data == null) return null;
  const waiting = <p role="status">Un instant…</p>;
  return (
    <div className={shown === 'JSON' ? 'result-pane' : 'result-pane is-form'}>
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
        <Suspense fallback={waiting}>
          <ExportPanel result={result} />
        </Suspense>
      )}
      {shown !== 'JSON' && (
        <Suspense fallback={waiting}>
          <ResultView result={result} form={shown} />
        </Suspense>
      )}
    </div>
  );
}
