import type { editor } from 'monaco-editor';
import { useGraphiQL, useMonaco } from '@graphiql/react';
import { useEffect } from 'react';

// Tab leaves an editor, as it leaves any other field: without this the keyboard would be caught in it.
const OPTIONS = {
  tabFocusMode: true,
  fontFamily: "ui-monospace, 'Cascadia Code', Menlo, Consolas, 'DejaVu Sans Mono', monospace",
  fontSize: 14,
  wordWrap: 'on',
  glyphMargin: false,
  lineDecorationsWidth: 0,
  // The apostrophe of French is no trap.
  unicodeHighlight: { ambiguousCharacters: false },
} as const;

const COLORS = {
  'graphiql-LIGHT': { base: 'vs', accent: '#1d5a8f', soft: '#1d5a8f1f', surface: '#ffffff' },
  'graphiql-DARK': { base: 'vs-dark', accent: '#8cc4f2', soft: '#8cc4f224', surface: '#1a222d' },
} as const;

/** Gives the editors of GraphiQL this page's font, colours, names and keyboard. Draws nothing. */
export function EditorSettings(): null {
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const variableEditor = useGraphiQL((state) => state.variableEditor);
  const headerEditor = useGraphiQL((state) => state.headerEditor);
  const responseEditor = useGraphiQL((state) => state.responseEditor);
  const monaco = useMonaco((state) => state.monaco);
  useEffect(() => adjust(queryEditor, 'Requête'), [queryEditor]);
  useEffect(() => adjust(variableEditor, 'Variables'), [variableEditor]);
  useEffect(() => adjust(headerEditor, 'En-têtes'), [headerEditor]);
  useEffect(() => responseEditor?.updateOptions({ ...OPTIONS, ariaLabel: 'Réponse' }), [responseEditor]);
  useEffect(() => {
    if (monaco) defineThemes(monaco.editor.defineTheme);
  }, [monaco]);
  return null;
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
  for (const [name, { base, accent, soft, surface }] of Object.entries(COLORS)) {
    defineTheme(name, {
      base,
      inherit: true,
      rules: [{ token: 'argument.identifier.gql', foreground: base === 'vs' ? '5b4bb3' : 'b3a9ff' }],
      colors: {
        'editor.background': '#ffffff00',
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
        'quickInputList.focusBackground': soft,
        'pickerGroup.foreground': accent,
        'toolbar.hoverBackground': soft,
      },
    });
  }
}
