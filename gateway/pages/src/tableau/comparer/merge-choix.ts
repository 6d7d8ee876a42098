import type { TableauChoixQuery } from '../../operations/operations.ts';

/** What could be chosen at one moment or at another. @param told the latest first: it tells of what both know, and which campagne is current */
export const mergeChoix = (told: readonly TableauChoixQuery[]): TableauChoixQuery =>
  told.reduce((one, other) => ({
    campagnes: mergeCampagnes(one.campagnes, other.campagnes),
    indicateurs: mergeIndicateurs(one.indicateurs, other.indicateurs),
  }));

type Campagnes = TableauChoixQuery['campagnes'];
type Indicateurs = TableauChoixQuery['indicateurs'];

/** A level may have answered of one moment alone. */
function mergeCampagnes(one: Campagnes, other: Campagnes): Campagnes {
  if (one === null || other === null) return one ?? other;
  const others = other.nodes.map((campagne) => campagne && { ...campagne, courante: false });
  const nodes = addOthers(one.nodes, one.nodes.length === 0 ? other.nodes : others);
  const unread = [one, other].reduce((sum, { totalCount, nodes: read }) => sum + totalCount - read.length, 0);
  return { totalCount: nodes.length + unread, nodes, absence: nodes.length === 0 ? one.absence : null };
}

const mergeIndicateurs = (one: Indicateurs, other: Indicateurs): Indicateurs =>
  one === null || other === null ? (one ?? other) : addOthers(one, other);

function addOthers<Item extends { readonly code: string } | null>(
  one: readonly Item[],
  other: readonly Item[],
): Item[] {
  const known = new Set(one.map((item) => item?.code));
  return [...one, ...other.filter((item) => !known.has(item?.code))];
}
