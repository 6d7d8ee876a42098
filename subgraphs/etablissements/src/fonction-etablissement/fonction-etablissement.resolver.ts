import type { AbsenceValue } from '@palier/runtime/absence';
import { toProvenance } from '@palier/runtime/provenance';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Etablissement } from '../other-levels/extended.type.ts';
import type { Context } from '../tables.ts';
import {
  SANS_PDG,
  SANS_RESPONSABLE_AUTOCHTONE,
  fonctionsByEtablissement,
} from './fonction-etablissement.loader.ts';
import type { CodeFonction } from './fonction-etablissement-enums.ts';
import { FonctionEtablissement } from './fonction-etablissement.type.ts';
import type { FonctionEtablissementTable } from '../../tables/fonction-etablissement.table.ts';

@Resolver(() => Etablissement)
export class EtablissementFonctionsResolver {
  @FieldResolver(() => FonctionEtablissement, {
    nullable: true,
    description: 'Présidence-direction générale, dont la délégation fonde la capacité d’agir du CLSC.',
  })
  async pdg(@Root() { code }: Etablissement, @Ctx() context: Context): Promise<FonctionEtablissement> {
    return toFonction('PDG', await fonctionsByEtablissement.load(context, code), SANS_PDG);
  }

  @FieldResolver(() => FonctionEtablissement, {
    nullable: true,
    description:
      'Responsable des dossiers autochtones, un par établissement selon le document 000 (historique).',
  })
  async responsableAutochtone(
    @Root() { code }: Etablissement,
    @Ctx() context: Context,
  ): Promise<FonctionEtablissement> {
    const rows = await fonctionsByEtablissement.load(context, code);
    return toFonction('RESPONSABLE_AUTOCHTONE', rows, SANS_RESPONSABLE_AUTOCHTONE);
  }
}

function toFonction(
  fonction: CodeFonction,
  rows: readonly FonctionEtablissementTable[],
  absence: AbsenceValue,
): FonctionEtablissement {
  const row = rows.find((one) => one.fonction === fonction);
  if (row === undefined) return { fonction, depuis: null, provenance: null, absence };
  return { fonction, depuis: row.depuis, provenance: toProvenance(row.provenance), absence: null };
}
