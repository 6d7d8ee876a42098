import type { editor } from 'monaco-editor';
import { useGraphiQL, useMonaco } from '@graphiql/react';
import { useEffect } from 'react';

const OPTIONS = {
  fontFamily: "ui-monospace, 'Cascadia Code', Menlo, Consolas, 'DejaVu Sans Mono', monospace",
  fontSize: 14,
  wordWrap: 'on',
  glyphMargin: false,
  lineDecorationsWidth: 0,
  // The apostrophe of French is no trap.
  unicodeHighlight: { ambiguousCharacters: false },
} as const;

/** Of names of our own: GraphiQL may define its themes again once ours are there. */
export const EDITOR_THEME = { light: 'palier-light', dark: 'palier-dark' };

const COLORS = {
  [EDITOR_THEME.light]: {
    base: 'vs',
    accent: '#1d5a8f',
    soft: '#1d5a8f1f',
    surface: '#ffffff',
    ink: '#1b2733',
    // The others of Monaco are easily read on these grounds; these were not.
    tokens: { argument: '5b4bb3', number: '066343', comment: '00700f' },
    bracket: '#1f6b1f',
    lineNumber: '#1f6980',
  },
  [EDITOR_THEME.dark]: {
    base: 'vs-dark',
    accent: '#8cc4f2',
    soft: '#8cc4f224',
    surface: '#1a222d',
    ink: '#e4eaf1',
    tokens: { argument: 'b3a9ff', number: 'b5cea8', comment: '83b56f' },
    bracket: '#da70d6',
    lineNumber: '#9aa7b5',
  },
} as const;

/** Gives the editors of GraphiQL this page's font, colours, names and keyboard. Draws nothing. */
export function EditorSettings(): null {
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const variableEditor = useGraphiQL((state) => state.variableEditor);
  const headerEditor = useGraphiQL((state) => state.headerEditor);
  const responseEditor = useGraphiQL((state) => state.responseEditor);
  const theme = useGraphiQL((state) => state.monacoTheme);
  const monaco = useMonaco((state) => state.monaco);
  useEffect(() => adjust(queryEditor, 'Requête'), [queryEditor]);
  useEffect(() => adjust(variableEditor, 'Variables'), [variableEditor]);
  useEffect(() => adjust(headerEditor, 'En-têtes'), [headerEditor]);
  useEffect(() => responseEditor?.updateOptions({ ...OPTIONS, ariaLabel: 'Réponse' }), [responseEditor]);
  useEffect(() => {
    if (monaco === undefined) return;
    defineThemes(monaco.editor.defineTheme);
    void letTabLeave();
  }, [monaco]);
  // An editor made before a theme is defined has the one of Monaco.
  useEffect(() => {
    if (theme !== undefined) monaco?.editor.setTheme(theme);
  }, [monaco, theme]);
  return null;
}

/** Tab leaves an editor, as it leaves any other field: without this the keyboard would be caught in it. */
async function letTabLeave(): Promise<void> {
  // The option of this name is read by VS Code alone.
  const { TabFocus } = await import('monaco-editor/esm/vs/editor/browser/config/tabFocus.js');
  TabFocus.setTabFocusMode(true);
}

function adjust(field: editor.IStandaloneCodeEditor | undefined, name: string): void {
  if (field === undefined) return;
  field.updateOptions({ ...OPTIONS, ariaLabel: name });
  const frame = field.getContainerDomNode();
  frame.setAttribute('role', 'group');
  frame.setAttribute('aria-label', `${name} : Entrée pour écrire, Tab pour sortir`);
}

type DefineTheme = typeof editor.defineTheme;

function defineThemes(defineTheme: DefineTheme): void {
  for (const [name, { base, accent, soft, surface, ink, tokens, bracket, lineNumber }] of Object.entries(
    COLORS,
  )) {
    defineTheme(name, {
      base,
      inherit: true,
      rules: [
        { token: 'argument.identifier.gql', foreground: tokens.argument },
        { token: 'number', foreground: tokens.number },
        { token: 'comment', foreground: tokens.comment },
      ],
      colors: {
        'editor.background': '#ffffff00',
        'editorBracketHighlight.foreground2': bracket,
        'editorLineNumber.foreground': lineNumber,
        'editorLineNumber.dimmedForeground': lineNumber,
        'scrollbar.shadow': '#ffffff00',
        focusBorder: accent,
        highlight: accent,
        'textLink.foreground': accent,
        'textLink.activeForeground': accent,
        'editorLink.activeForeground': accent,
        'editorHoverWidget.background': surface,
        'editorSuggestWidget.background': surface,
        'editorSuggestWidget.selectedBackground': soft,
        'editorSuggestWidget.selectedForeground': accent,
        'editorWidget.background': surface,
        'list.hoverBackground': soft,
        'list.highlightForeground': accent,
        'list.focusHighlightForeground': accent,
        'menu.background': surface,
        'menu.selectionBackground': soft,
        'menu.selectionForeground': accent,
        'quickInput.background': surface,
        'quickInput.foreground': ink,
        'quickInputList.focusBackground': soft,
        'quickInputList.focusForeground': ink,
        'list.activeSelectionForeground': ink,
        'list.focusForeground': ink,
        'pickerGroup.foreground': accent,
        'toolbar.hoverBackground': soft,
      },
    });
  }
}
