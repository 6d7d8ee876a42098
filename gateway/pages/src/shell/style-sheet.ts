import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Refusal } from '@palier/gateway/errors/errors';
import type { Answer, Room, RoomRequest } from '@palier/gateway/http/room';

const COMMON = [new URL('./tokens.css', import.meta.url), new URL('./shell.css', import.meta.url)];
const FOLDER = '/style';

/** One sheet for every page, whose address changes with it. */
export interface StyleSheet {
  /** « /style/ab12.css » */
  readonly path: string;
  readonly room: Room;
}

/** @param others the sheets of pages, in the order in which they are to be read */
export function openStyleSheet(others: readonly URL[]): StyleSheet {
  const text = [...COMMON, ...others].map((file) => readFileSync(file, 'utf8')).join('\n');
  const digest = hash('sha256', text, 'base64url').slice(0, 16);
  const name = `/${digest}.css`;
  return {
    path: `${FOLDER}${name}`,
    room: {
      path: FOLDER,
      method: 'GET',
      reach: 'BELOW_AND_CONTRACTS',
      answer: ({ below }: RoomRequest): Promise<Answer> => {
        if (below !== name) throw new Refusal('ADRESSE_INCONNUE');
        return Promise.resolve({
          status: 200,
          headers: {
            'content-type': 'text/css; charset=utf-8',
            'cache-control': 'public, max-age=31536000, immutable',
          },
          body: text,
          digest: `style ${digest}`,
        });
      },
    },
  };
}
