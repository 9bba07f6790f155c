package dev.nabla;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Softmax and its kin where exp overflows or vanishes: finite, and shifted by nothing. */
class LargeExponentsTest {
  private static final double[] OFFSETS = {0, 1, -1.5};

  /** Values, partial derivatives and second derivatives at offsets from a base, by both. */
  private static double[] all(String text, double base, double[] parameters) {
    Map<String, Integer> sizes = Map.of("n", OFFSETS.length);
    VectorFunction function = Nabla.parse(text);
    double[] inputs =
        DoubleStream.concat(
                Arrays.stream(OFFSETS).map(offset -> base + offset), Arrays.stream(parameters))
            .toArray();
    RolledEvaluator rolled = function.indexedJacobian().compile(sizes);
    JacobianEvaluator straight = function.at(sizes).jacobian().compile();
    double[] values = new double[rolled.rowCount()];
    double[] others = values.clone();
    double[] partials = new double[values.length * OFFSETS.length];
    double[] otherPartials = partials.clone();
    rolled.evaluate(inputs, values, partials);
    straight.evaluate(inputs, others, otherPartials);
    assertArrayEquals(values, others, 1e-12);
    assertArrayEquals(partials, otherPartials, 1e-14);
    if (values.length > 1) {
      return DoubleStream.concat(Arrays.stream(values), Arrays.stream(partials)).toArray();
    }
    double[] second = new double[OFFSETS.length * OFFSETS.length];
    double[] otherSecond = second.clone();
    double[] gradient = new double[OFFSETS.length];
    function.indexedHessian(List.of()).compile(sizes).evaluate(inputs, gradient, second);
    assertArrayEquals(partials, gradient, 1e-14);
    function.at(sizes).hessian().compile().evaluate(inputs, gradient, otherSecond);
    assertArrayEquals(second, otherSecond, 1e-14);
    return Stream.of(values, partials, second).flatMapToDouble(Arrays::stream).toArray();
  }

  /** Functions that a shift of z does not change; for logsumexp z[1] is taken off. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "f(z[n])[i] = exp(z[i])/sum(k, exp(z[k]))",
        "f(z[n]) = softmax(z)",
        "f(z[n]) = logsoftmax(z)",
        "f(z[n]) = logsumexp(z) - z[1]",
        "f(z[n]) = log(sum(k, exp(z[k]))) - z[1]",
        "f(z[n]; t) = logsumexp(z) - z[t]",
        "f(z[n]; y[n]) = -sum(i, y[i]*log(exp(z[i])/sum(k, exp(z[k]))))",
      })
  void aShiftChangesNothing(String text) {
    double[] parameters =
        text.contains("; t)") ? new double[] {2} : text.contains("; y") ? label() : new double[0];
    double[] expected = all(text, 0, parameters);
    assertTrue(Arrays.stream(expected).anyMatch(value -> value != 0));
    assertArrayEquals(expected, all(text, 1000, parameters), 1e-12);
    assertArrayEquals(expected, all(text, -1000, parameters), 1e-12);
  }

  private static double[] label() {
    return new double[] {0.25, 0.5, 0.25};
  }

  @Test
  void gapsBetweenExponentsMayBeLarge() {
    Map<String, Integer> sizes = Map.of("n", 3);
    double[] z = {1000, -1000, 0};
    double[] values = new double[3];
    double[] partials = new double[9];
    Nabla.parse("f(z[n]) = softmax(z)")
        .indexedJacobian()
        .compile(sizes)
        .evaluate(z, values, partials);
    assertArrayEquals(new double[] {1, 0, 0}, values);
    assertArrayEquals(new double[9], partials, 0.0);
    Nabla.parse("f(z[n]) = logsoftmax(z)")
        .indexedJacobian()
        .compile(sizes)
        .evaluate(z, values, partials);
    assertArrayEquals(new double[] {0, -2000, -1000}, values);
    assertArrayEquals(new double[] {0, 0, 0, -1, 1, 0, -1, 0, 1}, partials, 0.0);
  }

  /** 10¹² entries; the product takes a few arrays of n doubles. */
  @Test
  void theProductOfALargeSoftmaxJacobianIsLinear() {
    int n = 1_000_000;
    RolledEvaluator tangent =
        Nabla.parse("f(z[n])[i] = exp(z[i])/sum(k, exp(z[k]))")
            .indexedJacobian()
            .compileTangent(Map.of("n", n));
    double[] z = new double[n];
    double[] v = new double[n];
    Arrays.setAll(z, i -> 700 + 5 * Math.sin(i));
    Arrays.setAll(v, i -> Math.cos(3 * i));
    double[] s = new double[n];
    double[] product = new double[n];
    tangent.evaluate(z, v, s, product);
    double total = Arrays.stream(z).map(value -> Math.exp(value - 705)).sum();
    double mean = 0;
    for (int i = 0; i < n; i++) {
      mean += Math.exp(z[i] - 705) / total * v[i];
    }
    for (int i = 0; i < n; i++) {
      double share = Math.exp(z[i] - 705) / total;
      assertEquals(share, s[i], 1e-12 * share);
      assertEquals(share * (v[i] - mean), product[i], 1e-12 * share);
    }
  }
}
