declare module '*.graphql?raw' {
  const text: string;
  export default text;
}

declare module 'virtual:questions/*' {
  const questions: readonly Readonly<Record<'id' | 'question' | 'profil' | 'query', string>>[];
  export default questions;
}

declare module 'monaco-editor/esm/vs/editor/browser/config/tabFocus.js' {
  export const TabFocus: { setTabFocusMode(leaves: boolean): void };
}
