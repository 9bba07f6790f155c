package dev.nabla.print;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names in LaTeX: theta1 and θ₁ are θ with the subscript 1, x_max is x with the subscript max. */
final class LatexNames {
  private static final Set<String> GREEK_COMMANDS =
      Set.of(
          "alpha",
          "beta",
          "gamma",
          "delta",
          "epsilon",
          "zeta",
          "eta",
          "theta",
          "iota",
          "kappa",
          "lambda",
          "mu",
          "nu",
          "xi",
          "pi",
          "rho",
          "sigma",
          "tau",
          "upsilon",
          "phi",
          "chi",
          "psi",
          "omega",
          "Gamma",
          "Delta",
          "Theta",
          "Lambda",
          "Xi",
          "Pi",
          "Sigma",
          "Upsilon",
          "Phi",
          "Psi",
          "Omega",
          "varepsilon",
          "vartheta",
          "varphi",
          "varrho",
          "varsigma",
          "varpi",
          "ell");

  private static final String GREEK_LETTERS = "αβγδεζηθικλμνξοπρςστυφχψωϑϕϵϖϱΓΔΘΛΞΠΣΥΦΨΩℓ∂∇";
  private static final List<String> GREEK_LETTER_COMMANDS =
      List.of(
          "\\alpha",
          "\\beta",
          "\\gamma",
          "\\delta",
          "\\varepsilon",
          "\\zeta",
          "\\eta",
          "\\theta",
          "\\iota",
          "\\kappa",
          "\\lambda",
          "\\mu",
          "\\nu",
          "\\xi",
          "o",
          "\\pi",
          "\\rho",
          "\\varsigma",
          "\\sigma",
          "\\tau",
          "\\upsilon",
          "\\varphi",
          "\\chi",
          "\\psi",
          "\\omega",
          "\\vartheta",
          "\\phi",
          "\\epsilon",
          "\\varpi",
          "\\varrho",
          "\\Gamma",
          "\\Delta",
          "\\Theta",
          "\\Lambda",
          "\\Xi",
          "\\Pi",
          "\\Sigma",
          "\\Upsilon",
          "\\Phi",
          "\\Psi",
          "\\Omega",
          "\\ell",
          "\\partial ",
          "\\nabla ");

  private static final String SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉₊₋ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ";
  private static final String PLAIN_SUBSCRIPTS = "0123456789+-aehijklmnoprstuvx";

  private static final Map<Integer, String> ACCENTS =
      Map.ofEntries(
          Map.entry(0x300, "\\grave"),
          Map.entry(0x301, "\\acute"),
          Map.entry(0x302, "\\hat"),
          Map.entry(0x303, "\\tilde"),
          Map.entry(0x304, "\\bar"),
          Map.entry(0x305, "\\bar"),
          Map.entry(0x306, "\\breve"),
          Map.entry(0x307, "\\dot"),
          Map.entry(0x308, "\\ddot"),
          Map.entry(0x30C, "\\check"),
          Map.entry(0x20D7, "\\vec"));

  private static final Pattern PARTS =
      Pattern.compile("(?<stem>[^_₀-ₜᵢᵣᵤᵥⱼ']+?)(?<sub>[0-9]*[_₀-ₜᵢᵣᵤᵥⱼ].*?|[0-9]+)?(?<primes>'*)");

  /** Indices of an array that are written together: W_ij. */
  private static final Pattern INDICES = Pattern.compile("[ijk]{2,3}");

  private LatexNames() {}

  /**
   * A name in its parts.
   *
   * @param stem the letter, with accents
   * @param subscript the subscript; may be empty
   * @param primes the primes behind it
   * @param isWord whether the stem is a word of several letters
   */
  record Parts(String stem, String subscript, String primes, boolean isWord) {
    /** The whole name; primes are wrapped, so that an exponent may follow. */
    String latex() {
      String scripts = subscript.isEmpty() ? stem : stem + "_{" + subscript + "}";
      return primes.isEmpty() ? scripts : "{" + scripts + primes + "}";
    }
  }

  static Parts parts(String name) {
    String plain = name.replace('′', '\'');
    Matcher matcher = PARTS.matcher(plain);
    if (!matcher.matches()) {
      return new Parts("\\text{" + plain.replace("_", "\\_") + "}", "", "", true);
    }
    String stem = matcher.group("stem");
    String subscript = matcher.group("sub") == null ? "" : matcher.group("sub");
    String latexStem = stem(stem);
    boolean isWord = latexStem.startsWith("\\mathit") || latexStem.startsWith("\\text");
    return new Parts(latexStem, subscript(subscript), matcher.group("primes"), isWord);
  }

  private static String stem(String stem) {
    if (GREEK_COMMANDS.contains(stem)) {
      return "\\" + stem;
    }
    List<String> letters = letters(stem);
    if (letters.size() == 1) {
      return letters.get(0).strip();
    }
    if (letters.get(0).endsWith(" ")) {
      return letters.get(0) + stem(stem.substring(1));
    }
    boolean mathematical = letters.stream().noneMatch(letter -> letter.startsWith("\\text"));
    if (mathematical) {
      return "\\mathit{" + spaced(letters) + "}";
    }
    return "\\text{" + stem + "}";
  }

  /** Commands are set off from letters that follow: \theta x. */
  private static String spaced(List<String> letters) {
    StringBuilder out = new StringBuilder();
    for (String letter : letters) {
      if (out.length() > 0 && endsWithCommand(out) && Character.isLetter(letter.charAt(0))) {
        out.append(' ');
      }
      out.append(letter);
    }
    return out.toString();
  }

  private static boolean endsWithCommand(CharSequence text) {
    return Pattern.compile("\\\\[A-Za-z]+$").matcher(text).find();
  }

  /** Each letter with its accents, as LaTeX. */
  private static List<String> letters(String stem) {
    List<String> letters = new ArrayList<>();
    int[] points = Normalizer.normalize(stem, Normalizer.Form.NFD).codePoints().toArray();
    for (int point : points) {
      String accent = ACCENTS.get(point);
      if (accent != null && !letters.isEmpty()) {
        letters.add(accent + "{" + letters.remove(letters.size() - 1) + "}");
      } else {
        letters.add(letter(point));
      }
    }
    return letters;
  }

  private static String letter(int point) {
    int greek = GREEK_LETTERS.indexOf(point);
    if (greek >= 0) {
      return GREEK_LETTER_COMMANDS.get(greek);
    }
    String letter = Character.toString(point);
    return point < 0x80 ? letter : "\\text{" + letter + "}";
  }

  private static String subscript(String text) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      int subscript = SUBSCRIPTS.indexOf(text.charAt(i));
      plain.append(subscript >= 0 ? PLAIN_SUBSCRIPTS.charAt(subscript) : text.charAt(i));
    }
    return Pattern.compile("_+")
        .splitAsStream(plain)
        .filter(part -> !part.isEmpty())
        .map(LatexNames::subscriptPart)
        .collect(Collectors.joining(","));
  }

  private static String subscriptPart(String part) {
    boolean digits = part.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '+' || c == '-');
    boolean letter = part.length() == 1 && part.charAt(0) < 0x80;
    if (digits || letter || INDICES.matcher(part).matches()) {
      return part;
    }
    if (GREEK_COMMANDS.contains(part)) {
      return "\\" + part;
    }
    return part.codePointCount(0, part.length()) == 1
        ? letter(part.codePointAt(0)).strip()
        : "\\text{" + part + "}";
  }

  /** The width in letters. */
  static int width(String name) {
    Parts parts = parts(name);
    int stem = parts.isWord() ? name.length() : 1;
    return stem + (parts.subscript().length() + 1) / 2 + parts.primes().length();
  }
}
