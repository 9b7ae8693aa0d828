package io.simmim.core.config;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Tags that make objects in careless YAML readers; this one's objects are counted. */
final class TaggedObjects {

  /** How often something was made of this class. */
  static final AtomicInteger MADE = new AtomicInteger();

  private static final String SCRIPT =
      "!!javax.script.ScriptEngineManager [!!java.net.URLClassLoader"
          + " [[!!java.net.URL [\"http://127.0.0.1:9/\"]]]]";

  static final List<String> TEXTS =
      List.of(
          SCRIPT,
          "!!" + Made.class.getName() + " {}",
          "!!" + Made.class.getName() + " [text]",
          "!!" + Made.class.getName() + " text",
          "!<tag:yaml.org,2002:" + Made.class.getName() + "> {text: x}",
          "!!java.io.FileOutputStream [made-by-a-tag]",
          "!!java.util.Date 2001-01-01",
          "!!com.sun.rowset.JdbcRowSetImpl {dataSourceName: \"ldap://127.0.0.1:9/x\"}",
          "!!python/object/apply:os.system [\"touch made-by-a-tag\"]",
          "!!python/name:os.system",
          "!ruby/object:Gem::Installer {i: x}",
          "!!binary aGVsbG8=",
          "!!set {a, b}",
          "!!omap [a: 1]",
          "!!merge x",
          "!!str 12",
          "!!int twelve",
          "!!float x",
          "!!map [1]",
          "!local {a: 1}",
          "!!",
          "!<>",
          "!e!x 1");

  private TaggedObjects() {}

  /** What a tag would make. */
  public static final class Made {

    static {
      MADE.incrementAndGet();
    }

    public Made() {
      MADE.incrementAndGet();
    }

    public Made(String text) {
      MADE.addAndGet(1 + text.length());
    }

    /** For readers that fill properties. */
    public void setText(String text) {
      MADE.addAndGet(text.length());
    }
  }
}
