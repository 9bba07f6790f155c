package dev.nabla.testing;

import dev.nabla.function.ElementaryFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Random compositions of functions with an inverse. */
public final class InverseCases implements Generator<InverseCase> {
  /** Pairs f, g with f(g(x)) = x wherever g has a value. */
  private static final List<InverseCase.Pair> PAIRS =
      List.of(
          new InverseCase.Pair("exp(x)", "log(x)"),
          new InverseCase.Pair("log(x)", "exp(x)"),
          new InverseCase.Pair("expm1(x)", "log1p(x)"),
          new InverseCase.Pair("log1p(x)", "expm1(x)"),
          new InverseCase.Pair("log10(x)", "10^x"),
          new InverseCase.Pair("10^x", "log10(x)"),
          new InverseCase.Pair("log2(x)", "2^x"),
          new InverseCase.Pair("2^x", "log2(x)"),
          new InverseCase.Pair("x^3", "cbrt(x)"),
          new InverseCase.Pair("cbrt(x)", "x^3"),
          new InverseCase.Pair("x^2", "sqrt(x)"),
          new InverseCase.Pair("sin(x)", "asin(x)"),
          new InverseCase.Pair("cos(x)", "acos(x)"),
          new InverseCase.Pair("tan(x)", "atan(x)"),
          new InverseCase.Pair("cot(x)", "acot(x)"),
          new InverseCase.Pair("sec(x)", "asec(x)"),
          new InverseCase.Pair("csc(x)", "acsc(x)"),
          new InverseCase.Pair("sinh(x)", "asinh(x)"),
          new InverseCase.Pair("asinh(x)", "sinh(x)"),
          new InverseCase.Pair("cosh(x)", "acosh(x)"),
          new InverseCase.Pair("tanh(x)", "atanh(x)"),
          new InverseCase.Pair("atanh(x)", "tanh(x)"),
          new InverseCase.Pair("coth(x)", "acoth(x)"),
          new InverseCase.Pair("acoth(x)", "coth(x)"),
          new InverseCase.Pair("sech(x)", "asech(x)"),
          new InverseCase.Pair("csch(x)", "acsch(x)"),
          new InverseCase.Pair("acsch(x)", "csch(x)"),
          new InverseCase.Pair("sigmoid(x)", "-log(1/x - 1)"),
          new InverseCase.Pair("softplus(x)", "log(expm1(x))"),
          new InverseCase.Pair("log(expm1(x))", "softplus(x)"));

  private static final List<InverseCase.Pair> ARITHMETIC =
      List.of(
          new InverseCase.Pair("2*x + 1", "(x - 1)/2"),
          new InverseCase.Pair("-x", "-x"),
          new InverseCase.Pair("x + 3", "x - 3"),
          new InverseCase.Pair("1/x", "1/x"));

  private static final int MOST_PAIRS = 3;

  private final List<InverseCase.Pair> pairs;
  private final Points points = new Points(1);

  /** Compositions of those pairs that the functions of a vocabulary occur in. */
  public InverseCases(Vocabulary vocabulary) {
    this.pairs =
        PAIRS.stream()
            .filter(pair -> vocabulary.functions().stream().anyMatch(f -> uses(pair, f)))
            .toList();
  }

  /** Whether some function of the vocabulary has an inverse here. */
  boolean isEmpty() {
    return pairs.isEmpty();
  }

  private static boolean uses(InverseCase.Pair pair, ElementaryFunction function) {
    Pattern call = Pattern.compile("\\b" + function.name() + "\\(");
    return call.matcher(pair.f() + " " + pair.g()).find();
  }

  @Override
  public InverseCase next(RandomGenerator random) {
    List<InverseCase.Pair> chosen = new ArrayList<>();
    int count = 1 + random.nextInt(MOST_PAIRS);
    for (int i = 0; i < count; i++) {
      boolean arithmetic = pairs.isEmpty() || (i > 0 && random.nextBoolean());
      List<InverseCase.Pair> from = arithmetic ? ARITHMETIC : pairs;
      chosen.add(random.nextInt(chosen.size() + 1), from.get(random.nextInt(from.size())));
    }
    return new InverseCase(chosen, points.next(random).get(0));
  }

  @Override
  public Stream<InverseCase> simpler(InverseCase value) {
    Stream<InverseCase> shorter =
        value.pairs().size() == 1
            ? Stream.empty()
            : IntStream.range(0, value.pairs().size())
                .mapToObj(i -> new InverseCase(without(value.pairs(), i), value.point()));
    Stream<InverseCase> rounder =
        Simplicity.simpler(value.point()).map(x -> new InverseCase(value.pairs(), x));
    return Stream.concat(shorter, rounder);
  }

  private static List<InverseCase.Pair> without(List<InverseCase.Pair> pairs, int place) {
    List<InverseCase.Pair> fewer = new ArrayList<>(pairs);
    fewer.remove(place);
    return fewer;
  }
}
