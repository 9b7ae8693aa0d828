package io.simmim.workbench.code;

import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/** Finds keys, values and comments in YAML by looking, without understanding it. */
final class YamlColors {

  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<comment>#[^\\n]*)"
              + "|(?<key>^[ \\t]*(?:- )?[A-Za-z_][\\w.-]*(?=[ \\t]*:(?:\\s|$)))"
              + "|(?<string>'[^'\\n]*'|\"[^\"\\n]*\")"
              + "|(?<number>(?<![\\w.-])[-+]?\\d[\\d_]*\\.?\\d*(?:[eE][-+]?\\d+)?(?![\\w.]))"
              + "|(?<word>(?<![\\w.-])(?:[Tt]rue|[Ff]alse|null|~)(?![\\w.]))",
          Pattern.MULTILINE);
  private static final List<String> GROUPS = List.of("comment", "key", "string", "number", "word");

  private YamlColors() {}

  /** Style classes for every character of {@code text}, which must not be empty. */
  static StyleSpans<Collection<String>> of(String text) {
    StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
    Matcher matcher = TOKEN.matcher(text);
    int end = 0;
    while (matcher.find()) {
      spans.add(List.of(), matcher.start() - end);
      spans.add(List.of(styleOf(matcher)), matcher.end() - matcher.start());
      end = matcher.end();
    }
    spans.add(List.of(), text.length() - end);
    return spans.create();
  }

  private static String styleOf(Matcher matcher) {
    for (String group : GROUPS) {
      if (matcher.group(group) != null) {
        return "yaml-" + group;
      }
    }
    throw new IllegalStateException("a token of no kind: " + matcher.group());
  }
}
