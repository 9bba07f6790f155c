package dev.nabla.function;

import static dev.nabla.function.FunctionBuilder.unary;

import java.util.List;

/** The circular functions (DLMF 4.14–4.22). */
final class Circular {
  static final List<ElementaryFunction> FUNCTIONS =
      List.of(
          // ---- sin: cos x (DLMF 4.20.1)
          unary("sin")
              .description("sine")
              .derivative("cos(x)")
              .odd()
              .special("0", "0")
              .special("pi/6", "1/2")
              .special("pi/4", "sqrt(2)/2")
              .special("pi/3", "sqrt(3)/2")
              .special("pi/2", "1")
              .special("pi", "0")
              .java(Math.class)
              .vector("SIN")
              .decimals(DecimalCircular.class)
              .latex("\\sin")
              .c("sin")
              .python("math.sin")
              .build(),

          // ---- cos: −sin x (DLMF 4.20.2)
          unary("cos")
              .description("cosine")
              .derivative("-sin(x)")
              .even()
              .special("0", "1")
              .special("pi/6", "sqrt(3)/2")
              .special("pi/4", "sqrt(2)/2")
              .special("pi/3", "1/2")
              .special("pi/2", "0")
              .special("pi", "-1")
              .java(Math.class)
              .vector("COS")
              .decimals(DecimalCircular.class)
              .latex("\\cos")
              .c("cos")
              .python("math.cos")
              .build(),

          // ---- tan: sec² x = 1 + tan² x (DLMF 4.20.3)
          unary("tan")
              .alias("tg")
              .description("tangent")
              .derivative("1 + tan(x)^2")
              .domain("cos(x) != 0")
              .odd()
              .special("0", "0")
              .special("pi/6", "sqrt(3)/3")
              .special("pi/4", "1")
              .special("pi/3", "sqrt(3)")
              .special("pi", "0")
              .java(Math.class)
              .vector("TAN")
              .decimals(DecimalCircular.class)
              .latex("\\tan")
              .c("tan")
              .python("math.tan")
              .build(),

          // ---- cot: −csc² x = −(1 + cot² x) (DLMF 4.20.6)
          unary("cot")
              .alias("ctg")
              .description("cotangent")
              .derivative("-(1 + cot(x)^2)")
              .domain("sin(x) != 0")
              .odd()
              .special("pi/4", "1")
              .special("pi/2", "0")
              .java(DoubleCircular.class)
              .ulps(1.5)
              .decimals(DecimalCircular.class)
              .latex("\\cot")
              .build(),

          // ---- sec: sec x·tan x (DLMF 4.20.5)
          unary("sec")
              .description("secant")
              .derivative("sec(x)*tan(x)")
              .domain("cos(x) != 0")
              .even()
              .special("0", "1")
              .special("pi/3", "2")
              .special("pi", "-1")
              .java(DoubleCircular.class)
              .ulps(1.5)
              .decimals(DecimalCircular.class)
              .latex("\\sec")
              .build(),

          // ---- csc: −csc x·cot x (DLMF 4.20.4)
          unary("csc")
              .alias("cosec")
              .description("cosecant")
              .derivative("-csc(x)*cot(x)")
              .domain("sin(x) != 0")
              .odd()
              .special("pi/6", "2")
              .special("pi/2", "1")
              .java(DoubleCircular.class)
              .ulps(1.5)
              .decimals(DecimalCircular.class)
              .latex("\\csc")
              .build());

  private Circular() {}
}
