import { openAdresses } from '@palier/adresses/adresses';
import { openDepots } from '@palier/depots/depots';
import type { Mount } from '@palier/gateway/http/mount';
import { openMcp } from '@palier/mcp/mcp';
import { openPages } from '@palier/pages/pages';

/** What is served beside the graph, by its own clients, in the order of the links of every page. */
export function listMounts({ mcp }: { readonly mcp: boolean }): readonly Mount[] {
  return [...openPages(), ...openAdresses(), ...openDepots(), ...(mcp ? openMcp() : [])];
}
