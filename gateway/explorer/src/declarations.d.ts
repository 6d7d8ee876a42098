declare module '*.graphql?raw' {
  const text: string;
  export default text;
}

declare module 'virtual:questions/*' {
  const questions: readonly Readonly<Record<'id' | 'question' | 'profil' | 'theme' | 'query', string>>[];
  export default questions;
}

declare module 'monaco-editor/esm/vs/editor/browser/config/tabFocus.js' {
  export const TabFocus: { setTabFocusMode(leaves: boolean): void };
}

declare module 'monaco-editor/esm/vs/editor/editor.worker.js' {
  import type { worker } from 'monaco-editor';

  /** Hands what the worker of a language needs to whoever makes it. */
  export function initialize(create: (context: worker.IWorkerContext, data: never) => object): void;
}
