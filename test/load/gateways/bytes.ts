/** Answers from `ANSWERS_PATH`, a file of answers by query: what HTTP alone costs for the same bytes. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { Bytes } from '@palier/gateway/base/bytes';
import { sendBytes } from '@palier/gateway/http/send-bytes';

const texts = JSON.parse(readFileSync(process.env['ANSWERS_PATH']!, 'utf8')) as Record<string, string>;
const answers = new Map(Object.entries(texts).map(([query, text]) => [query, Bytes.ofText(text)]));
const NOTHING = Bytes.ofText('{}');

createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const { query } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { query: string };
    const answer = answers.get(query) ?? NOTHING;
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length });
    sendBytes(response, answer);
  });
}).listen(Number(process.env['PORT']), '127.0.0.1');
