package io.simmim.core.weights;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds out which dialect the names of a file are in. One is taken only if it knows most of the
 * names. timm's dialects know nearly all official names and so need a name that is theirs alone.
 */
final class Recognition {

  private static final int SAMPLE =
      5000; // more than any model has; a hostile file may have millions

  private Recognition() {}

  /** A dialect and how many names of a file it knows. */
  private record Candidate(Dialect dialect, long known) {}

  /** The dialect; empty for official names and for those of models not known here. */
  static Optional<Dialect> of(Collection<String> all) {
    List<String> names = all.stream().limit(SAMPLE).toList();
    int last = Stages.last(names);
    Stream<Dialect> dialects =
        Arrays.stream(NameScheme.values())
            .filter(scheme -> scheme != NameScheme.TIMM || isTimm(names))
            .flatMap(scheme -> Dialect.of(scheme, last).stream());
    return best(dialects, dialect -> name -> dialect.ofForeign(name).isPresent(), names)
        .filter(candidate -> 2 * candidate.known() > names.size())
        .map(Candidate::dialect);
  }

  /** The dialect of {@code scheme} that has places for most of these official names. */
  static Optional<Dialect> forOfficial(NameScheme scheme, Collection<String> all) {
    List<String> names = all.stream().limit(SAMPLE).toList();
    Stream<Dialect> dialects = Dialect.of(scheme, Stages.last(names)).stream();
    return best(dialects, dialect -> name -> dialect.ofOfficial(name).isPresent(), names)
        .map(Candidate::dialect);
  }

  private static Optional<Candidate> best(
      Stream<Dialect> dialects,
      Function<Dialect, Predicate<String>> knows,
      Collection<String> names) {
    return dialects
        .map(dialect -> new Candidate(dialect, names.stream().filter(knows.apply(dialect)).count()))
        .max(Comparator.comparingLong(Candidate::known));
  }

  private static boolean isTimm(Collection<String> names) {
    boolean swinHead = names.contains("head.fc.weight");
    boolean bareWithDecoder =
        names.contains("decoder.0.weight") && names.contains("patch_embed.proj.weight");
    return swinHead || bareWithDecoder || Stages.mergeFirst(names);
  }
}
