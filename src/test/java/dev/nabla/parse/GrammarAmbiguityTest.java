package dev.nabla.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import dev.nabla.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATNConfigSet;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.dfa.DFA;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The grammar has one reading for every text, and fast and full prediction find the same one. */
class GrammarAmbiguityTest {
  private static final List<String> SNIPPETS =
      List.of(
          "f(x,y) = [x²y, xy²]",
          "arm(q1, q2; l1, l2 > 0) = [l1*cos(q1) + l2*cos(q1+q2), l1*sin(q1) + l2*sin(q1+q2)]",
          "polar(x, y) = [r, θ] where r = sqrt(x^2 + y^2), θ = atan2(y, x)",
          "softmax(z[n])[i] = exp(z[i]) / sum(k, exp(z[k]))",
          "mlp(x[p]; W1[h,p], b1[h], W2[m,h], b2[m]) = W2*tanh(W1*x + b1) + b2",
          "att(Q[n,d], K[n,d], V[n,d]) = rowsoftmax(Q*K'/sqrt(d))*V",
          "rosen(x[n]) = sum(i = 1..n-1, 100*(x[i+1] - x[i]^2)^2 + (1 - x[i])^2)",
          "relu(x) = if x > 0 then x else 0",
          "dim n = 3, m = n + 1\nf(x[n], -1 < y <= 2, 0 < z)[i = 1..n] = x[i]y'z''",
          "f(x) = if if x > 0 then x > 1 else x > 2 then 1 else if x < 3 then 2 else 3",
          "f(x) = -x^-2^-x + --x - +x",
          "f(x) = x[1][2]'^T²′ᵀ",
          "f(x) = √√x(y)(z)[1] x 2y",
          "f(x) = not x > 0 and not not (y < 1) or z == w != v",
          "f(x) = [a, b; c, d; e, f][i, :]",
          "f(x) = sum(i = 1..2, j, k = a..b, x[i])",
          "f(x) = g(a; b, c)",
          "a = 3; b[i] = 2i; f(x) = ab where c = d, e[j = 1..2] = j,",
          "f(x')(y)",
          "keep g(x; k) = k*x; derivative of g(x, k) in x is if x > 0 then k else k",
          "keep g(x) = x\nderivative of g(x; y) is is*in of\nkeep(x) = keep",
          "rule a-b2-c: sin(x)(y) is x where x > 0, not y < 0 or x != 1; f(x) = x",
          "f(A[n,n] symmetric > 0; 0 < B[n,n] sym, symmetric) = inv(i = 1..n, j, A[i,j])[1,2]",
          "f() = 1",
          "f(;a) = a",
          "f(x) = a/b*c÷d.*e./g·h×k⊙m**2.^3");

  static Stream<String> texts() throws IOException {
    List<String> texts = new ArrayList<>(SNIPPETS);
    try (Stream<Path> samples = Files.list(Path.of("samples"))) {
      for (Path sample : samples.filter(p -> p.toString().endsWith(".nabla")).toList()) {
        texts.add(Files.readString(sample));
      }
    }
    texts.add(Files.readString(Path.of("src/main/resources/dev/nabla/prelude.nabla")));
    Path table = Path.of("src/test/resources/dev/nabla/resolve/diagnostics.txt");
    Stream.of(Files.readString(table).split("\n===\n"))
        .map(block -> block.substring(0, block.indexOf("\n---\n")))
        .forEach(texts::add);
    return texts.stream();
  }

  /** Fails on an ambiguity; what is no ambiguity is no concern. */
  private static final class OneReading extends BaseErrorListener {
    private boolean wrong;

    @Override
    public void syntaxError(
        Recognizer<?, ?> recognizer,
        Object symbol,
        int line,
        int column,
        String message,
        RecognitionException exception) {
      wrong = true;
    }

    @Override
    public void reportAmbiguity(
        Parser parser,
        DFA dfa,
        int start,
        int stop,
        boolean exact,
        BitSet alternatives,
        ATNConfigSet configurations) {
      String rule = parser.getRuleNames()[dfa.atnStartState.ruleIndex];
      fail(rule + " has the readings " + alternatives + " from token " + start + " to " + stop);
    }
  }

  private record Outcome(boolean wrong, String tree) {}

  private static Outcome parse(String text, PredictionMode mode) {
    List<Token> tokens = new ArrayList<>();
    new NablaLexer(CharStreams.fromString(text)).getAllTokens().forEach(tokens::add);
    List<Token> arranged;
    try {
      arranged = new StatementLayout(new Source("input", text)).arrange(tokens);
    } catch (RuntimeException unbalanced) {
      return new Outcome(true, "");
    }
    NablaParser parser = new NablaParser(new CommonTokenStream(new ListTokenSource(arranged)));
    parser.removeErrorListeners();
    OneReading listener = new OneReading();
    parser.addErrorListener(listener);
    parser.getInterpreter().setPredictionMode(mode);
    String tree = parser.file().toStringTree(parser);
    return new Outcome(listener.wrong, listener.wrong ? "" : tree);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void everyTextHasOneReading(String text) {
    Outcome exact = parse(text, PredictionMode.LL_EXACT_AMBIG_DETECTION);
    assertEquals(exact, parse(text, PredictionMode.SLL));
    assertEquals(exact, parse(text, PredictionMode.LL));
  }
}
