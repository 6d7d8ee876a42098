import {
  type TableauSerieQuery,
  type TableauTerritoireQuery,
  tableauSerie,
  tableauTerritoire,
} from '../../operations/operations.ts';
import { foundOr } from '../../shell/found-or.ts';
import type { Asked, AtInstant, PageRequest } from '../../shell/page.ts';
import type { Choices } from '../choices/choices.ts';
import type { TerritoireLu } from './data.ts';

/** A territory, and one exigence in it. */
export interface TerritoireDemande {
  readonly territoire: TerritoireLu;
  readonly told: Asked<TableauTerritoireQuery>;
  /** Nothing when what is measured could not be read. */
  readonly serie: TableauSerieQuery | undefined;
}

/** @param at the instant to read it at; nothing for that of the page. @throws {GraphFault | Refusal} when nothing has its code */
export async function askTerritoire(
  ask: PageRequest['ask'],
  code: string,
  choices: Choices | undefined,
  at?: AtInstant,
): Promise<TerritoireDemande> {
  const campagne = choices?.campagne.code;
  const [told, serie] = await Promise.all([
    ask(tableauTerritoire, { code, campagne }, at),
    choices && ask(tableauSerie, { territoire: code, exigence: choices.exigence.code, campagne }, at),
  ]);
  const { data, fault } = told;
  return {
    territoire: foundOr(data.territoireClsc, { fault, none: 'Aucun territoire de CLSC', code }),
    told,
    serie: serie?.data,
  };
}
