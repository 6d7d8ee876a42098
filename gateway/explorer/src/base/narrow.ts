/** Whether the panels stand one above the other, as style/narrow.css lays them. */
export const isNarrow = (): boolean => matchMedia('(max-width: 760px)').matches;
