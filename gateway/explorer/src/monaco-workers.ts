import type { Environment } from 'monaco-editor';
import EditorWorker from 'monaco-editor/esm/vs/editor/editor.worker.js?worker';
import JsonWorker from 'monaco-editor/esm/vs/language/json/json.worker.js?worker';
import GraphqlWorker from './graphql.worker.ts?worker';

/** Tells the editors which script of this host does their heavy work. */
export function provideMonacoWorkers(): void {
  const environment: Environment = { getWorker: (_id, label) => createWorker(label) };
  Object.assign(globalThis, { MonacoEnvironment: environment });
}

function createWorker(label: string): Worker {
  if (label === 'json') return new JsonWorker();
  if (label === 'graphql') return new GraphqlWorker();
  return new EditorWorker();
}
