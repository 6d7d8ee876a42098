import type { Birth, Rows } from '@palier/runtime/birth';
import { normaliseTexte } from '@palier/runtime/normalise-texte';
import { listNomsDeType } from './read-code.ts';
import { type Row, SOURCES, type Source, listTexts } from './sources.ts';
import { toVecteur } from './to-vecteur.ts';

/** What a row is in the graph; undefined for one that nothing finds. */
export function nameEntite(table: string, row: Row): Entite | undefined {
  const source = SOURCES[table];
  return source && toEntite(row, source);
}

interface Entite {
  readonly type: string;
  readonly code: string;
}

function toEntite(row: Row, { type }: Source): Entite {
  return { type: typeof type === 'string' ? type : type(row), code: String(row['code']) };
}

/** The rows of the search table, made from those of the others. */
export function toRechercheRows(birth: Birth): Rows {
  return Object.entries(SOURCES).flatMap(([table, source]) =>
    (birth[table] ?? []).map((row) => toRechercheRow(row, source, birth)),
  );
}

function toRechercheRow(row: Row, source: Source, birth: Birth): Row {
  const { titre, textes, nom, autresNoms, repond, mots = [], poids } = source;
  const title = typeof titre === 'string' ? String(row[titre]) : titre(row, birth);
  const parts =
    typeof textes === 'function' ? textes(row, birth) : textes.flatMap((name) => listTexts(row[name]));
  const hidden = typeof mots === 'function' ? mots(row) : mots.flatMap((name) => listTexts(row[name]));
  const name = nom?.(row);
  const words = [...(name === undefined ? [] : [title]), ...parts, ...hidden];
  const entite = toEntite(row, source);
  return {
    ...entite,
    titre: title,
    texte: parts.join(' — '),
    poids: poids?.(row) ?? 1,
    code_normalise: normaliseTexte(String(row['code'])),
    titre_normalise: normaliseTexte(name ?? title),
    vecteur: toVecteur({
      titre: [name ?? title, ...(autresNoms?.(row) ?? [])].join(' '),
      nom: listNomsDeType(entite.type).join(' '),
      texte: words.join(' '),
      questions: repond?.(row),
    }),
    provenance: row['provenance'] ?? firstProvenance(row),
  };
}

function firstProvenance({ provenances }: Row): unknown {
  return { origine: 'TEXTE', ...(provenances as Rows)[0] };
}
