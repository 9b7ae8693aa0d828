package io.simmim.core.weights;

import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The stages of a Swin as the names of its tensors tell, whatever the scheme. */
final class Stages {

  private static final Pattern BLOCK =
      Pattern.compile("(?:.*\\.)?(?:layers|stages)\\.([0-9]{1,3})\\.blocks\\..*");

  private Stages() {}

  /** Number of the last stage; 0 when there is none. */
  static int last(Collection<String> names) {
    int last = 0;
    for (String name : names) {
      Matcher matcher = BLOCK.matcher(name);
      if (name.length() <= NameTemplate.MOST_CHARACTERS && matcher.matches()) {
        last = Math.max(last, Integer.parseInt(matcher.group(1)));
      }
    }
    return last;
  }

  /** Whether patches are merged before the last stage as a part of it, and not after the first. */
  static boolean mergeFirst(Collection<String> names) {
    int last = last(names);
    return last > 0
        && names.stream().anyMatch(name -> name.startsWith("layers." + last + ".downsample."))
        && names.stream().noneMatch(name -> name.startsWith("layers.0.downsample."));
  }
}
