package dev.nabla.simplify;

import dev.nabla.expr.Expr;
import dev.nabla.simplify.RuleContract.Breach;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Both sides of a rule at hostile and at random points: zeros, poles, edges of domains, negative,
 * huge and tiny numbers, and where a placeholder stands for what has no value.
 */
final class RulePoints {
  private static final int DIGITS = 66;
  private static final int DIGITS_OF_EXTREMES = 140;
  private static final int LEAST_DEFINED = 6;
  private static final BigDecimal TOLERANCE = new BigDecimal("1e-50");
  private static final Optional<BigDecimal> GRAIN = Optional.of(new BigDecimal("1e-54"));
  private static final BigDecimal PI =
      new BigDecimal(
          "3.14159265358979323846264338327950288419716939937510582097494459230781640628620899862803");

  private static final List<BigDecimal> HOSTILE =
      List.of(
          decimal("0.5"),
          decimal("-2"),
          decimal("0"),
          decimal("1"),
          decimal("-1"),
          decimal("2"),
          decimal("-0.5"),
          decimal("3"),
          PI.divide(decimal("2")),
          decimal("-3"),
          decimal("0.25"),
          PI.negate(),
          decimal("1.5"),
          PI,
          PI.divide(decimal("-2")),
          PI.divide(decimal("4")));

  private static final List<BigDecimal> EXTREME =
      List.of(
          decimal("1e-20"), decimal("-1e-20"), decimal("40"), decimal("-40"), decimal("-1e-12"));

  private final long seed;
  private final int budget;

  private RulePoints(long seed, int budget) {
    this.seed = seed;
    this.budget = budget;
  }

  /** The points of the contract. */
  static RulePoints usual() {
    return new RulePoints(1, 120);
  }

  /** More points, and others: for what the contract finds nothing against. */
  static RulePoints others() {
    return new RulePoints(2, 240);
  }

  private static BigDecimal decimal(String text) {
    return new BigDecimal(text);
  }

  /** The breaches at all points. */
  Set<Breach> compare(Rule rule, List<RuleInstance> instances) {
    return new Comparison(rule, false).of(instances);
  }

  /** A breach, or none; {@code VACUOUS} and {@code NOT_EXTENDED} only if there is no other. */
  Set<Breach> refute(Rule rule, List<RuleInstance> instances) {
    return new Comparison(rule, true).of(instances);
  }

  private final class Comparison {
    private final Rule rule;
    private final boolean first;
    private final Set<Breach> breaches = EnumSet.noneOf(Breach.class);
    private int defined;
    private boolean extended;

    Comparison(Rule rule, boolean first) {
      this.rule = rule;
      this.first = first;
    }

    Set<Breach> of(List<RuleInstance> instances) {
      int each = Math.max(22, budget / Math.max(1, instances.size()));
      for (int i = 0; i < instances.size(); i++) {
        RuleInstance instance = instances.get(i);
        compare(instance, each, i);
        if (i == 0) {
          instance.variables().keySet().forEach(name -> withoutValue(instance, name));
        }
        if (first && !breaches.isEmpty()) {
          return breaches;
        }
      }
      if (defined < LEAST_DEFINED) {
        breaches.add(Breach.VACUOUS);
      }
      if (!extended && rule.validity() == Validity.EXTENDS_DOMAIN) {
        breaches.add(Breach.NOT_EXTENDED);
      }
      return breaches;
    }

    private void compare(RuleInstance instance, int count, int turn) {
      Random random = new Random(seed + rule.name().hashCode());
      List<String> names = List.copyOf(instance.variables().keySet());
      List<String> compared = instance.compared();
      int met = 0;
      for (int i = 0; i < count && !(first && !breaches.isEmpty()); i++) {
        boolean extreme = i % 10 == 9;
        boolean usual = i % 4 == 3;
        Map<String, BigDecimal> point = new LinkedHashMap<>();
        for (int k = 0; k < names.size(); k++) {
          BigDecimal value =
              usual ? gaussian(random) : hostile(random, met, (k + turn) % names.size());
          point.put(names.get(k), extreme ? extreme(random) : value);
        }
        if (compared.size() == 2 && i % 2 == 0) {
          point.put(compared.get(0), point.get(compared.get(1)));
        }
        met += extreme || usual ? 0 : 1;
        at(instance, point, Optional.empty(), extreme);
      }
    }

    /** One variable meets all values; the others first the same ones, then any. */
    private static BigDecimal hostile(Random random, int number, int variable) {
      boolean same = variable == 0 || number < 6;
      return HOSTILE.get(same ? number % HOSTILE.size() : random.nextInt(HOSTILE.size()));
    }

    private static BigDecimal gaussian(Random random) {
      return new BigDecimal(random.nextGaussian() * 2, new MathContext(12));
    }

    /** Not beside special values: without a grain, what is nearly a pole is none. */
    private static BigDecimal extreme(Random random) {
      return random.nextInt(3) > 0 ? EXTREME.get(random.nextInt(EXTREME.size())) : gaussian(random);
    }

    /** Whatever else is known of it: a placeholder may stand for what has no value somewhere. */
    private void withoutValue(RuleInstance instance, String name) {
      Guard total = Guard.defined(name);
      if (instance.guards().contains(total)) {
        return;
      }
      Random random = new Random(seed);
      for (int i = 0; i < 6; i++) {
        Map<String, BigDecimal> point = new LinkedHashMap<>();
        for (String each : instance.variables().keySet()) {
          point.put(each, gaussian(random));
        }
        at(instance, point, Optional.of(name), false);
      }
    }

    private void at(
        RuleInstance instance,
        Map<String, BigDecimal> point,
        Optional<String> missing,
        boolean extreme) {
      Map<Expr, Optional<BigDecimal>> inputs = new HashMap<>();
      for (Map.Entry<String, BigDecimal> entry : point.entrySet()) {
        boolean absent = missing.filter(entry.getKey()::equals).isPresent();
        if (!absent && !admits(instance.guards(), entry.getKey(), entry.getValue())) {
          return;
        }
        inputs.put(
            instance.variables().get(entry.getKey()),
            absent ? Optional.empty() : Optional.of(entry.getValue()));
      }
      RealArithmetic arithmetic =
          new RealArithmetic(
              inputs, extreme ? DIGITS_OF_EXTREMES : DIGITS, extreme ? Optional.empty() : GRAIN);
      Optional<BigDecimal> left = arithmetic.value(instance.left());
      Optional<BigDecimal> right = arithmetic.value(instance.right());
      if (left.isPresent()) {
        defined++;
        if (right.isEmpty()) {
          breaches.add(Breach.SHRINKS_DOMAIN);
        } else if (!agree(left.get(), right.get())) {
          breaches.add(Breach.VALUE);
        }
      } else if (right.isPresent() && missing.isEmpty()) {
        extended = true;
        if (rule.validity() == Validity.EXACT) {
          breaches.add(Breach.NOT_EXACT);
        }
      }
    }

    private boolean admits(List<Guard> guards, String name, BigDecimal value) {
      return guards.stream()
          .filter(guard -> guard.placeholder().equals(name))
          .allMatch(guard -> Assumed.admits(guard.fact(), value.doubleValue()));
    }

    private boolean agree(BigDecimal left, BigDecimal right) {
      BigDecimal scale = left.abs().add(right.abs()).add(BigDecimal.ONE);
      return left.subtract(right).abs().compareTo(scale.multiply(TOLERANCE)) <= 0;
    }
  }
}
