import { type Awaitable, chain } from '@palier/runtime/awaitable';
import { ListSize } from '@palier/runtime/demand';
import { parseFreeText } from '@palier/runtime/free-text';
import { refuseUnknown } from '@palier/runtime/unknown-filter';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { DemarcheConsultation } from '../consultation/consultation.type.ts';
import { OrientationPolitique } from '../politique/politique.type.ts';
import { ServiceSocial } from '../service-social/service-social.type.ts';
import type { Context } from '../tables.ts';
import { enoncesByOrientation, enoncesBySection, readEnoncesOfConsultation } from './enonce.loader.ts';
import { Enonce } from './enonce.type.ts';

@Resolver(() => OrientationPolitique)
export class OrientationEnoncesResolver {
  @ListSize(150)
  @FieldResolver(() => [Enonce], {
    description:
      'Ce que le projet proposait sous cette orientation, et ce qui en a été entendu en consultation, dans l’ordre du rapport ; `statut` dit lequel.',
  })
  enonces(
    @Root() { code, themes }: OrientationPolitique,
    @Ctx() context: Context,
    @Arg('theme', () => String, { nullable: true, description: 'Ne garder que ce thème, parmi `themes`.' })
    theme?: string | null,
  ): Awaitable<Enonce[]> {
    const asked = parseFreeText('theme', theme);
    const all = enoncesByOrientation.load(context, code);
    if (asked === null) return all;
    return chain(all, (enonces) =>
      refuseUnknown(
        enonces.filter((enonce) => enonce.theme === asked),
        [{ name: 'theme', value: asked, find: (text) => (themes.includes(text) ? true : null) }],
      ),
    );
  }
}

@Resolver(() => DemarcheConsultation)
export class ConsultationEnoncesResolver {
  @ListSize(150)
  @FieldResolver(() => [Enonce], {
    description:
      'Ce qui est dit de la consultation et du projet pris en entier : démarche, impressions, vision, objectifs, fondements, conclusion.',
  })
  enonces(@Ctx() context: Context): Awaitable<Enonce[]> {
    return readEnoncesOfConsultation(context, 'tous');
  }
}

@Resolver(() => ServiceSocial)
export class ServiceEnoncesResolver {
  @ListSize(60)
  @FieldResolver(() => [Enonce], {
    description: 'Ce que dit sa fiche, standards à part : ceux-ci sont dans `exigences`.',
  })
  enonces(@Root() { fiche }: ServiceSocial, @Ctx() context: Context): Awaitable<Enonce[]> {
    return enoncesBySection.load(context, `003-5.${fiche}`);
  }
}
