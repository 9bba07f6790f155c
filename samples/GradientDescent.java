import dev.nabla.Jacobian;
import dev.nabla.JacobianEvaluator;
import dev.nabla.Nabla;
import dev.nabla.VectorFunction;
import java.util.Locale;

/**
 * Gradient descent x ← x − η·∂L/∂x on a least-squares fit of a line through five points.
 *
 * <p>Run it with {@code java -cp target/nabla.jar samples/GradientDescent.java}.
 */
public final class GradientDescent {
  private static final String LOSS = "loss(a, b; t[5], u[5]) = sum(i, (a*t[i] + b - u[i])^2)/2";

  private GradientDescent() {}

  public static void main(String[] arguments) {
    VectorFunction loss = Nabla.parse(LOSS);
    Jacobian gradient = loss.gradient();
    JacobianEvaluator evaluator = gradient.compile();

    double[] inputs = {0, 0, /* t */ 0, 1, 2, 3, 4, /* u */ 1.1, 2.9, 5.2, 6.8, 9.1};
    double[] value = new double[1];
    double[] partials = new double[2];
    double stepSize = 0.02;
    for (int step = 0; step <= 1000; step++) {
      evaluator.evaluate(inputs, value, partials);
      if (step % 250 == 0) {
        System.out.printf(
            Locale.ROOT,
            "step %4d  L = %.6f  a = %.4f  b = %.4f%n",
            step,
            value[0],
            inputs[0],
            inputs[1]);
      }
      inputs[0] -= stepSize * partials[0];
      inputs[1] -= stepSize * partials[1];
    }
  }
}
