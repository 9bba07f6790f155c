package dev.nabla.explain;

import dev.nabla.explain.Move.Weight;
import dev.nabla.expr.Expr;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Many moves → the lines that a person would write. */
final class Folding {
  /** A rule that is named only where it stands alone. */
  private static final String SELF_EVIDENT = "the variable itself";

  private final List<List<Move>> groups = new ArrayList<>();

  private Folding() {}

  static List<Move> fold(List<Move> moves) {
    Folding folding = new Folding();
    moves.forEach(folding::add);
    return folding.groups.stream().map(Folding::joined).toList();
  }

  private void add(Move move) {
    if (!groups.isEmpty() && belongsTo(groups.get(groups.size() - 1), move)) {
      groups.get(groups.size() - 1).add(move);
    } else {
      groups.add(new ArrayList<>(List.of(move)));
    }
  }

  private static boolean belongsTo(List<Move> group, Move move) {
    Move last = group.get(group.size() - 1);
    return switch (move.weight()) {
      case DERIVATIVE -> false;
      case ELEMENTARY -> true;
      case BOOKKEEPING -> !last.isDerivative();
      case REWRITE ->
          group.stream().allMatch(other -> other.weight() == Weight.BOOKKEEPING)
              || (last.rule().equals(move.rule()) && !last.isDerivative());
    };
  }

  private static Move joined(List<Move> group) {
    Move first = group.get(0);
    Move last = group.get(group.size() - 1);
    Set<Expr> conditions = new LinkedHashSet<>();
    group.forEach(move -> conditions.addAll(move.conditions()));
    Weight weight = group.stream().map(Move::weight).min(Weight::compareTo).orElseThrow();
    boolean isLocal = group.size() == 1 || first.isDerivative();
    return new Move(
        String.join(", ", rules(group)),
        first.before(),
        last.after(),
        isLocal ? first.part() : first.before(),
        weight,
        List.copyOf(conditions));
  }

  private static Set<String> rules(List<Move> group) {
    boolean isBookkeeping = group.stream().allMatch(move -> move.weight() == Weight.BOOKKEEPING);
    Set<String> rules = new LinkedHashSet<>();
    for (Move move : group) {
      if (isBookkeeping || move.weight() != Weight.BOOKKEEPING) {
        rules.addAll(Arrays.asList(move.rule().split(", ", -1)));
      }
    }
    if (rules.size() > 1) {
      rules.remove(SELF_EVIDENT);
    }
    return rules;
  }
}
