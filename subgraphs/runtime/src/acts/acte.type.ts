import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { ListSize } from '../graph/demand.ts';
import { CodePalier } from '../vocabulary/paliers.ts';
import { Origine } from '../vocabulary/provenance.ts';
import { DateTime } from '../vocabulary/scalars.ts';

@Directive('@shareable')
@ObjectType({
  description:
    'Ce qui prouve qu’un acte est dans le journal de son palier, à qui n’a que les clés publiques : « npm run verifier » l’éprouve sans serveur.',
})
export class Recu {
  @Field(() => CodePalier, { description: 'Palier dont c’est le journal.' })
  niveau: CodePalier;

  @Field(() => Int, { description: 'Numéro de l’acte dans ce journal, à partir de 1.' })
  numero: number;

  @Field(() => String, {
    description:
      'Empreinte de l’acte, SHA-256 en hexadécimal : la feuille qu’il est dans l’arbre du journal.',
  })
  empreinte: string;

  @Field(() => String, { description: 'Racine de l’arbre, en hexadécimal.' })
  racine: string;

  @ListSize(40)
  @Field(() => [String], {
    description: 'Empreintes qui mènent de la feuille à la racine (RFC 9162), la plus basse d’abord.',
  })
  preuve: readonly string[];

  @Field(() => String, {
    description:
      'Point de contrôle signé (C2SP) : nom du journal, nombre d’actes, racine, puis une ligne par signataire.',
  })
  signature: string;

  @ListSize(2)
  @Field(() => [CodePalier], {
    description: 'Autres paliers qui ont contresigné ce point ; vide tant qu’ils ne l’ont pas fait.',
  })
  temoins: readonly CodePalier[];
}

@Directive('@shareable')
@ObjectType({
  description: 'Un acte : ce que quelqu’un a fait, ajouté au journal de son palier et jamais changé.',
})
export class Acte {
  @Field(() => CodePalier, { description: 'Palier dont c’est le journal.' })
  niveau: CodePalier;

  @Field(() => Int, { description: 'Numéro dans le journal du palier : à partir de 1, sans trou.' })
  numero: number;

  @Field(() => String, { description: 'Nature, du nom de la mutation : « ouvrirCampagne ».' })
  natureActe: string;

  @Field(() => DateTime, { description: 'Instant de l’inscription.' })
  inscritLe: string;

  @Field(() => String, { description: 'Qui a agi : le sujet (« sub ») de son jeton.' })
  auteur: string;

  @Field(() => ID, { nullable: true, description: 'Établissement au nom duquel il a agi, s’il y a lieu.' })
  etablissement: string | null;

  @Field(() => String, { nullable: true, description: 'Raison donnée par l’auteur.' })
  motif: string | null;

  @Field(() => ID, { description: 'Clé donnée par l’auteur : la redemander ne refait rien.' })
  cle: string;

  @Field(() => Origine, { description: 'SAISIE, ou DEMONSTRATION pour un acte fictif.' })
  origine: Origine;

  @Field(() => Int, { description: 'Version de la forme du contenu.' })
  versionContenu: number;

  @Field(() => String, {
    description:
      'Contenu, en JSON canonique (RFC 8785) ; à qui ne le lit pas, `reserve` seulement, et pourquoi. Là où il peut être retenu, `sel` est tiré au hasard, pour que l’empreinte ne laisse pas deviner le reste.',
  })
  contenu: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Pourquoi le contenu ne vous est pas donné : seuls l’établissement et Santé Québec lisent ce qui n’est pas publié. Nul quand il l’est. L’empreinte, elle, est toujours celle du contenu entier.',
  })
  contenuReserve?: string | null;

  @Field(() => String, {
    description:
      'Texte dont l’empreinte est faite (JSON canonique) : tout ce que l’acte dit, son contenu par une empreinte, et l’empreinte de l’acte précédent.',
  })
  feuille: string;

  @Field(() => Recu, { nullable: true, description: 'Reçu, que chacun peut vérifier.' })
  recu?: Recu | null;
}

@Directive('@shareable')
@ObjectType({ description: 'Ce que l’appelant peut faire d’une chose, ou pourquoi il ne le peut pas.' })
export class ActionPossible {
  @Field(() => String, { description: 'Nom de la mutation.' })
  nom: string;

  @Field(() => String, {
    nullable: true,
    description: 'Nul quand l’acte est permis ; sinon, pourquoi il serait refusé.',
  })
  motifSiRefusee: string | null;
}
