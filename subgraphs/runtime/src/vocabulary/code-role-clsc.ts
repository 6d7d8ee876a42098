import { registerEnumType } from 'type-graphql';

/** The four roles of a CLSC, in the order of document 004. */
export const CodeRoleClsc = {
  NAVIGATEUR: 'NAVIGATEUR',
  COORDONNATEUR: 'COORDONNATEUR',
  LEADER_INTERSECTORIEL: 'LEADER_INTERSECTORIEL',
  COANIMATEUR: 'COANIMATEUR',
} as const;
export type CodeRoleClsc = (typeof CodeRoleClsc)[keyof typeof CodeRoleClsc];

registerEnumType(CodeRoleClsc, {
  name: 'CodeRoleClsc',
  description: 'Les quatre rôles d’un CLSC, dans l’ordre du document 004.',
  valuesConfig: {
    NAVIGATEUR: {
      description: 'Navigateur (2.4.1). Rôle d’un CLSC, non le navigateur de services du document 000.',
    },
    COORDONNATEUR: { description: 'Coordonnateur territorial (2.4.2).' },
    LEADER_INTERSECTORIEL: { description: 'Leader intersectoriel et ambassadeur territorial (2.4.3).' },
    COANIMATEUR: { description: 'Coanimateur (2.4.4).' },
  },
});
