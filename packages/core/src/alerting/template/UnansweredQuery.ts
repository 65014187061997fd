/** Ends the filling-in of a template that asks a query whose answer is not there yet. Never seen from outside. */
export class UnansweredQuery extends Error {
  readonly expr: string;

  constructor(expr: string) {
    super(`the query ${expr} was not answered yet`);
    this.expr = expr;
  }
}
