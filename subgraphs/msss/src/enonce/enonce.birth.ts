import type { Birth, Rows } from '@palier/runtime/birth';

type Row = Rows[number];

/** The rows of the table: a statement's section is named by its title, and the law it invokes is found among the references. */
export function toEnonceRows(enonces: Rows, birth: Birth): Rows {
  const titles = new Map(birth['section_document']?.map(({ code, titre }) => [code, titre]));
  return enonces.map((enonce) => ({
    ...enonce,
    reference_code: findReference(enonce, birth['reference_legale'] ?? []),
    provenance: { ...(enonce['provenance'] as object), section: titles.get(enonce['section_code']) },
  }));
}

function findReference({ loi, article, document_code }: Row, references: Rows): unknown {
  if (loi == null) return null;
  const ofLoi = references.filter((reference) => reference['loi'] === loi);
  // A law whose articles are cited is not meant whole where no article is said.
  if (article == null && ofLoi.some((reference) => reference['article'] != null)) return null;
  const same = ofLoi.filter((reference) => reference['article'] === article);
  const isOfSameText = ({ provenance }: Row): boolean =>
    (provenance as { readonly document?: string }).document === document_code;
  return (same.find(isOfSameText) ?? same[0])?.['code'] ?? null;
}
