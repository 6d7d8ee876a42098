import type { Entity } from '@palier/runtime/entity';
import { defineVersions } from '@palier/runtime/history/versions';
import { ServiceSocialResolver, serviceSocialReference } from './service-social.resolver.ts';
import { ServiceSocial } from './service-social.type.ts';

export const serviceSocial: Entity = {
  types: [ServiceSocial],
  references: [serviceSocialReference],
  resolvers: [ServiceSocialResolver],
  versions: () => [
    defineVersions(ServiceSocial, { table: 'service_social', fields: ['nom', 'description', 'clientele'] }),
  ],
};
