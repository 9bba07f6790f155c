package dev.nabla.function;

import static dev.nabla.function.FunctionBuilder.binary;
import static dev.nabla.function.FunctionBuilder.unary;

import java.util.List;

/** The inverse circular functions (DLMF 4.23–4.24), principal values; atan2 and hypot. */
final class InverseCircular {
  static final List<ElementaryFunction> FUNCTIONS =
      List.of(
          // ---- asin: 1/√(1 − x²) (DLMF 4.24.7)
          unary("asin")
              .alias("arcsin")
              .description("arc sine")
              .derivative("1/sqrt(1 - x^2)")
              .accurateDerivative("1/sqrt((1 - x)*(1 + x))")
              .domain("-1 <= x and x <= 1")
              .kink("x == -1 or x == 1")
              .odd()
              .special("0", "0")
              .special("1/2", "pi/6")
              .special("1", "pi/2")
              .special("-1", "-pi/2")
              .java(Math.class)
              .vector("ASIN")
              .decimals(DecimalCircular.class)
              .latex("\\arcsin")
              .c("asin")
              .python("math.asin")
              .build(),

          // ---- acos: −1/√(1 − x²) (DLMF 4.24.8)
          unary("acos")
              .alias("arccos")
              .description("arc cosine")
              .derivative("-1/sqrt(1 - x^2)")
              .accurateDerivative("-1/sqrt((1 - x)*(1 + x))")
              .domain("-1 <= x and x <= 1")
              .kink("x == -1 or x == 1")
              .special("0", "pi/2")
              .special("1/2", "pi/3")
              .special("1", "0")
              .special("-1", "pi")
              .java(Math.class)
              .vector("ACOS")
              .decimals(DecimalCircular.class)
              .latex("\\arccos")
              .c("acos")
              .python("math.acos")
              .build(),

          // ---- atan: 1/(1 + x²) (DLMF 4.24.9)
          unary("atan")
              .alias("arctan")
              .description("arc tangent")
              .derivative("1/(1 + x^2)")
              .odd()
              .special("0", "0")
              .special("1", "pi/4")
              .special("-1", "-pi/4")
              .java(Math.class)
              .vector("ATAN")
              .decimals(DecimalCircular.class)
              .latex("\\arctan")
              .c("atan")
              .python("math.atan")
              .build(),

          // ---- acot: −1/(1 + x²) (DLMF 4.24.12); arccot x = arctan(1/x) (DLMF 4.23.9)
          unary("acot")
              .alias("arccot")
              .description("arc cotangent in (-pi/2, pi/2], atan(1/x)")
              .derivative("-1/(1 + x^2)")
              .domain("x != 0")
              .odd()
              .special("1", "pi/4")
              .java(DoubleCircular.class)
              .decimals(DecimalCircular.class)
              .latex("\\operatorname{arccot}")
              .build(),

          // ---- asec: 1/(|x|·√(x² − 1)) (DLMF 4.24.11)
          unary("asec")
              .alias("arcsec")
              .description("arc secant")
              .derivative("1/(abs(x)*sqrt(x^2 - 1))")
              .accurateDerivative("1/(abs(x)*sqrt((x - 1)*(x + 1)))")
              .domain("x <= -1 or x >= 1")
              .kink("x == -1 or x == 1")
              .special("1", "0")
              .special("2", "pi/3")
              .special("-1", "pi")
              .java(DoubleCircular.class)
              .decimals(DecimalCircular.class)
              .latex("\\operatorname{arcsec}")
              .build(),

          // ---- acsc: −1/(|x|·√(x² − 1)) (DLMF 4.24.10)
          unary("acsc")
              .alias("arccsc")
              .description("arc cosecant")
              .derivative("-1/(abs(x)*sqrt(x^2 - 1))")
              .accurateDerivative("-1/(abs(x)*sqrt((x - 1)*(x + 1)))")
              .domain("x <= -1 or x >= 1")
              .kink("x == -1 or x == 1")
              .odd()
              .special("1", "pi/2")
              .special("2", "pi/6")
              .java(DoubleCircular.class)
              .decimals(DecimalCircular.class)
              .latex("\\operatorname{arccsc}")
              .build(),

          // ---- atan2: y/(x² + y²) and −x/(x² + y²), from arctan(x/y) (DLMF 4.24.9)
          binary("atan2")
              .alias("arctan2")
              .description("angle of the point with ordinate x and abscissa y")
              .derivative("y/(x^2 + y^2)", "-x/(x^2 + y^2)")
              .kink("x == 0 and y <= 0")
              .special("0,1", "0")
              .special("1,0", "pi/2")
              .special("1,1", "pi/4")
              .java(Math.class)
              .vector("ATAN2")
              .decimals(DecimalCircular.class)
              .c("atan2")
              .python("math.atan2")
              .build(),

          // ---- hypot: x/√(x² + y²) and y/√(x² + y²)
          binary("hypot")
              .description("length of the hypotenuse, sqrt(x^2 + y^2)")
              .derivative("x/hypot(x, y)", "y/hypot(x, y)")
              .kink("x == 0 and y == 0")
              .special("3,4", "5")
              .java(Math.class)
              .vector("HYPOT")
              .decimals(DecimalCircular.class)
              .latex("\\sqrt{{#1}^2 + {#2}^2}")
              .c("hypot")
              .python("math.hypot")
              .build());

  private InverseCircular() {}
}
