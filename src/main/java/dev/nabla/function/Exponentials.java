package dev.nabla.function;

import static dev.nabla.function.FunctionBuilder.unary;

import java.util.List;

/** Exponentials, logarithms and the cube root (DLMF 4.2–4.8). */
final class Exponentials {
  static final List<ElementaryFunction> FUNCTIONS =
      List.of(
          // ---- cbrt: 1/(3·∛x²) (DLMF 4.2.26)
          unary("cbrt")
              .description("real cube root")
              .derivative("1/(3*cbrt(x)^2)")
              .kink("x == 0")
              .odd()
              .special("0", "0")
              .special("1", "1")
              .special("8", "2")
              .special("-27", "-3")
              .java(Math.class)
              .vector("CBRT")
              .decimals(DecimalExponentials.class)
              .latex("\\sqrt[3]{#1}")
              .c("cbrt")
              .python("math.cbrt")
              .build(),

          // ---- exp: eˣ (DLMF 4.7.6)
          unary("exp")
              .description("exponential")
              .derivative("exp(x)")
              .special("0", "1")
              .special("1", "e")
              .java(Math.class)
              .vector("EXP")
              .decimals(DecimalExponentials.class)
              .latex("\\exp")
              .c("exp")
              .python("math.exp")
              .build(),

          // ---- expm1: eˣ (DLMF 4.7.6)
          unary("expm1")
              .description("exp(x) - 1, accurate near 0")
              .derivative("exp(x)")
              .special("0", "0")
              .java(Math.class)
              .vector("EXPM1")
              .decimals(DecimalExponentials.class)
              .c("expm1")
              .python("math.expm1")
              .build(),

          // ---- log: 1/x (DLMF 4.7.1)
          unary("log")
              .alias("ln")
              .description("natural logarithm")
              .derivative("1/x")
              .domain("x > 0")
              .special("1", "0")
              .special("e", "1")
              .java(Math.class)
              .vector("LOG")
              .decimals(DecimalExponentials.class)
              .latex("\\log")
              .c("log")
              .python("math.log")
              .build(),

          // ---- log1p: 1/(1 + x) (DLMF 4.7.1)
          unary("log1p")
              .description("log(1 + x), accurate near 0")
              .derivative("1/(1 + x)")
              .domain("x > -1")
              .special("0", "0")
              .java(Math.class)
              .vector("LOG1P")
              .decimals(DecimalExponentials.class)
              .c("log1p")
              .python("math.log1p")
              .build(),

          // ---- log10: 1/(x·log 10) (DLMF 4.2.9, 4.7.1)
          unary("log10")
              .description("logarithm to base 10")
              .derivative("1/(x*log(10))")
              .domain("x > 0")
              .special("1", "0")
              .special("10", "1")
              .special("100", "2")
              .special("1/1000", "-3")
              .java(Math.class)
              .vector("LOG10")
              .decimals(DecimalExponentials.class)
              .latex("\\log_{10}")
              .c("log10")
              .python("math.log10")
              .build(),

          // ---- log2: 1/(x·log 2) (DLMF 4.2.9, 4.7.1)
          unary("log2")
              .description("logarithm to base 2")
              .derivative("1/(x*log(2))")
              .domain("x > 0")
              .special("1", "0")
              .special("2", "1")
              .special("8", "3")
              .special("1/4", "-2")
              .java(DoubleExponentials.class)
              .ulps(1.5)
              .decimals(DecimalExponentials.class)
              .latex("\\log_{2}")
              .c("log2")
              .python("math.log2")
              .build());

  private Exponentials() {}
}
