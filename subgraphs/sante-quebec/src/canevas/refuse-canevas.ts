import { type Refus, RefusActe } from '@palier/runtime/acts/refus';

/** What a canevas may not ask for, by which rule, and what to do. */
export const refuseCanevas = (refus: Refus): RefusActe => new RefusActe(refus, 'CANEVAS_REFUSE');
