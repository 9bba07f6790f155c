package dev.nabla.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Copies of what a program never writes: T[p] = array[stride·p + offset], made once ahead of all
 * steps, for loops that must walk all their arrays from the same start.
 */
final class Streams {
  /** Names the elements array[stride·p + offset], p = 0, 1, … */
  record Key(int array, int stride, int offset) implements Comparable<Key> {
    /** What they are apart from where they start. */
    private Key family() {
      return new Key(array, stride, Math.floorMod(offset, stride));
    }

    @Override
    public int compareTo(Key other) {
      int byArray = Integer.compare(array, other.array);
      int byStride = byArray == 0 ? Integer.compare(stride, other.stride) : byArray;
      return byStride == 0 ? Integer.compare(offset, other.offset) : byStride;
    }
  }

  /** The register of a copy, and the p from {@code from} to {@code below} that are read. */
  private record Stream(int register, int from, int below) {}

  private final List<Integer> flats;
  private final Map<Key, Stream> streams = new TreeMap<>();

  /** Adds its arrays to the lengths of all flat ones. */
  Streams(List<Integer> flats) {
    this.flats = flats;
  }

  /** The register of an array of its own. */
  int newArray(int length) {
    flats.add(length);
    return Layout.FIRST_FLAT + flats.size() - 1;
  }

  /** The array that holds these elements for p from {@code from} to {@code below}. */
  int of(Key key, int from, int below) {
    Stream known = streams.get(key);
    Stream stream =
        known == null
            ? new Stream(newArray(0), from, below)
            : new Stream(
                known.register(), Math.min(known.from(), from), Math.max(known.below(), below));
    streams.put(key, stream);
    return stream.register();
  }

  /** The step that makes the copies; none if there are none. */
  List<Nest> nests() {
    if (streams.isEmpty()) {
      return List.of();
    }
    Map<Key, List<Key>> families = new TreeMap<>();
    streams
        .keySet()
        .forEach(key -> families.computeIfAbsent(key.family(), k -> new ArrayList<>()).add(key));
    List<Statement> body = new ArrayList<>();
    families.values().forEach(family -> write(family, body));
    streams
        .values()
        .forEach(stream -> flats.set(stream.register() - Layout.FIRST_FLAT, stream.below()));
    return List.of(new Nest(List.copyOf(body), Map.of(), 1, 1, 0));
  }

  /** Elements that lie apart are gathered once; the others are this row from another start on. */
  private void write(List<Key> family, List<Statement> body) {
    Key first = family.get(0);
    if (first.stride() == 1) {
      family.forEach(key -> copy(streams.get(key), key.array(), key.offset(), body));
      return;
    }
    Key base = family.get(family.size() / 2);
    Stream row = streams.get(base);
    int from = row.from();
    int below = row.below();
    for (Key key : family) {
      int shift = shift(key, base);
      from = Math.min(from, streams.get(key).from() + shift);
      below = Math.max(below, streams.get(key).below() + shift);
    }
    // A row that begins before its first element begins there instead.
    boolean isWhole = from >= 0;
    if (isWhole) {
      streams.put(base, new Stream(row.register(), from, below));
    }
    for (Key key : family) {
      if (key.equals(base) || !isWhole) {
        gather(key, body);
      }
    }
    for (Key key : family) {
      if (!key.equals(base) && isWhole) {
        copy(streams.get(key), row.register(), shift(key, base), body);
      }
    }
  }

  private static int shift(Key key, Key base) {
    return (key.offset() - base.offset()) / key.stride();
  }

  private static void copy(Stream stream, int source, int offset, List<Statement> body) {
    body.add(
        new Statement.CopyRow(
            source,
            Affine.constant(stream.from() + offset),
            stream.register(),
            Affine.constant(stream.from()),
            Affine.constant(stream.below() - stream.from())));
  }

  private void gather(Key key, List<Statement> body) {
    Stream stream = streams.get(key);
    Affine p = Affine.register(0);
    body.add(
        new Statement.Loop(
            0,
            Affine.constant(stream.from()),
            Affine.constant(stream.below()),
            1,
            List.of(
                new Statement.Load(0, key.array(), p.times(key.stride()).plus(key.offset())),
                new Statement.Store(stream.register(), p, 0))));
  }
}
