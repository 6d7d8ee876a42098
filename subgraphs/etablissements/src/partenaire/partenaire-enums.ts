import { registerEnumType } from 'type-graphql';

export const TypePartenaire = {
  MUNICIPALITE: 'MUNICIPALITE',
  ORGANISME_COMMUNAUTAIRE: 'ORGANISME_COMMUNAUTAIRE',
  EESAD: 'EESAD',
  PHARMACIE: 'PHARMACIE',
  ECOLE: 'ECOLE',
  MILIEU_PREMIERE_LIGNE: 'MILIEU_PREMIERE_LIGNE',
  DTMF: 'DTMF',
  SANTE_PUBLIQUE: 'SANTE_PUBLIQUE',
  CHSGS: 'CHSGS',
  AUTRE: 'AUTRE',
} as const;
export type TypePartenaire = (typeof TypePartenaire)[keyof typeof TypePartenaire];

registerEnumType(TypePartenaire, {
  name: 'TypePartenaire',
  description: 'Sortes de partenaires que les textes nomment ; le classement est une inférence.',
  valuesConfig: {
    MUNICIPALITE: { description: 'Municipalité.' },
    ORGANISME_COMMUNAUTAIRE: { description: 'Organisme communautaire.' },
    EESAD: { description: 'Entreprise d’économie sociale en aide à domicile.' },
    PHARMACIE: { description: 'Pharmacie communautaire.' },
    ECOLE: { description: 'Milieu scolaire.' },
    MILIEU_PREMIERE_LIGNE: { description: 'Milieu de soins et services de première ligne.' },
    DTMF: { description: 'Département territorial de médecine familiale.' },
    SANTE_PUBLIQUE: { description: 'Santé publique.' },
    CHSGS: { description: 'Centre hospitalier de soins généraux et spécialisés.' },
    AUTRE: { description: 'Autre partenaire.' },
  },
});
