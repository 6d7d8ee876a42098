import { registerEnumType } from 'type-graphql';

export const SeveriteRegle = {
  BLOQUANTE: 'BLOQUANTE',
  A_JUSTIFIER: 'A_JUSTIFIER',
  INFORMATION: 'INFORMATION',
} as const;
export type SeveriteRegle = (typeof SeveriteRegle)[keyof typeof SeveriteRegle];

registerEnumType(SeveriteRegle, {
  name: 'SeveriteRegle',
  description: 'Ce qu’entraîne une règle de validation qui n’est pas respectée.',
  valuesConfig: {
    BLOQUANTE: { description: 'La mesure est refusée : elle ne peut pas être vraie.' },
    A_JUSTIFIER: { description: 'La mesure se soumet avec une justification.' },
    INFORMATION: {
      description: 'La mesure est montrée à qui la saisit et à qui l’examine ; rien n’est exigé.',
    },
  },
});

/** A rule as whoever judges by it must know it: a version, which is never changed. */
export interface RegleEnVigueur {
  /** « VALEUR_NEGATIVE:V1 ». */
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly nom: string;
  readonly severite: SeveriteRegle;
  readonly expression: string;
  /** What is said of a measure that breaks it; `{valeur}` stands for what an operande holds. */
  readonly message: string;
  readonly remede: string;
  /** Those it applies to; empty for all of them. */
  readonly unites: readonly string[];
  readonly exigences: readonly string[];
  /** « INFERENCE », or « TEXTE (003, L1503-1508) ». */
  readonly fondement: string;
}

export const regleId = ({ code, version }: Pick<RegleEnVigueur, 'code' | 'version'>): string =>
  `${code}:V${version}`;
