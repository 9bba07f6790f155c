package dev.nabla.benchmark.workload;

import java.util.List;
import org.hipparchus.CalculusFieldElement;

/**
 * How far the image of a point lies from where a camera saw it (the workload BA of ADBench): a
 * rotation vector r, a centre C, a focal length f, a principal point x0, two distortions k, the
 * point X and a weight w; then what was measured.
 */
final class BundleAdjustment implements Workload {
  private static final double[] POINT = {
    0.3, -0.2, 0.4, 0.1, 0.2, -5, 500, 320, 240, 0.02, -0.01, 0.5, -0.3, 1.2, 0.7, 310, 250
  };

  private static final int VARIABLES = 15;

  @Override
  public String name() {
    return "ba";
  }

  @Override
  public int variableCount() {
    return VARIABLES;
  }

  @Override
  public int parameterCount() {
    return 2;
  }

  @Override
  public int valueCount() {
    return 2;
  }

  @Override
  public Derivative derivative() {
    return Derivative.JACOBIAN;
  }

  @Override
  public double[] point() {
    return POINT.clone();
  }

  @Override
  public void values(double[] in, double[] values) {
    double x = in[11] - in[3];
    double y = in[12] - in[4];
    double z = in[13] - in[5];
    double angle = Math.sqrt(in[0] * in[0] + in[1] * in[1] + in[2] * in[2]);
    double sin = Math.sin(angle);
    double cos = Math.cos(angle);
    double u0 = in[0] / angle;
    double u1 = in[1] / angle;
    double u2 = in[2] / angle;
    double along = (u0 * x + u1 * y + u2 * z) * (1 - cos);
    double y0 = x * cos + (u1 * z - u2 * y) * sin + u0 * along;
    double y1 = y * cos + (u2 * x - u0 * z) * sin + u1 * along;
    double y2 = z * cos + (u0 * y - u1 * x) * sin + u2 * along;
    double a = y0 / y2;
    double b = y1 / y2;
    double radius = a * a + b * b;
    double scale = in[6] * (1 + radius * (in[9] + in[10] * radius));
    values[0] = in[14] * (scale * a + in[7] - in[15]);
    values[1] = in[14] * (scale * b + in[8] - in[16]);
  }

  /**
   * With R the rotation about the axis u: ∂(RX)/∂r is what turning the axis and what turning by a
   * larger angle do; the image's derivative by the point in the camera's frame is a 2 × 3 matrix.
   */
  @Override
  public void evaluate(double[] in, double[] values, double[] partials) {
    double x = in[11] - in[3];
    double y = in[12] - in[4];
    double z = in[13] - in[5];
    double angle = Math.sqrt(in[0] * in[0] + in[1] * in[1] + in[2] * in[2]);
    double inverse = 1 / angle;
    double sin = Math.sin(angle);
    double cos = Math.cos(angle);
    double rest = 1 - cos;
    double u0 = in[0] * inverse;
    double u1 = in[1] * inverse;
    double u2 = in[2] * inverse;

    double r00 = cos + u0 * u0 * rest;
    double r01 = u0 * u1 * rest - u2 * sin;
    double r02 = u0 * u2 * rest + u1 * sin;
    double r10 = u0 * u1 * rest + u2 * sin;
    double r11 = cos + u1 * u1 * rest;
    double r12 = u1 * u2 * rest - u0 * sin;
    double r20 = u0 * u2 * rest - u1 * sin;
    double r21 = u1 * u2 * rest + u0 * sin;
    double r22 = cos + u2 * u2 * rest;

    double depth = 1 / (r20 * x + r21 * y + r22 * z);
    double a = (r00 * x + r01 * y + r02 * z) * depth;
    double b = (r10 * x + r11 * y + r12 * z) * depth;
    double square = a * a + b * b;
    double k0 = in[9];
    double k1 = in[10];
    double distortion = 1 + square * (k0 + k1 * square);
    double slope = 2 * (k0 + 2 * k1 * square);
    double weight = in[14];
    double scale = weight * in[6];
    double aa = scale * (distortion + a * a * slope);
    double ab = scale * a * b * slope;
    double bb = scale * (distortion + b * b * slope);

    // How the rotated point moves with the angle, about the axis u.
    double dot = u0 * x + u1 * y + u2 * z;
    double turn0 = cos * (u1 * z - u2 * y) - sin * (x - dot * u0);
    double turn1 = cos * (u2 * x - u0 * z) - sin * (y - dot * u1);
    double turn2 = cos * (u0 * y - u1 * x) - sin * (z - dot * u2);
    // And with the axis.
    double s = sin * inverse;
    double c = rest * inverse;
    double t00 = c * (x * u0 + dot);
    double t01 = c * y * u0 + s * z;
    double t02 = c * z * u0 - s * y;
    double t10 = c * x * u1 - s * z;
    double t11 = c * (y * u1 + dot);
    double t12 = c * z * u1 + s * x;
    double t20 = c * x * u2 + s * y;
    double t21 = c * y * u2 - s * x;
    double t22 = c * (z * u2 + dot);

    for (int k = 0; k < 2; k++) {
      double byA = k == 0 ? aa : ab;
      double byB = k == 0 ? ab : bb;
      double g0 = byA * depth;
      double g1 = byB * depth;
      double g2 = -(byA * a + byB * b) * depth;
      double axis0 = g0 * t00 + g1 * t10 + g2 * t20;
      double axis1 = g0 * t01 + g1 * t11 + g2 * t21;
      double axis2 = g0 * t02 + g1 * t12 + g2 * t22;
      double turn = g0 * turn0 + g1 * turn1 + g2 * turn2 - (axis0 * u0 + axis1 * u1 + axis2 * u2);
      double byX = g0 * r00 + g1 * r10 + g2 * r20;
      double byY = g0 * r01 + g1 * r11 + g2 * r21;
      double byZ = g0 * r02 + g1 * r12 + g2 * r22;
      double image = k == 0 ? a : b;
      double distorted = image * distortion;
      double error = distorted * in[6] + in[7 + k] - in[15 + k];
      values[k] = weight * error;
      int row = VARIABLES * k;
      partials[row] = axis0 + u0 * turn;
      partials[row + 1] = axis1 + u1 * turn;
      partials[row + 2] = axis2 + u2 * turn;
      partials[row + 3] = -byX;
      partials[row + 4] = -byY;
      partials[row + 5] = -byZ;
      partials[row + 6] = weight * distorted;
      partials[row + 7] = k == 0 ? weight : 0;
      partials[row + 8] = k == 0 ? 0 : weight;
      partials[row + 9] = scale * image * square;
      partials[row + 10] = scale * image * square * square;
      partials[row + 11] = byX;
      partials[row + 12] = byY;
      partials[row + 13] = byZ;
      partials[row + 14] = error;
    }
  }

  @Override
  public <T extends CalculusFieldElement<T>> List<T> define(List<T> in, double[] measured) {
    T x = in.get(11).subtract(in.get(3));
    T y = in.get(12).subtract(in.get(4));
    T z = in.get(13).subtract(in.get(5));
    T angle = in.get(0).square().add(in.get(1).square()).add(in.get(2).square()).sqrt();
    T sin = angle.sin();
    T cos = angle.cos();
    T u0 = in.get(0).divide(angle);
    T u1 = in.get(1).divide(angle);
    T u2 = in.get(2).divide(angle);
    T along = u0.multiply(x).add(u1.multiply(y)).add(u2.multiply(z)).multiply(cos.negate().add(1));
    T y0 = rotated(x, cos, u1.multiply(z).subtract(u2.multiply(y)), sin, u0, along);
    T y1 = rotated(y, cos, u2.multiply(x).subtract(u0.multiply(z)), sin, u1, along);
    T y2 = rotated(z, cos, u0.multiply(y).subtract(u1.multiply(x)), sin, u2, along);
    T a = y0.divide(y2);
    T b = y1.divide(y2);
    T square = a.square().add(b.square());
    T distortion = square.multiply(in.get(9)).add(square.square().multiply(in.get(10))).add(1);
    T scale = in.get(6).multiply(distortion);
    T weight = in.get(14);
    return List.of(
        weight.multiply(scale.multiply(a).add(in.get(7)).subtract(measured[0])),
        weight.multiply(scale.multiply(b).add(in.get(8)).subtract(measured[1])));
  }

  private static <T extends CalculusFieldElement<T>> T rotated(
      T element, T cos, T cross, T sin, T axis, T along) {
    return element.multiply(cos).add(cross.multiply(sin)).add(axis.multiply(along));
  }
}
