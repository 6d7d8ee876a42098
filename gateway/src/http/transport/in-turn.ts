import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** Requests sent on one connection before the first of them was answered; past it they are refused unread. */
const MOST_WAITING = 100;

type Live = (incoming: IncomingMessage, response: ServerResponse) => Promise<void>;

/** The requests of one connection that were sent before those in front of them were answered. */
interface Line {
  isBusy: boolean;
  readonly waiting: (() => void)[];
}

/**
 * Lives the requests of one connection one after the other: Node hands over all those of a packet at once, and a
 * thousand of them would hold the loop in one turn. Each that waited begins in a turn of its own.
 */
export function inTurn(live: Live, refuse: Live): Live {
  const lines = new WeakMap<Socket, Line>();
  const begin = async (line: Line, incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      // Whoever left while waiting is not answered.
      if (!response.destroyed) await live(incoming, response);
    } finally {
      const next = line.waiting.shift();
      if (next) setImmediate(next);
      else line.isBusy = false;
    }
  };
  return (incoming, response) => {
    const { socket } = incoming;
    let line = lines.get(socket);
    if (!line) lines.set(socket, (line = { isBusy: false, waiting: [] }));
    if (!line.isBusy) {
      line.isBusy = true;
      return begin(line, incoming, response);
    }
    if (line.waiting.length >= MOST_WAITING) return refuse(incoming, response);
    return new Promise((resolve, reject) => {
      line.waiting.push(() => begin(line, incoming, response).then(resolve, reject));
    });
  };
}
