/** The three levels, as tokens and the graph name them. */
export type PalierCode = 'MSSS' | 'SANTE_QUEBEC' | 'ETABLISSEMENT';

/** Who sends a request, as far as a verified token tells. */
export interface Identity {
  /** `sub` of the token; nothing when no token was given. */
  readonly subject: string | undefined;
  /** The level it acts for. */
  readonly palier: PalierCode | undefined;
  /** The code of the établissement it acts for, when it acts for one. */
  readonly etablissement: string | undefined;
  readonly scopes: ReadonlySet<string>;
  readonly policies: ReadonlySet<string>;
  /** The same for two identities exactly when nothing above tells them apart. */
  readonly key: string;
}

/** A caller without a token. */
export const ANONYMOUS: Identity = {
  subject: undefined,
  palier: undefined,
  etablissement: undefined,
  scopes: new Set(),
  policies: new Set(),
  key: '',
};
