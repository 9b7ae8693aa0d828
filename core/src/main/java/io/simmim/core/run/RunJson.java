package io.simmim.core.run;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * How the values of a run look in JSON: snake_case names, times as seconds since 1970 with
 * milliseconds, and {@code "NaN"}, {@code "Infinity"}, {@code "-Infinity"} as strings, because JSON
 * has no such numbers and a diverged loss must not make the file unreadable.
 */
public final class RunJson {

  public static final Gson COMPACT = builder().create();
  public static final Gson PRETTY = builder().setPrettyPrinting().create();

  private RunJson() {}

  private static GsonBuilder builder() {
    return new GsonBuilder()
        .disableHtmlEscaping()
        .setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES)
        .registerTypeAdapter(Instant.class, new Time())
        .registerTypeAdapter(double.class, new Number64())
        .registerTypeAdapter(Double.class, new Number64()); // Gson boxes when it writes
  }

  private static final class Time extends TypeAdapter<Instant> {
    @Override
    public void write(JsonWriter out, Instant value) throws IOException {
      out.value(value == null ? null : BigDecimal.valueOf(value.toEpochMilli(), 3));
    }

    @Override
    public Instant read(JsonReader in) throws IOException {
      if (in.peek() == JsonToken.NULL) {
        in.nextNull();
        return null;
      }
      return Instant.ofEpochMilli(Math.round(in.nextDouble() * 1000));
    }
  }

  private static final class Number64 extends TypeAdapter<Double> {
    @Override
    public void write(JsonWriter out, Double value) throws IOException {
      if (Double.isFinite(value)) {
        out.value(value);
      } else {
        out.value(value.toString());
      }
    }

    @Override
    public Double read(JsonReader in) throws IOException {
      return switch (in.peek()) {
        case STRING -> Double.valueOf(in.nextString());
        case NULL -> {
          in.nextNull();
          yield Double.NaN;
        }
        default -> in.nextDouble();
      };
    }
  }
}
