import { parseExpr, printExpr, typeOf, withMatchers } from '@glasspane/promql/syntax';

const expr = parseExpr('topk(3, rate(errors_total[5m])) or absent(up)');
console.log(typeOf(expr));
// vector
console.log(printExpr(withMatchers(expr, [{ name: 'tenant', operator: '=', value: 'acme' }])));
// topk(3, rate(errors_total{tenant="acme"}[5m])) or absent(up{tenant="acme"})
