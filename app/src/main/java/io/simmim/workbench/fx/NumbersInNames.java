package io.simmim.workbench.fx;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Orders names so that numbers in them ascend: 8 before 16, 0.35 before 0.4. */
public final class NumbersInNames implements Comparator<String> {

  private static final Pattern PART = Pattern.compile("\\d+(?:\\.\\d+)?|\\D+");

  @Override
  public int compare(String a, String b) {
    List<String> first = parts(a);
    List<String> second = parts(b);
    for (int i = 0; i < Math.min(first.size(), second.size()); i++) {
      int order = order(first.get(i), second.get(i));
      if (order != 0) {
        return order;
      }
    }
    int longer = Integer.compare(first.size(), second.size());
    return longer == 0 ? a.compareTo(b) : longer;
  }

  private static int order(String a, String b) {
    boolean numbers = Character.isDigit(a.charAt(0)) && Character.isDigit(b.charAt(0));
    return numbers ? Double.compare(Double.parseDouble(a), Double.parseDouble(b)) : a.compareTo(b);
  }

  private static List<String> parts(String name) {
    List<String> parts = new ArrayList<>();
    Matcher matcher = PART.matcher(name);
    while (matcher.find()) {
      parts.add(matcher.group());
    }
    return parts;
  }
}
