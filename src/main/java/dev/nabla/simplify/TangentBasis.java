package dev.nabla.simplify;

import dev.nabla.expr.Apply;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.Rational;
import dev.nabla.expr.Select;
import dev.nabla.expr.Traversal;
import dev.nabla.function.FunctionTable;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The functions of an angle by its tangent t and secant w: sin = t/w, cos = 1/w, w² = 1 + t² (DLMF
 * 4.21.12); by cotangent and cosecant, and hyperbolic ones, likewise (DLMF 4.35.12).
 *
 * <p>Only for angles whose tangent or secant occurs: where those have no value nothing has one.
 */
final class TangentBasis {
  private static final Map<String, Role> ROLES =
      Map.ofEntries(
          Map.entry("sin", new Role(Part.SINE, true)),
          Map.entry("cos", new Role(Part.COSINE, true)),
          Map.entry("tan", new Role(Part.TANGENT, true)),
          Map.entry("cot", new Role(Part.COTANGENT, true)),
          Map.entry("sec", new Role(Part.SECANT, true)),
          Map.entry("csc", new Role(Part.COSECANT, true)),
          Map.entry("sinh", new Role(Part.SINE, false)),
          Map.entry("cosh", new Role(Part.COSINE, false)),
          Map.entry("tanh", new Role(Part.TANGENT, false)),
          Map.entry("coth", new Role(Part.COTANGENT, false)),
          Map.entry("sech", new Role(Part.SECANT, false)),
          Map.entry("csch", new Role(Part.COSECANT, false)));

  /** Angles to be read in tangent and secant (true) or cotangent and cosecant (false). */
  private final Map<Key, Boolean> angles;

  /** The double angles with what they are twice of. */
  private final Map<Key, Key> doubles;

  private final ExprPool pool;

  private TangentBasis(ExprPool pool, Map<Key, Boolean> angles, Map<Key, Key> doubles) {
    this.pool = pool;
    this.angles = angles;
    this.doubles = doubles;
  }

  private enum Part {
    SINE,
    COSINE,
    TANGENT,
    COTANGENT,
    SECANT,
    COSECANT
  }

  private record Role(Part part, boolean circular) {}

  private record Key(Expr argument, boolean circular) {
    Key times(ExprPool pool, Rational factor) {
      return new Key(Angle.scaled(pool, factor, argument), circular);
    }
  }

  /** No angle at all. */
  static TangentBasis none(ExprPool pool) {
    return new TangentBasis(pool, Map.of(), Map.of());
  }

  /** The angles of which an expression has tangents or secants, and no multiples but doubles. */
  static TangentBasis of(ExprPool pool, Expr root) {
    Map<Key, Map<Rational, Set<Part>>> multiples = new LinkedHashMap<>();
    for (Expr node : Traversal.postOrder(root)) {
      if (node instanceof Select) {
        return none(pool);
      }
      if (node instanceof Apply apply && ROLES.containsKey(apply.function().name())) {
        Role role = ROLES.get(apply.function().name());
        Angle angle = Angle.of(pool, apply.arguments().get(0));
        multiples
            .computeIfAbsent(
                new Key(angle.direction(), role.circular()), direction -> new TreeMap<>())
            .computeIfAbsent(angle.factor(), factor -> EnumSet.noneOf(Part.class))
            .add(role.part());
      }
    }
    Map<Key, Boolean> angles = new LinkedHashMap<>();
    Map<Key, Key> doubles = new HashMap<>();
    multiples.forEach(
        (direction, parts) -> {
          Rational unit = parts.keySet().iterator().next();
          Rational twice = unit.multiply(Rational.of(2));
          Set<Part> found = parts.get(unit);
          boolean tangent = found.contains(Part.TANGENT) || found.contains(Part.SECANT);
          boolean cotangent = found.contains(Part.COTANGENT) || found.contains(Part.COSECANT);
          if ((tangent || cotangent)
              && parts.keySet().stream().allMatch(k -> k.equals(unit) || k.equals(twice))) {
            Key single = direction.times(pool, unit);
            angles.put(single, tangent);
            doubles.put(direction.times(pool, twice), single);
          }
        });
    return new TangentBasis(pool, angles, doubles);
  }

  boolean isEmpty() {
    return angles.isEmpty();
  }

  /** The function's value in the two of its angle, if that is to be read so. */
  Optional<Quotient> read(Apply apply, QuotientReader reader) {
    Role role = ROLES.get(apply.function().name());
    if (role == null) {
      return Optional.empty();
    }
    Expr argument = apply.arguments().get(0);
    Key whole = new Key(argument, role.circular());
    Key angle = doubles.getOrDefault(whole, whole);
    Boolean tangent = angles.get(angle);
    if (tangent == null) {
      return Optional.empty();
    }
    Multinomial quotient = variable(angle, tangent ? "tan" : "cot", reader);
    Multinomial inverse = variable(angle, tangent ? "sec" : "csc", reader);
    relate(quotient, inverse, role.circular(), tangent, reader);
    if (angle != whole) {
      return Optional.of(ofDouble(role, tangent, quotient, inverse, reader));
    }
    QuotientRing ring = reader.ring();
    Quotient overInverse = reader.inverse(inverse, 1, true);
    Quotient result =
        switch (tangent ? role.part() : mirrored(role.part())) {
          case SINE -> ring.multiply(Quotient.of(quotient), overInverse);
          case COSINE -> overInverse;
          case TANGENT -> Quotient.of(quotient);
          case SECANT -> Quotient.of(inverse);
          case COTANGENT -> reader.inverse(quotient, 1, true);
          case COSECANT -> ring.multiply(Quotient.of(inverse), reader.inverse(quotient, 1, true));
        };
    return Optional.of(result);
  }

  /** A function of 2·u by sin(2·u) = 2·t/w², cos(2·u) = (1 − t²)/w² (DLMF 4.21.27). */
  private static Quotient ofDouble(
      Role role, boolean tangent, Multinomial t, Multinomial w, QuotientReader reader) {
    Multinomial square = t.multiply(t);
    Multinomial difference =
        role.circular() ? Multinomial.ONE.subtract(square) : Multinomial.ONE.add(square);
    boolean turned = role.circular() && !tangent;
    Quotient sine = Quotient.of(t.scale(Rational.of(2)));
    Quotient cosine = Quotient.of(turned ? difference.scale(Rational.MINUS_ONE) : difference);
    Quotient one = Quotient.of(w.multiply(w));
    return switch (role.part()) {
      case SINE -> over(sine, one, reader);
      case COSINE -> over(cosine, one, reader);
      case TANGENT -> over(sine, cosine, reader);
      case COTANGENT -> over(cosine, sine, reader);
      case SECANT -> over(one, cosine, reader);
      case COSECANT -> over(one, sine, reader);
    };
  }

  private static Quotient over(Quotient numerator, Quotient denominator, QuotientReader reader) {
    QuotientRing ring = reader.ring();
    return ring.reduced(ring.multiply(numerator, reader.inverse(denominator, 1, true)));
  }

  /** The product with its sums in secants where they have squares of tangents. */
  FactoredQuotient inSecants(FactoredQuotient quotient, QuotientReader reader) {
    FactoredQuotient result = quotient;
    for (Map.Entry<Key, Boolean> entry : angles.entrySet()) {
      AnglePair pair = pair(entry.getKey(), entry.getValue(), reader);
      int t = number(entry.getKey(), entry.getValue() ? "tan" : "cot", reader);
      for (Map.Entry<Multinomial, Integer> factor : List.copyOf(result.factors().entrySet())) {
        Multinomial sum = factor.getKey();
        if (sum.size() > 1 && sum.contains(t)) {
          Multinomial image = AngleForms.withoutSquare(sum, pair, t);
          Map<Multinomial, Integer> change = new LinkedHashMap<>();
          change.put(sum, -factor.getValue());
          reader
              .ring()
              .factored(image)
              .forEach((f, k) -> change.merge(f, k * factor.getValue(), Integer::sum));
          result = result.times(image.content().pow(factor.getValue()), change);
        }
      }
    }
    return result;
  }

  /** Tangent and secant, which satisfy the equation of such a sine and cosine. */
  private AnglePair pair(Key angle, boolean tangent, QuotientReader reader) {
    int t = number(angle, tangent ? "tan" : "cot", reader);
    int w = number(angle, tangent ? "sec" : "csc", reader);
    // w² = 1 + t² like cosh² = 1 + sinh²; sech² = 1 − tanh² like cos² = 1 − sin².
    boolean circular = !angle.circular() && tangent;
    return angle.circular() || tangent
        ? new AnglePair(t, w, circular, angle.argument())
        : new AnglePair(w, t, circular, angle.argument());
  }

  /**
   * The product with (1 − tanh)·(1 + tanh) as sech², and with quotients of the two functions of an
   * angle under their own names: sec/tan is csc.
   */
  FactoredQuotient named(FactoredQuotient quotient, QuotientReader reader) {
    FactoredQuotient result = quotient;
    for (Map.Entry<Key, Boolean> entry : angles.entrySet()) {
      Key angle = entry.getKey();
      boolean tangent = entry.getValue();
      Multinomial t = variable(angle, tangent ? "tan" : "cot", reader);
      Multinomial w = variable(angle, tangent ? "sec" : "csc", reader);
      if (!angle.circular()) {
        Rational sign = tangent ? Rational.MINUS_ONE : Rational.ONE;
        result = result.conjugatesJoined(t, w, sign);
      }
      int s = result.exponent(t);
      int c = result.exponent(w);
      if (s != 0 && Integer.signum(s) != Integer.signum(c) && c != 0) {
        String name = s > 0 ? (tangent ? "sin" : "cos") : (tangent ? "csc" : "sec");
        Multinomial other = variable(angle, name, reader);
        int common = Math.min(Math.abs(s), Math.abs(c));
        int up = Integer.signum(s) * common;
        Map<Multinomial, Integer> change = new LinkedHashMap<>();
        change.put(t, -up);
        change.put(w, up);
        change.put(other, common);
        result = result.times(Rational.ONE, change);
      }
    }
    return result;
  }

  /** The part of the complementary angle: sin in cot and csc is what cos is in tan and sec. */
  private static Part mirrored(Part part) {
    return switch (part) {
      case SINE -> Part.COSINE;
      case COSINE -> Part.SINE;
      case TANGENT -> Part.COTANGENT;
      case COTANGENT -> Part.TANGENT;
      case SECANT -> Part.COSECANT;
      case COSECANT -> Part.SECANT;
    };
  }

  /** sec² = 1 + tan², csc² = 1 + cot², sech² = 1 − tanh², csch² = coth² − 1. */
  private static void relate(
      Multinomial quotient,
      Multinomial inverse,
      boolean circular,
      boolean tangent,
      QuotientReader reader) {
    Multinomial square = quotient.multiply(quotient);
    Multinomial value;
    if (circular) {
      value = square.add(Multinomial.ONE);
    } else {
      value = tangent ? Multinomial.ONE.subtract(square) : square.subtract(Multinomial.ONE);
    }
    reader.ring().relate(FactoredQuotient.variable(inverse), 2, value);
  }

  private Multinomial variable(Key angle, String name, QuotientReader reader) {
    return Multinomial.variable(number(angle, name, reader), 1);
  }

  private int number(Key angle, String name, QuotientReader reader) {
    String function = angle.circular() ? name : name + "h";
    Expr value = pool.apply(FunctionTable.get(function), List.of(angle.argument()));
    return reader.generators().number(value, pool.one(), 1);
  }
}
