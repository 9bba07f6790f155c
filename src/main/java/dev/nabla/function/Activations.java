package dev.nabla.function;

import static dev.nabla.function.FunctionBuilder.unary;

import java.util.List;

/** Activation functions of neural networks. */
final class Activations {
  static final List<ElementaryFunction> FUNCTIONS =
      List.of(
          // ---- sigmoid: σ·(1 − σ), and 1 − σ(x) = σ(−x)
          unary("sigmoid")
              .alias("logistic", "expit")
              .description("logistic function, 1/(1 + exp(-x))")
              .derivative("sigmoid(x)*(1 - sigmoid(x))")
              .accurateDerivative("sigmoid(x)*sigmoid(-x)")
              .special("0", "1/2")
              .java(DoubleExponentials.class)
              .ulps(2)
              .decimals(DecimalExponentials.class)
              .latex("\\sigma")
              .build(),

          // ---- softplus: eˣ/(1 + eˣ) = σ(x) (DLMF 4.7.1)
          unary("softplus")
              .description("log(1 + exp(x))")
              .derivative("sigmoid(x)")
              .special("0", "log(2)")
              .java(DoubleExponentials.class)
              .ulps(1.5)
              .decimals(DecimalExponentials.class)
              .build(),

          // ---- relu: 1 for x > 0, 0 for x < 0
          unary("relu")
              .description("max(x, 0)")
              .derivative("if x > 0 then 1 else 0")
              .kink("x == 0")
              .special("0", "0")
              .special("-1", "0")
              .special("2", "2")
              .java(DoubleExponentials.class)
              .decimals(DecimalPiecewise.class)
              .build(),

          // ---- gelu: Φ(x) + x·φ(x) (DLMF 7.2.2)
          unary("gelu")
              .description("Gaussian error linear unit, x/2*erfc(-x/sqrt(2))")
              .derivative("erfc(-x/sqrt(2))/2 + x*exp(-x^2/2)/sqrt(2*pi)")
              .special("0", "0")
              .java(DoubleErrorFunction.class)
              .ulps(4)
              .decimals(DecimalErrorFunction.class)
              .build());

  private Activations() {}
}
