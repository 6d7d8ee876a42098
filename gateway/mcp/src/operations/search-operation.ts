import { parse, validate, type GraphQLSchema } from 'graphql';
import type { PublishedOperation } from '@palier/gateway/request/published-graph';

const TEXT = `# Chercher par des mots dans tout ce que le ministère sait (textes, standards, mandats, territoires), et dans les noms
# et les codes des établissements et des indicateurs, que Santé Québec tient. Donne le type
# et le code de chaque chose trouvée, que lire_fait lit, un extrait, et les lignes citées. Où un document dit quelque chose,
# ou invoque une loi, comme la loi P-38.
query Rechercher($texte: String!, $types: [String!], $first: Int, $after: String) {
  recherche(texte: $texte, types: $types, first: $first, after: $after) {
    totalCount
    nodes { type code titre extrait }
    ailleurs { champ contenu }
  }
  etablissements(texte: $texte) { code nom }
  indicateurs(texte: $texte) { code nom }
}`;

/** The search, as an operation; nothing through a contract that hides it. */
export function searchOperation(schema: GraphQLSchema): PublishedOperation | undefined {
  const document = parse(TEXT);
  const isOffered = validate(schema, document, undefined, { maxErrors: 1 }).length === 0;
  return isOffered ? { id: 'rechercher', text: TEXT, document } : undefined;
}
