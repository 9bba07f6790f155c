package dev.nabla.resolve;

import dev.nabla.ast.Syntax;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Arrays of one number, and the identity: {@code ones(m, n)}, {@code eye(n)}; without a size, as in
 * {@code vector(1)} and {@code eye}, it follows from what they are used with.
 */
final class ConstantArrays {
  static final Set<String> NAMES = Set.of("eye", "ones", "zeros", "vector", "matrix");

  private final Model model;
  private final ExprPool pool;

  ConstantArrays(Model model) {
    this.model = model;
    this.pool = model.pool();
  }

  Value call(ExpressionResolver resolver, Syntax.Call call) {
    return switch (call.name().text()) {
      case "eye" -> {
        Calls.requireCount(resolver, call, 1);
        yield model.arrays().identity(sizes(resolver, call).get(0));
      }
      case "ones" -> new Value(sizes(resolver, call), pool.one());
      case "zeros" -> new Value(sizes(resolver, call), pool.zero());
      case "vector" -> filled(resolver, call, 1);
      default -> filled(resolver, call, 2);
    };
  }

  /** The identity matrix of a size that follows from what it is used with. */
  Value identity(ExpressionResolver resolver, Syntax.Name name) {
    return model
        .arrays()
        .identity(model.equality().unknown(resolver.source(), name.span(), name.text()));
  }

  private List<Expr> sizes(ExpressionResolver resolver, Syntax.Call call) {
    int count = call.arguments().size();
    if (count != 1 && count != 2) {
      throw resolver.error(call.span(), call.name().text() + " takes 1 or 2 sizes, not " + count);
    }
    List<Expr> sizes = new ArrayList<>();
    for (Syntax argument : call.arguments()) {
      Expr size = resolver.resolveScalar(argument, "a size");
      if (!SubscriptResolver.isOfSizes(size) || !DefinitionResolver.isSize(size)) {
        throw resolver.error(
            argument.span(),
            "a size is a whole number from 1, or made of sizes",
            "write ones(3) or ones(n)");
      }
      sizes.add(size);
    }
    return sizes;
  }

  private Value filled(ExpressionResolver resolver, Syntax.Call call, int rank) {
    Calls.requireCount(resolver, call, 1);
    Syntax argument = call.arguments().get(0);
    Expr element = resolver.resolveScalar(argument, "each element");
    resolver.number(Value.scalar(element), argument.span());
    List<Expr> sizes = new ArrayList<>();
    for (int d = 0; d < rank; d++) {
      String text = resolver.text(call.span());
      sizes.add(model.equality().unknown(resolver.source(), call.span(), text));
    }
    return new Value(sizes, element);
  }
}
