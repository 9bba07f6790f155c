package dev.nabla.simplify;

import dev.nabla.check.Graph;
import dev.nabla.check.HighPrecisionEvaluator;
import dev.nabla.check.Outcome;
import dev.nabla.expr.Element;
import dev.nabla.expr.Expr;
import dev.nabla.expr.Num;
import dev.nabla.expr.Traversal;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What every rule must fulfil; a broken clause is reported by its {@link Breach}. */
final class RuleContract {
  /** The clauses. */
  enum Breach {
    /** The sides differ at a point. */
    VALUE,
    /** The right side is not defined where the left is. */
    SHRINKS_DOMAIN,
    /** The right side of an exact rule is defined where the left is not. */
    NOT_EXACT,
    /** The left side is hardly ever defined, so that nothing is tested. */
    VACUOUS,
    /** The right side is not shorter. */
    COST,
    /** The simplifier does not apply the rule to its own left side. */
    DOES_NOT_FIRE,
    /** The rule is valid without one of its guards. */
    NEEDLESS_GUARD
  }

  private static final int DIGITS = 60;
  private static final int LEAST_DEFINED = 6;
  private static final BigDecimal TOLERANCE = new BigDecimal("1e-50");
  private static final BigDecimal HUGE = new BigDecimal("1e40");
  private static final List<String> HOSTILE =
      List.of("-2", "-1", "-0.5", "0", "0.5", "1", "2", "3", "-3", "0.25", "1.5");
  private static final List<String> NUMBERS = List.of("2", "1/2", "3", "-1/2", "-1", "1", "-2");

  private final Rule rule;

  RuleContract(Rule rule) {
    this.rule = rule;
  }

  /** The clauses that the rule breaks. */
  Set<Breach> breaches() {
    Set<Breach> breaches = new TreeSet<>();
    List<Instance> instances = instances(rule.guards());
    for (Instance instance : instances) {
      breaches.addAll(instance.compare(rule.guards(), true));
    }
    if (instances.stream().noneMatch(Instance::shortens)) {
      breaches.add(Breach.COST);
    }
    if (instances.stream().noneMatch(Instance::fires)) {
      breaches.add(Breach.DOES_NOT_FIRE);
    }
    for (Guard guard : rule.guards()) {
      if (isRefutable(guard) && !isRefutedWithout(guard)) {
        breaches.add(Breach.NEEDLESS_GUARD);
      }
    }
    return breaches;
  }

  /** A guard that says what a placeholder may absorb, or orients the rule, is no condition. */
  private static boolean isRefutable(Guard guard) {
    return !guard.isNumeric() || guard.fact() == Guard.Fact.EVEN;
  }

  private boolean isRefutedWithout(Guard guard) {
    List<Guard> others = new ArrayList<>(rule.guards());
    others.remove(guard);
    if (guard.fact() == Guard.Fact.EVEN) {
      others.add(Guard.number(guard.placeholder()));
    }
    return instances(others).stream()
        .anyMatch(instance -> !instance.compare(others, false).isEmpty());
  }

  /** The rule for each number that a numeric placeholder may stand for. */
  private List<Instance> instances(List<Guard> guards) {
    List<String> lefts = new ArrayList<>(List.of(rule.left() + " ; " + rule.right()));
    for (String name : rule.placeholders()) {
      List<Guard> numeric =
          guards.stream()
              .filter(guard -> guard.placeholder().equals(name) && guard.isNumeric())
              .toList();
      if (!numeric.isEmpty()) {
        List<String> next = new ArrayList<>();
        for (String number : NUMBERS) {
          Expr value = Given.of("f(x) = " + number).value();
          if (numeric.stream().allMatch(guard -> guard.holds(((Num) value).value()))) {
            String pattern = "(?<![a-z0-9])" + name + "(?![a-z0-9])";
            lefts.forEach(text -> next.add(text.replaceAll(pattern, "(" + number + ")")));
          }
        }
        lefts = next;
      }
    }
    return lefts.stream().map(text -> new Instance(text.split(" ; "), guards)).toList();
  }

  /** The rule with numbers for its numeric placeholders and variables for the others. */
  private final class Instance {
    private final Given given;
    private final List<Expr> variables = new ArrayList<>();

    Instance(String[] sides, List<Guard> guards) {
      String arguments =
          rule.placeholders().stream()
              .map(name -> name + assumption(name, guards))
              .collect(Collectors.joining(", "));
      given = Given.of("f(" + arguments + ") = [" + sides[0] + ", " + sides[1] + "]");
      given.function().inputs().forEach(variables::add);
    }

    private static String assumption(String name, List<Guard> guards) {
      StringBuilder text = new StringBuilder();
      for (Guard guard : guards) {
        if (guard.placeholder().equals(name)) {
          text.append(
              switch (guard.fact()) {
                case POSITIVE -> " > 0";
                case NON_NEGATIVE -> " >= 0";
                case NEGATIVE -> " < 0";
                case NON_POSITIVE -> " <= 0";
                case HALF_TURN -> " >= 0 <= 3";
                default -> "";
              });
        }
      }
      return text.toString();
    }

    Expr left() {
      return given.function().outputs().get(0);
    }

    Expr right() {
      return given.function().outputs().get(1);
    }

    boolean shortens() {
      Cost cost = new Cost();
      return cost.of(right()) < cost.of(left());
    }

    /** With no other rule, the rule turns its left side into its right side. */
    boolean fires() {
      List<Expr> assumptions = new ArrayList<>(given.function().assumptions());
      for (Guard guard : rule.guards()) {
        for (Expr variable : variables) {
          if (((Element) variable).symbol().name().equals(guard.placeholder())) {
            assumptions.addAll(Assumed.of(given.pool(), variable, guard.fact()));
          }
        }
      }
      Ranges ranges = new Ranges(given.pool(), assumptions);
      Domains domains = new Domains(given.pool(), ranges);
      Rewriting rewriting =
          new Rewriting(
              given.pool(),
              new Cost(),
              ranges,
              domains,
              Level.FULL,
              new RuleCatalog(List.of(rule)));
      Expr last = given.pool().zero();
      for (Expr node : Traversal.postOrder(left())) {
        last = rewriting.step(node).expr();
      }
      return last == right();
    }

    /** Compares the sides at hostile and at random points where the guards hold. */
    Set<Breach> compare(List<Guard> guards, boolean complete) {
      Set<Breach> breaches = new TreeSet<>();
      Random random = new Random(rule.name().hashCode());
      Graph graph = new Graph(variables, given.function().outputs());
      int defined = 0;
      for (int i = 0; i < points(complete); i++) {
        if (!complete && !breaches.isEmpty()) {
          break;
        }
        List<BigDecimal> point = point(random, i);
        if (!admits(guards, point)) {
          continue;
        }
        HighPrecisionEvaluator at = new HighPrecisionEvaluator(graph, point, DIGITS);
        Outcome left = withoutPole(at.value(left()));
        Outcome right = withoutPole(at.value(right()));
        if (left.isReal()) {
          defined++;
          if (!right.isReal()) {
            breaches.add(Breach.SHRINKS_DOMAIN);
          } else if (!agree(left.real(), right.real())) {
            breaches.add(Breach.VALUE);
          }
        } else if (right.isReal() && rule.validity() == Validity.EXACT && !dropsSomething()) {
          breaches.add(Breach.NOT_EXACT);
        }
      }
      if (complete && defined < LEAST_DEFINED) {
        breaches.add(Breach.VACUOUS);
      }
      return breaches;
    }

    /** tan(asin(1)) has a pole where π/2 is rounded to 60 digits. */
    private Outcome withoutPole(Outcome outcome) {
      return outcome.isReal() && outcome.real().abs().compareTo(HUGE) > 0
          ? new Outcome.Pole(left())
          : outcome;
    }

    private boolean dropsSomething() {
      return !Traversal.postOrder(right()).containsAll(variables);
    }

    /** For two variables all pairs of hostile values come first. */
    private List<BigDecimal> point(Random random, int number) {
      List<BigDecimal> point = new ArrayList<>();
      int width = HOSTILE.size();
      boolean grid = variables.size() < 3 && number < Math.pow(width, variables.size());
      for (int i = 0; i < variables.size(); i++) {
        if (grid) {
          point.add(new BigDecimal(HOSTILE.get(i == 0 ? number % width : number / width)));
        } else if (number % 3 != 0) {
          point.add(new BigDecimal(HOSTILE.get(random.nextInt(width))));
        } else {
          point.add(new BigDecimal(random.nextGaussian() * 2, new MathContext(12)));
        }
      }
      return point;
    }

    private int points(boolean complete) {
      return switch (variables.size()) {
        case 1 -> 40;
        case 2 -> 150;
        default -> complete ? 150 : 1000;
      };
    }

    private boolean admits(List<Guard> guards, List<BigDecimal> point) {
      for (Guard guard : guards) {
        for (int i = 0; i < variables.size(); i++) {
          String name = ((Element) variables.get(i)).symbol().name();
          if (name.equals(guard.placeholder())
              && !Assumed.admits(guard.fact(), point.get(i).doubleValue())) {
            return false;
          }
        }
      }
      return true;
    }

    private boolean agree(BigDecimal left, BigDecimal right) {
      BigDecimal scale = left.abs().add(right.abs()).add(BigDecimal.ONE);
      return left.subtract(right).abs().compareTo(scale.multiply(TOLERANCE)) <= 0;
    }
  }
}
