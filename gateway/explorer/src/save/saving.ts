import { createStore } from '../base/store.ts';

/** Whether the query of the open tab is being saved. */
export const SAVING = createStore(false);
