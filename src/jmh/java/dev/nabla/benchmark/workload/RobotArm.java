package dev.nabla.benchmark.workload;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.util.MathArrays;

/**
 * The pose (rotation and position, three rows of four numbers) of the hand of an arm with seven
 * joints, a product of Denavit-Hartenberg transforms.
 */
final class RobotArm implements Workload {
  private static final int JOINTS = 7;

  private final String name;
  private final double[] cosines;
  private final double[] sines;
  private final double[] lengths;
  private final double[] offsets;

  private RobotArm(
      String name, double[] cosines, double[] sines, double[] lengths, double[] offsets) {
    this.name = name;
    this.cosines = cosines;
    this.sines = sines;
    this.lengths = lengths;
    this.offsets = offsets;
  }

  /** An arm whose joints alternate by a right angle. */
  static RobotArm rightAngled() {
    return new RobotArm(
        "arm7",
        new double[] {0, 0, 0, 0, 0, 0, 1},
        new double[] {-1, 1, 1, -1, -1, 1, 0},
        new double[JOINTS],
        new double[] {0.36, 0, 0.42, 0, 0.4, 0, 0.126});
  }

  /** An arm with arbitrary twists and lengths. */
  static RobotArm general() {
    double[] twists = {0.3, -0.7, 1.1, -0.4, 0.9, -1.2, 0.5};
    return new RobotArm(
        "arm7g",
        IntStream.range(0, JOINTS).mapToDouble(k -> Math.cos(twists[k])).toArray(),
        IntStream.range(0, JOINTS).mapToDouble(k -> Math.sin(twists[k])).toArray(),
        new double[] {0.3, 0.27, 0.24, 0.21, 0.18, 0.15, 0.12},
        new double[] {0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4});
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int variableCount() {
    return JOINTS;
  }

  @Override
  public int valueCount() {
    return 12;
  }

  @Override
  public Derivative derivative() {
    return Derivative.JACOBIAN;
  }

  @Override
  public void values(double[] q, double[] pose) {
    start(pose);
    for (int k = 0; k < JOINTS; k++) {
      turn(k, Math.cos(q[k]), Math.sin(q[k]), pose);
    }
  }

  /** The frame of the first joint. */
  private static void start(double[] pose) {
    for (int i = 0; i < 12; i++) {
      pose[i] = i % 5 == 0 ? 1 : 0;
    }
  }

  /** pose := pose·link(k): each row of the rotation is turned by the joint, then by the twist. */
  private void turn(int k, double cos, double sin, double[] pose) {
    for (int row = 0; row < 12; row += 4) {
      double along = cos * pose[row] + sin * pose[row + 1];
      double across = cos * pose[row + 1] - sin * pose[row];
      double axis = pose[row + 2];
      pose[row] = along;
      pose[row + 1] = cosines[k] * across + sines[k] * axis;
      pose[row + 2] = cosines[k] * axis - sines[k] * across;
      pose[row + 3] += lengths[k] * along + offsets[k] * axis;
    }
  }

  /**
   * The geometric Jacobian: joint k turns all that follows about its axis z, so ∂R/∂q = z × R and
   * ∂p/∂q = z × (p − o), where o is where the joint stands.
   */
  @Override
  public void evaluate(double[] q, double[] pose, double[] partials) {
    double[] axes = new double[3 * JOINTS];
    double[] places = new double[3 * JOINTS];
    start(pose);
    for (int k = 0; k < JOINTS; k++) {
      for (int i = 0; i < 3; i++) {
        axes[i * JOINTS + k] = pose[4 * i + 2];
        places[i * JOINTS + k] = pose[4 * i + 3];
      }
      turn(k, Math.cos(q[k]), Math.sin(q[k]), pose);
    }
    for (int column = 0; column < 4; column++) {
      double x = pose[column];
      double y = pose[4 + column];
      double z = pose[8 + column];
      double share = column == 3 ? 1 : 0;
      for (int k = 0; k < JOINTS; k++) {
        double dx = x - share * places[k];
        double dy = y - share * places[JOINTS + k];
        double dz = z - share * places[2 * JOINTS + k];
        double zx = axes[k];
        double zy = axes[JOINTS + k];
        double zz = axes[2 * JOINTS + k];
        partials[column * JOINTS + k] = zy * dz - zz * dy;
        partials[(4 + column) * JOINTS + k] = zz * dx - zx * dz;
        partials[(8 + column) * JOINTS + k] = zx * dy - zy * dx;
      }
    }
  }

  @Override
  public <T extends CalculusFieldElement<T>> List<T> define(List<T> q, double[] parameters) {
    T[][] pose = identity(q.get(0));
    for (int k = 0; k < JOINTS; k++) {
      T cos = q.get(k).cos();
      T sin = q.get(k).sin();
      for (T[] row : pose) {
        T along = row[0].multiply(cos).add(row[1].multiply(sin));
        T across = row[1].multiply(cos).subtract(row[0].multiply(sin));
        T axis = row[2];
        row[0] = along;
        row[1] = across.multiply(cosines[k]).add(axis.multiply(sines[k]));
        row[2] = axis.multiply(cosines[k]).subtract(across.multiply(sines[k]));
        row[3] = row[3].add(along.multiply(lengths[k])).add(axis.multiply(offsets[k]));
      }
    }
    return Arrays.stream(pose).flatMap(Arrays::stream).toList();
  }

  private static <T extends CalculusFieldElement<T>> T[][] identity(T like) {
    T[][] pose = MathArrays.buildArray(like.getField(), 3, 4);
    for (int i = 0; i < 3; i++) {
      pose[i][i] = like.getField().getOne();
    }
    return pose;
  }
}
