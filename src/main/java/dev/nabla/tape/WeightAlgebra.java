package dev.nabla.tape;

/** Sums and products of {@link Weight}s as operations of a graph; each is made at most once. */
final class WeightAlgebra {
  private static final double LARGEST_INTEGER = 0x1p53;

  private final ValueGraph graph;

  WeightAlgebra(ValueGraph graph) {
    this.graph = graph;
  }

  /** The weight of a term: its sign and a constant factor are the coefficient. */
  Weight of(int term) {
    double sign = ValueGraph.isNegative(term) ? -1 : 1;
    int number = term >> 1;
    return switch (graph.opcode(number)) {
      case CONSTANT -> new Weight(sign * constant(number), Weight.UNIT);
      case NEG -> new Weight(-sign, graph.first(number));
      case MUL -> ofProduct(sign, number);
      default -> new Weight(sign, number);
    };
  }

  private Weight ofProduct(double sign, int number) {
    int left = graph.first(number);
    int right = graph.second(number);
    if (isConstant(left)) {
      return new Weight(sign * constant(left), right);
    }
    return isConstant(right) ? new Weight(sign * constant(right), left) : new Weight(sign, number);
  }

  private boolean isConstant(int number) {
    return graph.opcode(number) == Opcode.CONSTANT;
  }

  private double constant(int number) {
    return graph.constants().get(graph.third(number)).value();
  }

  Weight multiply(Weight a, Weight b) {
    double coefficient = a.coefficient() * b.coefficient();
    if (!isNormal(coefficient)) {
      // The product of the constants alone leaves the range of doubles; with the rest it may not.
      return of(graph.multiply(term(a), term(b)));
    }
    if (a.isConstant()) {
      return new Weight(coefficient, b.monomial());
    }
    if (b.isConstant()) {
      return new Weight(coefficient, a.monomial());
    }
    int product = graph.multiply(ValueGraph.term(a.monomial()), ValueGraph.term(b.monomial()));
    return new Weight(coefficient, product >> 1);
  }

  private static boolean isNormal(double value) {
    return Double.isFinite(value) && Math.abs(value) >= Double.MIN_NORMAL;
  }

  /** a + b; equal constant factors are drawn out, equal monomials collected. */
  Weight add(Weight a, Weight b) {
    if (a.monomial() == b.monomial()) {
      return new Weight(a.coefficient() + b.coefficient(), a.monomial());
    }
    if (Math.abs(a.coefficient()) == Math.abs(b.coefficient())
        && !a.isConstant()
        && !b.isConstant()) {
      boolean opposite = a.coefficient() != b.coefficient();
      int right = ValueGraph.term(b.monomial());
      int sum =
          graph.add(ValueGraph.term(a.monomial()), opposite ? ValueGraph.negate(right) : right);
      return scaled(a.coefficient(), sum);
    }
    return of(graph.add(term(a), term(b)));
  }

  private static Weight scaled(double coefficient, int term) {
    return new Weight(ValueGraph.isNegative(term) ? -coefficient : coefficient, term >> 1);
  }

  /** The value of a weight as a term. */
  int term(Weight weight) {
    double c = weight.coefficient();
    if (weight.isConstant() || c == 0) {
      return constantTerm(c);
    }
    int monomial = ValueGraph.term(weight.monomial());
    if (Math.abs(c) == 1) {
      return c < 0 ? ValueGraph.negate(monomial) : monomial;
    }
    return graph.multiply(constantTerm(c), monomial);
  }

  private int constantTerm(double value) {
    boolean exact = value == Math.rint(value) && Math.abs(value) < LARGEST_INTEGER;
    return graph.constant(value, exact);
  }
}
