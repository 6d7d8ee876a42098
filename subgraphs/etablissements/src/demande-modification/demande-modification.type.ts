import { createConnectionType } from '@palier/runtime/connection';
import { ListSize } from '@palier/runtime/demand';
import { DateTime } from '@palier/runtime/scalars';
import { INTERNE } from '@palier/runtime/tags';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Absence } from '../absence/absence.type.ts';
import { Etablissement, TerritoireClsc } from '../other-levels/extended.type.ts';
import { Provenance } from '../provenance/provenance.type.ts';
import { EtatDemande, NatureImpact } from './demande-modification-enums.ts';

@ObjectType({ description: 'Évaluation d’un des quatre impacts d’une modification.' })
export class ImpactModification {
  @Field(() => NatureImpact, { description: 'Nature de l’impact.' })
  nature: NatureImpact;

  @Field(() => String, { description: 'Évaluation.' })
  evaluation: string;

  @Field(() => Provenance, { description: 'Source.' })
  provenance: Provenance;
}

@Directive('@key(fields: "id")')
@Directive(INTERNE)
@ObjectType({
  description: 'Demande de révision des limites d’un territoire de CLSC, déposée par un établissement.',
})
export class DemandeModification {
  @Field(() => ID, { description: 'Identifiant.' })
  id: string;

  @Field(() => Etablissement, { nullable: true, description: 'Établissement qui demande.' })
  etablissement: Etablissement;

  @ListSize(10)
  @Field(() => [TerritoireClsc], { nullable: 'itemsAndList', description: 'Territoires touchés.' })
  territoires: TerritoireClsc[];

  @Field(() => EtatDemande, { description: 'Étape.' })
  etat: EtatDemande;

  @Field(() => String, { nullable: true, description: 'Limites proposées, en clair.' })
  limites: string | null;

  @ListSize(10)
  @Field(() => [String], { description: 'Motifs.' })
  motifs: string[];

  @ListSize(4)
  @Field(() => [ImpactModification], { description: 'Impacts évalués, un par nature au plus.' })
  impacts?: ImpactModification[];

  @Field(() => String, { nullable: true, description: 'Avis des équipes de santé publique (004, L707-724).' })
  avisSantePublique: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Communication prévue à la population (004, L733-734).',
  })
  communication: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Comment chacun reste rattaché à un territoire (004, L700-702).',
  })
  planRattachement: string | null;

  @ListSize(6)
  @Field(() => [String], {
    description:
      'Parties qui manquent encore au dossier, avec les lignes dont Palier les tire : le texte ne fixe pas le contenu d’une demande (004, L728-730).',
  })
  manque?: string[];

  @Field(() => DateTime, { nullable: true, description: 'Instant du dépôt.' })
  deposeeLe: string | null;

  @Field(() => Provenance, { description: 'Source.' })
  provenance: Provenance;
}

export const DemandeModificationConnection = createConnectionType(
  'DemandeModification',
  () => DemandeModification,
  () => Absence,
);
