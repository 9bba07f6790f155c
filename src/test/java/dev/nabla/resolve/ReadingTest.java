package dev.nabla.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.nabla.source.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A text and its plain form are one node of the DAG. */
class ReadingTest {
  private static void assertSameReading(String arguments, String written, String plain) {
    ScalarFunction f = Read.function("f(" + arguments + ") = [" + written + ", " + plain + "]");
    int half = f.outputs().size() / 2;
    for (int i = 0; i < half; i++) {
      assertSame(f.outputs().get(half + i), f.outputs().get(i), written + " is " + plain);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          x²y            | x^2*y
          xy²            | x*y^2
          x(y+1)         | x*(y+1)
          2x             | 2*x
          2xy(x+1)^2     | 2*x*y*(x+1)^2
          xsin(y)        | x*sin(y)
          sin²(x)        | (sin(x))^2
          sin^2(x)       | (sin(x))^2
          sin(x)cos(y)   | sin(x)*cos(y)
          x^2y           | (x^2)*y
          2x/3           | (2*x)/3
          1/x²           | 1/(x^2)
          e^2x           | (e^2)*x
          e^x            | exp(x)
          x y            | x*y
          (x+1)(y-1)     | (x+1)*(y-1)
          x(x)           | x*x
          πx             | pi*x
          3x²y³          | 3*x^2*y^3
          x²(y)          | x^2*y
          2(x)           | 2*x
          """)
  void juxtapositionIsAProductOfWhatIsDeclared(String written, String plain) {
    assertSameReading("x, y", written, plain);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          -x^2          | 0 - (x*x)
          -x²           | 0 - (x*x)
          2^3^2         | 512
          (2^3)^2       | 64
          x/y/z         | x/(y*z)
          x-y-z         | x + (-1)*y + (-1)*z
          x-(y-z)       | x + (-1)*(y + (-1)*z)
          2^-x          | 2^(0 - x)
          x^-2          | 1/x^2
          x**2          | x^2
          --x           | x
          x/y*z         | (x/y)*z
          -x*y          | 0 - (x*y)
          x - -y        | x + y
          2·x×y−z       | 2*x*y - z
          √x            | x^(1/2)
          √(x+y)        | sqrt(x+y)
          √x·y          | sqrt(x)*y
          x⁻¹           | 1/x
          x⁰            | 1
          x÷y           | x/y
          0.1x          | x/10
          1e-3x         | x/1000
          .5x           | x/2
          pow(x, y)     | x^y
          max(x, y, z)  | max(max(x, y), z)
          if x > 0 then y else z | if 0 < x then y else z
          (if x ≥ 0 and y ≠ 0 then 1 else 2) | (if 0 <= x && y != 0 then 1 else 2)
          (if ¬(x < y) then 1 else 2) | (if not x < y then 1 else 2)
          """)
  void operatorsBindAsInPrint(String written, String plain) {
    assertSameReading("x, y, z", written, plain);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          e        | e^2      | e*e
          sin      | sin*2    | 2sin
          gamma, x | gamma(x+1) | gamma*(x+1)
          beta, x  | beta x   | beta*x
          pi       | pi^2     | pi*pi
          X, x     | Xx       | X*x
          x, x'    | x'x      | x*x'
          x₁, x₂   | x₁x₂     | x₁*x₂
          θ, φ     | θφ       | θ*φ
          xy, x, y | xy       | xy
          """)
  void aDeclaredNameIsItself(String arguments, String written, String plain) {
    assertSameReading(arguments, written, plain);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A*x          | [A[1,1]*x[1] + A[1,2]*x[2], A[2,1]*x[1] + A[2,2]*x[2]]
          A'x          | [A[1,1]*x[1] + A[2,1]*x[2], A[1,2]*x[1] + A[2,2]*x[2]]
          x'*y         | x[1]*y[1] + x[2]*y[2]
          x.*y         | [x[1]*y[1], x[2]*y[2]]
          x./y         | [x[1]/y[1], x[2]/y[2]]
          x.^2         | [x[1]^2, x[2]^2]
          x + 1        | [x[1] + 1, x[2] + 1]
          sin(x)       | [sin(x[1]), sin(x[2])]
          x*y'         | [x[1]*y[1], x[1]*y[2]; x[2]*y[1], x[2]*y[2]]
          A^2          | A*A
          A^T          | A'
          Aᵀ           | transpose(A)
          A[1,:]       | [A[1,1], A[1,2]]
          A[:,2]       | [A[1,2], A[2,2]]
          A[:,:]       | A
          A[1,:]'*x    | A[1,1]*x[1] + A[1,2]*x[2]
          sum(x)       | x[1] + x[2]
          sum(k, x[k]) | x[1] + x[2]
          sum(k = 1..2, k*x[k]) | x[1] + 2*x[2]
          Σ(k, x[k])   | sum(x)
          prod(k, x[k]) | x[1]*x[2]
          sum(i, sum(j, A[i,j])) | A[1,1] + A[1,2] + A[2,1] + A[2,2]
          sum(i = 1..2, sum(j = 1..i, A[i,j])) | A[1,1] + A[2,1] + A[2,2]
          sum(i = 1..1, x[i+1] - x[2*i-1]) | x[2] - x[1]
          sum(i, sum(j, if i == j then A[i,j] else 0)) | tr(A)
          dot(x, y)    | x'*y
          norm2(x)     | sqrt(x[1]^2 + x[2]^2)
          outer(x, y)  | x*y'
          diag(x)      | [x[1], 0; 0, x[2]]
          mean(x)      | (x[1] + x[2])/2
          softmax(x)   | [exp(x[1])/(exp(x[1]) + exp(x[2])), exp(x[2])/(exp(x[1]) + exp(x[2]))]
          if 1 > 0 then x else y | x
          x + vector(1) | x + 1
          A + matrix(2) | A + 2
          A + eye       | [A[1,1] + 1, A[1,2]; A[2,1], A[2,2] + 1]
          A*eye(2)      | A
          ones(2)       | [1, 1]
          ones(2, 3)    | [1, 1, 1; 1, 1, 1]
          zeros(2)      | [0, 0]
          ones(2)'*x    | sum(x)
          A^0           | eye(2)
          A^-1          | inv(A)
          A^(-1)        | inv(A)
          A⁻¹           | inv(A)
          A^-2          | inv(A)*inv(A)
          inv(A)*det(A) | [A[2,2], -A[1,2]; -A[2,1], A[1,1]].*(det(A)/det(A))
          det(A)        | A[1,1]*A[2,2] - A[1,2]*A[2,1]
          logdet(A)     | log(det(A))
          trace(A)      | tr(A)
          diag(A)       | [A[1,1], A[2,2]]
          norm2(A)      | sqrt(A[1,1]^2 + A[1,2]^2 + A[2,1]^2 + A[2,2]^2)
          norm1(A)      | sum(abs(A))
          kron(x*y', A)[2,3] | x[1]*y[2]*A[2,1]
          kron(A, eye(3))[5,2] | A[2,1]
          softmax(k, x[k])[1] | softmax(x)[1]
          softmax(k = 2..2, x[k])[1] | exp(x[2])/exp(x[2])
          logsumexp(k = 1..2, x[k]) | log(exp(x[1]) + exp(x[2]))
          inv(i, j, A[i,j]) | inv(A)
          det(i = 1..2, j = 1..2, A[j,i]) | det(A')
          sum(i, sum(j, delta(i, j)*A[i,j])) | tr(A)
          arctan(x)     | atan(x)
          """)
  void arraysAreTheirElements(String written, String plain) {
    assertSameReading("x[2], y[2], A[2,2]", written, plain);
  }

  @Test
  void aLineThatCannotEndGoesOn() {
    List<String> layouts =
        List.of(
            "f(x, y) = x +\ny",
            "f(x, y) = x\n  + y",
            "f(x, y) = x\n+ y",
            "f(x, y) =\n  x + y",
            "f(\n  x,\n  y\n) = x + y",
            "f(x, y) = t where\n  t = x + y",
            "f(x, y) = t\nwhere t = x + y",
            "g(x) = x; f(x, y) = g(x) + y;",
            "g(x) = x # one\n\n# two\nf(x, y) = g(x) + y # three",
            "f(x, y) = (x\n+ y)",
            "f(x, y) = x + y\r\n",
            "  f(x, y) = x\n    + y");
    for (String layout : layouts) {
      ScalarFunction f = Read.function(layout);
      assertSame(f.pool().sum(f.inputs().get(0), f.inputs().get(1)), f.outputs().get(0), layout);
    }
  }

  @Test
  void localFunctionsShadowBuiltInOnesButNotInsideThem() {
    assertEquals("Power[y, 2]", one("sin(x) = x^2\nf(y) = sin(y)"));
    assertEquals("log[Sum[exp[y[1]], exp[y[2]]]]", one("exp = 3\nf(y[2]) = logsumexp(y)"));
  }

  private static String one(String text) {
    return Read.function(text).outputs().get(0).toString();
  }

  @Test
  void aFunctionOfScalarsWithArraysInsideMapsOverArrays() {
    ScalarFunction f =
        Read.function("g(t) = t + sum(k, v[k]*k) where v = [t, 2*t]\nf(x[2]) = [g(x), 6*x]");
    assertSame(f.outputs().get(2), f.outputs().get(0));
    assertSame(f.outputs().get(3), f.outputs().get(1));
  }

  @Test
  void anAssumptionOnAnArrayHoldsForEachElement() {
    assertEquals(3, Read.function("f(x[3] > 0) = x").assumptions().size());
    assertEquals(2, Read.function("f(0 < x < 1) = x").assumptions().size());
  }

  @Test
  void aGivenSizeOverridesThatOfTheText() {
    ScalarFunction f =
        new FunctionReader(
                new Source("input", "dim n = 2\nf(x[n]) = x*n"), Optional.empty(), Map.of("n", 5))
            .read();
    assertEquals(5, f.outputs().size());
  }
}
