import type { Gateway } from '@palier/gateway';
import type { Database } from '@palier/runtime/database';
import { consolidateCampagne } from '@palier/sante-quebec/bilan/consolidate-campagne';

