import dev.nabla.testing.DerivativeRule;
import dev.nabla.testing.Law;
import java.util.List;

/**
 * Derivatives as somebody states them, each held against the laws of differentiation.
 *
 * <p>Run it with {@code java -cp target/nabla.jar samples/CheckedRules.java}.
 */
public final class CheckedRules {
  private static final List<DerivativeRule> RULES =
      List.of(
          DerivativeRule.of("swish(x) = x*sigmoid(x)", "swish(x) + sigmoid(x)*(1 - swish(x))"),
          DerivativeRule.of("norm(x, y) = sqrt(x^2 + y^2)", "x/norm(x, y)", "y/norm(x, y)")
              .homogeneous(1),
          DerivativeRule.ofJava("sinc(x)", x -> Math.sin(x) / x, "(cos(x) - sinc(x))/x"),
          DerivativeRule.of("root(x) = sqrt(x^2)", "1"));

  private CheckedRules() {}

  public static void main(String[] arguments) {
    for (DerivativeRule rule : RULES) {
      for (Law<?> law : rule.laws()) {
        System.out.println(law.name());
        law.counterexample(Law.TRIES, 1)
            .ifPresentOrElse(
                wrong -> System.out.println("  WRONG " + wrong.toString().replace("\n", ": ")),
                () -> System.out.println("  holds"));
      }
    }
  }
}
