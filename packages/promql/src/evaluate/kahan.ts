/**
 * A sum that carries the rounding error of its additions along (Kahan's method with Neumaier's improvement), so that
 * large terms which cancel out leave the small ones intact.
 */
export class KahanSum {
  sum = 0;
  compensation = 0;

  add(term: number): void {
    const { sum } = this;
    const total = sum + term;
    if (total - total !== 0) this.compensation = 0;
    else if (Math.abs(sum) >= Math.abs(term)) this.compensation += sum - total + term;
    else this.compensation += term - total + sum;
    this.sum = total;
  }

  get total(): number {
    return this.sum + this.compensation;
  }
}
