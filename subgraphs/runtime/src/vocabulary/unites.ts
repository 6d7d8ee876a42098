import { CODE_UNITE, parseOptionalCode } from './code-format.ts';

/** The arguments by which a list is narrowed to the territories of a unit. */
export type Unite = 'reseauLocal' | 'reseauTerritorial' | 'region' | 'ruisss';

const FORMATS = {
  reseauLocal: CODE_UNITE.RLS,
  reseauTerritorial: CODE_UNITE.RTS,
  region: CODE_UNITE.RSS,
  ruisss: CODE_UNITE.RUISSS,
} as const;

/** How each is declared. */
export const UNITE_ASKED = {
  reseauLocal: { nullable: true, description: 'RLS des territoires, quatre chiffres.' },
  reseauTerritorial: { nullable: true, description: 'RTS des territoires, trois chiffres.' },
  region: { nullable: true, description: 'Région des territoires, deux chiffres.' },
  ruisss: { nullable: true, description: 'RUISSS des territoires, un chiffre.' },
} as const satisfies Record<Unite, object>;

/** Those that are asked, null for each of the others. Raises CODE_INVALIDE. */
export const parseUnites = (
  asked: Readonly<Partial<Record<Unite, string | null>>>,
): Record<Unite, string | null> => ({
  reseauLocal: parseOptionalCode(FORMATS.reseauLocal, asked.reseauLocal),
  reseauTerritorial: parseOptionalCode(FORMATS.reseauTerritorial, asked.reseauTerritorial),
  region: parseOptionalCode(FORMATS.region, asked.region),
  ruisss: parseOptionalCode(FORMATS.ruisss, asked.ruisss),
});
