import { PASSAGE, toPassage } from '@palier/runtime/provenance';
import { FieldResolver, Resolver, Root } from 'type-graphql';
import { Passage } from '../other-levels/ministry.type.ts';
import { Provenance } from './provenance.type.ts';

@Resolver(() => Provenance)
export class ProvenanceResolver {
  @FieldResolver(() => Passage, PASSAGE)
  passage(@Root() provenance: Provenance): Passage | null {
    return toPassage(provenance);
  }
}
