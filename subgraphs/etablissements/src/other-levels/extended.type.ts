import { CategorieEtablissement } from '@palier/runtime/categorie-etablissement';
import { CodeRoleClsc } from '@palier/runtime/code-role-clsc';
import { CodeService } from '@palier/runtime/code-service';
import { DemandeCampagne } from '@palier/runtime/demande-campagne.type';
import { StatutExigence } from '@palier/runtime/exigence-enums';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

// What other levels own and this one adds fields to.

@Directive('@key(fields: "code", resolvable: false)')
@ObjectType()
export class Campagne {
  @Field(() => ID)
  code: string;
}

@Directive('@key(fields: "code", resolvable: false)')
@ObjectType()
export class Indicateur {
  @Field(() => ID)
  code: string;
}

@Directive('@key(fields: "code")')
@ObjectType()
export class TerritoireClsc {
  @Field(() => ID)
  code: string;

  @Directive('@external')
  @Field(() => [DemandeCampagne], { nullable: true })
  demandes?: DemandeCampagne[] | null;
}

@Directive('@key(fields: "code")')
@ObjectType()
export class Etablissement {
  @Field(() => ID)
  code: string;

  @Directive('@external')
  @Field(() => CategorieEtablissement)
  categorie?: CategorieEtablissement;

  @Directive('@external')
  @Field(() => [DemandeCampagne], { nullable: true })
  demandes?: DemandeCampagne[] | null;
}

@Directive('@key(fields: "code")')
@ObjectType()
export class Exigence {
  @Field(() => ID)
  code: string;

  @Directive('@external')
  @Field(() => StatutExigence)
  statut?: StatutExigence;
}

@Directive('@key(fields: "code")')
@ObjectType()
export class RoleClsc {
  @Field(() => CodeRoleClsc)
  code: CodeRoleClsc;
}

@Directive('@key(fields: "code")')
@ObjectType()
export class ServiceSocial {
  @Field(() => CodeService)
  code: CodeService;
}
