/** The header that says the name and password of an address (`http://name:password@host`), when it has some. */
export function credentialsOf(url: string): readonly string[] {
  const { username, password } = new URL(url);
  if (username === '' && password === '') return [];
  const said = Buffer.concat([toBytes(username), Buffer.from(':'), toBytes(password)]);
  return ['authorization', `Basic ${said.toString('base64')}`];
}

/** As an address writes them: by percents, whatever they mean. */
const toBytes = (text: string): Buffer =>
  Buffer.from(
    text.replace(/%([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
