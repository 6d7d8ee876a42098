import { registerEnumType } from 'type-graphql';

/** The four roles of a CLSC. NAVIGATEUR is a role of the CLSC, never a person. */
export const CodeRoleClsc = {
  NAVIGATEUR: 'NAVIGATEUR',
  COORDONNATEUR: 'COORDONNATEUR',
  LEADER_INTERSECTORIEL: 'LEADER_INTERSECTORIEL',
  COANIMATEUR: 'COANIMATEUR',
} as const;
export type CodeRoleClsc = (typeof CodeRoleClsc)[keyof typeof CodeRoleClsc];

registerEnumType(CodeRoleClsc, {
  name: 'CodeRoleClsc',
  description: 'Les quatre rôles structurants d’un CLSC.',
  valuesConfig: {
    NAVIGATEUR: {
      description:
        'Navigateur : un rôle du CLSC, à ne pas confondre avec le navigateur de services du document 000.',
    },
    COORDONNATEUR: { description: 'Coordonnateur.' },
    LEADER_INTERSECTORIEL: { description: 'Leader intersectoriel.' },
    COANIMATEUR: { description: 'Coanimateur.' },
  },
});
