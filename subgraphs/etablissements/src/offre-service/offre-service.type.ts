import type { AbsenceValue } from '@palier/runtime/absence';
import { CodeService } from '@palier/runtime/code-service';
import { createConnectionType } from '@palier/runtime/connection';
import { DateTime } from '@palier/runtime/scalars';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Absence } from '../absence/absence.type.ts';
import { Entente } from '../entente/entente.type.ts';
import { ServiceSocial, TerritoireClsc } from '../other-levels/extended.type.ts';
import { Provenance } from '../provenance/provenance.type.ts';
import { EtatOffre } from './offre-service-enums.ts';

@Directive('@key(fields: "id")')
@ObjectType({
  description: 'Un service social général, tel que l’établissement déclare l’offrir dans un territoire.',
})
export class OffreService {
  @Field(() => ID, { description: 'Identifiant.' })
  id: string;

  @Field(() => TerritoireClsc, { nullable: true, description: 'Territoire.' })
  territoire: TerritoireClsc;

  @Field(() => ServiceSocial, { nullable: true, description: 'Service.' })
  service: ServiceSocial;

  @Field(() => EtatOffre, { description: 'Ce qui est offert.' })
  etat: EtatOffre;

  @Field(() => String, { nullable: true, description: 'Modalités, en clair.' })
  modalites: string | null;

  @Field(() => Entente, { nullable: true, description: 'Entente qui couvre le service, s’il y en a une.' })
  entente?: Entente | null;

  @Field(() => DateTime, { description: 'Instant de la déclaration.' })
  declareeLe: string;

  @Field(() => Provenance, { description: 'Source.' })
  provenance: Provenance;
}

@ObjectType({
  description: 'Un des six services sociaux généraux dans un territoire : déclaré, ou dit manquant.',
})
export class DeclarationService {
  @Field(() => CodeService, { description: 'Service.' })
  code: CodeService;

  @Field(() => Boolean, { description: 'Vrai quand `offre` dit s’il est offert.' })
  estDeclare: boolean;

  @Field(() => Absence, {
    nullable: true,
    description: 'Quand rien n’en est déclaré, qui le doit ; nulle autrement.',
  })
  absence: AbsenceValue | null;
}

/** An offer as its row gives it; its entente is read by its own loader. */
export interface OffreServiceValue extends OffreService {
  readonly ententeId: string | null;
}

export const OffreServiceConnection = createConnectionType(
  'OffreService',
  () => OffreService,
  () => Absence,
);
