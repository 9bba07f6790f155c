package dev.nabla.tape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The distinct constants of a tape while it is built. */
final class Constants {
  /**
   * A constant.
   *
   * @param value the double nearest to it
   * @param exact whether it is that double
   */
  record Entry(double value, boolean exact) {}

  private final List<Entry> entries = new ArrayList<>();
  private final Map<Entry, Integer> positions = new HashMap<>();

  int position(double value, boolean exact) {
    Entry entry = new Entry(value, exact);
    Integer known = positions.putIfAbsent(entry, entries.size());
    if (known != null) {
      return known;
    }
    entries.add(entry);
    return entries.size() - 1;
  }

  Entry get(int position) {
    return entries.get(position);
  }

  List<Entry> entries() {
    return entries;
  }
}
