import { foundOr } from '../../shell/found-or.ts';
import type { Asked, AtInstant, PageRequest } from '../../shell/page.ts';
import type { Choices } from '../choices/choices.ts';
import type { TableauSerie, TableauTerritoire, TerritoireLu } from './data.ts';

/** A territory, and one exigence in it. */
export interface TerritoireDemande {
  readonly territoire: TerritoireLu;
  readonly told: Asked<TableauTerritoire>;
  /** Nothing when what is measured could not be read. */
  readonly serie: TableauSerie | undefined;
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
    ask<TableauTerritoire>('tableau-territoire', { code, campagne }, at),
    choices &&
      ask<TableauSerie>('tableau-serie', { territoire: code, exigence: choices.exigence.code, campagne }, at),
  ]);
  const { data, fault } = told;
  return {
    territoire: foundOr(data.territoireClsc, { fault, none: 'Aucun territoire de CLSC', code }),
    told,
    serie: serie?.data,
  };
}
