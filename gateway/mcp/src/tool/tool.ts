import type { MountRequest } from '@palier/gateway/http/mount';
import type { ObjectSchema } from './json-schema.ts';

/** What an assistant is told of a tool. */
export interface ToolDefinition {
  /** Letters, digits, « _ » and « - », 64 at most. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly inputSchema: ObjectSchema;
  readonly outputSchema: ObjectSchema;
}

export type ToolArguments = Readonly<Record<string, unknown>>;

export interface Tool extends ToolDefinition {
  /** On behalf of who sends the request. @throws {Refusal | GraphFault} */
  call(given: ToolArguments, request: MountRequest): Promise<object>;
}
