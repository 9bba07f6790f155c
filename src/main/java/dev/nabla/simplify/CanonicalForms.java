package dev.nabla.simplify;

import dev.nabla.expr.Apply;
import dev.nabla.expr.Expr;
import dev.nabla.expr.ExprPool;
import dev.nabla.expr.NumberTooLargeException;
import dev.nabla.expr.Power;
import dev.nabla.expr.Sum;
import dev.nabla.expr.Traversal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A whole expression as one quotient in lowest terms, over all its roots, exponentials and
 * functions, written in the shortest of several ways; small expressions only.
 */
final class CanonicalForms implements Move {
  private static final double LARGEST_TREE = 500;
  private static final int MOST_IMAGES = 3;
  private static final int MOST_READINGS = 6;
  private static final Set<String> GROWING = Set.of("sinh", "cosh");
  private static final Set<String> EXPONENTIAL = Set.of("exp");

  /** A product gives way to a sum that is this much shorter. */
  private static final double EXPANSION_GAIN = 0.7;

  private static final int WORK = 40_000;

  private final ExprPool pool;
  private final Cost cost;
  private final Ranges ranges;
  private final Work work;
  private final JoinedPowers powers;
  private final Map<Request, List<Expr>> known = new HashMap<>();

  CanonicalForms(ExprPool pool, Cost cost, Ranges ranges, Work work) {
    this.work = work;
    this.pool = pool;
    this.cost = cost;
    this.ranges = ranges;
    this.powers = new JoinedPowers(pool, cost);
  }

  @Override
  public String name() {
    return "one-quotient";
  }

  @Override
  public List<Expr> images(Expr root) {
    return images(root, root);
  }

  /** The shortest forms found. */
  @Override
  public List<Expr> images(Expr root, Expr origin) {
    if (!Simplifier.isArithmetic(root) || root.isIndexed() || root.treeSize() > LARGEST_TREE) {
      return List.of();
    }
    boolean grows = uses(origin, GROWING);
    boolean exponential = uses(origin, EXPONENTIAL);
    Request request = new Request(root, grows, exponential);
    List<Expr> images = known.get(request);
    if (images == null) {
      images =
          allForms(root).stream()
              .filter(form -> form != root && price(root, form) < cost.of(root))
              .filter(form -> grows || isSafe(form, exponential))
              .sorted(Comparator.comparingDouble(form -> price(root, form)))
              .limit(MOST_IMAGES)
              .toList();
      if (!work.isExhausted()) {
        known.put(request, images);
      }
    }
    return images;
  }

  /** What has been asked for: a root, and which functions its origin had. */
  private record Request(Expr root, boolean grows, boolean exponential) {}

  /** In functions of whole angles, in tangents, in sines: each reads the shortest form so far. */
  private Set<Expr> allForms(Expr root) {
    Reading plain = Reading.plain(pool);
    Set<Expr> forms = new LinkedHashSet<>();
    DoubledAngles doubled = DoubledAngles.of(pool, root);
    if (!doubled.isEmpty()) {
      forms.addAll(formsOrNone(root, plain.in(doubled)));
    }
    Expr whole = shortest(root, forms);
    TangentBasis tangents = TangentBasis.of(pool, whole);
    if (!tangents.isEmpty()) {
      forms.addAll(formsOrNone(whole, plain.in(tangents)));
    }
    Set<Expr> inSines = formsOrNone(shortest(whole, forms), plain);
    // Of forms that are as long the one in sines was read last but comes first.
    inSines.addAll(forms);
    return inSines;
  }

  private Expr shortest(Expr root, Set<Expr> forms) {
    return forms.stream()
        .filter(form -> price(root, form) < cost.of(root))
        .min(Comparator.comparingDouble(form -> price(root, form)))
        .orElse(root);
  }

  /** The forms with their powers joined; none where that would be too much work. */
  private Set<Expr> formsOrNone(Expr root, Reading reading) {
    try {
      return forms(root, reading).stream()
          .map(powers::apply)
          .collect(Collectors.toCollection(LinkedHashSet::new));
    } catch (TooLargeException | NumberTooLargeException e) {
      return new LinkedHashSet<>();
    }
  }

  /** The cost; a form whose sums were multiplied out must be worth it. */
  private double price(Expr root, Expr form) {
    if (cost.of(form) >= cost.of(root)) {
      return Double.POSITIVE_INFINITY;
    }
    boolean expands =
        sumFactors(form) < sumFactors(root)
            && (form instanceof Sum || widestSum(form) > widestSum(root));
    return expands ? cost.of(form) / EXPANSION_GAIN : cost.of(form);
  }

  private static long sumFactors(Expr expr) {
    if (expr instanceof Sum sum) {
      return sum.terms().stream().mapToLong(CanonicalForms::ownSumFactors).max().orElse(0);
    }
    return ownSumFactors(expr);
  }

  private static int widestSum(Expr expr) {
    return Traversal.postOrder(expr).stream()
        .mapToInt(node -> node instanceof Sum sum ? sum.terms().size() : 0)
        .max()
        .orElse(0);
  }

  private static long ownSumFactors(Expr expr) {
    return expr instanceof Sum
        ? 0
        : Keys.factors(expr).stream()
            .filter(factor -> !Cost.isReciprocal(factor))
            .filter(
                factor -> (factor instanceof Power power ? power.base() : factor) instanceof Sum)
            .count();
  }

  /**
   * Whether no double is lost: cosh(x)² overflows where tanh(x) does not, but below the bar it
   * makes the whole small, and alone it grows no faster than the exponentials that it stands for.
   */
  private static boolean isSafe(Expr form, boolean exponential) {
    boolean above = false;
    boolean below = false;
    for (Expr factor : Keys.factors(form)) {
      if (Cost.isReciprocal(factor)) {
        below |= uses(factor, GROWING);
      } else {
        above |= uses(factor, GROWING);
      }
    }
    return !above || (!below && exponential && !uses(form, EXPONENTIAL));
  }

  private static boolean uses(Expr expr, Set<String> functions) {
    return Traversal.postOrder(expr).stream()
        .anyMatch(
            node -> node instanceof Apply apply && functions.contains(apply.function().name()));
  }

  private Set<Expr> forms(Expr root, Reading reading) {
    Set<Expr> forms = new LinkedHashSet<>();
    if (InverseReader.occursIn(pool, root)) {
      try {
        forms.addAll(formsAs(root, reading.byRoots(true)));
      } catch (TooLargeException e) {
        // By its roots alone: as atoms its functions of inverse functions may well be read.
      }
    }
    forms.addAll(formsAs(root, reading));
    return forms;
  }

  private Set<Expr> formsAs(Expr root, Reading reading) {
    Requirements requirements = new Requirements(pool);
    for (int i = 0; i < MOST_READINGS; i++) {
      int allowed = (int) Math.min(WORK, work.productsLeft());
      QuotientReader reader =
          new QuotientReader(pool, ranges, requirements, root, reading, allowed);
      try {
        Quotient quotient = reader.read(root);
        if (!requirements.takeChanged()) {
          return forms(reader, reader.ring().lowest(quotient), reading.tangents());
        }
      } finally {
        work.addProducts(reader.ring().done());
      }
    }
    return Set.of();
  }

  private Set<Expr> forms(QuotientReader reader, Quotient quotient, TangentBasis tangents) {
    if (quotient.numerator().isZero()) {
      return Set.of(pool.zero());
    }
    QuotientFactoring factoring = new QuotientFactoring(pool, reader);
    List<FactoredQuotient> starts = new ArrayList<>(List.of(factoring.of(quotient)));
    starts.addAll(new InverseExponentials(pool, reader, factoring).variants(quotient));
    Set<Expr> forms = new LinkedHashSet<>();
    for (FactoredQuotient start : starts) {
      if (factoring.keepsDomain(factoring.recombined(factoring.joined(start)), ranges)) {
        addForms(reader, factoring, start, tangents, forms);
      }
    }
    return forms;
  }

  private void addForms(
      QuotientReader reader,
      QuotientFactoring factoring,
      FactoredQuotient start,
      TangentBasis tangents,
      Set<Expr> forms) {
    QuotientWriter writer = new QuotientWriter(pool, reader);
    RootForms roots = new RootForms(pool, reader);
    AngleForms angles = new AngleForms(pool, reader);
    Set<FactoredQuotient> variants = new LinkedHashSet<>(angles.variants(start));
    variants.add(tangents.inSecants(start, reader));
    new ExponentialForms(pool, reader).hyperbolic(start).ifPresent(variants::add);
    for (FactoredQuotient variant : variants) {
      if (work.isExhausted() && !forms.isEmpty()) {
        return;
      }
      FactoredQuotient joined = factoring.recombined(factoring.joined(variant));
      if (!tangents.isEmpty()) {
        forms.addAll(writer.forms(tangents.named(joined, reader)));
      }
      for (FactoredQuotient named : angles.named(joined)) {
        for (FactoredQuotient rooted : roots.variants(named)) {
          forms.addAll(writer.forms(rooted));
        }
      }
    }
  }
}
