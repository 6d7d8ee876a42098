import { createStore } from '../base/store.ts';

/** The forms in which an answer is shown; the first is its text. */
export const FORMS = { JSON: 'JSON', ARBRE: 'Arbre', TABLEAU: 'Tableau', GRAPHIQUE: 'Graphique' } as const;
type AnyForm = keyof typeof FORMS;
export type Form = Exclude<AnyForm, 'JSON'>;

export const SHOWN = createStore<AnyForm>('JSON');
