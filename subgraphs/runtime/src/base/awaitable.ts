/** A value that is there already, or is on its way. What is there already costs a request no turn of the loop. */
export type Awaitable<Value> = Value | Promise<Value>;

/** `next(value)`, at once when the value is there. */
export function chain<Value, Result>(
  value: Awaitable<Value>,
  next: (value: Value) => Awaitable<Result>,
): Awaitable<Result> {
  return value instanceof Promise ? value.then(next) : next(value);
}

/** As `Promise.all`, at once when every value is there. */
export function gather<Value>(values: readonly Awaitable<Value>[]): Awaitable<Value[]> {
  return values.some((value) => value instanceof Promise) ? Promise.all(values) : (values as Value[]);
}
