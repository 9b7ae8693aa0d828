package io.simmim.core.weights;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A name of a tensor with gaps. Among its parts, {@code #} stands for a number, {@code #+1} for the
 * number that the official scheme counts one lower, and {@code *} for {@code weight} or {@code
 * bias}.
 */
final class NameTemplate {

  /** About twice the longest name that any library has. */
  static final int MOST_CHARACTERS = 250;

  private static final String NUMBER = "#";
  private static final String NEXT_NUMBER = "#+1";
  private static final String LEAF = "*";
  // Other spellings of a number would not come back from a round trip.
  private static final Pattern PLAIN_NUMBER = Pattern.compile("0|[1-9][0-9]{0,3}");

  private final List<String> parts;

  NameTemplate(String text) {
    parts = parts(text);
  }

  /** A name between its dots; nothing of a name that is too long for any template. */
  static List<String> parts(String name) {
    return name.length() > MOST_CHARACTERS ? List.of() : List.of(name.split("\\.", -1));
  }

  /** What fills the gaps; empty when the name is another one. */
  Optional<Slots> match(List<String> name) {
    if (name.size() != parts.size()) {
      return Optional.empty();
    }
    List<Integer> numbers = new ArrayList<>();
    String leaf = "";
    for (int i = 0; i < parts.size(); i++) {
      String part = name.get(i);
      switch (parts.get(i)) {
        case NUMBER, NEXT_NUMBER -> {
          int number = number(part) - (parts.get(i).equals(NEXT_NUMBER) ? 1 : 0);
          if (number < 0) {
            return Optional.empty();
          }
          numbers.add(number);
        }
        case LEAF -> {
          if (!part.equals("weight") && !part.equals("bias")) {
            return Optional.empty();
          }
          leaf = part;
        }
        default -> {
          if (!part.equals(parts.get(i))) {
            return Optional.empty();
          }
        }
      }
    }
    return Optional.of(new Slots(numbers, leaf));
  }

  private static int number(String part) {
    return PLAIN_NUMBER.matcher(part).matches() ? Integer.parseInt(part) : -1;
  }

  /** The name with its gaps filled. */
  String fill(Slots slots) {
    Iterator<Integer> numbers = slots.numbers().iterator();
    List<String> name = new ArrayList<>();
    for (String part : parts) {
      name.add(
          switch (part) {
            case NUMBER -> Integer.toString(numbers.next());
            case NEXT_NUMBER -> Integer.toString(numbers.next() + 1);
            case LEAF -> slots.leaf();
            default -> part;
          });
    }
    return String.join(".", name);
  }
}
