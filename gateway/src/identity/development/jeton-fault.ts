/** Why no development token is given, in one French line. */
export class JetonFault extends Error {
  override readonly name = 'JetonFault';
}
