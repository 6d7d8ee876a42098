import type { CodeFormat } from '@palier/runtime/code-format';
import { defineLoader } from '@palier/runtime/loader';
import { toProvenance } from '@palier/runtime/provenance';
import { defineCatalogue } from '../catalogue/define-catalogue.ts';
import type { Reading } from '../tables.ts';
import { type ObligationRow, findObligationsByPaliers, mandats, paliers } from './palier.queries.ts';
import type { MandatValue, ObligationValue, Palier } from './palier.type.ts';
import type { MandatTable, PalierTable } from '../../tables/palier.table.ts';

export const CODE_MANDAT: CodeFormat = {
  pattern: /^[MSE]\d{1,2}$/,
  description: 'M, S ou E et un nombre, par exemple S4',
};

export const palierCatalogue = defineCatalogue(paliers, toPalier);
export const mandatCatalogue = defineCatalogue(mandats, toMandat);
export const mandatsByPalier = mandatCatalogue.groupedBy('palier_code');

export const obligationsByPalier = defineLoader<string, ObligationValue[]>(
  async ({ database }: Reading, codes) => {
    const obligations = (await findObligationsByPaliers(database, codes)).map(toObligation);
    return codes.map((code) =>
      obligations.filter(({ codesPaliers }) => codesPaliers.some((one) => one === code)),
    );
  },
);

function toPalier({ code, niveau, nom, role, provenance }: PalierTable): Palier {
  return { code, niveau, nom, role, provenance: toProvenance(provenance) };
}

function toMandat(row: MandatTable): MandatValue {
  return {
    code: row.code,
    enonce: row.enonce,
    provenance: toProvenance(row.provenance),
    palierCode: row.palier_code,
  };
}

function toObligation(row: ObligationRow): ObligationValue {
  return {
    code: row.code,
    enonce: row.enonce,
    note: row.note,
    autresActeurs: row.autres_acteurs,
    partagee: row.paliers.length + row.autres_acteurs.length > 1,
    acteurInfere: row.acteur_infere,
    provenance: toProvenance(row.provenance),
    codesPaliers: row.paliers,
    referenceCode: row.reference_code,
  };
}
