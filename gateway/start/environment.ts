import { fileURLToPath } from 'node:url';
import { EnvironmentFault, type GatewaySettings, readGatewayEnvironment } from '@palier/gateway/environment';
import type { DatabaseLocation } from '@palier/runtime/database';
import { readLevelsEnvironment } from '@palier/runtime/environment';
import { StartupError } from '@palier/runtime/errors';
import type { SubgraphSettings } from '@palier/runtime/subgraph';

/** The operations registered with Palier: asked by their names unless other ones are named. */
export const OPERATIONS = fileURLToPath(new URL('../../schema/operations', import.meta.url));

type Variables = Readonly<Record<string, string | undefined>>;

/** Planning is on a thread of its own: more than the two seconds of an open network do no harm here. */
const PLANNING_TIMEOUT_MS = '10000';

/** What the all-in-one process is told by its environment. */
export interface HouseEnvironment {
  readonly location: DatabaseLocation;
  /** Where the data of each level are, when they have one address each. */
  readonly locations: Readonly<Record<string, DatabaseLocation>> | undefined;
  readonly data: SubgraphSettings;
  readonly keysFolder: string;
  readonly port: number;
  readonly host: string;
  readonly settings: GatewaySettings;
}

/** Raises EnvironmentFault with the faults of the gateway and of the data at once. */
export function readHouseEnvironment(variables: Variables): HouseEnvironment {
  const faults: string[] = [];
  const gateway = gather(faults, () => readGatewayEnvironment({ ...variables, ...houseDefaults(variables) }));
  const data = gather(faults, () => readLevelsEnvironment(variables));
  if (gateway === undefined || data === undefined) throw new EnvironmentFault(faults);
  const { location, locations, settings, keysFolder } = data;
  return { ...gateway, location, locations, data: settings, keysFolder };
}

/** What `npm run base` is told by its environment. */
export interface BaseEnvironment {
  readonly url: string;
  /** The role of each level, by its name. */
  readonly roles: Readonly<Record<string, string>>;
}

const ROLE_NAME = /^[a-z_][a-z0-9_]{0,62}$/;

/**
 * Reads DATABASE_URL, that of who administers the server, and PALIER_ROLES. Raises EnvironmentFault with every fault at once.
 * @param levels names of the levels
 */
export function readBaseEnvironment(variables: Variables, levels: readonly string[]): BaseEnvironment {
  const faults: string[] = [];
  const url = variables['DATABASE_URL'] ?? '';
  if (!/^postgres(ql)?:\/\//.test(url))
    faults.push(
      url === ''
        ? 'DATABASE_URL manque : « npm run base » prépare un serveur PostgreSQL, avec l’adresse de qui l’administre. Une base embarquée n’a rien à préparer.'
        : 'DATABASE_URL n’est pas une adresse PostgreSQL : « postgres://… » est attendu.',
    );
  const roles = Object.fromEntries(levels.map((level) => [level, `palier_${level.replaceAll('-', '_')}`]));
  for (const entry of (variables['PALIER_ROLES'] ?? '').split(',').filter((text) => text.trim() !== '')) {
    const [level = '', role = '', ...more] = entry.split('=').map((part) => part.trim());
    if (!levels.includes(level) || more.length > 0)
      faults.push(
        `PALIER_ROLES : « ${entry.trim()} » n’est pas « palier=rôle », où le palier est ${levels.join(', ')}.`,
      );
    else if (!ROLE_NAME.test(role) || role.startsWith('pg_') || role === 'public' || role === 'none')
      faults.push(
        `PALIER_ROLES : « ${role} » n’est pas un nom de rôle : des minuscules, des chiffres et « _ », 63 au plus, sans « pg_ » au début.`,
      );
    else roles[level] = role;
  }
  if (new Set(Object.values(roles)).size < levels.length)
    faults.push('PALIER_ROLES donne le même rôle à deux paliers : chacun a le sien.');
  if (faults.length > 0) throw new EnvironmentFault(faults);
  return { url, roles };
}

/** What is served whole to whoever comes is limited, unless told otherwise; what is left unsaid is for a slow machine. */
export function houseDefaults(variables: Variables): Readonly<Record<string, string>> {
  const { PALIER_OPERATIONS, PALIER_LIMITS, PALIER_PLANNING_TIMEOUT_MS } = variables;
  return {
    PALIER_OPERATIONS: PALIER_OPERATIONS || OPERATIONS,
    PALIER_LIMITS: PALIER_LIMITS || '1',
    PALIER_PLANNING_TIMEOUT_MS: PALIER_PLANNING_TIMEOUT_MS || (PALIER_LIMITS ? '' : PLANNING_TIMEOUT_MS),
  };
}

function gather<Value>(faults: string[], read: () => Value): Value | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof EnvironmentFault) faults.push(...error.faults);
    else if (error instanceof StartupError) faults.push(...error.message.split('\n'));
    else throw error;
    return undefined;
  }
}
