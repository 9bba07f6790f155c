import dev.nabla.Nabla;
import dev.nabla.RolledEvaluator;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Why gradients vanish or explode: the Jacobian of a chain of layers is the product of theirs, J =
 * J_L⋯J_1, so its norm is at most ∏‖J_k‖. With weights of small variance each norm is below 1 and
 * the product shrinks layer by layer; with large ones it grows.
 *
 * <p>Run it with {@code java -cp target/nabla.jar samples/VanishingGradients.java}.
 */
public final class VanishingGradients {
  private static final String LAYER = "layer(x[n]; W[n,n]) = tanh(W*x)";
  private static final int WIDTH = 32;
  private static final int LAYERS = 30;

  private VanishingGradients() {}

  public static void main(String[] arguments) {
    RolledEvaluator layer = Nabla.parse(LAYER).indexedJacobian().compile(Map.of("n", WIDTH));
    for (double scale : new double[] {0.5, 3.0}) {
      System.out.printf(Locale.ROOT, "weights of variance %.2f/n%n", scale * scale);
      run(layer, scale / Math.sqrt(WIDTH));
    }
  }

  private static void run(RolledEvaluator layer, double deviation) {
    Random random = new Random(1);
    double[] inputs = new double[layer.inputCount()];
    double[] values = new double[WIDTH];
    double[] jacobian = new double[WIDTH * WIDTH];
    double[] product = identity();
    double bound = 1;
    for (int i = 0; i < WIDTH; i++) {
      values[i] = random.nextGaussian();
    }
    for (int k = 1; k <= LAYERS; k++) {
      System.arraycopy(values, 0, inputs, 0, WIDTH);
      for (int w = WIDTH; w < inputs.length; w++) {
        inputs[w] = deviation * random.nextGaussian();
      }
      layer.evaluate(inputs, values, jacobian);
      product = multiply(jacobian, product);
      bound *= norm(jacobian);
      if (k % 10 == 0) {
        System.out.printf(
            Locale.ROOT,
            "  layer %2d  norm of the product %.2e  product of the norms %.2e%n",
            k,
            norm(product),
            bound);
      }
    }
  }

  private static double[] identity() {
    double[] matrix = new double[WIDTH * WIDTH];
    for (int i = 0; i < WIDTH; i++) {
      matrix[i * WIDTH + i] = 1;
    }
    return matrix;
  }

  private static double[] multiply(double[] a, double[] b) {
    double[] c = new double[WIDTH * WIDTH];
    for (int i = 0; i < WIDTH; i++) {
      for (int k = 0; k < WIDTH; k++) {
        for (int j = 0; j < WIDTH; j++) {
          c[i * WIDTH + j] += a[i * WIDTH + k] * b[k * WIDTH + j];
        }
      }
    }
    return c;
  }

  /** The spectral norm, by power iteration with AᵀA. */
  private static double norm(double[] a) {
    double[] v = new double[WIDTH];
    java.util.Arrays.fill(v, 1);
    double length = 0;
    for (int step = 0; step < 500; step++) {
      double[] u = new double[WIDTH];
      double[] next = new double[WIDTH];
      for (int i = 0; i < WIDTH; i++) {
        for (int j = 0; j < WIDTH; j++) {
          u[i] += a[i * WIDTH + j] * v[j];
        }
      }
      for (int i = 0; i < WIDTH; i++) {
        for (int j = 0; j < WIDTH; j++) {
          next[j] += a[i * WIDTH + j] * u[i];
        }
      }
      length = 0;
      for (double x : next) {
        length += x * x;
      }
      length = Math.sqrt(length);
      for (int j = 0; j < WIDTH; j++) {
        v[j] = next[j] / length;
      }
    }
    return Math.sqrt(length);
  }
}
